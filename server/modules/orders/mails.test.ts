import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { buyersToTell } from './events.ts'
import { lettersOf, tellBuyers } from './mails.ts'
import type { HistoryRow, OrderRow } from './rows.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { toOrder } from './view.ts'

const shop = await openShop()
after(() => shop.close())

test('the confirmation tells what was bought, for how much, and leads to the order', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, {
    of: await shop.goods({ name: 'Tea & <b>more</b>', price: 1000 }),
    quantity: 2,
  })
  const [mail] = await mailsTo(shop, guest.email)
  for (const part of [
    '2 × Tea & <b>more</b>: €20.00',
    'Parcel: €4.90',
    'Tax included: €3.97',
    'Total: €24.90',
    'Hamburg',
  ]) {
    assert.ok(mail!.text.includes(part), `${part} is not in ${mail!.text}`)
  }
  assert.ok(mail!.html.includes('Tea &amp; &lt;b&gt;more&lt;/b&gt;'), 'what people write is never markup')
  assert.ok(mail!.html.includes('€24.90'))
  assert.match(mail!.text, new RegExp(`${shop.app.config.publicUrl}/orders/${order.id}\\?token=[\\w-]{43}`))
})

test('however often it is asked for, a mail is written once', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: await shop.goods() })
  for (let n = 0; n < 3; n++) await shop.inside((ctx) => tellBuyers.run({ ids: [order.id] } as never, ctx))
  assert.equal((await mailsTo(shop, guest.email)).length, 1)
  assert.equal(tellBuyers.event, buyersToTell.name)
})

test('each fact that a buyer is to know has its mail, and each mail its own key', () => {
  const at = (second: number) => `2026-03-02T10:00:0${second}.000Z`
  const money = (amount: number) => ({ amount, currency: 'EUR' })
  const entry = (
    kind: string,
    second: number,
    facts: object = {},
    step: Partial<HistoryRow> = {},
  ): HistoryRow => ({
    kind,
    facts: facts as never,
    from: null,
    to: null,
    public: true,
    actor: 'x',
    cause: 'x',
    at: at(second),
    ...step,
  })
  const row = {
    id: 'order',
    number: 1001,
    state: 'cancelled',
    currency: 'EUR',
    locale: 'en',
    lines: [],
    bundles: [],
    deposits: [],
    taxes: [],
    discounts: [],
    payments: [],
    refunds: [],
    subtotal_amount: 0,
    delivery_amount: 0,
    discount_amount: 0,
    deposit_amount: 0,
    tax_relief_amount: 0,
    tax_amount: 0,
    total_amount: 0,
    placed_at: new Date(),
    confirmed_at: null,
    history: [
      entry('placed', 0, {}, { to: 'pending' }),
      entry('payment_failed', 1, { paymentId: 'p1', state: 'failed' }),
      entry('payment_failed', 1, { paymentId: 'p2', state: 'cancelled' }),
      entry('paid', 2, { paymentId: 'p3', amount: money(500) }),
      entry('paid', 3, { paymentId: 'p3', amount: money(1000) }),
      entry('confirmed', 3, {}, { from: 'pending', to: 'confirmed' }),
      entry('cancelled', 4, {}, { from: 'confirmed', to: 'cancelled' }),
      entry('refunded', 5, { refundId: 'r1', amount: money(1000) }),
    ],
  } as unknown as OrderRow
  const about = {
    store: 'Shop',
    locale: 'en',
    timeZone: 'UTC',
    order: toOrder(row, { scope: { locale: 'en' }, app: shop.app, now: () => shop.clock.now } as never),
    link: 'https://shop.example/orders/order',
  }
  assert.deepEqual(
    lettersOf(row, about).map(({ key, letter }) => `${letter.template}:${key}`),
    [
      'orders.paymentFailed:p1',
      'orders.paymentReceived:p3:500',
      'orders.confirmed:order',
      'orders.cancelled:order',
      'orders.refunded:r1',
    ],
  )
})
