import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from './shop.ts'

const shop = await openShop()
after(() => shop.close())

test('a test shop has goods in stock, and its invariants hold', async () => {
  const tea = await shop.goods({ stock: 7 })
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 7, reserved: 0, available: 7 })
  await shop.settle()
  await shop.invariants()
})
