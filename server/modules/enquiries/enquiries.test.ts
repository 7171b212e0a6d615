/** People write to the shop: it is kept, brought to the shop's address to be replied to, and they hear that it arrived. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { orderToken } from '../orders/token.ts'
import { list as adminList } from './admin/list.ts'
import { list } from './list.ts'
import { write } from './write.ts'
import { writeAbout } from './write-about.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, charlie } = shop

test('of an order: the shop reads it with its number, the buyer has a copy, and the order’s page lists it', async () => {
  const order = await paid(shop, alice, { of: await shop.goods() })
  const said = { subject: 'One is chipped', text: 'The cup with the blue rim.\r\n\r\nWhat now?' }
  const kept = await alice.call(writeAbout, { orderId: order.id, ...said })
  assert.deepEqual((await alice.call(list, { orderId: order.id })).items, [kept])
  assert.equal(kept.text, 'The cup with the blue rim.\n\nWhat now?')

  const brought = (await mailsTo(shop, 'shop@example.com')).at(-1)!
  assert.equal(brought.subject, `Order ${order.number}: One is chipped`)
  for (const part of ['The cup with the blue rim.', order.email]) assert.ok(brought.text.includes(part), part)
  const copy = (await mailsTo(shop, order.email)).at(-1)!
  assert.equal(copy.subject, 'Your message has arrived')
  assert.match(copy.text, /The cup with the blue rim\.[^]*orders\/.*token=/)

  const { items } = await shop.staff('enquiries.read').call(adminList, { orderId: order.id })
  assert.deepEqual([items[0]!.orderNumber, items[0]!.name], [order.number, 'Alice Hart'])
})

test('a guest writes by the link of the order; a stranger neither writes nor reads', async () => {
  const guest = shop.guest()
  const { id: orderId } = await paid(shop, guest, { of: await shop.goods() })
  const token = orderToken(shop.app.config, { id: orderId, link_series: 0 })
  const said = { subject: 'Where is it?', text: 'It should be here.' }
  await charlie.call(writeAbout, { orderId, token, ...said })
  await assert.rejects(charlie.call(writeAbout, { orderId, ...said }), { code: 'not_found' })
  await assert.rejects(charlie.call(list, { orderId }), { code: 'not_found' })
  assert.equal((await guest.call(list, { orderId })).items.length, 1)
})

test('of anything: what a stranger typed goes to the shop, and none of it to the address they named', async () => {
  const from = { name: 'Eve', email: 'victim@example.com' }
  const said = { subject: 'Buy <b>now</b>', text: 'See https://evil.example <script>' }
  await shop.guest().call(write, { ...from, ...said })
  const brought = (await mailsTo(shop, 'shop@example.com')).at(-1)!
  assert.equal(brought.subject, 'Buy <b>now</b>')
  assert.ok(!brought.html.includes('<script>') && !brought.html.includes('<b>now'))
  const told = (await mailsTo(shop, 'victim@example.com')).at(-1)!
  assert.doesNotMatch(told.subject + told.text + told.html, /evil|Buy|Eve/)
})

test('there must be words in it, and nothing is kept or sent without', async () => {
  const before = (await mailsTo(shop, 'shop@example.com')).length
  const whole = { name: 'Alice', email: 'a@example.com', subject: 'Hello', text: 'Words' }
  for (const empty of ['name', 'subject', 'text'])
    await assert.rejects(alice.call(write, { ...whole, [empty]: ' \n ' }), {
      code: 'invalid_input',
    })
  await assert.rejects(alice.call(write, { ...whole, email: 'nobody' }), { code: 'invalid_input' })
  assert.equal((await mailsTo(shop, 'shop@example.com')).length, before)
  await assert.rejects(shop.staff('orders.read').call(adminList, {}), { code: 'forbidden' })
})

test('after three years it is forgotten', async () => {
  shop.clock.forward(days(3 * 365 - 1))
  await shop.job('enquiries.purge')
  assert.ok((await shop.bob.call(adminList, {})).items.length > 0)
  shop.clock.forward(days(2))
  await shop.job('enquiries.purge')
  assert.deepEqual((await shop.bob.call(adminList, {})).items, [])
})
