/** Bob sells where prices are told without tax, and where tax is rounded of the whole: cart, order and refund agree. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { paid } from '#testing/orders.ts'
import { readyCart } from '#testing/carts.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { update as updateMethod } from '../../delivery/methods/update.ts'
import { refund } from '../../orders/admin/refund.ts'
import { set as setPrices } from '../../pricing/prices/set.ts'
import { list as currencies } from '../currencies/list.ts'
import { set as setCurrencies } from '../currencies/set.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const usd = (amount: number) => ({ amount, currency: 'USD' })
const inDollars = (): Person => {
  const guest = shop.guest()
  return {
    ...guest,
    call: (operation, input, given) => guest.call(operation, input, { currency: 'USD', ...given }),
  }
}

await bob.call(setCurrencies, { currencies: ['EUR', 'USD'] })
await bob.call(updateMethod, {
  methodId: shop.methodId,
  rates: [{ price: { amount: 490, currency: 'EUR' } }, { price: usd(700) }],
})
const cup = await shop.goods({ price: 1000, stock: 500 })
const tea = await shop.goods({ price: 1000, stock: 500, taxCategory: 'reduced' })
await bob.call(setPrices, {
  prices: [
    { variantId: cup.variantId, price: usd(333) },
    { variantId: tea.variantId, price: usd(777) },
  ],
})

for (const pricesIncludeTax of [true, false])
  for (const taxRounding of ['line', 'total'] as const)
    test(`prices ${pricesIncludeTax ? 'with' : 'without'} tax, rounded by ${taxRounding}: the same in cart, order and refund`, async () => {
      const [abroad] = (await bob.call(list, {})).items.filter(({ code }) => code === 'abroad')
      const market = abroad
        ? await bob.call(update, {
            marketId: abroad.id,
            pricesIncludeTax,
            taxRounding,
            expectedVersion: abroad.version,
          })
        : await bob.call(create, {
            code: 'abroad',
            name: 'Abroad',
            currency: 'USD',
            countries: ['US'],
            pricesIncludeTax,
            taxRounding,
          })
      assert.deepEqual([market.pricesIncludeTax, market.taxRounding], [pricesIncludeTax, taxRounding])
      const buyer = inDollars()
      const wanted = [
        { of: cup, quantity: 3 },
        { of: tea, quantity: 2 },
      ]
      const { totals } = await readyCart(shop, buyer, ...wanted)
      assert.equal(totals.taxIncluded, pricesIncludeTax)
      // 19 % of three cups at 3.33 and the parcel at 7.00, 7 % of two teas at 7.77.
      const gross = (amount: number, rate: number) => (amount * rate) / (pricesIncludeTax ? 100 + rate : 100)
      const round = Math.round
      const nineteen =
        taxRounding === 'line' ? round(gross(999, 19)) + round(gross(700, 19)) : round(gross(1699, 19))
      const seven = round(gross(1554, 7))
      assert.deepEqual(
        totals.taxes.map(({ rateBasisPoints, amount }) => [rateBasisPoints, amount.amount]),
        [
          [1900, nineteen],
          [700, seven],
        ],
      )
      assert.deepEqual(totals.total, usd(999 + 1554 + 700 + (pricesIncludeTax ? 0 : nineteen + seven)))

      const order = await paid(shop, inDollars(), ...wanted)
      assert.deepEqual({ ...order.totals }, { ...totals })
      const { refunds } = await bob.call(
        refund,
        { orderId: order.id, reason: 'All of it' },
        { key: crypto.randomUUID() },
      )
      assert.deepEqual([refunds[0]!.amount, refunds[0]!.tax], [totals.total, usd(nineteen + seven)])
      await shop.settle()
      await shop.invariants()
    })

test('a market has a currency of the store, and countries that are no other’s', async () => {
  const market = {
    code: 'north',
    name: 'North',
    currency: 'USD',
    countries: ['CA'],
    pricesIncludeTax: false,
    taxRounding: 'line' as const,
  }
  const refused: [string, object][] = [
    ['currency unknown', { currency: 'JPY' }],
    ['countries.1 taken', { countries: ['CA', 'US'] }],
    ['countries.1 duplicate', { countries: ['CA', 'CA'] }],
  ]
  for (const [fault, bad] of refused)
    await assert.rejects(
      bob.call(create, { ...market, ...bad }),
      (error: { errors: { path: string; code: string }[] }) => {
        assert.deepEqual(
          error.errors.map(({ path, code }) => `${path} ${code}`),
          [fault],
        )
        return true
      },
    )
  await assert.rejects(bob.call(create, { ...market, code: 'abroad' }), /called abroad already/)
  const made = await bob.call(create, market)
  await assert.rejects(bob.call(update, { marketId: made.id, countries: ['US'] }), { status: 422 })
  await assert.rejects(bob.call(update, { marketId: made.id, name: 'x', expectedVersion: 9 }), {
    status: 412,
  })
  await assert.rejects(
    bob.call(setCurrencies, { currencies: ['EUR'] }),
    { status: 422 },
    'two markets need the dollar',
  )
  assert.deepEqual((await bob.call(currencies, {})).items, ['EUR', 'USD'])
})
