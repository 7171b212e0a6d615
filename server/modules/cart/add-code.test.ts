import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { hours } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { createLimits } from '#kit/limits.ts'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, paid, payNow } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import { openShop } from '#testing/shop.ts'
import { refund } from '../orders/admin/refund.ts'
import { place } from '../orders/place.ts'
import { archive as archiveCode } from '../promotions/codes/archive.ts'
import { create as createCode } from '../promotions/codes/create.ts'
import { settingsSnapshot } from '../settings/index.ts'
import { addCode } from './add-code.ts'
import { get } from './get.ts'
import { mergeCarts } from './merge.ts'
import { removeCode } from './remove-code.ts'
import { setDetails } from './set-details.ts'
import { setQuantity } from './set-quantity.ts'

const shop = await openShop()
after(() => shop.close())
const euros = (amount: number) => ({ amount, currency: 'EUR' })

test('a code makes the order cheaper, and cart, order, mail and refund say the same number', async () => {
  const guest = shop.guest()
  const { code } = await coded(shop, { names: [{ locale: 'en', name: 'Spring sale' }], basisPoints: 1000 })
  const cart = await readyCart(shop, guest, {
    of: await shop.goods({ name: 'Jug', price: 1999 }),
    quantity: 2,
  })
  const cheaper = await guest.call(addCode, { cartId: cart.id, code: ` ${code.toLowerCase()} ` })
  assert.deepEqual(
    [cheaper.totals.subtotal, cheaper.totals.discount, cheaper.totals.delivery, cheaper.totals.total],
    [euros(3998), euros(399), euros(490), euros(4089)],
  )
  assert.deepEqual(
    cheaper.totals.discounts.map(({ name, code: by, amount }) => [name, by, amount]),
    [['Spring sale', code, euros(399)]],
  )
  assert.deepEqual(cheaper.codes, [{ code, name: 'Spring sale', discount: euros(399), problem: null }])
  assert.deepEqual(
    cheaper.lines.map((line) => [line.discount, line.total]),
    [[euros(399), euros(3599)]],
  )

  const placement = await guest.call(
    place,
    { cartId: cart.id, ...BACK, expectedTotal: cheaper.totals.total },
    { key: newId() },
  )
  const order = await payNow(shop, placement)
  assert.deepEqual(order.totals, cheaper.totals)
  assert.deepEqual(order.payments[0]!.captured, cheaper.totals.total)
  const [mail] = await mailsTo(shop, guest.email)
  assert.match(
    mail!.text,
    /2 × Jug: €39\.98\nSubtotal: €39\.98\nParcel: €4\.90\nSpring sale: -€3\.99\n.*\nTotal: €40\.89/,
  )

  const { refunds } = await shop.bob.call(
    refund,
    {
      orderId: order.id,
      lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }],
      reason: 'One was chipped',
    },
    { key: newId() },
  )
  assert.deepEqual(
    refunds[0]!.amount,
    euros(1800),
    'half of what was paid for two, not half of what they cost',
  )
  await shop.settle()
  await shop.bob.call(refund, { orderId: order.id, reason: 'The other one, too' }, { key: newId() })
  await shop.settle()
  await shop.invariants()
})

test('what does not hold is refused with its reason, and the cart is as it was', async () => {
  const [tea, jug] = [await shop.goods({ price: 1000, stock: 100 }), await shop.goods({ price: 5000 })]
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: tea })
  const refused = async (code: string, expected: object) => {
    await assert.rejects(guest.call(addCode, { cartId: cart.id, code }), expected)
    const { codes, version } = await guest.call(get, { cartId: cart.id })
    assert.deepEqual([codes, version], [[], cart.version])
  }
  const at = (ms: number) => new Date(shop.clock.now.getTime() + ms).toISOString()
  await refused('NO-SUCH-CODE', { code: 'promotions.code_unknown', status: 422 })
  const startsAt = at(hours(1))
  await refused((await coded(shop, { startsAt })).code, { code: 'promotions.not_yet', details: { startsAt } })
  const endsAt = at(hours(-1))
  await refused((await coded(shop, { endsAt })).code, {
    code: 'promotions.over',
    details: { endedAt: endsAt },
  })
  await refused((await coded(shop, { sums: [{ currency: 'EUR', minimumAmount: 2500 }] })).code, {
    code: 'promotions.below_minimum',
    details: { missing: euros(1500), missingQuantity: null },
  })
  await refused((await coded(shop, { minimumQuantity: 3 })).code, {
    code: 'promotions.below_minimum',
    details: { missing: null, missingQuantity: 2 },
  })
  await refused((await coded(shop, { productIds: [jug.productId] })).code, {
    code: 'promotions.nothing_matches',
  })
  const ended = await coded(shop)
  await shop.bob.call(archiveCode, { codeId: ended.codeId })
  await refused(ended.code, { code: 'promotions.code_unknown' })
  await refused(' ', { code: 'invalid_input' })
  await assert.rejects(shop.charlie.call(addCode, { cartId: cart.id, code: ended.code }), {
    code: 'not_found',
  })
})

test('a code holds for first orders only, and by account as well as by address', async () => {
  const { code } = await coded(shop, { firstOrderOnly: true })
  const tea = await shop.goods()
  const cart = await cartOf(shop.charlie, { of: tea })
  assert.equal((await shop.charlie.call(addCode, { cartId: cart.id, code })).totals.discount.amount, 100)
  await paid(shop, shop.alice, { of: tea })
  const again = await cartOf(shop.alice, { of: tea })
  await assert.rejects(shop.alice.call(addCode, { cartId: again.id, code }), {
    code: 'promotions.not_for_you',
  })
  const guest = shop.guest()
  const asGuest = await readyCart(shop, guest, { of: tea })
  await guest.call(setDetails, { cartId: asGuest.id, email: shop.alice.email.toUpperCase() })
  await assert.rejects(guest.call(addCode, { cartId: asGuest.id, code }), { code: 'promotions.not_for_you' })
})

test('an offer for another channel is not for this one', async () => {
  const other = newId()
  await shop.inside((ctx) =>
    sql`insert into settings.channel select (jsonb_populate_record(c, jsonb_build_object('id', ${other}::text, 'code', 'market-stall'))).*
      from settings.channel c where store_id = ${shop.storeId} limit 1`.execute(ctx.db),
  )
  await shop.inside((ctx) => ctx.app.snapshots.changed(settingsSnapshot, ctx))
  const { code } = await coded(shop, { channelIds: [other] })
  const guest = shop.guest()
  const mine = await cartOf(guest, { of: await shop.goods() })
  await assert.rejects(guest.call(addCode, { cartId: mine.id, code }), { code: 'promotions.not_for_you' })
})

test('voucher, then less in the cart: it is weighed anew with each change, and nothing falls below zero', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 700 })
  const five = await coded(shop, {
    kind: 'amount',
    names: [{ locale: 'en', name: 'Five off' }],
    sums: [{ currency: 'EUR', offAmount: 500, minimumAmount: 1400 }],
  })
  const twelve = await coded(shop, { kind: 'amount', sums: [{ currency: 'EUR', offAmount: 1200 }] })
  const cart = await cartOf(guest, { of: tea, quantity: 2 })
  await guest.call(addCode, { cartId: cart.id, code: five.code })
  const both = await guest.call(addCode, { cartId: cart.id, code: twelve.code })
  assert.deepEqual([both.totals.discount, both.totals.total], [euros(1400), euros(0)], 'and not a cent more')
  const lineId = both.lines[0]!.id
  const less = await guest.call(setQuantity, { cartId: cart.id, lineId, quantity: 1 })
  assert.deepEqual(
    [less.totals.subtotal, less.totals.discount, less.totals.total],
    [euros(700), euros(700), euros(0)],
  )
  assert.deepEqual(
    less.codes.map(({ code, discount, problem }) => [code, discount.amount, problem?.code ?? null]),
    [
      [five.code, 0, 'promotions.below_minimum'],
      [twelve.code, 700, null],
    ],
  )
  const more = await guest.call(setQuantity, { cartId: cart.id, lineId, quantity: 3 })
  assert.deepEqual(more.totals.discount, euros(1700), 'it holds again')
  const none = await guest.call(setQuantity, { cartId: cart.id, lineId, quantity: 0 })
  assert.deepEqual([none.totals.discount, none.totals.total, none.codes.length], [euros(0), euros(0), 2])
})

test('one code for an offer, ten for a cart; the same again changes nothing', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods({ price: 100_000 }) })
  const codes = []
  for (let count = 0; count < 11; count++)
    codes.push(await coded(shop, { kind: 'amount', sums: [{ currency: 'EUR', offAmount: 100 }] }))
  for (const { code } of codes.slice(0, 10)) await guest.call(addCode, { cartId: cart.id, code })
  await assert.rejects(guest.call(addCode, { cartId: cart.id, code: codes[10]!.code }), {
    code: 'invalid_input',
  })
  const again = await guest.call(addCode, { cartId: cart.id, code: codes[0]!.code })
  assert.deepEqual([again.codes.length, again.totals.discount], [10, euros(1000)])
  const twin = `TWIN-${newId().slice(-12)}`
  await shop.bob.call(createCode, { promotionId: codes[0]!.promotion.id, code: twin })
  await assert.rejects(guest.call(addCode, { cartId: cart.id, code: twin }), (error: any) => {
    assert.deepEqual([error.code, error.errors[0].path], ['invalid_input', 'code'])
    return true
  })
})

test('free delivery counts once a way of delivery is chosen', async () => {
  const guest = shop.guest()
  const { code } = await coded(shop, { kind: 'free_delivery' })
  const cart = await cartOf(guest, { of: await shop.goods({ price: 1000 }) })
  const before = await guest.call(addCode, { cartId: cart.id, code })
  assert.deepEqual(
    [before.totals.discount, before.codes[0]!.problem?.code],
    [euros(0), 'promotions.no_delivery_yet'],
  )
  const chosen = await guest.call(setDetails, {
    cartId: cart.id,
    email: guest.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
  assert.deepEqual(
    [chosen.totals.delivery, chosen.totals.discount, chosen.totals.total, chosen.codes[0]!.problem],
    [euros(490), euros(490), euros(1000), null],
  )
  assert.deepEqual(chosen.totals.taxes[0]!.amount, euros(160), 'no tax on what nobody pays')
  const order = await payNow(shop, await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() }))
  assert.deepEqual(order.totals, chosen.totals)
  await assert.rejects(
    shop.bob.call(refund, { orderId: order.id, delivery: 1, reason: 'Late' }, { key: newId() }),
    { code: 'invalid_input' },
    'what was not paid is not given back',
  )
  await shop.invariants()
})

test('what costs nothing any more is ordered without a payment, and holds its codes all the same', async () => {
  const guest = shop.guest()
  const [all, free] = [
    await coded(shop, { basisPoints: 10_000 }),
    await coded(shop, { kind: 'free_delivery' }),
  ]
  const cart = await readyCart(shop, guest, { of: await shop.goods({ price: 1999 }), quantity: 3 })
  for (const { code } of [all, free]) await guest.call(addCode, { cartId: cart.id, code })
  const { order, next } = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  assert.deepEqual([order.state, order.totals.total, next.kind], ['confirmed', euros(0), 'none'])
  assert.deepEqual([order.totals.tax, order.payments], [euros(0), []])
  await shop.settle()
  await shop.invariants()
})

test('a code that was lost meanwhile is told; who has seen the total without it may buy', async () => {
  const guest = shop.guest()
  const { code, codeId } = await coded(shop)
  const cart = await readyCart(shop, guest, { of: await shop.goods() })
  const { totals: cheaper } = await guest.call(addCode, { cartId: cart.id, code })
  await shop.bob.call(archiveCode, { codeId })
  const ask = (more: object) => guest.call(place, { cartId: cart.id, ...BACK, ...more }, { key: newId() })
  await assert.rejects(ask({}), { code: 'promotions.code_unknown' })
  await assert.rejects(ask({ expectedTotal: cheaper.total }), { code: 'promotions.code_unknown' })
  const seen = await guest.call(get, { cartId: cart.id })
  assert.equal(seen.codes[0]!.problem!.code, 'promotions.code_unknown')
  const { order } = await ask({ expectedTotal: seen.totals.total })
  assert.deepEqual([order.totals.discounts, order.totals.total], [[], seen.totals.total])
})

test('a code is taken out again, and comes along when a guest logs in', async () => {
  const guest = shop.guest()
  const { code } = await coded(shop)
  const mine = await coded(shop)
  const theirs = await cartOf(guest, { of: await shop.goods({ price: 2000 }) })
  await guest.call(addCode, { cartId: theirs.id, code })
  const without = await guest.call(removeCode, { cartId: theirs.id, code: code.toLowerCase() })
  assert.deepEqual([without.codes, without.totals.discount], [[], euros(0)])
  await assert.rejects(guest.call(removeCode, { cartId: theirs.id, code }), { code: 'not_found' })
  await guest.call(addCode, { cartId: theirs.id, code })
  const dora = await shop.person('dora', [])
  const own = await cartOf(dora, { of: await shop.goods({ price: 1000 }) })
  await dora.call(addCode, { cartId: own.id, code: mine.code })
  await shop.inside((ctx) => mergeCarts({ personId: dora.id, guestId: guest.id }, ctx))
  const merged = await dora.call(get, { cartId: own.id })
  assert.deepEqual(merged.codes.map((each) => each.code).toSorted(), [code, mine.code].toSorted())
  assert.deepEqual(merged.totals.discount, euros(570))
})

test('codes are not guessed: after twenty in a row one waits, and sixty from an address, as whichever guest', async () => {
  const unlimited = shop.app.limits
  shop.app.limits = createLimits({ scale: 1 })
  try {
    const { code } = await coded(shop)
    const tea = await shop.goods()
    const answers: string[] = []
    for (let nth = 0; nth < 4; nth++) {
      const guest = shop.guest()
      const { id: cartId } = await cartOf(guest, { of: tea })
      const guess = (of: string) => guest.call(addCode, { cartId, code: of }).catch((error) => error.code)
      for (let count = 0; count < 20; count++) answers.push(await guess(`GUESS-${count}`))
      assert.equal(await guess(code), 'too_many_requests', 'not even the right one')
    }
    assert.equal(answers.filter((each) => each === 'promotions.code_unknown').length, 60)
    assert.equal(answers.filter((each) => each === 'too_many_requests').length, 20)
  } finally {
    shop.app.limits = unlimited
  }
})
