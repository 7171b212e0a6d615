/** Alice has a list of article numbers beside her, and types it in. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { addBySku } from './add-by-sku.ts'
import { get } from './get.ts'

const shop = await openShop()
after(() => shop.close())
const { pg } = shop.app.pool

const skuOf = async ({ variantId }: Goods): Promise<string> =>
  (await pg.query('select sku from catalog.variant where id = $1', [variantId])).rows[0].sku
const faults = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail('accepted'),
    ({ errors }: { errors: { path: string; code: string }[] }) =>
      errors.map(({ path, code }) => [path, code]),
  )

test('what is on the list is in the cart, also when it was written in small letters', async () => {
  const ann = await shop.person(`p-${newId()}`, [])
  const [cup, tea] = [await shop.goods({ stock: 9 }), await shop.goods({ stock: 9 })]
  const cart = await cartOf(ann, { of: cup, quantity: 1 })
  const items = [
    { sku: ` ${(await skuOf(cup)).toLowerCase()}`, quantity: 2 },
    { sku: await skuOf(tea), quantity: 3 },
  ]
  const filled = await ann.call(addBySku, { cartId: cart.id, items, expectedVersion: cart.version })
  assert.deepEqual(
    filled.lines.map(({ variantId, quantity }) => [variantId, quantity]),
    [
      [cup.variantId, 3],
      [tea.variantId, 3],
    ],
  )
})

test('each fault is told at its row, and then nothing is in the cart', async () => {
  const ann = await shop.person(`p-${newId()}`, [])
  const [cup, tea, pen] = [
    await shop.goods({ stock: 9 }),
    await shop.goods({ stock: 2 }),
    await shop.goods({ stock: 50 }),
  ]
  await pg.query('update catalog.variant set min_quantity = 6, quantity_step = 6 where id = $1', [
    pen.variantId,
  ])
  const cart = await cartOf(ann)
  const [first, second, third] = [await skuOf(cup), await skuOf(tea), await skuOf(pen)]
  const ask = (items: { sku: string; quantity: number }[]) =>
    faults(ann.call(addBySku, { cartId: cart.id, items }))
  assert.deepEqual(
    await ask([
      { sku: first, quantity: 1 },
      { sku: 'NO-SUCH', quantity: 1 },
      { sku: first, quantity: 2 },
    ]),
    [
      ['items.1.sku', 'unknown_sku'],
      ['items.2.sku', 'chosen_twice'],
    ],
  )
  assert.deepEqual(
    await ask([
      { sku: first, quantity: 1 },
      { sku: second, quantity: 3 },
      { sku: third, quantity: 4 },
    ]),
    [
      ['items.1.quantity', 'too_large'],
      ['items.2.quantity', 'wrong_quantity'],
    ],
  )
  assert.deepEqual(await ask([{ sku: first, quantity: 0 }]), [['items.0.quantity', 'too_small']])
  assert.deepEqual((await ann.call(get, { cartId: cart.id })).lines, [])
})

test('nobody fills another’s cart', async () => {
  const { id: cartId } = await cartOf(shop.alice)
  const items = [{ sku: await skuOf(await shop.goods()), quantity: 1 }]
  await assert.rejects(shop.charlie.call(addBySku, { cartId, items }), { code: 'not_found' })
})
