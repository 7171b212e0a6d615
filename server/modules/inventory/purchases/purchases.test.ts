/** Bob buys of a potter: what he ordered is expected, comes in parts, and what it cost is kept. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import { purchase, supplier } from '#testing/supply.ts'
import { list as expected } from '../expected/list.ts'
import { list as movements } from '../movements/list.ts'
import { list as receipts } from '../receipts/list.ts'
import { archive } from '../suppliers/archive.ts'
import { create as createSupplier } from '../suppliers/create.ts'
import { list as suppliers } from '../suppliers/list.ts'
import { update as updateSupplier } from '../suppliers/update.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { order } from './order.ts'
import { receive } from './receive.ts'
import { update } from './update.ts'

const shop = await openShop({ poolSize: 10 })
after(() => shop.close())
const { bob, locationId } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })

async function ordered(quantity: number, overPercent = 0) {
  const goods = await shop.goods({ stock: 0 })
  const purchaseId = await purchase(shop, goods, quantity, overPercent)
  await bob.call(order, { purchaseId })
  return { goods, purchaseId, itemId: await itemOf(shop, goods) }
}

test('what was ordered is expected, comes in parts at its own cost, and closes with the last piece', async () => {
  const goods = await shop.goods({ stock: 0 })
  const itemId = await itemOf(shop, goods)
  const purchaseId = await purchase(shop, goods, 10)
  assert.deepEqual((await bob.call(expected, { itemIds: [itemId] })).items, [], 'a draft is not expected')
  const open = await bob.call(order, { purchaseId })
  assert.deepEqual([open.state, open.expectedOn, open.total], ['ordered', '2026-03-07', eur(4500)])

  const some = await bob.call(receive, {
    purchaseId,
    lines: [{ itemId, quantity: 4, unitCost: eur(470) }],
    reference: 'LS 4711',
  })
  assert.deepEqual([some.state, some.lines[0]!.received], ['receiving', 4])
  assert.equal((await shop.onHand(goods.variantId)).available, 4, 'for sale as soon as it is counted in')
  await bob.call(update, { purchaseId, dates: [{ itemId, expectedOn: '2026-04-01' }] })
  assert.deepEqual(
    (await bob.call(expected, { itemIds: [itemId], locationId })).items.map(
      ({ quantity, expectedOn, from }) => [quantity, expectedOn, from],
    ),
    [[6, '2026-04-01', 'purchase']],
  )

  shop.clock.forward(1000)
  const whole = await bob.call(receive, { purchaseId })
  assert.deepEqual([whole.state, whole.lines[0]!.received], ['closed', 10])
  assert.deepEqual((await bob.call(expected, { itemIds: [itemId] })).items, [])
  const { items } = await bob.call(receipts, { purchaseId })
  assert.deepEqual(
    items.map(({ reference, purchaseNumber, lines: [line] }) => [
      reference,
      purchaseNumber,
      line!.quantity,
      line!.unitCost,
    ]),
    [
      [null, open.number, 6, eur(450)],
      ['LS 4711', open.number, 4, eur(470)],
    ],
  )
  const moved = await bob.call(movements, { itemId })
  assert.deepEqual(
    moved.items.map(({ delta, reason, subjectKind, subjectId }) => [delta, reason, subjectKind, subjectId]),
    [
      [6, 'received', 'purchase', purchaseId],
      [4, 'received', 'purchase', purchaseId],
    ],
  )
  await shop.invariants()
})

test('more than was ordered is taken as far as the purchase allows, and no piece further', async () => {
  const strict = await ordered(10)
  await assert.rejects(
    bob.call(receive, {
      purchaseId: strict.purchaseId,
      lines: [{ itemId: strict.itemId, quantity: 11 }],
    }),
    { code: 'inventory.more_than_ordered', details: { itemId: strict.itemId, left: 10 } },
  )
  const lenient = await ordered(15, 10)
  const line = (quantity: number) => ({
    purchaseId: lenient.purchaseId,
    lines: [{ itemId: lenient.itemId, quantity }],
  })
  await bob.call(receive, line(14))
  await assert.rejects(bob.call(receive, line(3)), {
    code: 'inventory.more_than_ordered',
    details: { itemId: lenient.itemId, left: 2 },
  })
  const over = await bob.call(receive, line(2))
  assert.deepEqual([over.state, over.lines[0]!.received], ['closed', 16])
  await shop.invariants()
})

test('less than was ordered stays expected until somebody closes the purchase', async () => {
  const { purchaseId, itemId } = await ordered(10)
  await bob.call(receive, { purchaseId, lines: [{ itemId, quantity: 3 }] })
  assert.equal((await bob.call(get, { purchaseId })).state, 'receiving')
  await assert.rejects(bob.call(cancel, { purchaseId }), {
    code: 'inventory.purchase_not_open',
    details: { state: 'receiving' },
  })
  const done = await bob.call(close, { purchaseId })
  assert.deepEqual([done.state, done.lines[0]!.received], ['closed', 3])
  assert.deepEqual((await bob.call(expected, { itemIds: [itemId] })).items, [])
  for (const late of [receive, close, cancel, order, update])
    await assert.rejects(bob.call(late, { purchaseId }), { code: 'inventory.purchase_not_open' })
})

test('nothing comes of a draft or of what was called off', async () => {
  const purchaseId = await purchase(shop)
  await assert.rejects(bob.call(receive, { purchaseId }), {
    code: 'inventory.purchase_not_open',
    details: { state: 'draft' },
  })
  await assert.rejects(bob.call(close, { purchaseId }), { code: 'inventory.purchase_not_open' })
  await bob.call(order, { purchaseId })
  assert.equal((await bob.call(cancel, { purchaseId })).state, 'cancelled')
  await assert.rejects(bob.call(receive, { purchaseId }), { code: 'inventory.purchase_not_open' })
})

test('ten who count in the same delivery at once count in what was ordered and no more', async () => {
  const { goods, purchaseId, itemId } = await ordered(10)
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => bob.call(receive, { purchaseId, lines: [{ itemId, quantity: 3 }] })),
  )
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 3)
  for (const answer of answers)
    if (answer.status === 'rejected') assert.equal(answer.reason.code, 'inventory.more_than_ordered')
  assert.equal((await shop.onHand(goods.variantId)).onHand, 9)
  await shop.invariants()
})

test('a draft changes in all its lines, and what is left out stays', async () => {
  const [tea, cup] = [await shop.goods({ stock: 1 }), await shop.goods({ stock: 1 })]
  const purchaseId = await purchase(shop, tea)
  const changed = await bob.call(update, {
    purchaseId,
    lines: [
      { variantId: cup.variantId, quantity: 2, unitCost: eur(100) },
      { variantId: tea.variantId, quantity: 1, unitCost: eur(99), expectedOn: '2026-06-01' },
    ],
    reference: 'A 17',
    overPercent: 5,
  })
  assert.deepEqual([changed.total, changed.lines.length, changed.overPercent], [eur(299), 2, 5])
  const kept = await bob.call(update, { purchaseId, expectedOn: '2026-05-05' })
  assert.deepEqual([kept.reference, kept.expectedOn], ['A 17', '2026-05-05'])
  const [teaLine] = kept.lines.filter(({ sku }) => sku === tea.sku)
  assert.equal(teaLine!.expectedOn, '2026-06-01')
  assert.equal((await bob.call(order, { purchaseId })).expectedOn, '2026-05-05')
})

test('costs are in one currency, not below zero, and their sum can be told', async () => {
  const [supplierId, tea] = [await supplier(shop), await shop.goods()]
  const cup = await shop.goods()
  const line = (goods: typeof tea, unitCost: object) => ({
    variantId: goods.variantId,
    quantity: 10,
    unitCost,
  })
  const refusals: [object[], string][] = [
    [[line(tea, eur(1)), line(cup, { amount: 1, currency: 'USD' })], 'lines.1.unitCost.currency'],
    [[line(tea, eur(-1))], 'lines.0.unitCost.amount'],
    [[line(tea, eur(Number.MAX_SAFE_INTEGER))], 'lines.0.unitCost.amount'],
  ]
  for (const [lines, path] of refusals)
    await assert.rejects(bob.call(create, { supplierId, locationId, lines } as never), (error) => {
      assert.equal((error as { errors?: { path: string }[] }).errors?.[0]?.path, path)
      return true
    })
  for (const missing of [{ supplierId: newId() }, { locationId: newId() }])
    await assert.rejects(
      bob.call(create, { supplierId, locationId, lines: [line(tea, eur(1))], ...missing } as never),
      { code: 'invalid_input' },
    )
})

test('suppliers have a name of their own, are changed and put away, and nothing new is ordered there', async () => {
  const potter = await bob.call(createSupplier, { name: ' Anna  Potter ', email: 'anna@example.com' })
  assert.equal(potter.name, 'Anna Potter')
  await assert.rejects(bob.call(createSupplier, { name: 'Anna Potter' }), {
    code: 'inventory.supplier_name_taken',
  })
  const other = await bob.call(createSupplier, { name: 'Berta' })
  await assert.rejects(bob.call(updateSupplier, { supplierId: other.id, name: 'Anna Potter' }), {
    code: 'inventory.supplier_name_taken',
  })
  const changed = await bob.call(updateSupplier, { supplierId: potter.id, leadDays: 30, email: null })
  assert.deepEqual(
    [changed.leadDays, changed.email, changed.name, changed.version],
    [30, null, 'Anna Potter', 2],
  )
  assert.deepEqual(
    (await bob.call(suppliers, { limit: 100 })).items
      .map(({ name }) => name)
      .filter((name) => ['Anna Potter', 'Berta'].includes(name)),
    ['Anna Potter', 'Berta'],
  )
  await bob.call(archive, { supplierId: potter.id })
  await assert.rejects(bob.call(updateSupplier, { supplierId: potter.id, leadDays: 1 }), {
    code: 'not_found',
  })
  const tea = await shop.goods()
  const lines = [{ variantId: tea.variantId, quantity: 1, unitCost: eur(1) }]
  await assert.rejects(bob.call(create, { supplierId: potter.id, locationId, lines }), {
    code: 'invalid_input',
  })
  assert.equal((await bob.call(createSupplier, { name: 'Anna Potter' })).version, 1)
})

test('purchases are found by where they stand and whom they are from; only who may write stock buys', async () => {
  const purchaseId = await purchase(shop)
  const { supplierId } = await bob.call(get, { purchaseId })
  const ids = async (input: object) =>
    (await bob.call(list, { limit: 100, ...input })).items.map(({ id }) => id)
  assert.deepEqual(await ids({ supplierId }), [purchaseId])
  assert.ok((await ids({ state: 'draft' })).includes(purchaseId))
  assert.ok(!(await ids({ state: 'closed' })).includes(purchaseId))
  const looker = shop.staff('stock.read')
  assert.equal((await looker.call(get, { purchaseId })).id, purchaseId)
  await assert.rejects(looker.call(order, { purchaseId }), { code: 'forbidden' })
  await assert.rejects(bob.call(get, { purchaseId: newId() }), { code: 'not_found' })
})
