/** Cases of orders and their money: C2, C5, C6, C17, C20 and C28 of what has gone wrong elsewhere. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { formatMoney } from '@quayside/words'
import { newId } from '#kit/id.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen, paid, placed } from '#testing/orders.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { openShop, type Goods, type Shop } from '#testing/shop.ts'
import { payOnSandbox, type WebhookWish } from '../../adapters/sandbox/buyer.ts'
import { setQuantity } from '../../modules/cart/set-quantity.ts'
import { get } from '../../modules/orders/admin/get.ts'
import type { StaffOrder } from '../../modules/orders/order.ts'
import { pay } from '../../modules/orders/pay.ts'
import { place } from '../../modules/orders/place.ts'
import { pick, shuffle } from '../random.ts'

const ROUNDS = Number(process.env['CASE_ROUNDS'] ?? 200)
const AT_ONCE = 10
const IN_ONE_SHOP = 20
const WISHES: readonly WebhookWish[] = ['normal', 'twice', 'out_of_order']
const shop = await openShop()
after(() => shop.close())

test('a cart whose goods sell out between the address and the order is refused, line by line', async () => {
  const [tea, cup] = [await shop.goods({ stock: 1 }), await shop.goods({ stock: 5 })]
  const cart = await readyCart(shop, shop.alice, { of: tea }, { of: cup, quantity: 2 })
  await paid(shop, shop.guest(), { of: tea })
  const line = cart.lines.find(({ variantId }) => variantId === tea.variantId)!
  await assert.rejects(shop.alice.call(place, { cartId: cart.id, ...BACK }, { key: newId() }), {
    code: 'cart.out_of_stock',
    details: { available: 0, lines: [{ lineId: line.id, available: 0 }] },
  })
  assert.deepEqual(await shop.onHand(cup.variantId), { onHand: 5, reserved: 0, available: 5 })
  await shop.invariants()
})

test('fewer of a thing: delivery is charged again, and nothing falls below zero', async () => {
  const charlie = shop.charlie
  const cart = await readyCart(shop, charlie, { of: await shop.goods({ price: 2000 }), quantity: 3 })
  assert.deepEqual([cart.totals.delivery.amount, cart.totals.total.amount], [0, 6000])
  const lineId = cart.lines[0]!.id
  const fewer = await charlie.call(setQuantity, { cartId: cart.id, lineId, quantity: 1 })
  assert.deepEqual([fewer.totals.delivery.amount, fewer.totals.total.amount], [490, 2490])
  const none = await charlie.call(setQuantity, { cartId: cart.id, lineId, quantity: 0 })
  assert.deepEqual([none.totals.delivery.amount, none.totals.total.amount, none.totals.tax.amount], [0, 0, 0])
})

test('cart, order, payment request, till and mail say the same total', async () => {
  const guest = shop.guest()
  const wanted = [
    { of: await shop.goods({ name: 'Cup', price: 333 }), quantity: 3 },
    { of: await shop.goods({ name: 'Book', price: 1999, taxCategory: 'reduced' as const }) },
  ]
  const cart = await readyCart(shop, guest, ...wanted)
  const { order, next } = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  assert.deepEqual(order.totals, cart.totals)
  const { total } = order.totals
  assert.equal(total.amount, 3 * 333 + 1999 + 490)
  const shown = formatMoney(total, 'en')
  const url = (next as { url: string }).url
  assert.match(await (await fetch(url)).text(), new RegExp(shown.replace(/\W/g, '\\$&')))
  await payOnSandbox(url)
  const confirmed = await orderWhen(shop, order.id, ({ state }) => state === 'confirmed')
  assert.deepEqual(
    confirmed.payments.map(({ amount, captured }) => [amount, captured]),
    [[total, total]],
  )
  const [mail] = (await mailsTo(shop, guest.email)).filter(({ text }) => text.includes(confirmed.number!))
  assert.ok(mail!.text.includes(shown) && mail!.html.includes(shown))
  const { rows } = await shop.app.pool.pg.query<{ booked: number }>(
    `select sum(e.amount)::int as booked from ledger.entry e join ledger.transaction t on t.id = e.transaction_id
     join ledger.account a on a.id = e.account_id where t.subject_id = $1 and a.code = 'receivable'`,
    [order.id],
  )
  assert.equal(rows[0]!.booked, -total.amount)
})

test(`return, webhooks, sweep, a second press of "order" and of "pay" at once, ${ROUNDS} times: each order paid once, under a number of its own`, async (t) => {
  t.diagnostic(`SEED=${seed}`)
  const random = randomFrom(seed)
  // A fresh shop now and then, so that what is settled stays little.
  for (let round = 0; round < ROUNDS; round += IN_ONE_SHOP) await allAtOnce(random)
})

async function allAtOnce(random: () => number): Promise<void> {
  const busy = await openShop({ poolSize: 20 })
  try {
    const tea = await busy.goods({ stock: IN_ONE_SHOP + 1 })
    const ids: string[] = []
    while (ids.length < IN_ONE_SHOP)
      ids.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => once(busy, random, tea)))))
    const orders = await Promise.all(ids.map((orderId) => busy.bob.call(get, { orderId })))
    assert.equal(new Set(orders.map(({ number }) => number)).size, ids.length)
    for (const { id, payments, history } of orders) {
      const made = payments.map(({ state, captured }) => [state, captured.amount])
      assert.deepEqual(made, [['captured', 1490]], id)
      assert.equal(history.filter(({ kind }) => kind === 'confirmed').length, 1)
    }
    const { rows } = await busy.app.pool.pg.query<{ charges: number; mails: number }>(
      `select (select count(*)::int from ledger.transaction where kind = 'capture') as charges,
         (select count(*)::int from messages.message where template = 'orders.confirmed') as mails`,
    )
    assert.deepEqual(rows, [{ charges: ids.length, mails: ids.length }])
    assert.equal((await busy.onHand(tea.variantId)).available, 1)
    await busy.invariants()
  } finally {
    await busy.close()
  }
}

async function once(busy: Shop, random: () => number, of: Goods): Promise<string> {
  const guest = busy.guest()
  const { order, next } = await placed(busy, guest, { of })
  const again = { cartId: order.cartId, ...BACK }
  const racers = [
    () => busy.settle(),
    () => busy.settle(),
    () => busy.job('payments.sweep'),
    () => guest.call(place, again, { key: newId() }),
    () => guest.call(pay, { orderId: order.id, ...BACK }, { key: newId() }).catch(mayBePaid),
  ]
  await Promise.all([
    payOnSandbox((next as { url: string }).url, 'pay', pick(WISHES, random)),
    ...shuffle(racers, random).map(async (race) => {
      await pause(random() < 0.5 ? random() * 30 : 0)
      await race()
    }),
  ])
  const isDone = ({ state, payments }: StaffOrder) =>
    state === 'confirmed' && payments[0]!.state === 'captured'
  return (await orderWhen(busy, order.id, isDone)).id
}

function mayBePaid(error: { code?: string }): void {
  if (error.code !== 'orders.not_payable') throw error
}
