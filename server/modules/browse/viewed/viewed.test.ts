/** Alice finds again what she looked at, and nobody else does. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { unpublish } from '../../catalog/products/unpublish.ts'
import { signedIn } from '../../identity/index.ts'
import { add } from './add.ts'
import { clear } from './clear.ts'
import { list } from './list.ts'
import { MOST_VIEWED } from './viewed.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob, charlie } = shop

const goods: Goods[] = []
for (let n = 0; n < MOST_VIEWED + 3; n++) goods.push(await shop.goods({ name: `Vase ${n}` }))
const [first, second, third] = goods as [Goods, Goods, Goods, ...Goods[]]

async function look(who: Person, ...at: { productId: string }[]): Promise<void> {
  for (const { productId } of at) {
    shop.clock.forward(minutes(1))
    await who.call(add, { productId })
  }
}
const seen = async (who: Person, except?: string) =>
  (await who.call(list, except ? { except } : {})).items.map(({ id }) => id)
const ids = (...of: { productId: string }[]) => of.map(({ productId }) => productId)

test('what was looked at last comes first, each once, and it is theirs alone', async () => {
  await look(alice, first, second, third, first)
  assert.deepEqual(await seen(alice), ids(first, third, second))
  assert.deepEqual(await seen(alice, first.productId), ids(third, second))
  assert.deepEqual(await seen(charlie), [])
  assert.deepEqual(await seen(shop.guest()), [])
})

test('what is taken off the shop is left out, and what is not there cannot be looked at', async () => {
  await bob.call(unpublish, { productId: third.productId })
  assert.deepEqual(await seen(alice), ids(first, second))
  await assert.rejects(alice.call(add, { productId: third.productId }), { code: 'not_found' })
  await assert.rejects(alice.call(add, { productId: newId() }), { code: 'not_found' })
})

test('only the newest are kept', async () => {
  const few = shop.guest()
  await look(few, ...goods.slice(3), first)
  const { rows } = await shop.app.pool.pg.query('select from browse.viewed where viewer_id = $1', [few.id])
  assert.equal(rows.length, MOST_VIEWED)
  assert.deepEqual((await seen(few))[0], first.productId)
})

test('a guest who logs in takes along what they looked at', async () => {
  const guest = shop.guest()
  await look(charlie, first, second)
  await look(guest, goods[4]!, first)
  await shop.inside(async (ctx) => {
    for (const follow of ctx.ports(signedIn)) await follow({ guestId: guest.id, personId: charlie.id }, ctx)
  })
  assert.deepEqual(await seen(charlie), ids(first, goods[4]!, second))
  assert.deepEqual(await seen(guest), [])
})

test('it is forgotten when they say so, and by itself after a month', async () => {
  await alice.call(clear, {})
  assert.deepEqual(await seen(alice), [])
  assert.equal((await seen(charlie)).length, 3)
  shop.clock.forward(days(29))
  await look(charlie, second)
  shop.clock.forward(days(2))
  await shop.job('browse.forgetViewed')
  assert.deepEqual(await seen(charlie), ids(second))
})

test('the list takes one statement, however much there is to show', async () => {
  const statements = { count: 0 }
  await charlie.call(list, {}, { statements })
  assert.equal(statements.count, 1)
})
