/** Writes rows of pictures: new ones behind those of their product, words and focus as the rows say. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import type { Item, Row } from '#kit/resource.ts'
import { picturesNamed, setFocuses } from '../../media/index.ts'
import { lockProducts, productsAt, said, touchProducts } from './handles.ts'
import { FILE, MEDIA, variantsOf } from './picture-rows.ts'
import { localesIn } from './product-columns.ts'

export async function writePictures(ctx: Ctx, items: Item[]): Promise<void> {
  const rows = items.map(({ row }) => row)
  const products = await productsAt(ctx, said(rows, 'product'))
  const ids = [...new Set(products.values())]
  await lockProducts(ctx, ids)
  const variants = await variantsOf(ctx, ids)
  const files = await picturesNamed(ctx, said(rows, 'picture'))
  const pictures = items.map(({ row, was }, place) => {
    const productId = products.get(String(row['product']))!
    const fileId = (row[FILE] as string | undefined) ?? files.get(String(row['picture']))
    if (!fileId) throw invalid('picture', 'unknown', 'This is not a public picture of the store.')
    return {
      id: (row[MEDIA] as string | undefined) ?? newId(),
      productId,
      fileId,
      variantId: row['sku'] === null ? null : variants.get(`${productId} ${String(row['sku'])}`)!,
      place,
      row,
      was,
    }
  })
  const made = pictures
    .filter(({ was }) => was === null)
    .map(({ id, productId, variantId, fileId, place }) => ({ id, productId, variantId, fileId, place }))
  await sql`
    insert into catalog.product_media (id, store_id, product_id, variant_id, file_id, position)
    select g.id, ${ctx.storeId}, g."productId", g."variantId", g."fileId",
      coalesce((select max(m.position) + 1 from catalog.product_media m where m.product_id = g."productId"), 0) + g.place
    from json_to_recordset(${JSON.stringify(made)})
      as g(id uuid, "productId" uuid, "variantId" uuid, "fileId" uuid, place int)`.execute(ctx.db)
  const locales = await localesIn(ctx)
  const alts = pictures.flatMap(({ id, row }) =>
    locales.flatMap((locale) => {
      const alt = row[`alt.${locale}`]
      return typeof alt === 'string' ? [{ id, locale, alt }] : []
    }),
  )
  await sql`delete from catalog.product_media_text where store_id = ${ctx.storeId}
    and product_media_id = any(${pictures.map(({ id }) => id)}::uuid[]) and locale = any(${locales})`.execute(
    ctx.db,
  )
  await sql`insert into catalog.product_media_text (store_id, product_media_id, locale, alt)
    select ${ctx.storeId}, id, locale, alt from json_to_recordset(${JSON.stringify(alts)}) as t(id uuid, locale text, alt text)`.execute(
    ctx.db,
  )
  await setFocuses(ctx, focuses(pictures))
  await touchProducts(ctx, ids)
}

/** Those that change. Of a picture that is named several times the last row counts. */
function focuses(pictures: { fileId: string; row: Row; was: Row | null }[]) {
  const isOther = (row: Row, was: Row | null, name: string) => (row[name] ?? null) !== (was?.[name] ?? null)
  const given = pictures
    .filter(({ row, was }) => isOther(row, was, 'focusX') || isOther(row, was, 'focusY'))
    .map(({ fileId, row: { focusX: x, focusY: y } }) => ({
      fileId,
      focus: typeof x === 'number' && typeof y === 'number' ? { xPermille: x, yPermille: y } : null,
    }))
  return [...new Map(given.map((each) => [each.fileId, each])).values()]
}
