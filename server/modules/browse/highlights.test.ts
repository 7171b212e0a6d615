/** What was looked for is shown in what was found: in pieces of text, so that nothing in it becomes markup. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { search } from './search.ts'
import { create as createSynonym } from './synonyms/create.ts'

const shop = await openShop()
after(() => shop.close())
const guest = shop.guest()
const marked = async (q: string) => {
  const { highlights } = await guest.call(search, { q, highlights: true })
  return highlights.map(({ name }) => name.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''))
}

test('words are marked as they were meant: in another form, with accents, only begun, mistyped, said otherwise', async () => {
  await shop.goods({ name: 'Blue ceramic cup, 2-part' })
  await shop.goods({ name: 'Café au lait bowl' })
  await shop.bob.call(createSynonym, { locale: 'en', words: ['bowl', 'dish'] })
  await shop.settle()
  assert.deepEqual(await marked('cups'), ['Blue ceramic [cup], 2-part'])
  assert.deepEqual(await marked('blue ceram'), ['[Blue] [ceramic] cup, 2-part'])
  assert.deepEqual(await marked('part'), ['Blue ceramic cup, 2-[part]'])
  assert.deepEqual(await marked('CAFE'), ['[Café] au lait bowl'])
  assert.deepEqual(await marked('cafe dish'), ['[Café] au lait [bowl]'])
  assert.deepEqual(await marked('ceramik'), ['Blue [ceramic] cup, 2-part'])
})

test('markup in a name stays text', async () => {
  await shop.goods({ name: '<img src=x onerror="alert(1)"> lantern <b>bold</b>' })
  await shop.settle()
  assert.deepEqual(await marked('lantern b'), ['<img src=x onerror="alert(1)"> [lantern] <[b]>[bold]</[b]>'])
})

test('it is told only when asked for, and only when something was looked for', async () => {
  assert.equal((await guest.call(search, { q: 'cup' })).highlights.length, 0)
  assert.equal((await guest.call(search, { highlights: true })).highlights.length, 0)
})

test('the pieces make the whole text', async () => {
  const { items, highlights } = await guest.call(search, { q: 'cup', highlights: true })
  assert.deepEqual(
    highlights.map(({ productId, name }) => [productId, name.map(({ text }) => text).join('')]),
    items.map(({ id, name }) => [id, name]),
  )
})
