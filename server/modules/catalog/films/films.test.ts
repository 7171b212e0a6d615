/** Bob shows his goods in films too: which, in which order, what stands for them until they play, and what they are called. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { storeFile } from '../../media/index.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob } = shop
const file = async (more: { visibility?: 'private'; type?: string } = {}) =>
  shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'cup.mp4',
      type: 'video/mp4',
      body: Buffer.from(newId()),
      visibility: 'public',
      width: 1920,
      height: 1080,
      durationMs: 4500,
      ...more,
    }),
  )
const picture = () => file({ type: 'image/webp' })
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('a film stands after the pictures, under its title in the reader’s language, with the picture that Bob chose', async () => {
  const cup = await shop.goods()
  const [film, poster] = [await file(), await picture()]
  const titles = [
    { locale: 'en', title: 'The cup is thrown' },
    { locale: 'de', title: 'Die Tasse entsteht' },
  ]
  const set1 = await bob.call(set, {
    productId: cup.productId,
    films: [{ fileId: film.id, posterId: poster.id, titles }],
  })
  assert.deepEqual(
    set1.films.map(({ fileId, posterId }) => [fileId, posterId]),
    [[film.id, poster.id]],
  )
  const shown = await alice.call(product, { slug: cup.slug })
  assert.deepEqual(shown.pictures, [])
  const [first] = shown.films
  assert.deepEqual(
    [first!.url, first!.type, first!.width, first!.durationMs, first!.title, first!.poster!.url],
    [`/files/${film.key}`, 'video/mp4', 1920, 4500, 'The cup is thrown', `/files/${poster.key}`],
  )
  const { items } = await alice.call(products, { sort: { by: 'newest' } })
  assert.equal(items.find(({ id }) => id === cup.productId)!.picture, null, 'a film is no picture of a list')
  assert.deepEqual((await bob.call(set, { productId: cup.productId, films: [] })).films, [])
  assert.deepEqual((await alice.call(product, { slug: cup.slug })).films, [])
})

test('once there is a copy that every browser plays, it is what is shown, with a frame of it; what is archived is not', async () => {
  const cup = await shop.goods()
  const film = await file()
  await bob.call(set, { productId: cup.productId, films: [{ fileId: film.id }] })
  assert.equal((await alice.call(product, { slug: cup.slug })).films[0]!.poster, null)
  await shop.inside((ctx) =>
    sql`insert into media.rendition (store_id, file_id, width, height, type, storage_key, bytes, created_at) values
      (${ctx.storeId}, ${film.id}, 1280, 720, 'video/mp4', ${`${film.id}/copy.mp4`}, 9, ${ctx.now()}),
      (${ctx.storeId}, ${film.id}, 320, 180, 'image/webp', ${`${film.id}/320.webp`}, 9, ${ctx.now()}),
      (${ctx.storeId}, ${film.id}, 1280, 720, 'image/webp', ${`${film.id}/1280.webp`}, 9, ${ctx.now()})`.execute(
      ctx.db,
    ),
  )
  await bob.call(set, { productId: cup.productId, films: [{ fileId: film.id }] })
  const [shown] = (await alice.call(product, { slug: cup.slug })).films
  assert.deepEqual([shown!.url, shown!.width], [`/files/${film.id}/copy.mp4`, 1280])
  assert.deepEqual(
    [shown!.poster!.url, shown!.poster!.sources.map(({ width }) => width)],
    [`/files/${film.id}/1280.webp`, [320, 1280]],
  )
  await shop.inside((ctx) =>
    sql`update media.file set archived_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${film.id}`.execute(
      ctx.db,
    ),
  )
  shop.clock.forward(60_000)
  assert.deepEqual((await alice.call(product, { slug: cup.slug })).films, [])
})

test('what is no public film of the store is refused by name, and nothing changes', async () => {
  const cup = await shop.goods()
  const film = await file()
  const productId = cup.productId
  await bob.call(set, { productId, films: [{ fileId: film.id }] })
  const wrong: [object, string][] = [
    [{ fileId: newId() }, 'films.0.fileId unknown'],
    [{ fileId: (await picture()).id }, 'films.0.fileId unknown'],
    [{ fileId: (await file({ visibility: 'private' })).id }, 'films.0.fileId unknown'],
    [{ fileId: film.id, posterId: film.id }, 'films.0.posterId unknown'],
    [
      { fileId: film.id, titles: ['a', 'b'].map((title) => ({ locale: 'en', title })) },
      'films.0.titles.1.locale duplicate',
    ],
  ]
  for (const [given, fault] of wrong)
    assert.deepEqual(await faults(bob.call(set, { productId, films: [given as { fileId: string }] })), [
      fault,
    ])
  const twice = [{ fileId: film.id }, { fileId: film.id }]
  assert.deepEqual(await faults(bob.call(set, { productId, films: twice })), ['films.1.fileId duplicate'])
  assert.equal((await alice.call(product, { slug: cup.slug })).films.length, 1)
  await assert.rejects(alice.call(set, { productId, films: [] }), { code: 'forbidden' })
})
