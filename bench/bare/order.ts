/** An order as its buyer sees it: one statement, and words for what happened. */
import { createHmac } from 'node:crypto'
import type { Address } from './cart.ts'
import { totalsView } from './cart.ts'
import { Refused, guestOf, rowsOf, type Shop, type Statement } from './shop.ts'

interface Row {
  id: string
  number: number | null
  cart_id: string
  state: string
  version: number
  email: string
  subtotal_amount: number
  delivery_amount: number
  tax_amount: number
  total_amount: number
  shipping_address: Address
  billing_address: Address
  delivery: { name: string; minDays: number; maxDays: number }
  hold_until: Date | null
  placed_at: Date
  confirmed_at: Date | null
  lines: (Record<string, unknown> & { unitAmount: number; totalAmount: number })[]
  taxes: { name: string; rateBasisPoints: number; rateHundredths: number; base: number; amount: number }[]
  payments: Payment[]
  timeline: { at: string; kind: string }[]
  shipments: unknown[]
}

interface Payment {
  id: string
  method: string
  state: string
  amount: number
  captured: number
  refunded: number
  declineCode: string | null
  nextUrl: string | null
  paidAt: string | null
  createdAt: string
}

const READ: Statement = {
  name: 'order',
  text: `
  select o.id, o.number, o.cart_id, o.state, o.version, o.email, o.subtotal_amount, o.delivery_amount, o.tax_amount, o.total_amount,
    o.shipping_address, o.billing_address, o.delivery, o.hold_until, o.placed_at, o.confirmed_at,
    (select json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'productId', l.product_id, 'slug', l.slug, 'sku', l.sku,
      'name', l.name, 'choices', l.options, 'picture', l.picture, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
      'totalAmount', l.total_amount, 'quantityShipped', l.quantity_shipped, 'quantityCancelled', l.quantity_cancelled) order by l.position)
      from orders.line l where l.order_id = o.id) as lines,
    (select json_agg(json_build_object('name', t.name, 'rateBasisPoints', t.rate_basis_points, 'rateHundredths', t.rate_hundredths, 'base', t.base_amount, 'amount', t.tax_amount)
      order by t.position) from orders.tax_line t where t.order_id = o.id) as taxes,
    (select json_agg(json_build_object('id', p.id, 'method', p.provider, 'state', p.state, 'amount', p.amount, 'captured', p.captured_amount,
      'refunded', p.refunded_amount, 'declineCode', p.decline_code, 'nextUrl', p.next_url, 'paidAt', kit.utc(p.paid_at),
      'createdAt', kit.utc(p.created_at)) order by p.created_at, p.id)
      from payments.payment p where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id) as payments,
    (select json_agg(json_build_object('at', kit.utc(h.at), 'kind', h.kind) order by h.at, h.id)
      from orders.history h where h.order_id = o.id and h.public) as timeline,
    coalesce((select json_agg(json_build_object('id', s.id, 'orderId', s.order_id, 'state', s.state, 'carrier', s.carrier,
      'trackingCode', s.tracking_code, 'trackingUrl', s.tracking_url, 'shippedAt', kit.utc(s.shipped_at),
      'deliveredAt', kit.utc(s.delivered_at), 'version', s.version, 'lines', (
        select json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity) order by l.order_line_id)
        from fulfilment.shipment_line l where l.shipment_id = s.id)) order by s.created_at, s.id)
      from fulfilment.shipment s where s.store_id = o.store_id and s.order_id = o.id), '[]'::json) as shipments
  from orders.order o where o.id = $1 and o.guest_id = $2 and o.customer_id is null`,
}

export async function getOrder(shop: Shop, token: string | undefined, orderId: string): Promise<string> {
  return JSON.stringify(await readOrder(shop, orderId, await guestOf(shop, token)))
}

export async function readOrder(shop: Shop, orderId: string, guest: string) {
  const [row] = await rowsOf<Row>(shop.pool, READ, [orderId, guest])
  if (!row) throw new Refused(404, 'There is no such order.')
  return viewOf(shop, row)
}

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const formatter = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' })

function viewOf(shop: Shop, row: Row) {
  const captured = row.payments.reduce((sum, payment) => sum + payment.captured, 0)
  const pending = row.state === 'pending'
  const open = pending && captured === 0
  return {
    id: row.id,
    number: row.number === null ? null : String(row.number),
    version: row.version,
    state: row.state,
    status: pending ? 'pending' : 'paid',
    paymentStanding: captured >= row.total_amount ? 'paid' : 'pending',
    fulfilmentStanding: 'none',
    currency: 'EUR',
    locale: 'en',
    email: row.email,
    lines: row.lines.map(({ unitAmount, totalAmount, ...line }) => ({
      ...line,
      unitPrice: euros(unitAmount),
      discount: euros(0),
      taxRelief: euros(0),
      total: euros(totalAmount),
      quantityWaiting: 0,
      bundleId: null,
      promise: null,
    })),
    bundles: [],
    deposits: [],
    totals: totalsView({
      subtotal: row.subtotal_amount,
      delivery: row.delivery_amount,
      tax: row.tax_amount,
      total: row.total_amount,
      taxes: row.taxes,
    }),
    companyName: null,
    taxId: null,
    taxDecision: null,
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    deliveryName: row.delivery.name,
    deliveryPromise: { minDays: row.delivery.minDays, maxDays: row.delivery.maxDays },
    pickUp: null,
    payments: row.payments.map((payment) => ({
      ...payment,
      amount: euros(payment.amount),
      captured: euros(payment.captured),
      refunded: euros(payment.refunded),
    })),
    refunds: [],
    documents: row.number === null ? [] : [receiptOf(shop, row.id, row.number)],
    timeline: row.timeline.map((entry) => ({ ...entry, text: inWords(entry.kind, captured, row.number) })),
    shipments: row.shipments,
    placedAt: row.placed_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    holdUntil: pending ? (row.hold_until?.toISOString() ?? null) : null,
    canPay: open,
    canCancel: open,
    cartId: row.cart_id,
  }
}

function receiptOf({ origin, secretKey }: Shop, id: string, number: number) {
  const until = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10)
  const signature = createHmac('sha256', secretKey).update(`${id} receipt ${until}`).digest('base64url')
  const url = `${origin}/documents/orders/${id}/receipt?until=${until}&signature=${signature}`
  return { kind: 'receipt', title: `Receipt ${number}`, url }
}

function inWords(kind: string, captured: number, number: number | null): string {
  if (kind === 'placed') return 'We have received your order.'
  if (kind === 'paid') return `We have received your payment of ${formatter.format(captured / 100)}.`
  return `Your order is confirmed under the number ${number}.`
}
