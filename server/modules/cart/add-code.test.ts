import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, payNow } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import { openShop } from '#testing/shop.ts'
import { refund } from '../orders/admin/refund.ts'
import { place } from '../orders/place.ts'
import { addCode } from './add-code.ts'

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
