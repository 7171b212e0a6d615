/** Bob keeps a journal; whoever reads it finds the newest entry first. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { create } from './documents/create.ts'
import { publish } from './documents/publish.ts'
import { unpublish } from './documents/unpublish.ts'
import { update } from './documents/update.ts'
import { journal } from './journal.ts'
import { post } from './post.ts'
import { faultsOf, pictureOf, richText } from './testing.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

async function entry(title: string, tags: string[]) {
  const { id } = await bob.call(create, {
    kind: 'post',
    texts: [{ locale: 'en', title, summary: `${title}, in short.` }],
    blocks: [richText('', 'Words.')],
    author: 'Bob',
    tags,
  })
  await bob.call(publish, { documentId: id })
  shop.clock.forward(days(1))
  return id
}

test('the newest entry comes first, page by page, and by what it is about', async () => {
  const kiln = await entry('The kiln', ['Stoneware', ' Workshops '])
  await entry('Six teas', ['Tea'])
  await entry('Two sisters', ['Workshops'])
  const titles = async (input: object = {}) =>
    (await guest.call(journal, input)).items.map(({ title }) => title)
  assert.deepEqual(await titles(), ['Two sisters', 'Six teas', 'The kiln'])
  assert.deepEqual(await titles({ tag: 'Workshops' }), ['Two sisters', 'The kiln'])
  assert.deepEqual(await titles({ tag: 'Nothing' }), [])
  const { next } = await guest.call(journal, { limit: 2 })
  assert.deepEqual(await titles({ limit: 2, after: next! }), ['The kiln'])

  const cover = { fileId: await pictureOf(shop), alts: [{ locale: 'en', alt: 'A kiln' }] }
  await bob.call(update, { documentId: kiln, cover, tags: ['Fire'] })
  assert.deepEqual(await titles({ tag: 'Fire' }), [], 'a draft is not published')
  await bob.call(publish, { documentId: kiln })
  const [card] = (await guest.call(journal, { tag: 'Fire' })).items
  assert.deepEqual([card!.cover!.alt, card!.author, card!.summary], ['A kiln', 'Bob', 'The kiln, in short.'])
  assert.equal((await guest.call(post, { slug: 'the-kiln' })).cover!.alt, 'A kiln')

  await bob.call(unpublish, { documentId: kiln })
  assert.deepEqual(await titles(), ['Two sisters', 'Six teas'])
  assert.deepEqual(await faultsOf(guest.call(post, { slug: 'the-kiln' })), ['not_found'])
})
