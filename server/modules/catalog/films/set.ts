/** Sets a product's films, in their order: all that are named, and no others. They stand after its pictures. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { CatalogProduct, lockProduct, readProduct, touchProduct } from '../products/product.ts'
import { MOST_FILMS, ProductFilm } from './film.ts'

export const set = command({
  id: 'catalog.films.set',
  summary: 'Set the films of a product',
  rest: 'PUT /products/:productId/films',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    productId: Id,
    films: List(ProductFilm, MOST_FILMS),
    expectedVersion: Type.Optional(Version),
  }),
  output: CatalogProduct,
  failures: [Archived],
  async run({ productId, films, expectedVersion }, ctx) {
    await lockProduct(ctx, productId, expectedVersion)
    const before = await readProduct(ctx, productId)
    await check(ctx, films)
    await sql`delete from catalog.product_film where store_id = ${ctx.storeId} and product_id = ${productId}`.execute(
      ctx.db,
    )
    await writeFilms(ctx, productId, films)
    await touchProduct(ctx, productId)
    const after = await readProduct(ctx, productId)
    ctx.audit({
      subject: 'catalog.product',
      subjectId: productId,
      before: { films: before.films },
      after: { films: after.films },
    })
    return after
  },
})

/** Of a product that has none. */
export async function writeFilms(ctx: Ctx, productId: string, films: ProductFilm[]): Promise<void> {
  const rows = films.map(({ fileId, posterId = null }, position) => ({
    id: newId(),
    fileId,
    posterId,
    position,
  }))
  const titles = films.flatMap(({ titles: each = [] }, index) =>
    each.map((title) => ({ ...title, filmId: rows[index]!.id })),
  )
  await sql`
    with made as (
      insert into catalog.product_film (id, store_id, product_id, file_id, poster_id, position)
      select id, ${ctx.storeId}, ${productId}, "fileId", "posterId", position
      from json_to_recordset(${JSON.stringify(rows)}) as f(id uuid, "fileId" uuid, "posterId" uuid, position int)
    )
    insert into catalog.product_film_text (store_id, product_film_id, locale, title)
    select ${ctx.storeId}, "filmId", locale, title
    from json_to_recordset(${JSON.stringify(titles)}) as t("filmId" uuid, locale text, title text)`.execute(
    ctx.db,
  )
}

async function check(ctx: Ctx, films: ProductFilm[]): Promise<void> {
  const ids = films.flatMap(({ fileId, posterId }) => [fileId, ...(posterId ? [posterId] : [])])
  const { rows } = await sql<{ id: string; type: string }>`
    select id, type from media.file where store_id = ${ctx.storeId} and id = any(${ids}::uuid[])
      and visibility = 'public' and state = 'ready' and archived_at is null and width is not null`.execute(
    ctx.db,
  )
  const isOf = (id: string, kind: string) => rows.some((file) => file.id === id && file.type.startsWith(kind))
  films.forEach(({ fileId, posterId, titles = [] }, index) => {
    const refuse = (part: string, code: string, message: string) =>
      invalid(`films.${index}.${part}`, code, message)
    if (!isOf(fileId, 'video/')) throw refuse('fileId', 'unknown', 'This is not a public video of the store.')
    if (films.findIndex((other) => other.fileId === fileId) < index)
      throw refuse('fileId', 'duplicate', 'This film is there already.')
    if (posterId && !isOf(posterId, 'image/'))
      throw refuse('posterId', 'unknown', 'This is not a public picture of the store.')
    titles.forEach(({ locale }, at) => {
      if (titles.findIndex((each) => each.locale === locale) < at)
        throw refuse(`titles.${at}.locale`, 'duplicate', 'There is a title in this language already.')
    })
  })
}
