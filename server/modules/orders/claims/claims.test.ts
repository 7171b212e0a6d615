/** Gina buys as a guest and takes her orders into an account afterwards: by a link that only her mailbox gets. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { BACK, mailsTo, paid, payNow, placed } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { setDetails } from '../../cart/set-details.ts'
import { signUp } from '../../identity/sign-up.ts'
import { ADDRESS } from '#testing/carts.ts'
import { get as getOrder } from '../get.ts'
import { list } from '../list.ts'
import { place } from '../place.ts'
import { accept } from './accept.ts'
import { get } from './get.ts'
import { request } from './request.ts'

const shop = await openShop()
after(() => shop.close())

/** An order of a new guest, written to this address. */
async function orderedBy(email: string) {
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: await shop.goods() })
  const details = { email, shippingAddress: ADDRESS, deliveryMethodId: shop.methodId }
  await guest.call(setDetails, { cartId, ...details })
  const placement = await guest.call(place, { cartId, ...BACK }, { key: newId() })
  return { guest, orderId: placement.order.id, token: placement.accessToken, placement }
}

async function linksTo(email: string): Promise<string[]> {
  const mails = await mailsTo(shop, email)
  return mails.flatMap(({ text }) => /claim\?token=(\S+)/.exec(text)?.[1] ?? [])
}

const ordersOf = async (person: Person) => (await person.call(list, {})).items.map(({ id }) => id)
const refusedFor = (reason: string) => (error: any) => {
  assert.deepEqual(
    [error.code, error.status, error.details],
    ['orders.claim_link_not_valid', 409, { reason }],
  )
  return true
}

test('the link from the mail takes everything ordered with that address into the account', async () => {
  const [first, other] = [await orderedBy('Gina@Example.com'), await orderedBy('gina@example.com')]
  const strangers = await orderedBy('someone@example.com')
  await first.guest.call(request, { orderId: first.orderId })
  const [token] = await linksTo('Gina@Example.com')
  const shown = await shop.guest().call(get, { token: token! })
  assert.deepEqual([shown.email, shown.hasAccount], ['gina@example.com', false])
  assert.deepEqual(new Set(shown.orders.map(({ id }) => id)), new Set([first.orderId, other.orderId]))
  const gina = await shop.person('Gina', [])
  assert.deepEqual(await gina.call(accept, { token: token! }), { orders: 2 })
  assert.deepEqual(new Set(await ordersOf(gina)), new Set([first.orderId, other.orderId]))
  await assert.rejects(gina.call(getOrder, { orderId: strangers.orderId }), { code: 'not_found' })
  await first.guest.call(getOrder, { orderId: first.orderId, token: first.token })
  await shop.invariants()
})

test('who holds the order’s link may ask, and learns nothing: the link goes to the order’s own address', async () => {
  const { orderId, token } = await orderedBy('hanna@example.com')
  assert.deepEqual(await shop.charlie.call(request, { orderId, token }), { done: true })
  assert.equal((await linksTo('hanna@example.com')).length, 1)
  assert.deepEqual(await linksTo(shop.charlie.email), [])
  await assert.rejects(shop.charlie.call(accept, { token }), refusedFor('unknown'))
  assert.deepEqual(await ordersOf(shop.charlie), [])
  await assert.rejects(shop.charlie.call(request, { orderId }), { code: 'not_found' })
})

test('a link works once, also of two at the same moment, and says so kindly', async () => {
  const { guest, orderId } = await orderedBy('ida@example.com')
  await guest.call(request, { orderId })
  const [token = ''] = await linksTo('ida@example.com')
  const people = await Promise.all(['Ida', 'Ilse'].map((name) => shop.person(name, [])))
  const results = await Promise.allSettled(people.map((person) => person.call(accept, { token })))
  const winner = results.findIndex(({ status }) => status === 'fulfilled')
  const [lost] = results.filter((result) => result.status === 'rejected')
  assert.equal(refusedFor('used')(lost!.reason), true)
  assert.deepEqual(await ordersOf(people[winner]!), [orderId])
  assert.deepEqual(await ordersOf(people[1 - winner]!), [])
  await assert.rejects(guest.call(get, { token }), refusedFor('used'))
  await assert.rejects(guest.call(request, { orderId }), { code: 'not_found' }, 'it is no guest’s any more')
})

test('a link lives seven days; then a new one can be asked for', async () => {
  const { guest, orderId } = await orderedBy('jo@example.com')
  await guest.call(request, { orderId })
  const [old = ''] = await linksTo('jo@example.com')
  shop.clock.forward(days(7))
  await assert.rejects(shop.alice.call(get, { token: old }), refusedFor('expired'))
  await assert.rejects(shop.alice.call(accept, { token: old }), refusedFor('expired'))
  await guest.call(request, { orderId })
  const [, fresh = ''] = await linksTo('jo@example.com')
  await shop.alice.call(accept, { token: fresh })
  assert.deepEqual(await ordersOf(shop.alice), [orderId])
  shop.clock.forward(days(31))
  await shop.job('orders.purgeClaimLinks')
  await assert.rejects(shop.alice.call(get, { token: old }), refusedFor('unknown'))
})

test('asked twice in a moment, one mail is sent', async () => {
  const { guest, orderId } = await orderedBy('kim@example.com')
  for (let n = 0; n < 3; n++) await guest.call(request, { orderId })
  assert.equal((await linksTo('kim@example.com')).length, 1)
  shop.clock.forward(minutes(5))
  await guest.call(request, { orderId })
  assert.equal((await linksTo('kim@example.com')).length, 2)
})

test('an order that is in an account is not asked for again', async () => {
  const { order, accessToken } = await placed(shop, shop.charlie, { of: await shop.goods() })
  for (const person of [shop.charlie, shop.guest()])
    await assert.rejects(person.call(request, { orderId: order.id, token: accessToken }), {
      code: 'orders.has_account',
    })
})

test('the mail that confirms a guest’s order offers to keep it; a member’s does not', async () => {
  const { placement, token, orderId } = await orderedBy('lea@example.com')
  await payNow(shop, placement)
  const [mail] = await mailsTo(shop, 'lea@example.com')
  assert.match(
    mail!.text,
    new RegExp(`Keep this order in an account: \\S+/orders/${orderId}/keep\\?token=${token}`),
  )
  assert.match(mail!.html, /\/keep\?token=/)
  await paid(shop, shop.bob, { of: await shop.goods() })
  const [members] = await mailsTo(shop, shop.bob.email)
  assert.doesNotMatch(members!.text, /keep/i)
})

test('nobody keeps a token: the database has its hash only', async () => {
  const { guest, orderId } = await orderedBy('mo@example.com')
  await guest.call(request, { orderId })
  const [token = ''] = await linksTo('mo@example.com')
  const { rows } = await shop.app.pool.pg.query(
    'select 1 from orders.claim_link l where l::text like $1 union all select 1 from kit.event e where e::text like $1',
    [`%${token}%`],
  )
  assert.deepEqual(rows, [])
})

test('an account opened with the link’s address takes the orders in the same breath', async () => {
  const { guest, orderId } = await orderedBy('nia@example.com')
  await guest.call(request, { orderId })
  const [token = ''] = await linksTo('nia@example.com')
  const elsewhere = shop.guest()
  const session = await elsewhere.call(signUp, {
    email: 'nia@example.com',
    name: 'Nia',
    password: 'four unrelated quiet words',
  })
  assert.equal((await elsewhere.call(get, { token })).hasAccount, true)
  const call = { credentials: { bearerToken: session.token }, hint: { storeId: shop.storeId } }
  assert.deepEqual(await shop.app.invoke(accept, { token }, call), { orders: 1 })
  assert.equal((await shop.app.invoke(list, {}, call)).items[0]!.id, orderId)
})
