/**
 * Prices in bulk: a row for each variant, list, currency and quantity.
 *
 * Amounts are decimals of their currency, as people write them. Prices that follow by rate are not in the file; one
 * that a file does not name stays.
 */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { decimalOf, minorOf } from '#kit/money.ts'
import { faultAt, type Fault, type Item, type PageOfRows, type Resource, type Row } from '#kit/resource.ts'
import { Currency, Decimal, Key, Text, Type } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { BASE_LIST } from '../base.ts'
import { MinQuantity } from '../price.ts'
import { writePrices } from '../write.ts'

/** Variants on a page of an export. */
const PAGE = 500

export const prices: Resource = {
  name: 'prices',
  summary: 'Prices of variants in all lists and currencies',
  permissions: { read: 'pricing.read', write: 'pricing.write' },
  key: ['sku', 'list', 'currency', 'minQuantity'],
  narrow: Type.Object(
    { list: Type.Optional(Key), currency: Type.Optional(Currency) },
    { additionalProperties: false },
  ),
  columns: async () => [
    { name: 'sku', shape: Text(80), required: true, normal: (text) => text.trim() },
    { name: 'list', shape: Key, initial: BASE_LIST },
    { name: 'currency', shape: Currency, required: true },
    { name: 'minQuantity', shape: MinQuantity, initial: 1 },
    { name: 'amount', shape: Decimal, required: true },
    { name: 'compareAt', shape: Decimal },
  ],
  tidy: (row) => ({ ...row, ...inFull(row, 'amount'), ...inFull(row, 'compareAt') }),
  page,
  find: (ctx, rows) => read(ctx, sql`v.sku = any(${skusOf(rows)})`),
  check,
  write,
}

/** `19.9` is kept as `19.90`; what is no amount of the currency stays, and is refused. */
function inFull(row: Row, column: string): Row {
  const { currency, [column]: text } = row
  const amount = typeof text === 'string' && typeof currency === 'string' ? minorOf(text, currency) : null
  return amount === null ? {} : { [column]: decimalOf({ amount, currency: currency as string }) }
}

const skusOf = (rows: Row[]) => [...new Set(rows.map(({ sku }) => String(sku)))]

async function page(ctx: Ctx, after: string | null, narrow: Record<string, string>): Promise<PageOfRows> {
  const { rows: variants } = await sql<{ sku: string }>`
    select sku from catalog.variant v where v.store_id = ${ctx.storeId} and v.archived_at is null and v.sku > ${after ?? ''}
    order by v.sku limit ${PAGE}`.execute(ctx.db)
  const { list, currency } = narrow
  const rows = await read(
    ctx,
    sql<SqlBool>`v.sku = any(${variants.map(({ sku }) => sku)}) and l.key = coalesce(${list ?? null}, l.key)
      and p.currency = coalesce(${currency ?? null}, p.currency)`,
  )
  return { rows, next: variants.length === PAGE ? variants.at(-1)!.sku : null }
}

async function read(ctx: Ctx, which: ReturnType<typeof sql<SqlBool>>): Promise<Row[]> {
  const { rows } = await sql<{ currency: string; amount: number; compareAt: number | null } & Row>`
    select v.sku, l.key as list, p.currency, p.min_quantity as "minQuantity", p.amount, p.compare_at_amount as "compareAt"
    from catalog.variant v join pricing.price p on p.variant_id = v.id join pricing.list l on l.id = p.list_id and l.archived_at is null
    where v.store_id = ${ctx.storeId} and v.archived_at is null and not p.derived and ${which}
    order by v.sku, l.key, p.currency, p.min_quantity`.execute(ctx.db)
  return rows.map(({ amount, compareAt, ...row }) => ({
    ...row,
    amount: decimalOf({ amount, currency: row.currency }),
    compareAt: compareAt === null ? null : decimalOf({ amount: compareAt, currency: row.currency }),
  }))
}

interface There {
  variants: Record<string, string>
  lists: Record<string, string>
}

async function thereFor(ctx: Ctx, items: Item[]): Promise<There> {
  const { rows } = await sql<There>`
    select coalesce((select json_object_agg(sku, id) from catalog.variant
        where store_id = ${ctx.storeId} and sku = any(${skusOf(items.map(({ row }) => row))}) and archived_at is null), '{}') as variants,
      coalesce((select json_object_agg(key, id) from pricing.list where store_id = ${ctx.storeId} and archived_at is null), '{}') as lists`.execute(
    ctx.db,
  )
  return rows[0]!
}

async function check(ctx: Ctx, items: Item[]): Promise<Fault[]> {
  const { currencies } = await currentSettings(ctx)
  const { variants, lists } = await thereFor(ctx, items)
  return items.flatMap((item): Fault[] => {
    const { sku, list, currency, amount, compareAt } = item.row
    const faults: Fault[] = []
    const say = (...fault: [column: string, code: string, message: string]) =>
      void faults.push(faultAt(item, ...fault))
    if (!variants[String(sku)]) say('sku', 'unknown', 'There is no variant with this article number.')
    if (list !== BASE_LIST && !lists[String(list)])
      say('list', 'unknown', 'There is no price list of this key.')
    if (!currencies.includes(String(currency)))
      say('currency', 'unknown', `The store sells in ${currencies.join(', ')}.`)
    const [price, higher] = [amount, compareAt].map((text) =>
      typeof text === 'string' ? minorOf(text, String(currency)) : undefined,
    )
    if (price === null) say('amount', 'too_precise', 'This is no amount of the currency.')
    else if (price! < 0) say('amount', 'too_small', 'A price is zero or more.')
    if (higher === null) say('compareAt', 'too_precise', 'This is no amount of the currency.')
    else if (higher !== undefined && higher <= (price ?? 0))
      say('compareAt', 'too_small', 'The struck-through price must be above the price.')
    return faults
  })
}

async function write(ctx: Ctx, items: Item[]): Promise<void> {
  const { variants, lists } = await thereFor(ctx, items)
  // In the order of their ids, as every writer of prices does.
  await sql`select from catalog.variant where store_id = ${ctx.storeId} and id = any(${Object.values(variants)}::uuid[])
    order by id for no key update`.execute(ctx.db)
  await writePrices(
    items.map(({ row: { sku, list, currency, minQuantity, amount, compareAt } }) => ({
      variantId: variants[String(sku)]!,
      currency: String(currency),
      minQuantity: Number(minQuantity),
      amount: minorOf(String(amount), String(currency))!,
      compareAt: compareAt === null ? null : minorOf(String(compareAt), String(currency)),
      // The base list is made with the first price of a store.
      ...(lists[String(list)] ? { listId: lists[String(list)]! } : {}),
    })),
    ctx,
    'import',
  )
}
