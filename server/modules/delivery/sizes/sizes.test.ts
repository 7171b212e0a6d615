/** Bob measures packed goods. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { list } from './list.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

test('sizes are set for many variants at once, changed, and taken away', async () => {
  const [cup, box] = [await shop.goods(), await shop.goods()]
  const size = { lengthMm: 120, widthMm: 90, heightMm: 80 }
  const of = async ({ variantId }: typeof cup) => (await bob.call(list, { variantIds: [variantId] })).items
  assert.deepEqual(await of(cup), [{ variantId: cup.variantId, size: null }])
  await bob.call(set, {
    items: [
      { variantId: cup.variantId, size },
      { variantId: box.variantId, size: { ...size, lengthMm: 400 } },
    ],
  })
  assert.deepEqual([(await of(cup))[0]!.size, (await of(box))[0]!.size?.lengthMm], [size, 400])
  await bob.call(set, {
    items: [
      { variantId: cup.variantId, size: null },
      { variantId: box.variantId, size },
    ],
  })
  const both = await bob.call(list, { variantIds: [box.variantId, shop.storeId, cup.variantId] })
  assert.deepEqual(
    both.items.map(({ size: is }) => is),
    [size, null],
  )
})

test('what is not there or named twice is refused whole', async () => {
  const { variantId } = await shop.goods()
  const size = { lengthMm: 1, widthMm: 1, heightMm: 1 }
  const refused = (items: { variantId: string; size: typeof size }[]) =>
    bob.call(set, { items }).then(
      () => [],
      (error: { errors: { path: string; code: string }[] }) =>
        error.errors.map(({ path, code }) => [path, code]),
    )
  assert.deepEqual(
    await refused([
      { variantId, size },
      { variantId, size },
    ]),
    [['items.1.variantId', 'duplicate']],
  )
  assert.deepEqual(
    await refused([
      { variantId, size },
      { variantId: shop.storeId, size },
    ]),
    [['items.1.variantId', 'unknown']],
  )
  assert.deepEqual(await refused([{ variantId, size: { ...size, heightMm: 0 } }]), [
    ['items.0.size.heightMm', 'too_small'],
  ])
  assert.equal((await bob.call(list, { variantIds: [variantId] })).items[0]!.size, null)
  await assert.rejects(shop.staff('delivery.read').call(set, { items: [{ variantId, size }] }), {
    code: 'forbidden',
  })
})
