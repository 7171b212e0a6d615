/**
 * What is shown beside products, in bulk: a row for each link, of each kind in its order. New ones come behind those
 * that are there. They have a file of their own, as a link may lead to a product further down in the file of products.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { faultAt, type Fault, type Item, type PageOfRows, type Resource, type Row } from '#kit/resource.ts'
import { Slug, Type } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { MOST_RELATED, RelatedKind } from '../related/related.ts'
import { lockProducts, productsAt, said, touchProducts } from './handles.ts'

/** Products on a page of an export. */
const PAGE = 500

export const related: Resource = {
  name: 'related',
  summary: 'What is shown beside products by hand',
  permissions: { read: 'catalog.read', write: 'catalog.write' },
  key: ['product', 'kind', 'related'],
  group: 'product',
  narrow: Type.Object({}, { additionalProperties: false }),
  columns: async () => [
    { name: 'product', shape: Slug, required: true },
    { name: 'kind', shape: RelatedKind, initial: 'related' },
    { name: 'related', shape: Slug, required: true },
  ],
  page,
  find: (ctx, rows) => read(ctx, said(rows, 'product')),
  check,
  write,
}

async function page(ctx: Ctx, after: string | null): Promise<PageOfRows> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<{ handle: string }>`
    select t.slug as handle from catalog.product_text t join catalog.product p on p.id = t.product_id
    where t.store_id = ${ctx.storeId} and t.locale = ${store.locale} and t.live and p.archived_at is null and t.slug > ${after ?? ''}
    order by t.slug limit ${PAGE}`.execute(ctx.db)
  const handles = rows.map(({ handle }) => handle)
  return { rows: await read(ctx, handles), next: handles.length === PAGE ? handles.at(-1)! : null }
}

async function read(ctx: Ctx, handles: string[]): Promise<Row[]> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<Row>`
    select h.slug as product, r.kind, o.slug as related
    from catalog.product_text h join catalog.related_product r on r.product_id = h.product_id
    join catalog.product p on p.id = r.related_id and p.archived_at is null
    join catalog.product_text o on o.product_id = r.related_id and o.locale = ${store.locale} and o.live
    where h.store_id = ${ctx.storeId} and h.locale = ${store.locale} and h.live and h.slug = any(${handles})
    order by h.slug, r.kind, r.position, o.slug`.execute(ctx.db)
  return rows
}

async function check(ctx: Ctx, items: Item[], known: Row[]): Promise<Fault[]> {
  const rows = items.map(({ row }) => row)
  const products = await productsAt(ctx, [...said(rows, 'product'), ...said(rows, 'related')])
  const counts = new Map<unknown, number>()
  for (const { product } of [...known, ...items.filter(({ was }) => !was).map(({ row }) => row)])
    counts.set(product, (counts.get(product) ?? 0) + 1)
  return items.flatMap((item): Fault[] => {
    const { product, related: other } = item.row
    const unknown = ['product', 'related'].filter((column) => !products.has(String(item.row[column])))
    return [
      ...unknown.map((column) => faultAt(item, column, 'unknown', 'There is no product at this address.')),
      ...(product === other
        ? [faultAt(item, 'related', 'itself', 'A product is not shown beside itself.')]
        : []),
      ...(counts.get(product)! > MOST_RELATED
        ? [faultAt(item, 'related', 'too_many', `At most ${MOST_RELATED} products are shown beside one.`)]
        : []),
    ]
  })
}

async function write(ctx: Ctx, items: Item[]): Promise<void> {
  const rows = items.map(({ row }) => row)
  const ids = await productsAt(ctx, [...said(rows, 'product'), ...said(rows, 'related')])
  const links = rows.map(({ product, kind, related: other }, place) => ({
    productId: ids.get(String(product))!,
    relatedId: ids.get(String(other))!,
    kind,
    place,
  }))
  const productIds = [...new Set(links.map(({ productId }) => productId))]
  await lockProducts(ctx, productIds)
  await sql`
    insert into catalog.related_product (store_id, product_id, related_id, kind, position)
    select ${ctx.storeId}, g."productId", g."relatedId", g.kind, g.place + coalesce((select max(r.position) + 1
      from catalog.related_product r where r.product_id = g."productId" and r.kind = g.kind), 0)
    from json_to_recordset(${JSON.stringify(links)}) as g("productId" uuid, "relatedId" uuid, kind text, place int)
    on conflict do nothing`.execute(ctx.db)
  await touchProducts(ctx, productIds)
}
