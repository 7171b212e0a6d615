/** Bob tells what his shop is about: pages that he writes, tries out, shows, plans and takes back. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { home } from '../home.ts'
import { navigation } from '../navigation.ts'
import { page } from '../page.ts'
import { preview } from '../preview.ts'
import { list as revisions } from '../revisions/list.ts'
import { restore } from '../revisions/restore.ts'
import { slot } from '../slot.ts'
import { faultsOf, pageOf, richText } from '../testing.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { preview as askForLink } from './preview.ts'
import { publish } from './publish.ts'
import { schedule } from './schedule.ts'
import { unpublish } from './unpublish.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const begin = (title: string, blocks = [richText('', `All about ${title}.`)]) =>
  bob.call(create, { kind: 'page', texts: [{ locale: 'en', title }], blocks })
const body = async (slug: string) => {
  const [block] = (await guest.call(page, { slug })).blocks
  assert.ok(block?.kind === 'rich_text')
  return block.body.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n')
}
const inHours = (count: number) => new Date(shop.clock.now.getTime() + hours(count)).toISOString()

test('a draft is nobody’s business until it is published, and a change of it neither', async () => {
  const draft = await begin('Our story')
  assert.deepEqual([draft.state, draft.texts[0]!.slug], ['draft', 'our-story'])
  assert.deepEqual(await faultsOf(guest.call(page, { slug: 'our-story' })), ['not_found'])

  await bob.call(publish, { documentId: draft.id })
  assert.equal(await body('our-story'), 'All about Our story.')

  const changed = await bob.call(update, { documentId: draft.id, blocks: [richText('', 'Much more.')] })
  assert.deepEqual([changed.revision, changed.publishedRevision, changed.hasChanges], [2, 1, true])
  assert.equal(await body('our-story'), 'All about Our story.')
  assert.equal((await bob.call(publish, { documentId: draft.id })).hasChanges, false)
  assert.equal(await body('our-story'), 'Much more.')

  await bob.call(unpublish, { documentId: draft.id })
  assert.deepEqual(await faultsOf(guest.call(page, { slug: 'our-story' })), ['not_found'])
})

test('a page is read in the reader’s language, else in the shop’s, and each language has its address', async () => {
  const { id } = await bob.call(create, {
    kind: 'page',
    texts: [
      { locale: 'en', title: 'Care', summary: 'How to keep it.' },
      { locale: 'de', title: 'Pflege' },
    ],
    blocks: [
      { kind: 'rich_text', texts: [{ ...richText('', 'Wash by hand.').texts[0]!, locale: 'en' }] },
      {
        kind: 'rich_text',
        texts: [richText('', 'Dry.').texts[0]!, { ...richText('', 'Trocknen.').texts[0]!, locale: 'de' }],
      },
    ],
  })
  await bob.call(publish, { documentId: id })
  const read = await guest.call(page, { slug: 'care' })
  assert.deepEqual(read.addresses, [
    { locale: 'de', slug: 'pflege' },
    { locale: 'en', slug: 'care' },
  ])
  assert.equal(read.summary, 'How to keep it.')
})

test('an old address leads to where the page is now, until another page takes it', async () => {
  const first = await pageOf(shop, 'Delivery')
  await bob.call(update, {
    documentId: first.id,
    texts: [{ locale: 'en', title: 'Delivery and returns', slug: 'shipping' }],
  })
  assert.equal((await guest.call(page, { slug: 'delivery' })).slug, 'shipping')
  // A name alone gets a number; who asks for the address gets it.
  assert.equal((await begin('Delivery')).texts[0]!.slug, 'delivery-2')
  assert.deepEqual(
    await faultsOf(
      bob.call(create, { kind: 'page', texts: [{ locale: 'en', title: 'X', slug: 'shipping' }] }),
    ),
    ['texts.0.slug taken'],
  )
})

test('a link shows the draft to whoever has it, for a while, in this shop', async () => {
  const { id } = await begin('Secret')
  const { url, expiresAt } = await bob.call(askForLink, { documentId: id, expiresInHours: 2 })
  assert.equal(expiresAt, inHours(2))
  const token = url.replace('/draft/', '')
  assert.equal((await guest.call(preview, { token })).title, 'Secret')
  const other = newId()
  for (const forged of [token.replace(id, other), token.slice(0, -2) + 'xx', `${id}.9999999999.nothing`])
    assert.deepEqual(await faultsOf(guest.call(preview, { token: forged })), ['not_found'])

  shop.clock.forward(hours(2))
  assert.deepEqual(await faultsOf(guest.call(preview, { token })), ['content.preview_over'])
  await bob.call(archive, { documentId: id })
  assert.deepEqual(await faultsOf(bob.call(askForLink, { documentId: id })), ['content.archived'])
})

test('a page comes when its time has come and goes when it is over, as its draft is then', async () => {
  const { id } = await begin('Summer sale')
  assert.deepEqual(
    await faultsOf(bob.call(schedule, { documentId: id, publishAt: inHours(-1), unpublishAt: null })),
    ['publishAt too_early'],
  )
  await bob.call(schedule, { documentId: id, publishAt: inHours(1), unpublishAt: inHours(3) })
  await bob.call(update, { documentId: id, blocks: [richText('', 'Half the price.')] })
  shop.clock.forward(hours(1))
  await shop.job('content.publishDue')
  assert.equal(await body('summer-sale'), 'Half the price.')
  shop.clock.forward(hours(2))
  await shop.job('content.publishDue')
  assert.deepEqual(await faultsOf(guest.call(page, { slug: 'summer-sale' })), ['not_found'])
  const { state, publishAt, unpublishAt } = await bob.call(get, { documentId: id })
  assert.deepEqual([state, publishAt, unpublishAt], ['draft', null, null])
  await shop.invariants()
})

test('what a page said before can be brought back, and nothing in between is lost', async () => {
  const { id } = await pageOf(shop, 'Contact')
  await bob.call(update, { documentId: id, blocks: [richText('', 'By telephone.')] })
  await bob.call(update, { documentId: id, blocks: [] })
  const { items } = await bob.call(revisions, { documentId: id })
  assert.deepEqual(
    items.map(({ number, blockCount, isPublished }) => [number, blockCount, isPublished]),
    [
      [3, 0, false],
      [2, 1, false],
      [1, 1, true],
    ],
  )
  assert.equal(items[0]!.madeBy, bob.id)
  const restored = await bob.call(restore, { documentId: id, number: 2 })
  assert.deepEqual([restored.revision, restored.blocks.length], [4, 1])
  await bob.call(publish, { documentId: id })
  assert.equal(await body('contact'), 'By telephone.')
  assert.deepEqual(await faultsOf(bob.call(restore, { documentId: id, number: 9 })), ['not_found'])
})

test('old revisions are forgotten, but not what shoppers see', async () => {
  const { id } = await pageOf(shop, 'Workshop')
  for (let n = 0; n < 55; n++) await bob.call(update, { documentId: id, author: `${n}` })
  const { items } = await bob.call(revisions, { documentId: id })
  assert.deepEqual([items.length, items.at(-1)!.number, items.at(-1)!.isPublished], [51, 1, true])
  assert.equal(await body('workshop'), 'All about Workshop.')
})

test('there is one home, and one document in a slot', async () => {
  const first = await bob.call(create, { kind: 'home', blocks: [richText('Hello', 'Come in.')] })
  assert.deepEqual(await faultsOf(bob.call(create, { kind: 'home' })), ['content.place_taken'])
  assert.deepEqual(await faultsOf(guest.call(home, {})), ['not_found'])
  await bob.call(publish, { documentId: first.id })
  assert.equal((await guest.call(home, {})).blocks.length, 1)

  const below = await bob.call(create, { kind: 'slot', slot: 'product.below', blocks: [richText('', 'Hi.')] })
  assert.deepEqual((await guest.call(navigation, {})).slots, [])
  await bob.call(publish, { documentId: below.id })
  assert.deepEqual((await guest.call(navigation, {})).slots, ['product.below'])
  assert.equal((await guest.call(slot, { slot: 'product.below' })).blocks.length, 1)
  assert.deepEqual(await faultsOf(bob.call(create, { kind: 'slot', slot: 'product.below' })), [
    'content.place_taken',
  ])
  assert.deepEqual(await faultsOf(bob.call(create, { kind: 'slot' })), ['slot required'])
  await bob.call(archive, { documentId: below.id })
  assert.deepEqual(await faultsOf(guest.call(slot, { slot: 'product.below' })), ['not_found'])
  await bob.call(create, { kind: 'slot', slot: 'product.below' })
})

test('what is archived is found among what was archived, and stays as it is', async () => {
  const { id } = await pageOf(shop, 'Jobs')
  await bob.call(archive, { documentId: id })
  const { items } = await bob.call(list, { archived: true, kind: 'page' })
  assert.equal(items[0]!.id, id)
  assert.deepEqual(await faultsOf(bob.call(publish, { documentId: id })), ['content.archived'])
  assert.equal((await pageOf(shop, 'Jobs')).texts[0]!.slug, 'jobs')
  await shop.invariants()
})

test('a page that only speaks another language is not ready, and who is late is told', async () => {
  const { id, version } = await bob.call(create, {
    kind: 'page',
    texts: [{ locale: 'fr', title: 'Notre histoire' }],
  })
  assert.deepEqual(await faultsOf(bob.call(publish, { documentId: id })), ['content.not_ready'])
  assert.deepEqual(
    await faultsOf(bob.call(schedule, { documentId: id, publishAt: inHours(1), unpublishAt: null })),
    ['content.not_ready'],
  )
  await bob.call(update, { documentId: id, author: 'Bob' })
  assert.deepEqual(
    await faultsOf(bob.call(update, { documentId: id, author: 'Bea', expectedVersion: version })),
    ['stale_version'],
  )
})
