import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { paid } from '#testing/orders.ts'
import { edges } from './edges.ts'
import { create } from './shipments/create.ts'

const shop = await openShop()
after(() => shop.close())

test('the parcels of many orders come in one statement, each with its own', async () => {
  const [sent, unsent] = [
    await paid(shop, shop.guest(), { of: await shop.goods(), quantity: 2 }),
    await paid(shop, shop.guest(), { of: await shop.goods() }),
  ]
  const half = { orderId: sent.id, lines: [{ orderLineId: sent.lines[0]!.id, quantity: 1 }] }
  const parcels = [await shop.bob.call(create, half), await shop.bob.call(create, half)]
  for (const edge of edges) {
    assert.deepEqual([edge.name, edge.included], ['shipments', true])
    const found = await shop.inside((ctx) => edge.load([sent, unsent], ctx))
    assert.deepEqual(
      found,
      new Map([
        [sent.id, parcels],
        [unsent.id, []],
      ]),
    )
  }
})
