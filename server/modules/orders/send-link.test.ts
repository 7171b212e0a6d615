/** A link does not work for ever; its buyer gets a fresh one by mail, and nobody else learns a thing. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { mailsTo, paid, payNow, placed } from '#testing/orders.ts'
import { cancel } from './cancel.ts'
import { get } from './get.ts'
import { sendLink } from './send-link.ts'
import { get as getSettings } from './settings/get.ts'
import { update } from './settings/update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, charlie } = shop

const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)![1]!

test('a link works until so many days after the last step, and for nobody after that', async () => {
  const guest = shop.guest()
  const placement = await placed(shop, guest, { of: await shop.goods() })
  const [orderId, token] = [placement.order.id, placement.accessToken]
  const opens = () => charlie.call(get, { orderId, token })
  shop.clock.forward(minutes(10))
  await payNow(shop, placement)
  shop.clock.forward(days(90) - minutes(1))
  assert.equal((await opens()).id, orderId)
  shop.clock.forward(minutes(2))
  await assert.rejects(opens(), { code: 'not_found' })
  await assert.rejects(charlie.call(cancel, { orderId, token }), { code: 'not_found' })
  assert.equal((await guest.call(get, { orderId })).id, orderId, 'the buyer’s own session needs no link')
  await bob.call(update, { linkDays: 120 })
  assert.equal((await opens()).id, orderId)
  await bob.call(update, { linkDays: 90 })
})

test('the fresh link goes to the order’s address; the old one is dead for good', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: await shop.goods() })
  const [first] = await mailsTo(shop, guest.email)
  shop.clock.forward(days(91))
  for (let times = 0; times < 3; times++) await charlie.call(sendLink, { orderId: order.id })
  const mails = (await mailsTo(shop, guest.email)).slice(1)
  assert.deepEqual(
    mails.map((mail) => mail.subject),
    [`The link to your order ${order.number}`],
  )
  const [old, fresh] = [tokenIn(first!.text), tokenIn(mails[0]!.text)]
  assert.notEqual(old, fresh)
  assert.equal((await charlie.call(get, { orderId: order.id, token: fresh })).id, order.id)
  await assert.rejects(charlie.call(get, { orderId: order.id, token: old }), { code: 'not_found' })
  assert.deepEqual(await mailsTo(shop, charlie.email), [])

  shop.clock.forward(minutes(11))
  await shop.guest().call(sendLink, { orderId: order.id })
  const again = (await mailsTo(shop, guest.email)).at(-1)!
  assert.equal(tokenIn(again.text), fresh, 'while a link works it stays the same')
})

test('the answer is the same where there is no order, and nothing is sent', async () => {
  assert.deepEqual(await charlie.call(sendLink, { orderId: newId() }), { done: true })
  await shop.settle()
})

test('how long is a setting of the store, within reason', async () => {
  const before = await bob.call(getSettings, {})
  const after = await bob.call(update, {
    returnDays: 30,
    deliveredAfterDays: 7,
    expectedVersion: before.version,
  })
  assert.deepEqual([after.linkDays, after.returnDays, after.deliveredAfterDays], [90, 30, 7])
  await assert.rejects(bob.call(update, { linkDays: 5, expectedVersion: before.version }), {
    code: 'stale_version',
  })
  assert.equal((await bob.call(update, { deliveredAfterDays: null })).deliveredAfterDays, null)
  for (const wrong of [{ linkDays: 0 }, { returnDays: -1 }, { deliveredAfterDays: 0 }, { linkDays: null }])
    await assert.rejects(bob.call(update, wrong as never), { code: 'invalid_input' })
  await assert.rejects(shop.staff('settings.read').call(update, { linkDays: 5 }), { code: 'forbidden' })
})
