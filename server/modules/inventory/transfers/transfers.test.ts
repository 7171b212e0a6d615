/** Bob sends goods from one place to another: on the way they are seen, and for sale nowhere. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { countsOf, itemOf } from '#testing/stock.ts'
import { otherPlace, transfer } from '#testing/supply.ts'
import { list as expected } from '../expected/list.ts'
import { hold } from '../index.ts'
import { list as movements } from '../movements/list.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { update } from './update.ts'

const shop = await openShop({ poolSize: 10 })
after(() => shop.close())
const { bob, locationId } = shop
const annex = await otherPlace(shop)

async function sent(stock: number, quantity: number) {
  const goods = await shop.goods({ stock })
  const transferId = await transfer(shop, goods, quantity)
  await bob.call(send, { transferId })
  return { goods, itemId: await itemOf(shop, goods), transferId }
}
const onHand = async (itemId: string) => {
  const counts = await countsOf(shop, itemId)
  return [counts[locationId]?.onHand, counts[annex]?.onHand]
}

test('what was sent is on hand nowhere, is expected where it goes, and arrives in parts', async () => {
  const goods = await shop.goods({ stock: 10 })
  const itemId = await itemOf(shop, goods)
  const transferId = await transfer(shop, goods, 6)
  assert.deepEqual(await onHand(itemId), [10, undefined], 'a draft moves nothing')
  await bob.call(update, { transferId, expectedOn: '2026-03-09', note: 'By van' })

  const onTheWay = await bob.call(send, { transferId })
  assert.deepEqual([onTheWay.state, onTheWay.lines[0]!.onTheWay, onTheWay.note], ['sent', 6, 'By van'])
  assert.deepEqual(await onHand(itemId), [4, undefined])
  assert.equal((await shop.onHand(goods.variantId)).available, 4)
  const [coming] = (await bob.call(expected, { itemIds: [itemId] })).items
  assert.deepEqual(coming, {
    itemId,
    locationId: annex,
    quantity: 6,
    expectedOn: '2026-03-09',
    from: 'transfer',
    sourceId: transferId,
    number: onTheWay.number,
  })

  const some = await bob.call(receive, { transferId, lines: [{ itemId, quantity: 2 }] })
  assert.deepEqual([some.state, some.lines[0]!.received, some.lines[0]!.onTheWay], ['receiving', 2, 4])
  assert.deepEqual(await onHand(itemId), [4, 2])
  await assert.rejects(bob.call(receive, { transferId, lines: [{ itemId, quantity: 5 }] }), {
    code: 'inventory.more_than_sent',
    details: { itemId, onTheWay: 4 },
  })
  const whole = await bob.call(receive, { transferId })
  assert.deepEqual([whole.state, whole.lines[0]!.onTheWay], ['closed', 0])
  assert.ok(whole.endedAt)
  assert.deepEqual(await onHand(itemId), [4, 6])
  assert.deepEqual((await bob.call(expected, { itemIds: [itemId] })).items, [])
  const { items } = await bob.call(movements, { itemId })
  assert.deepEqual(
    items.map(({ delta, reason, subjectKind, subjectId }) => [delta, reason, subjectKind, subjectId]),
    [
      [4, 'transferred', 'transfer', transferId],
      [2, 'transferred', 'transfer', transferId],
      [-6, 'transferred', 'transfer', transferId],
      [10, 'opening', null, null],
    ],
  )
  await shop.invariants()
})

test('what is missing in the end is lost, or back where it came from', async () => {
  const lost = await sent(5, 5)
  await bob.call(receive, {
    transferId: lost.transferId,
    lines: [{ itemId: lost.itemId, quantity: 3 }],
  })
  const closed = await bob.call(close, { transferId: lost.transferId, missing: 'lost' })
  assert.deepEqual([closed.state, closed.lines[0]!.lost], ['closed', 2])
  assert.deepEqual(await onHand(lost.itemId), [0, 3])

  const back = await sent(5, 5)
  const whole = await bob.call(close, { transferId: back.transferId, missing: 'returned' })
  assert.deepEqual([whole.state, whole.lines[0]!.returned], ['closed', 5])
  assert.deepEqual(await onHand(back.itemId), [5, undefined])
  await shop.invariants()
})

test('a transfer is cancelled until something of it has arrived, and all is where it was', async () => {
  const draft = await transfer(shop)
  assert.equal((await bob.call(cancel, { transferId: draft })).state, 'cancelled')
  const { itemId, transferId } = await sent(8, 8)
  assert.equal((await bob.call(cancel, { transferId })).lines[0]!.returned, 8)
  assert.deepEqual(await onHand(itemId), [8, undefined])
  const arriving = await sent(8, 8)
  await bob.call(receive, {
    transferId: arriving.transferId,
    lines: [{ itemId: arriving.itemId, quantity: 1 }],
  })
  await assert.rejects(bob.call(cancel, { transferId: arriving.transferId }), {
    code: 'inventory.transfer_not_open',
    details: { state: 'receiving' },
  })
  for (const again of [send, receive, cancel])
    await assert.rejects(bob.call(again, { transferId }), { code: 'inventory.transfer_not_open' })
  await assert.rejects(bob.call(close, { transferId: draft, missing: 'lost' }), {
    code: 'inventory.transfer_not_open',
  })
  await shop.invariants()
})

test('what is promised to orders stays; the refusal names what is short, and nothing has left', async () => {
  const [tea, cup] = [await shop.goods({ stock: 5 }), await shop.goods({ stock: 5 })]
  const lines = [{ lineId: newId(), variantId: tea.variantId, quantity: 3 }]
  const until = new Date(shop.clock.now.getTime() + 600_000)
  await shop.inside((ctx) => hold(ctx, { holder: { kind: 'test', id: newId() }, lines, until }))
  const { id: transferId } = await bob.call(create, {
    fromLocationId: locationId,
    toLocationId: annex,
    lines: [
      { variantId: tea.variantId, quantity: 3 },
      { variantId: cup.variantId, quantity: 5 },
    ],
  })
  const itemId = await itemOf(shop, tea)
  await assert.rejects(bob.call(send, { transferId }), {
    code: 'inventory.too_little_to_send',
    details: { lines: [{ itemId, sku: tea.sku, left: 2 }] },
  })
  assert.deepEqual(await onHand(await itemOf(shop, cup)), [5, undefined])
  await bob.call(update, { transferId, lines: [{ itemId, quantity: 2 }] })
  assert.equal((await bob.call(send, { transferId })).state, 'sent')
  await assert.rejects(bob.call(update, { transferId, lines: [{ itemId, quantity: 1 }] }), {
    code: 'inventory.transfer_not_open',
  })
})

test('ten who count in the same goods at once count them in once', async () => {
  const { itemId, transferId } = await sent(10, 10)
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => bob.call(receive, { transferId, lines: [{ itemId, quantity: 4 }] })),
  )
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 2)
  for (const answer of answers)
    if (answer.status === 'rejected') assert.equal(answer.reason.code, 'inventory.more_than_sent')
  assert.deepEqual(await onHand(itemId), [0, 8])
  await shop.invariants()
})

test('goods that go to and fro at once wait for each other, and none gets lost', async () => {
  const goods = [await shop.goods({ stock: 20 }), await shop.goods({ stock: 20 })]
  const items = [await itemOf(shop, goods[0]!), await itemOf(shop, goods[1]!)]
  const plan = (from: string, to: string, order: string[]) =>
    bob.call(create, {
      fromLocationId: from,
      toLocationId: to,
      lines: order.map((itemId) => ({ itemId, quantity: 2 })),
    })
  const there = await plan(locationId, annex, items)
  await bob.call(send, { transferId: there.id })
  await bob.call(receive, { transferId: there.id })
  const plans = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      n % 2 ? plan(annex, locationId, items.toReversed()) : plan(locationId, annex, items),
    ),
  )
  const went = await Promise.allSettled(
    plans.map(async ({ id: transferId }) => {
      await bob.call(send, { transferId })
      await bob.call(receive, { transferId })
    }),
  )
  for (const answer of went)
    if (answer.status === 'rejected') assert.equal(answer.reason.code, 'inventory.too_little_to_send')
  for (const itemId of items)
    assert.equal(
      Object.values(await countsOf(shop, itemId)).reduce((sum, count) => sum + count.onHand, 0),
      20,
    )
  await shop.invariants()
})

test('transfers are found by where they stand and where they go; numbers follow each other', async () => {
  const [one, two] = [await transfer(shop), await transfer(shop)]
  await bob.call(send, { transferId: one })
  const [first, second] = [await bob.call(get, { transferId: one }), await bob.call(get, { transferId: two })]
  assert.equal(second.number, first.number + 1)
  const ids = async (input: object) =>
    (await bob.call(list, { limit: 100, ...input })).items.map(({ id }) => id)
  assert.deepEqual((await ids({})).slice(0, 2), [two, one])
  assert.ok((await ids({ state: 'sent' })).includes(one))
  assert.ok(!(await ids({ state: 'sent' })).includes(two))
  assert.ok((await ids({ fromLocationId: locationId, toLocationId: annex })).includes(two))
  assert.deepEqual(await ids({ fromLocationId: newId() }), [])
})

test('a transfer of nothing sensible is refused by its place, and only who may write stock moves it', async () => {
  const { itemId } = await sent(5, 1)
  const good = { fromLocationId: locationId, toLocationId: annex, lines: [{ itemId, quantity: 1 }] }
  const refusals: [object, string][] = [
    [{ toLocationId: locationId }, 'toLocationId'],
    [{ fromLocationId: newId() }, 'fromLocationId'],
    [{ lines: [{ itemId: newId(), quantity: 1 }] }, 'lines.0.itemId'],
    [{ lines: [{ variantId: newId(), quantity: 1 }] }, 'lines.0.variantId'],
    [{ lines: [{ quantity: 1 }] }, 'lines.0.itemId'],
    [{ lines: [good.lines[0], good.lines[0]] }, 'lines.1.itemId'],
  ]
  for (const [wrong, path] of refusals)
    await assert.rejects(bob.call(create, { ...good, ...wrong }), (error) => {
      assert.equal((error as { errors?: { path: string }[] }).errors?.[0]?.path, path)
      return true
    })
  await assert.rejects(shop.staff('stock.read').call(create, good), { code: 'forbidden' })
  await assert.rejects(bob.call(get, { transferId: newId() }), { code: 'not_found' })
  const { id, version } = await bob.call(create, good)
  await assert.rejects(bob.call(send, { transferId: id, expectedVersion: version + 1 }), {
    code: 'stale_version',
  })
})
