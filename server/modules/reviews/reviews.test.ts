/** Alice says what she thinks of what she bought, Charlie of what he did not; Bob decides what is shown. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { placed, payNow } from '#testing/orders.ts'
import { withFault } from '#testing/planted.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../browse/product.ts'
import { products } from '../browse/products.ts'
import { list as queue } from './admin/list.ts'
import { moderate } from './admin/moderate.ts'
import { pin } from './admin/pin.ts'
import { reply } from './admin/reply.ts'
import { invariants } from './invariants.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { own } from './own.ts'
import { forget } from './people/forget.ts'
import { remove } from './remove.ts'
import { report } from './report.ts'
import { update as updateSettings } from './settings/update.ts'
import { putLocales } from '../settings/index.ts'
import { bought, opinion, published, someone } from './testing.ts'
import { vote } from './vote.ts'
import { write } from './write.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
await shop.inside((ctx) =>
  putLocales(
    ctx,
    ['en', 'de', 'ar'].map((code) => ({ code, fallback: code === 'en' ? null : 'en' })),
  ),
)
const { alice, bob, charlie } = shop
const reader = shop.guest()

const ratingOf = async (slug: string) => (await reader.call(product, { slug })).rating
const shown = async (productId: string, more = {}) => (await reader.call(list, { productId, ...more })).items

test('what a buyer says is shown at once, and the product knows its stars at once', async () => {
  const { productId, slug } = await bought(shop)
  assert.equal(await ratingOf(slug), null)
  const review = await alice.call(write, opinion(productId, { stars: 5 }))
  assert.deepEqual([review.state, review.verified, review.version], ['published', true, 1])
  assert.deepEqual(await ratingOf(slug), { count: 1, averageHundredths: 500, stars: [0, 0, 0, 0, 1] })
  const [said] = await shown(productId)
  assert.deepEqual(
    [said!.authorName, said!.stars, said!.title, said!.text, said!.verified],
    ['Alice H.', 5, 'Good', 'It does what it should.', true],
  )
  const { items } = await reader.call(products, { limit: 100 })
  assert.deepEqual(items.find(({ id }) => id === productId)!.rating, { count: 1, averageHundredths: 500 })
  await shop.invariants()
})

test('what a member says of what they did not buy waits for staff, who publish or refuse it with a reason', async () => {
  const { productId, slug } = await shop.goods()
  const review = await charlie.call(write, opinion(productId, { stars: 2 }))
  assert.deepEqual([review.state, review.verified], ['pending', false])
  assert.deepEqual([await shown(productId), await ratingOf(slug)], [[], null])
  const { items } = await bob.call(queue, { state: 'pending', productId })
  assert.deepEqual(
    items.map(({ id }) => id),
    [review.id],
  )
  const faults = (work: Promise<unknown>) => assert.rejects(work, { code: 'invalid_input' })
  await faults(bob.call(moderate, { reviewId: review.id, state: 'refused' }))
  await faults(bob.call(moderate, { reviewId: review.id, state: 'published', reason: 'Nice' }))
  await bob.call(moderate, { reviewId: review.id, state: 'refused', reason: 'Says nothing of it.' })
  const told = await charlie.call(own, { productId })
  assert.deepEqual([told.review!.state, told.review!.refusal], ['refused', 'Says nothing of it.'])
  const again = await charlie.call(
    write,
    opinion(productId, { stars: 3, text: 'The handle is too small for me.' }),
  )
  assert.deepEqual([again.id, again.state, again.refusal], [review.id, 'pending', null])
  await bob.call(moderate, { reviewId: review.id, state: 'published', expectedVersion: again.version })
  assert.deepEqual(await ratingOf(slug), { count: 1, averageHundredths: 300, stars: [0, 0, 1, 0, 0] })
  await bob.call(moderate, { reviewId: review.id, state: 'refused', reason: 'Complaint upheld.' })
  assert.equal(await ratingOf(slug), null)
  await assert.rejects(bob.call(moderate, { reviewId: review.id, state: 'published', expectedVersion: 1 }), {
    code: 'stale_version',
  })
  await shop.invariants()
})

test('the average is the sum of all stars by their number, whatever changes and goes', async () => {
  const { productId, slug } = await shop.goods()
  const people = await Promise.all([5, 4, 4].map(async (stars) => [await someone(shop), stars] as const))
  for (const [person, stars] of people) await published(shop, person, productId, stars)
  assert.deepEqual(await ratingOf(slug), { count: 3, averageHundredths: 433, stars: [0, 0, 0, 2, 1] })
  await people[0]![0].call(remove, { productId })
  assert.deepEqual(await ratingOf(slug), { count: 2, averageHundredths: 400, stars: [0, 0, 0, 2, 0] })
  // Said anew it waits again, and does not count meanwhile.
  await people[1]![0].call(write, opinion(productId, { stars: 1 }))
  assert.deepEqual(await ratingOf(slug), { count: 1, averageHundredths: 400, stars: [0, 0, 0, 1, 0] })
  await assert.rejects(people[0]![0].call(remove, { productId }), { code: 'not_found' })
  await shop.invariants()
})

test('a buyer’s links and addresses are looked at first, and staff may want to look at everything', async () => {
  const { productId } = await bought(shop)
  for (const text of ['See https://cheap.example', 'cheaper at cups.com', 'write to me@example.org'])
    assert.equal((await alice.call(write, opinion(productId, { text }))).state, 'pending', text)
  assert.equal((await alice.call(write, opinion(productId))).state, 'published')
  await bob.call(updateSettings, { publishing: 'by_hand' })
  assert.equal((await alice.call(write, opinion(productId))).state, 'pending')
  await bob.call(updateSettings, { publishing: 'verified', whoMayWrite: 'buyers' })
  await assert.rejects(charlie.call(write, opinion(productId)), { code: 'reviews.not_bought' })
  assert.equal((await charlie.call(own, { productId })).mayWrite, false)
  await bob.call(updateSettings, { whoMayWrite: 'members' })
})

test('a guest judges by the link of their order, once whichever order it is, and only what was in it', async () => {
  const [goods, other] = [await shop.goods(), await shop.goods()]
  const guest = shop.guest()
  const orders = []
  for (let n = 0; n < 2; n++) {
    const placement = await placed(shop, guest, { of: goods })
    await payNow(shop, placement)
    orders.push({ orderId: placement.order.id, token: placement.accessToken })
  }
  const elsewhere = shop.guest()
  const first = await elsewhere.call(write, { ...opinion(goods.productId), ...orders[0]! })
  assert.deepEqual([first.state, first.verified], ['published', true])
  const second = await elsewhere.call(write, { ...opinion(goods.productId, { stars: 1 }), ...orders[1]! })
  assert.equal(second.id, first.id)
  assert.deepEqual(
    (await elsewhere.call(own, { productId: goods.productId, ...orders[0]! })).review!.stars,
    1,
  )
  await assert.rejects(elsewhere.call(write, { ...opinion(other.productId), ...orders[0]! }), {
    code: 'reviews.not_bought',
  })
  const wrong = { orderId: orders[0]!.orderId, token: 'not-the-token' }
  await assert.rejects(elsewhere.call(write, { ...opinion(goods.productId), ...wrong }), {
    code: 'not_found',
  })
  await assert.rejects(elsewhere.call(write, opinion(goods.productId)), { code: 'unauthenticated' })
  assert.deepEqual(await elsewhere.call(own, { productId: goods.productId }), {
    review: null,
    verified: false,
    mayWrite: false,
  })
})

test('a hundred requests of one person are one review and one vote', async () => {
  const { productId, slug } = await bought(shop)
  const stars = Array.from({ length: 100 }, (_, n) => (n % 5) + 1)
  const made = await Promise.all(stars.map((each) => alice.call(write, opinion(productId, { stars: each }))))
  assert.equal(new Set(made.map(({ id }) => id)).size, 1)
  assert.equal((await ratingOf(slug))!.count, 1)
  const reviewId = made[0]!.id
  const votes = await Promise.all(stars.map(() => charlie.call(vote, { reviewId, helpful: true })))
  assert.deepEqual([...new Set(votes.map(({ helpful }) => helpful))], [1])
  await reader.call(vote, { reviewId, helpful: true })
  assert.deepEqual(await charlie.call(vote, { reviewId, helpful: false }), { helpful: 1 })
  assert.deepEqual(await charlie.call(vote, { reviewId, helpful: false }), { helpful: 1 })
  await assert.rejects(alice.call(vote, { reviewId, helpful: true }), { code: 'reviews.own_vote' })
  await shop.invariants()
})

test('shoppers report once each, and are heard when staff have looked', async () => {
  const { productId } = await shop.goods()
  const { id: reviewId } = await published(shop, charlie, productId)
  for (const person of [alice, alice, reader]) await person.call(report, { reviewId, reason: 'off_topic' })
  const { items } = await bob.call(queue, { reported: true })
  assert.deepEqual(
    items.filter(({ id }) => id === reviewId).map(({ reports }) => reports),
    [2],
  )
  const after = await bob.call(moderate, { reviewId, state: 'published' })
  assert.equal(after.reports, 0)
  await bob.call(moderate, { reviewId, state: 'refused', reason: 'Off topic.' })
  await assert.rejects(reader.call(report, { reviewId, reason: 'insult' }), { code: 'not_found' })
  await assert.rejects(reader.call(vote, { reviewId, helpful: true }), { code: 'not_found' })
})

test('what staff pinned comes first, then the reader’s language, then what helped; stars narrow', async () => {
  const { productId } = await shop.goods()
  const people = await Promise.all([1, 2, 3, 4].map(() => someone(shop)))
  const say = async (n: number, stars: number, locale: string) => {
    const { id } = await people[n]!.call(write, opinion(productId, { stars }), { locale })
    await bob.call(moderate, { reviewId: id, state: 'published' })
    shop.clock.forward(1000)
    return id
  }
  const [german, old, helpful, pinned] = [
    await say(0, 5, 'de'),
    await say(1, 4, 'en'),
    await say(2, 3, 'en'),
    await say(3, 1, 'de'),
  ] as const
  await alice.call(vote, { reviewId: helpful, helpful: true })
  await bob.call(pin, { reviewId: pinned, pinned: true })
  const ids = async (more = {}) => (await shown(productId, more)).map(({ id }) => id)
  assert.deepEqual(await ids(), [pinned, helpful, old, german])
  const inGerman = await reader.call(list, { productId }, { locale: 'de' })
  assert.deepEqual(
    inGerman.items.map((review) => review.id),
    [pinned, german, helpful, old],
  )
  assert.deepEqual(await ids({ sort: { by: 'newest', desc: true } }), [pinned, helpful, old, german])
  assert.deepEqual(await ids({ sort: { by: 'stars', desc: true } }), [german, old, helpful, pinned])
  assert.deepEqual(await ids({ stars: 4 }), [old])
  const first = await reader.call(list, { productId, limit: 2 })
  const second = await reader.call(list, { productId, limit: 2, after: first.next! })
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    [pinned, helpful, old, german],
  )
  await bob.call(moderate, { reviewId: german, state: 'refused', reason: 'No.' })
  await assert.rejects(bob.call(pin, { reviewId: german, pinned: true }), { code: 'reviews.not_published' })
})

test('the shop answers below a review, and takes its answer away', async () => {
  const { productId } = await shop.goods()
  const { id: reviewId } = await published(shop, charlie, productId)
  await bob.call(reply, { reviewId, text: 'Thank you!\n\n\n\nWe will mend it.' })
  assert.deepEqual((await shown(productId))[0]!.reply, {
    text: 'Thank you!\n\nWe will mend it.',
    repliedAt: shop.clock.now.toISOString(),
  })
  await bob.call(reply, { reviewId, text: null })
  assert.equal((await shown(productId))[0]!.reply, null)
})

test('texts are plain: marks that turn text round go, the rest is kept as it was written', async () => {
  const { productId } = await bought(shop)
  const text = '<script>alert(1)</script> 👍🏽 \u202eevil\u202c \u2066x\u2069\r\nثاني سطر'
  const review = await alice.call(write, opinion(productId, { text }))
  assert.equal(review.text, '<script>alert(1)</script> 👍🏽 evil x\nثاني سطر')
  const refused = (more: object) =>
    assert.rejects(alice.call(write, { ...opinion(productId), ...more }), { code: 'invalid_input' })
  for (const stars of [0, 6, 4.5, -1, '5']) await refused({ stars })
  for (const words of ['x'.repeat(10_000), '', ' ', '\u202e\u202c']) await refused({ text: words })
  await refused({ authorName: '\u202e' })
  await refused({ title: 'x'.repeat(121) })
})

test('whoever is forgotten is gone from what they wrote; their stars stay', async () => {
  const leaving = await someone(shop)
  const { productId, slug } = await shop.goods()
  const { id } = await published(shop, leaving, productId, 3)
  const other = await published(shop, charlie, productId, 5)
  await leaving.call(vote, { reviewId: other.id, helpful: true })
  assert.equal((await leaving.call(mine, {})).items.length, 1)
  assert.deepEqual(await bob.call(forget, { customerId: leaving.id }), { reviews: 1 })
  const said = (await shown(productId)).find((review) => review.id === id)!
  assert.deepEqual([said.authorName, said.stars], ['', 3])
  assert.equal((await ratingOf(slug))!.count, 2)
  assert.deepEqual((await leaving.call(mine, {})).items, [])
  assert.equal((await shown(productId)).find((review) => review.id === other.id)!.helpful, 0)
  await shop.invariants()
})

const PLANTS: Record<string, string> = {
  'reviews.rating': 'update browse.rating set stars_5 = stars_5 + 1',
  'reviews.votes': 'update reviews.review set reports = reports + 1',
  'reviews.photos': `with refused as (select * from reviews.review where state = 'refused' limit 1)
    insert into reviews.photo (store_id, review_id, file_id, shown_id, position) select store_id, id, id, id, 1 from refused`,
}
for (const invariant of invariants) {
  test(`${invariant.id} sees a planted fault`, async () => {
    const { before, planted } = await withFault(shop.app, invariant, PLANTS[invariant.id]!)
    assert.deepEqual(before, [])
    assert.notDeepEqual(planted, [])
  })
}
