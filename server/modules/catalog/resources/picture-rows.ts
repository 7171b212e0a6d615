/** Pictures of products as rows of a file, in the order of the products' addresses and then in their own. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { PageOfRows, Row } from '#kit/resource.ts'
import { pictureName, picturesNamed } from '../../media/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { said } from './handles.ts'
import { PRODUCT } from './product-rows.ts'

/** Products on a page of an export. */
const PAGE = 200
/** Columns that no file has. */
export const FILE = '$file'
export const MEDIA = '$media'

interface Found {
  row: Row
  alts: Record<string, string>
}

export async function pageOfPictures(ctx: Ctx, after: string | null): Promise<PageOfRows> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<{ handle: string }>`
    select t.slug as handle from catalog.product_text t join catalog.product p on p.id = t.product_id
    where t.store_id = ${ctx.storeId} and t.locale = ${store.locale} and t.live and p.archived_at is null and t.slug > ${after ?? ''}
    order by t.slug limit ${PAGE}`.execute(ctx.db)
  const handles = rows.map(({ handle }) => handle)
  return { rows: await read(ctx, handles), next: handles.length === PAGE ? handles.at(-1)! : null }
}

/** Each under the name by which the file calls it. */
export async function rowsOfPictures(ctx: Ctx, rows: Row[]): Promise<Row[]> {
  const files = await picturesNamed(ctx, said(rows, 'picture'))
  const calls = new Map(
    rows.map((row) => [`${String(row['product'])} ${files.get(String(row['picture']))}`, row['picture']!]),
  )
  const found = await read(ctx, said(rows, 'product'))
  return found.map((row) => ({
    ...row,
    picture: calls.get(`${String(row['product'])} ${String(row[FILE])}`) ?? row['picture']!,
  }))
}

async function read(ctx: Ctx, handles: string[]): Promise<Row[]> {
  const { store } = await currentSettings(ctx)
  const cells: RawBuilder<unknown> = sql`json_build_object('product', h.slug, 'sku', v.sku, 'picture', ${pictureName(ctx.app, 'f')},
    'focusX', f.focus_x, 'focusY', f.focus_y, ${sql.lit(PRODUCT)}, m.product_id, ${sql.lit(FILE)}, f.id, ${sql.lit(MEDIA)}, m.id)`
  const { rows } = await sql<Found>`
    select ${cells} as row,
      coalesce((select json_object_agg(t.locale, t.alt) from catalog.product_media_text t where t.product_media_id = m.id and t.alt <> ''), '{}') as alts
    from catalog.product_text h join catalog.product p on p.id = h.product_id and p.archived_at is null
    join catalog.product_media m on m.product_id = h.product_id
    join media.file f on f.id = m.file_id left join catalog.variant v on v.id = m.variant_id
    where h.store_id = ${ctx.storeId} and h.locale = ${store.locale} and h.live and h.slug = any(${handles})
      and (v.id is null or v.archived_at is null)
    order by h.slug, m.position, m.id`.execute(ctx.db)
  return rows.map(({ row, alts }) => ({
    ...row,
    ...Object.fromEntries(Object.entries(alts).map(([locale, alt]) => [`alt.${locale}`, alt])),
  }))
}

/** Ids of variants, by product and article number. */
export async function variantsOf(ctx: Ctx, productIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`
    select id, product_id || ' ' || sku as key from catalog.variant
    where store_id = ${ctx.storeId} and product_id = any(${productIds}::uuid[]) and archived_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, key }) => [key, id]))
}
