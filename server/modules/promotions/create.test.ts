import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { promotion } from '#testing/promotions.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { current } from '../cart/current.ts'
import { get as getCart } from '../cart/get.ts'
import { archive as archiveCollection } from '../catalog/collections/archive.ts'
import { create as createCollection } from '../catalog/collections/create.ts'
import { setProducts } from '../catalog/collections/set-products.ts'
import { changeMembers } from '../customers/groups/change-members.ts'
import { create as createGroup } from '../customers/groups/create.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const names = [{ locale: 'en', name: 'Spring' }]

test('a promotion holds from its beginning to its end, without anybody doing anything', async () => {
  const tea = await shop.goods({ price: 1000 })
  const at = (ms: number) => new Date(shop.clock.now.getTime() + ms).toISOString()
  const made = await promotion(shop, {
    productIds: [tea.productId],
    startsAt: at(days(1)),
    endsAt: at(days(2)),
  })
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: tea })
  const off = async () => (await guest.call(getCart, { cartId })).totals.discount.amount
  const state = async () => (await bob.call(get, { promotionId: made.id })).state
  assert.deepEqual([await off(), await state()], [0, 'scheduled'])
  shop.clock.forward(days(1))
  assert.deepEqual([await off(), await state()], [100, 'running'])
  shop.clock.forward(days(1))
  assert.deepEqual([await off(), await state()], [0, 'over'])
  const listed = async (of: 'over' | 'archived') =>
    (await bob.call(list, { state: of })).items.map(({ id }) => id).includes(made.id)
  assert.deepEqual([await listed('over'), await listed('archived')], [true, false])
  await bob.call(archive, { promotionId: made.id })
  assert.deepEqual([await listed('over'), await listed('archived')], [false, true])
  await assert.rejects(bob.call(update, { promotionId: made.id, priority: 1 }), { code: 'not_found' })
})

test('what is left out of a change stays, lists are set as a whole, and carts see it at once', async () => {
  const [tea, cup] = [await shop.goods({ price: 1000 }), await shop.goods({ price: 1000 })]
  const made = await promotion(shop, { productIds: [tea.productId], usageLimit: 5 })
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: tea }, { of: cup })
  assert.equal((await guest.call(getCart, { cartId })).totals.discount.amount, 100)
  const changed = await bob.call(update, {
    promotionId: made.id,
    expectedVersion: made.version,
    productIds: [tea.productId, cup.productId],
    basisPoints: 2000,
    names: [...names, { locale: 'de', name: 'Frühling' }],
  })
  assert.deepEqual([changed.usageLimit, changed.basisPoints, changed.names.length], [5, 2000, 2])
  assert.equal((await guest.call(getCart, { cartId })).totals.discount.amount, 400)
  await assert.rejects(
    bob.call(update, { promotionId: made.id, expectedVersion: made.version, priority: 2 }),
    {
      code: 'stale_version',
    },
  )
  await bob.call(archive, { promotionId: made.id })
  assert.equal((await guest.call(getCart, { cartId })).totals.discount.amount, 0)
})

test('what makes no sense is refused, field by field', async () => {
  const base = { names }
  const tier = { fromQuantity: 2, basisPoints: 100 }
  const bad: [object, string][] = [
    [{ kind: 'percentage' }, 'basisPoints'],
    [{ kind: 'percentage', basisPoints: 100, buyQuantity: 1 }, 'buyQuantity'],
    [{ kind: 'percentage', basisPoints: 10_001 }, 'basisPoints'],
    [{ kind: 'percentage', basisPoints: 100, tiers: [tier] }, 'tiers'],
    [{ kind: 'amount' }, 'sums'],
    [{ kind: 'amount', sums: [{ currency: 'EUR' }] }, 'sums.0.offAmount'],
    [{ kind: 'amount', sums: [{ currency: 'XXX', offAmount: 1 }] }, 'sums.0.currency'],
    [{ kind: 'percentage', basisPoints: 1, sums: [{ currency: 'EUR', offAmount: 1 }] }, 'sums.0.offAmount'],
    [
      { kind: 'amount', sums: [1, 2].map((offAmount) => ({ currency: 'EUR', offAmount })) },
      'sums.1.currency',
    ],
    [{ kind: 'buy_x_get_y', basisPoints: 10_000, buyQuantity: 2 }, 'getQuantity'],
    [{ kind: 'tiers' }, 'tiers'],
    [{ kind: 'tiers', tiers: [{ basisPoints: 1 }] }, 'tiers.0.fromQuantity'],
    [
      { kind: 'tiers', tiers: [tier, { fromAmount: 1, currency: 'EUR', basisPoints: 1 }] },
      'tiers.1.fromQuantity',
    ],
    [{ kind: 'tiers', tiers: [{ fromAmount: 1, basisPoints: 1 }] }, 'tiers.0.currency'],
    [{ kind: 'free_delivery', productIds: [newId()] }, 'productIds'],
    [{ kind: 'percentage', basisPoints: 1, productIds: [newId()] }, 'productIds.0'],
    [{ kind: 'percentage', basisPoints: 1, categoryIds: [newId()] }, 'categoryIds.0'],
    [{ kind: 'percentage', basisPoints: 1, collectionIds: [newId()] }, 'collectionIds.0'],
    [{ kind: 'percentage', basisPoints: 1, channelIds: [newId()] }, 'channelIds.0'],
    [{ kind: 'percentage', basisPoints: 1, names: [...names, ...names] }, 'names.1.locale'],
    [
      {
        kind: 'percentage',
        basisPoints: 1,
        startsAt: '2026-05-01T00:00:00.000Z',
        endsAt: '2026-05-01T00:00:00.000Z',
      },
      'endsAt',
    ],
  ]
  for (const [given, path] of bad)
    await assert.rejects(bob.call(create, { ...base, ...given } as never), (error: any) => {
      assert.deepEqual([error.code, error.errors[0].path], ['invalid_input', path], JSON.stringify(given))
      return true
    })
})

test('only who may change promotions does; who may see them sees them', async () => {
  const [reader, stranger] = [shop.staff('promotions.read'), shop.charlie]
  const made = await promotion(shop, { needsCode: true })
  assert.equal((await reader.call(get, { promotionId: made.id })).id, made.id)
  await assert.rejects(reader.call(archive, { promotionId: made.id }), { code: 'forbidden' })
  await assert.rejects(stranger.call(list, {}), { code: 'forbidden' })
})

test('an offer for a group is for its members only, as long as they belong to it', async () => {
  const tea = await shop.goods({ price: 1000 })
  const group = await bob.call(createGroup, { key: 'trade', name: 'Trade' })
  await promotion(shop, { productIds: [tea.productId], groupIds: [group.id], basisPoints: 2000 })
  const off = async (buyer: Person) => {
    const { cart } = await buyer.call(current, {})
    const { id: cartId } = cart ?? (await cartOf(buyer, { of: tea }))
    return (await buyer.call(getCart, { cartId })).totals.discount.amount
  }
  assert.deepEqual([await off(shop.alice), await off(shop.guest())], [0, 0])
  await bob.call(changeMembers, { groupId: group.id, add: [shop.alice.id] })
  assert.deepEqual([await off(shop.alice), await off(shop.charlie)], [200, 0])
  await bob.call(changeMembers, { groupId: group.id, remove: [shop.alice.id] })
  assert.equal(await off(shop.alice), 0)
  await assert.rejects(promotion(shop, { groupIds: [newId()] }), (error: any) => {
    assert.equal(error.errors[0].path, 'groupIds.0')
    return true
  })
})

test('an offer for a collection is for what it holds now', async () => {
  const [tea, cup] = [await shop.goods({ price: 1000 }), await shop.goods({ price: 3000 })]
  const texts = [{ locale: 'en', name: 'Gifts' }]
  const gifts = await bob.call(createCollection, { texts, productIds: [cup.productId] })
  const offer = await promotion(shop, { collectionIds: [gifts.id] })
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: tea }, { of: cup })
  const off = async () => (await guest.call(getCart, { cartId })).lines.map((line) => line.discount.amount)
  assert.deepEqual(await off(), [0, 300])
  await bob.call(setProducts, { collectionId: gifts.id, productIds: [tea.productId] })
  assert.deepEqual(await off(), [100, 0])
  await bob.call(archiveCollection, { collectionId: gifts.id })
  assert.deepEqual(await off(), [0, 0], 'and never for everything')
  const { priority } = await bob.call(update, { promotionId: offer.id, priority: 3 })
  assert.equal(priority, 3, 'what it is for may have ended')
})
