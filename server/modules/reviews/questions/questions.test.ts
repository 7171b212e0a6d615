/** Charlie wants to know something; the shop and Alice, who bought it, answer, and he is told. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { mailsTo } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { list as listAnswers } from '../answers/list.ts'
import { moderate as moderateAnswer } from '../answers/moderate.ts'
import { forget } from '../people/forget.ts'
import { putLocales } from '../../settings/index.ts'
import { bought, someone } from '../testing.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { list } from './list.ts'
import { moderate } from './moderate.ts'
import { pin } from './pin.ts'
import { queue } from './queue.ts'
import { reply } from './reply.ts'

const shop = await openShop()
after(() => shop.close())
await shop.inside((ctx) =>
  putLocales(
    ctx,
    ['en', 'de', 'ar'].map((code) => ({ code, fallback: code === 'en' ? null : 'en' })),
  ),
)
const { alice, bob, charlie } = shop
const wish = (productId: string, text = 'Does it hold boiling water?') => ({
  productId,
  text,
  authorName: 'Charlie',
})
const shown = async (productId: string, locale = 'en') =>
  (await shop.guest().call(list, { productId }, { locale })).items
const subjects = async (email: string) => (await mailsTo(shop, email)).map(({ subject }) => subject)

test('a question waits until staff answer it, and whoever asked is told once for each answer', async () => {
  const { productId } = await bought(shop)
  const { id: questionId, state } = await charlie.call(ask, wish(productId))
  assert.equal(state, 'pending')
  assert.deepEqual(await shown(productId), [])
  await assert.rejects(alice.call(answer, { questionId, text: 'Yes.', authorName: 'Alice' }), {
    code: 'not_found',
  })
  const { items } = await bob.call(queue, { state: 'pending', productId })
  assert.deepEqual(
    items.map(({ id }) => id),
    [questionId],
  )
  await bob.call(reply, { questionId, text: 'Yes, it does.', authorName: 'Bob of the shop' })
  assert.deepEqual(await subjects(charlie.email), [
    'Your question about Goods is answered'.replace('Goods', await nameOf(productId)),
  ])
  const given = await alice.call(answer, { questionId, text: 'Mine does.', authorName: 'Alice' })
  assert.equal(given.state, 'published')
  const [question] = await shown(productId)
  assert.deepEqual(
    question!.answers.map(({ byStaff, text }) => [byStaff, text]),
    [
      [true, 'Yes, it does.'],
      [false, 'Mine does.'],
    ],
  )
  await alice.call(answer, { questionId, text: 'Mine does, for a year now.', authorName: 'Alice' })
  assert.equal((await shown(productId))[0]!.answers.length, 2)
  assert.equal((await subjects(charlie.email)).length, 2)
})

async function nameOf(productId: string): Promise<string> {
  const { rows } = await shop.app.pool.pg.query(
    'select name from catalog.product_text where product_id = $1',
    [productId],
  )
  return rows[0].name
}

test('only who bought it answers, and what leads elsewhere waits for staff', async () => {
  const { productId } = await bought(shop)
  const { id: questionId } = await charlie.call(ask, wish(productId))
  const refused = await bob.call(moderate, { questionId, state: 'refused', reason: 'Twice.' })
  assert.deepEqual([refused.state, refused.refusal], ['refused', 'Twice.'])
  await bob.call(moderate, { questionId, state: 'published' })
  const say = { questionId, text: 'Look at www.cheaper.example', authorName: 'X' }
  await assert.rejects((await someone(shop)).call(answer, say), { code: 'reviews.not_bought' })
  const { id: answerId, state } = await alice.call(answer, say)
  assert.equal(state, 'pending')
  assert.deepEqual((await shown(productId))[0]!.answers, [])
  const waiting = await bob.call(listAnswers, { state: 'pending' })
  assert.ok(waiting.items.some(({ id }) => id === answerId))
  await bob.call(moderateAnswer, { answerId, state: 'refused', reason: 'Advertising.' })
  const again = await alice.call(answer, { ...say, text: 'It does.' })
  assert.deepEqual([again.id, again.state], [answerId, 'pending'], 'what was refused once is looked at')
  await bob.call(moderateAnswer, { answerId, state: 'published' })
  assert.equal((await shown(productId))[0]!.answers[0]!.text, 'It does.')
})

test('a guest gives an address, is told in the language they asked in, and is forgotten later', async () => {
  const { productId } = await shop.goods()
  const guest = shop.guest()
  await assert.rejects(guest.call(ask, wish(productId)), { code: 'invalid_input' })
  const email = 'amina@example.com'
  const { id: questionId } = await guest.call(
    ask,
    { ...wish(productId, 'هل يتحمل الماء المغلي؟'), email },
    { locale: 'ar' },
  )
  await bob.call(reply, { questionId, text: 'نعم.', authorName: 'المتجر' })
  assert.match((await mailsTo(shop, email))[0]!.subject, /أُجيب عن سؤالك/)
  const addressOf = async () =>
    (await bob.call(queue, { productId })).items.find(({ id }) => id === questionId)!.email
  assert.equal(await addressOf(), email)
  shop.clock.forward(days(181))
  await shop.job('reviews.purge')
  assert.equal(await addressOf(), null)
})

test('pinned questions come first, then those in the reader’s language', async () => {
  const { productId } = await shop.goods()
  const made = async (locale: string) => {
    const { id } = await charlie.call(ask, wish(productId, `In ${locale}?`), { locale })
    await bob.call(moderate, { questionId: id, state: 'published' })
    return id
  }
  const [english, german, last] = [await made('en'), await made('de'), await made('en')] as const
  await assert.rejects(bob.call(pin, { questionId: english, pinned: true, expectedVersion: 1 }), {
    code: 'stale_version',
  })
  await bob.call(pin, { questionId: english, pinned: true })
  const ids = async (locale: string) => (await shown(productId, locale)).map(({ id }) => id)
  assert.deepEqual(await ids('en'), [english, last, german])
  assert.deepEqual(await ids('de'), [english, german, last])
  await bob.call(moderate, { questionId: last, state: 'refused', reason: 'Twice.' })
  await assert.rejects(bob.call(pin, { questionId: last, pinned: true }), { code: 'reviews.not_published' })
})

test('whoever is forgotten is gone from what they asked', async () => {
  const { productId } = await shop.goods()
  const leaving = await someone(shop)
  const { id: questionId } = await leaving.call(ask, wish(productId))
  await bob.call(moderate, { questionId, state: 'published' })
  await bob.call(forget, { customerId: leaving.id })
  assert.equal((await shown(productId))[0]!.authorName, '')
  await bob.call(reply, { questionId, text: 'Yes.', authorName: 'Bob' })
  assert.deepEqual(await subjects(leaving.email), [])
})

test('questions that are too long, empty, or about nothing are turned away', async () => {
  const { productId } = await shop.goods()
  for (const text of ['x'.repeat(10_000), ' ', '\u202e'])
    await assert.rejects(charlie.call(ask, wish(productId, text)), { code: 'invalid_input' })
  await assert.rejects(charlie.call(ask, wish(shop.storeId)), { code: 'not_found' })
})
