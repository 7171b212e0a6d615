/** What can be had is what can be sold: on hand, less what is promised and what is kept back, over all places. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { hold, release } from '../inventory/index.ts'
import { list as levels } from '../inventory/levels/list.ts'
import { setLimits } from '../inventory/levels/set-limits.ts'
import { create as createLocation } from '../inventory/locations/create.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { count } from '../inventory/stock/count.ts'
import { search } from './search.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const vase = await shop.goods({ name: 'Tall vase', stock: 5 })
await shop.goods({ name: 'Low vase', stock: 0 })
const { items } = await bob.call(levels, { variantIds: [vase.variantId] })
const item = { itemId: items[0]!.id, locationId: shop.locationId }

/** What the filter lets through, and how many it counts; every channel sells from all places. */
async function toBeHad(): Promise<string[]> {
  await shop.settle()
  await shop.job('browse.keepUp')
  const asked = { q: 'vase', facets: true, filter: { available: { eq: true } } }
  const { items: found, facets } = await shop.guest().call(search, asked)
  assert.equal(facets!.available, found.length)
  const { items: rest } = await shop.guest().call(search, { ...asked, filter: { available: { eq: false } } })
  assert.equal(found.length + rest.length, 2)
  return found.map(({ name }) => name)
}

test('safety stock is not to be had', async () => {
  assert.deepEqual(await toBeHad(), ['Tall vase'])
  await bob.call(setLimits, { ...item, safetyStock: 5 })
  assert.deepEqual(await toBeHad(), [])
  await bob.call(setLimits, { ...item, safetyStock: 4 })
  assert.deepEqual(await toBeHad(), ['Tall vase'])
})

test('what is promised is not to be had, until it is given back', async () => {
  const holder = { kind: 'order', id: newId() }
  await shop.inside((ctx) =>
    hold(ctx, {
      holder,
      lines: [{ lineId: newId(), variantId: vase.variantId, quantity: 1 }],
      until: new Date(ctx.now().getTime() + minutes(1)),
    }),
  )
  assert.deepEqual(await toBeHad(), [])
  await shop.inside((ctx) => release(ctx, holder, 'released'))
  assert.deepEqual(await toBeHad(), ['Tall vase'])
})

test('what lies at another place can be had, and what may come later, too', async () => {
  await bob.call(count, { ...item, onHand: 0 })
  await bob.call(setLimits, { ...item, safetyStock: 0 })
  assert.deepEqual(await toBeHad(), [])
  const shed = await bob.call(createLocation, { key: 'shed', name: 'Shed', country: 'DE' })
  await bob.call(adjust, { itemId: item.itemId, locationId: shed.id, delta: 1, reason: 'received' })
  assert.deepEqual(await toBeHad(), ['Tall vase'])
  await bob.call(adjust, { itemId: item.itemId, locationId: shed.id, delta: -1, reason: 'damaged' })
  assert.deepEqual(await toBeHad(), [])
  await bob.call(setLimits, { ...item, backorderLimit: 3 })
  assert.deepEqual(await toBeHad(), ['Tall vase'])
})
