/** Bob looks at his customers and sees beside each what they bought: one statement for the whole page. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { paid, placed } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { create as keepAddress } from '../customers/addresses/create.ts'
import { startSession } from '../identity/session.ts'

const shop = await openShop()
const { alice, bob, charlie } = shop
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})

const address = { name: 'A', line1: 'Kai 7', postalCode: '20457', city: 'Hamburg', country: 'DE' }
const ask = async (who: Person, url: string) => {
  const { token } = await shop.inside((ctx) => startSession(ctx, { personId: who.id, guestId: newId() }))
  return http.inject({ url, headers: { authorization: `Bearer ${token}` } })
}

test('orders are counted, summed and averaged beside each customer; who bought nothing has none', async () => {
  const cup = await shop.goods({ price: 1000, stock: 100 })
  for (const person of [alice, charlie]) await person.call(keepAddress, address)
  const [first, second] = [
    await paid(shop, alice, { of: cup, quantity: 1 }),
    await paid(shop, alice, { of: cup, quantity: 4 }),
  ]
  await placed(shop, charlie, { of: cup, quantity: 2 })

  const { items } = (await ask(bob, '/v1/admin/customers?expand=purchases')).json()
  const bought = (person: Person) => items.find(({ id }: { id: string }) => id === person.id).purchases
  const sum = first.totals.total.amount + second.totals.total.amount
  assert.deepEqual(bought(alice), [
    {
      currency: 'EUR',
      orders: 2,
      totalAmount: sum,
      averageAmount: Math.round(sum / 2),
      lastAt: shop.clock.now.toISOString(),
    },
  ])
  assert.deepEqual(bought(charlie), [], 'placed, and not paid')
  const one = (await ask(bob, `/v1/admin/customers/${alice.id}?expand=purchases`)).json()
  assert.equal(one.purchases[0].orders, 2)
})

test('who may see customers and not orders is told nothing of them', async () => {
  const clerk = await shop.person('clerk', ['customers.read'])
  assert.equal((await ask(clerk, '/v1/admin/customers')).statusCode, 200)
  assert.equal((await ask(clerk, '/v1/admin/customers?expand=purchases')).statusCode, 403)
})
