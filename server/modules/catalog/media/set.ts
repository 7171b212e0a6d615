/** Sets a product's pictures, in their order: all that are named, and no others. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Locale, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { MOST_LOCALES, MOST_PICTURES } from '../limits.ts'
import { CatalogProduct, lockProduct, readProduct, touchProduct } from '../products/product.ts'

const ProductPicture = shape(
  'ProductPicture',
  {
    fileId: Id,
    variantId: Type.Optional(Nullable(Id)),
    alts: Type.Optional(
      List(shape('ProductPictureAlt', { locale: Locale, alt: Text(500, { min: 0 }) }), MOST_LOCALES),
    ),
  },
  {
    description:
      'With `variantId` it shows that variant, and may be listed again for others it shows too; `alts` say in words what is to be seen.',
  },
)

export const set = command({
  id: 'catalog.media.set',
  summary: 'Set the pictures of a product',
  rest: 'PUT /products/:productId/media',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    productId: Id,
    media: List(ProductPicture, MOST_PICTURES),
    expectedVersion: Type.Optional(Version),
  }),
  output: CatalogProduct,
  failures: [Archived],
  async run({ productId, media, expectedVersion }, ctx) {
    await lockProduct(ctx, productId, expectedVersion)
    const before = await readProduct(ctx, productId)
    await check(ctx, productId, media)
    const rows = media.map(({ fileId, variantId = null }, position) => ({
      id: newId(),
      fileId,
      variantId,
      position,
    }))
    await sql`delete from catalog.product_media where store_id = ${ctx.storeId} and product_id = ${productId}`.execute(
      ctx.db,
    )
    const alts = media.flatMap(({ alts: each = [] }, index) =>
      each.map((alt) => ({ ...alt, mediaId: rows[index]!.id })),
    )
    await sql`
      with made as (
        insert into catalog.product_media (id, store_id, product_id, variant_id, file_id, position)
        select id, ${ctx.storeId}, ${productId}, "variantId", "fileId", position
        from json_to_recordset(${JSON.stringify(rows)}) as m(id uuid, "variantId" uuid, "fileId" uuid, position int)
      )
      insert into catalog.product_media_text (store_id, product_media_id, locale, alt)
      select ${ctx.storeId}, "mediaId", locale, alt
      from json_to_recordset(${JSON.stringify(alts)}) as t("mediaId" uuid, locale text, alt text)`.execute(
      ctx.db,
    )
    await touchProduct(ctx, productId)
    const after = await readProduct(ctx, productId)
    ctx.audit({
      subject: 'catalog.product',
      subjectId: productId,
      before: { media: before.media.map(told) },
      after: { media: after.media.map(told) },
    })
    return after
  },
})

const told = ({ fileId, variantId, alts }: CatalogProduct['media'][number]) => ({ fileId, variantId, alts })

async function check(ctx: Ctx, productId: string, media: Static<typeof ProductPicture>[]): Promise<void> {
  const { rows } = await sql<{ files: string[]; variants: string[] }>`
    select array(select id from media.file where store_id = ${ctx.storeId} and id = any(${media.map(({ fileId }) => fileId)}::uuid[])
        and visibility = 'public' and state = 'ready' and archived_at is null and type like 'image/%') as files,
      array(select id from catalog.variant where store_id = ${ctx.storeId} and product_id = ${productId} and archived_at is null) as variants`.execute(
    ctx.db,
  )
  const { files, variants } = rows[0]!
  media.forEach(({ fileId, variantId, alts = [] }, index) => {
    const same = (other: (typeof media)[number]) =>
      other.fileId === fileId && (other.variantId ?? null) === (variantId ?? null)
    const refuse = (part: string, code: string, message: string) =>
      invalid(`media.${index}.${part}`, code, message)
    if (!files.includes(fileId))
      throw refuse('fileId', 'unknown', 'This is not a public picture of the store.')
    if (variantId && !variants.includes(variantId))
      throw refuse('variantId', 'unknown', 'This is not a variant of the product.')
    if (media.findIndex(same) < index)
      throw refuse('fileId', 'duplicate', 'This picture is there already, for the same variant.')
    alts.forEach(({ locale }, at) => {
      if (alts.findIndex((each) => each.locale === locale) < at)
        throw refuse(`alts.${at}.locale`, 'duplicate', 'There is a text in this language already.')
    })
  })
}
