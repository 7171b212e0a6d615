/** Stock in bulk: a row for each item and place. What a file says is a count; the difference is a movement. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { faultAt, type Fault, type Item, type PageOfRows, type Resource, type Row } from '#kit/resource.ts'
import { Key, Text, Type } from '#kit/types.ts'
import { Pieces } from '../shapes.ts'
import { putCounts } from './put-counts.ts'

/** Items on a page of an export. */
const PAGE = 500
/** Promised to orders: no column, but the limit of what may come later cannot fall below it. */
const RESERVED = '$reserved'

export const stock: Resource = {
  name: 'stock',
  summary: 'How many of each item lie where',
  permissions: { read: 'stock.read', write: 'stock.write' },
  key: ['sku', 'location'],
  narrow: Type.Object({ location: Type.Optional(Key) }, { additionalProperties: false }),
  columns: async () => [
    { name: 'sku', shape: Text(80), required: true, normal: (text) => text.trim() },
    { name: 'location', shape: Key, required: true },
    { name: 'onHand', shape: Pieces, required: true },
    { name: 'safetyStock', shape: Pieces, initial: 0 },
    { name: 'backorderLimit', shape: Pieces, initial: 0 },
  ],
  page,
  find: (ctx, rows) => read(ctx, sql`i.sku = any(${skusOf(rows)})`),
  check,
  write,
}

const skusOf = (rows: Row[]) => [...new Set(rows.map(({ sku }) => String(sku)))]

async function page(
  ctx: Ctx,
  after: string | null,
  { location }: Record<string, string>,
): Promise<PageOfRows> {
  const { rows: items } = await sql<{ sku: string }>`
    select sku from inventory.item i where i.store_id = ${ctx.storeId} and i.archived_at is null and i.sku > ${after ?? ''}
    order by i.sku limit ${PAGE}`.execute(ctx.db)
  const rows = await read(
    ctx,
    sql`i.sku = any(${items.map(({ sku }) => sku)}) and p.key = coalesce(${location ?? null}, p.key)`,
  )
  return { rows, next: items.length === PAGE ? items.at(-1)!.sku : null }
}

async function read(ctx: Ctx, which: ReturnType<typeof sql<SqlBool>>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select i.sku, p.key as location, l.on_hand as "onHand", l.safety_stock as "safetyStock", l.backorder_limit as "backorderLimit",
      l.reserved as "$reserved"
    from inventory.item i join inventory.level l on l.item_id = i.id join inventory.location p on p.id = l.location_id and p.archived_at is null
    where i.store_id = ${ctx.storeId} and i.archived_at is null and ${which} order by i.sku, p.key`.execute(
    ctx.db,
  )
  return rows
}

interface There {
  items: Record<string, string>
  /** Of SKUs that have no item yet. */
  variants: Record<string, string>
  locations: Record<string, string>
  /** SKUs of items whose pieces are told apart: a file does not say of which lots they are. */
  tracked: string[]
}

async function thereFor(ctx: Ctx, items: Item[]): Promise<There> {
  const skus = skusOf(items.map(({ row }) => row))
  const { rows } = await sql<There>`
    select coalesce((select json_object_agg(sku, id) from inventory.item
        where store_id = ${ctx.storeId} and sku = any(${skus}) and archived_at is null), '{}') as items,
      coalesce((select json_object_agg(v.sku, v.id) from catalog.variant v
        where v.store_id = ${ctx.storeId} and v.sku = any(${skus}) and v.archived_at is null
          and not exists (select from inventory.variant_item vi where vi.variant_id = v.id)), '{}') as variants,
      coalesce((select json_object_agg(key, id) from inventory.location where store_id = ${ctx.storeId} and archived_at is null), '{}') as locations,
      coalesce((select json_agg(sku) from inventory.item
        where store_id = ${ctx.storeId} and sku = any(${skus}) and archived_at is null and tracking <> 'none'), '[]') as tracked`.execute(
    ctx.db,
  )
  return rows[0]!
}

async function check(ctx: Ctx, items: Item[]): Promise<Fault[]> {
  const there = await thereFor(ctx, items)
  return items.flatMap((item): Fault[] => {
    const { sku, location, onHand, backorderLimit } = item.row
    const faults: Fault[] = []
    if (!there.items[String(sku)] && !there.variants[String(sku)])
      faults.push(faultAt(item, 'sku', 'unknown', 'There is nothing with this article number.'))
    if (!there.locations[String(location)])
      faults.push(faultAt(item, 'location', 'unknown', 'There is no place of this key.'))
    if (there.tracked.includes(String(sku)) && Number(onHand) !== Number(item.was?.['onHand'] ?? 0))
      faults.push(faultAt(item, 'onHand', 'tracked', 'Its pieces are told apart. Count them lot by lot.'))
    const reserved = Number(item.was?.[RESERVED] ?? 0)
    const lowered = Number(backorderLimit) < Number(item.was?.['backorderLimit'] ?? 0)
    if (lowered && reserved > Number(onHand) + Number(backorderLimit))
      faults.push(
        faultAt(item, 'backorderLimit', 'too_little', `${reserved} of them are promised to orders.`),
      )
    return faults
  })
}

async function write(ctx: Ctx, items: Item[]): Promise<void> {
  const { items: known, variants, locations } = await thereFor(ctx, items)
  const made = new Map<string, string>()
  const itemOf = (sku: string) => {
    if (known[sku]) return known[sku]
    if (!made.has(sku)) made.set(sku, newId())
    return made.get(sku)!
  }
  const counts = items.map(({ row: { sku, location, onHand, safetyStock, backorderLimit } }) => ({
    itemId: itemOf(String(sku)),
    locationId: locations[String(location)]!,
    onHand: Number(onHand),
    safetyStock: Number(safetyStock),
    backorderLimit: Number(backorderLimit),
  }))
  await putCounts(
    ctx,
    counts,
    [...made].map(([sku, itemId]) => ({ itemId, sku, variantId: variants[sku]! })),
  )
}
