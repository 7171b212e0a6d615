/** Bob counts what lies in his store: every change has a movement, and no count says what cannot be. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { list as audit } from '../../system/audit/list.ts'
import { hold } from '../index.ts'
import type { StockLevel } from '../shapes.ts'
import { list as levels } from '../levels/list.ts'
import { setLimits } from '../levels/set-limits.ts'
import { create } from '../locations/create.ts'
import { list as locations } from '../locations/list.ts'
import { list as movements } from '../movements/list.ts'
import { itemOf, madeOf } from '#testing/stock.ts'
import { adjust } from './adjust.ts'
import { count } from './count.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, alice, locationId } = shop
const inTenMinutes = () => new Date(shop.clock.now.getTime() + 600_000)

async function promised(quantity: number, stock: number) {
  const tea = await shop.goods({ stock })
  const lines = [{ lineId: newId(), variantId: tea.variantId, quantity }]
  await shop.inside((ctx) =>
    hold(ctx, { holder: { kind: 'test', id: newId() }, lines, until: inTenMinutes() }),
  )
  return tea
}

test('what came in and what broke raises and lowers the count, and says who and why', async () => {
  const { variantId } = await shop.goods({ stock: 3 })
  const raised = await bob.call(adjust, {
    variantId,
    locationId,
    delta: 5,
    reason: 'received',
    note: 'Pallet 7',
  })
  assert.deepEqual([raised.onHand, raised.available], [8, 8])
  const lowered = await bob.call(adjust, {
    itemId: raised.itemId,
    locationId,
    delta: -2,
    reason: 'damaged',
    expectedVersion: raised.version,
  })
  assert.equal(lowered.onHand, 6)
  const { items } = await bob.call(movements, { variantId })
  assert.deepEqual(
    items.map(({ delta, reason, note, cause }) => [delta, reason, note, cause]),
    [
      [-2, 'damaged', null, 'inventory.stock.adjust'],
      [5, 'received', 'Pallet 7', 'inventory.stock.adjust'],
      [3, 'opening', null, 'inventory.writeStock'],
    ],
  )
  assert.deepEqual(
    items.map(({ actor }) => actor),
    [bob.id, bob.id, 'system:test'],
  )
  const { items: audited } = await bob.call(audit, { operation: 'inventory.stock.adjust' })
  assert.deepEqual(
    audited.map(({ before, after }) => [JSON.parse(before!).onHand, JSON.parse(after!).onHand]),
    [
      [8, 6],
      [3, 8],
    ],
  )
  await shop.invariants()
})

test('a count never falls below zero; the refusal says what is there', async () => {
  const { variantId } = await promised(3, 4)
  for (const delta of [-5, -50]) {
    await assert.rejects(bob.call(adjust, { variantId, locationId, delta, reason: 'damaged' }), (error) => {
      assert.equal((error as { code?: string }).code, 'inventory.too_little')
      assert.deepEqual((error as { details?: object }).details, { onHand: 4, reserved: 3, backorderLimit: 0 })
      return true
    })
  }
  assert.equal((await bob.call(adjust, { variantId, locationId, delta: -1, reason: 'damaged' })).onHand, 3)
  await shop.invariants()
})

test('a count below what is promised is true: it says how many are short, nothing of it is sold, and goods that come settle it', async () => {
  const { variantId } = await promised(3, 4)
  const seen = ({ onHand, reserved, short, available }: StockLevel) => [onHand, reserved, short, available]
  const broken = await bob.call(adjust, { variantId, locationId, delta: -2, reason: 'damaged' })
  assert.deepEqual(seen(broken), [2, 3, 1, -1])
  assert.deepEqual(seen(await bob.call(count, { variantId, locationId, onHand: 0 })), [0, 3, 3, -3])
  await shop.invariants()
  const { itemId } = broken
  await assert.rejects(
    shop.inside((ctx) =>
      hold(ctx, {
        holder: { kind: 'test', id: newId() },
        lines: [{ lineId: newId(), variantId, quantity: 1 }],
        until: inTenMinutes(),
      }),
    ),
    { code: 'inventory.out_of_stock' },
  )
  const ahead = await bob.call(setLimits, { itemId, locationId, backorderLimit: 2 })
  assert.deepEqual(seen(ahead), [0, 3, 1, -1], 'what may come later is not short')
  await assert.rejects(bob.call(setLimits, { itemId, locationId, backorderLimit: 1 }), {
    code: 'inventory.too_little',
  })
  const came = await bob.call(adjust, { variantId, locationId, delta: 5, reason: 'received' })
  assert.deepEqual(seen(came), [5, 3, 0, 4])
  await shop.invariants()
})

test('counting writes the difference as a movement, and nothing when there is none', async () => {
  const { variantId } = await shop.goods({ stock: 10 })
  assert.equal((await bob.call(count, { variantId, locationId, onHand: 7 })).onHand, 7)
  const same = await bob.call(count, { variantId, locationId, onHand: 7 })
  assert.equal(same.version, 2)
  const { items } = await bob.call(movements, { variantId })
  assert.deepEqual(
    items.map(({ delta, reason }) => [delta, reason]),
    [
      [-3, 'counted'],
      [10, 'opening'],
    ],
  )
})

test('a hundred adjustments at once all count', async () => {
  const { variantId } = await shop.goods({ stock: 50 })
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, () =>
      bob.call(adjust, { variantId, locationId, delta: -1, reason: 'corrected' }),
    ),
  )
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 50)
  assert.deepEqual(
    [...new Set(answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : [])))],
    ['inventory.too_little'],
  )
  assert.equal((await shop.onHand(variantId)).onHand, 0)
  await shop.invariants()
})

test('an item may lie at a new place; sets are counted by their items', async () => {
  const [cup, six] = [await shop.goods({ stock: 12 }), await shop.goods({ stock: 0 })]
  const itemId = await itemOf(shop, cup)
  await madeOf(shop, six, itemId, 6)
  const cellar = await bob.call(create, { key: 'cellar', name: ' The  cellar ', country: 'DE' })
  const { key, name, country, position } = cellar
  assert.deepEqual([key, name, country, position], ['cellar', 'The cellar', 'DE', 1])
  assert.equal(
    (await bob.call(adjust, { itemId, locationId: cellar.id, delta: 7, reason: 'received' })).onHand,
    7,
  )
  await assert.rejects(
    bob.call(adjust, { variantId: six.variantId, locationId, delta: 1, reason: 'received' }),
    { code: 'invalid_input' },
  )
  const { items } = await bob.call(levels, { variantIds: [six.variantId] })
  assert.equal(items.length, 1)
  assert.deepEqual(
    items[0]!.levels.map((level) => [level.locationId, level.onHand]),
    [
      [locationId, 12],
      [cellar.id, 7],
    ],
  )
  assert.deepEqual(items[0]!.variants.map(({ units, name }) => [units, name]).sort(), [
    [1, 'Tea'],
    [6, 'Tea'],
  ])
  assert.deepEqual([items[0]!.onHand, items[0]!.available], [19, 19])
  assert.deepEqual(
    (await bob.call(locations, {})).items.map(({ key }) => key),
    ['main', 'cellar'],
  )
  await assert.rejects(bob.call(create, { key: 'cellar', name: 'Again', country: 'DE' }), {
    code: 'inventory.location_key_taken',
  })
  const twice = await Promise.allSettled(
    [1, 2, 3].map(() => bob.call(create, { key: 'attic', name: 'Attic', country: 'DE' })),
  )
  assert.equal(twice.filter((answer) => answer.status === 'fulfilled').length, 1)
})

test('what runs low is found, page by page, with two statements at most', async () => {
  for (const stock of [0, 2, 3]) await shop.goods({ name: 'Low', stock })
  const seen: number[] = []
  let after: string | undefined
  do {
    const statements = { count: 0 }
    const page = await bob.call(
      levels,
      { availableAtMost: 2, limit: 1, withTotal: true, ...(after ? { after } : {}) },
      { statements },
    )
    assert.ok(statements.count <= 2, `${statements.count} statements`)
    seen.push(...page.items.map((item) => item.available))
    after = page.next ?? undefined
  } while (after)
  assert.ok(seen.length >= 2)
  assert.ok(seen.every((available) => available <= 2))
  const [first] = (await bob.call(levels, {})).items
  assert.ok((await bob.call(levels, { q: first!.sku })).items.some((item) => item.id === first!.id))
  assert.deepEqual((await bob.call(levels, { q: 'no-such-%' })).items, [])
})

test('safety stock is not sold; back-orders may not be taken back while they are promised', async () => {
  const { variantId } = await shop.goods({ stock: 2 })
  const { items } = await bob.call(levels, { variantIds: [variantId] })
  const { id: itemId } = items[0]!
  const kept = await bob.call(setLimits, { itemId, locationId, safetyStock: 1, backorderLimit: 4 })
  assert.deepEqual([kept.available, kept.version], [5, 2])
  const lines = [{ lineId: newId(), variantId, quantity: 5 }]
  await shop.inside((ctx) =>
    hold(ctx, { holder: { kind: 'test', id: newId() }, lines, until: inTenMinutes() }),
  )
  await assert.rejects(bob.call(setLimits, { itemId, locationId, backorderLimit: 2 }), {
    code: 'inventory.too_little',
  })
  await assert.rejects(bob.call(setLimits, { itemId, locationId, safetyStock: 0, expectedVersion: 2 }), {
    code: 'stale_version',
  })
  assert.equal((await bob.call(setLimits, { itemId, locationId, safetyStock: 0 })).backorderLimit, 4)
  await shop.invariants()
})

test('a place has room for ten million and a store for a hundred places', async () => {
  const { variantId } = await shop.goods({ stock: 1 })
  await assert.rejects(bob.call(adjust, { variantId, locationId, delta: 10_000_000, reason: 'received' }), {
    code: 'invalid_input',
  })
  await assert.rejects(bob.call(adjust, { variantId, locationId, delta: 0, reason: 'received' }), {
    code: 'invalid_input',
  })
  const { items } = await bob.call(locations, {})
  for (let n = items.length; n < 100; n++)
    await bob.call(create, { key: `p${n}`, name: `P ${n}`, country: 'DE' })
  await assert.rejects(bob.call(create, { key: 'p100', name: 'P', country: 'DE' }), {
    code: 'inventory.too_many_locations',
  })
})

test('who may only look may not count, and shoppers see nothing; what is not there is not found', async () => {
  const { variantId } = await shop.goods()
  const looker = shop.staff('stock.read')
  assert.equal((await looker.call(levels, { variantIds: [variantId] })).items.length, 1)
  const change = { variantId, locationId, delta: 1, reason: 'received' } as const
  await assert.rejects(looker.call(adjust, change), { code: 'forbidden' })
  await assert.rejects(alice.call(levels, {}), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(movements, {}), { code: 'unauthenticated' })
  for (const missing of [{ variantId: newId() }, { locationId: newId() }])
    await assert.rejects(bob.call(adjust, { ...change, ...missing }), { code: 'not_found' })
  await assert.rejects(bob.call(adjust, { ...change, itemId: newId() }), { code: 'invalid_input' })
  await assert.rejects(bob.call(adjust, { locationId, delta: 1, reason: 'received' }), {
    code: 'invalid_input',
  })
})
