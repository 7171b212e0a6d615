/** Ann is told when what she likes becomes cheaper or is there again: once, at her own address, until she has enough. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { mailsTo } from '#testing/orders.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { unpublish } from '../../catalog/products/unpublish.ts'
import { publish } from '../../catalog/products/publish.ts'
import { set as setPrices } from '../../pricing/prices/set.ts'
import { add } from '../items/add.ts'
import { get } from '../lists/get.ts'
import { prove } from './prove.ts'
import { set } from './set.ts'
import { stop } from './stop.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop

const costs = (of: Goods, amount: number) =>
  bob.call(setPrices, { prices: [{ variantId: of.variantId, price: { amount, currency: 'EUR' } }] })

async function watch(who: Person, goods: Goods) {
  const { id: listId } = await who.call(add, { productId: goods.productId })
  const { items } = await who.call(get, { listId })
  const item = items.find(({ productId }) => productId === goods.productId)!
  return who.call(set, { listId, itemId: item.id, priceDrop: true, backInStock: true })
}

async function proved(who: Person): Promise<void> {
  const [mail] = (await mailsTo(shop, who.email)).filter(({ text }) => /proof=/.test(text))
  await shop.guest().call(prove, { token: /proof=(\S+)/.exec(mail!.text)![1]! })
}

/** The mails about news that came since, after a look at all lists. */
async function news(who: Person) {
  const before = new Set((await mailsTo(shop, who.email)).map(({ text }) => text))
  shop.clock.forward(minutes(5))
  await shop.job('wishlists.tell')
  await shop.settle()
  return (await mailsTo(shop, who.email)).filter(({ text }) => !before.has(text))
}

test('a drop is told once, in one mail, to a proved address; a price that rose can fall again', async () => {
  const [ann, tea, cup] = [
    await shop.person(`ann-${newId()}`, []),
    await shop.goods({ name: 'Tea', price: 500 }),
    await shop.goods({ name: 'Cup', price: 900 }),
  ]
  assert.equal((await watch(ann, tea)).isAddressProved, false)
  await costs(tea, 450)
  assert.deepEqual(await news(ann), [], 'nobody is written to who did not show that the address is theirs')
  await proved(ann)
  assert.equal((await watch(ann, cup)).isAddressProved, true)
  await costs(tea, 400)
  await costs(cup, 800)
  const [mail, ...more] = await news(ann)
  assert.equal(more.length, 0)
  assert.match(mail!.text, /Tea: now €4\.00 instead of €5\.00/)
  assert.match(mail!.text, /Cup: now €8\.00 instead of €9\.00/)
  assert.deepEqual(await news(ann), [])
  await costs(tea, 600)
  assert.deepEqual(await news(ann), [])
  await costs(tea, 550)
  assert.match((await news(ann))[0]!.text, /Tea: now €5\.50 instead of €6\.00/)
})

test('what is there again is told, also when it was taken off the shop meanwhile', async () => {
  const [ann, pot] = [await shop.person(`ann-${newId()}`, []), await shop.goods({ name: 'Pot', stock: 3 })]
  await watch(ann, pot)
  await proved(ann)
  await bob.call(unpublish, { productId: pot.productId })
  assert.deepEqual(await news(ann), [])
  await bob.call(publish, { productId: pot.productId })
  const [mail] = await news(ann)
  assert.match(mail!.text, /Pot: there again/)
})

test('one click ends the mails: a POST to the address in the header, and only that', async () => {
  const [ann, tea] = [await shop.person(`ann-${newId()}`, []), await shop.goods({ name: 'Tea', price: 500 })]
  await watch(ann, tea)
  await proved(ann)
  await costs(tea, 400)
  const [mail] = await news(ann)
  const token = /stop=(\S+)/.exec(mail!.text)![1]!
  const url = `/wishlist-alerts/stop?token=${token}`
  const page = await http.inject({ method: 'GET', url })
  assert.deepEqual([page.statusCode, page.headers.location], [302, `/account/lists/alerts?stop=${token}`])
  await costs(tea, 300)
  assert.equal((await news(ann)).length, 1, 'following the link ends nothing')
  const payload = 'List-Unsubscribe=One-Click'
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (let n = 0; n < 2; n++)
    assert.equal((await http.inject({ method: 'POST', url, headers, payload })).statusCode, 204)
  await costs(tea, 200)
  assert.deepEqual(await news(ann), [])
})

test('links of others, changed ones and old ones do nothing', async () => {
  const [ann, tea] = [await shop.person(`ann-${newId()}`, []), await shop.goods({ price: 500 })]
  await watch(ann, tea)
  for (const token of [`${ann.id}.nothing-of-the-kind`, 'nothing-at-all', `${newId()}.${'a'.repeat(43)}`]) {
    await assert.rejects(shop.charlie.call(stop, { token }), { code: 'wishlists.alert_link_not_valid' })
    await assert.rejects(shop.charlie.call(prove, { token }), { code: 'wishlists.alert_link_not_valid' })
  }
  assert.equal(
    (await http.inject({ method: 'POST', url: '/wishlist-alerts/stop?token=nothing-at-all' })).statusCode,
    409,
  )
  assert.equal((await http.inject({ method: 'POST', url: '/wishlist-alerts/stop' })).statusCode, 422)
  const [mail] = await mailsTo(shop, ann.email)
  const token = /proof=(\S+)/.exec(mail!.text)![1]!
  shop.clock.forward(days(8))
  await assert.rejects(ann.call(prove, { token }), { code: 'wishlists.alert_link_not_valid' })
  await watch(ann, tea)
  assert.equal((await mailsTo(shop, ann.email)).filter(({ text }) => /proof=/.test(text)).length, 2)
  await assert.rejects(
    shop.guest().call(set, { listId: newId(), itemId: newId(), priceDrop: true, backInStock: true }),
    {
      code: 'unauthenticated',
    },
  )
})
