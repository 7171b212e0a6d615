/** From a cart to a pending order with held stock and an open payment: a transaction, the company, a statement. */
import { createHash, createHmac } from 'node:crypto'
import { cartSql, missingOf, readCart, totalsOf, traceId, type CartRow } from './cart.ts'
import { readOrder } from './order.ts'
import { Refused, guestOf, rowsOf, type Shop, type Statement } from './shop.ts'

const LOCK: Statement = { name: 'lock cart', text: cartSql(`and c.state = 'open' for update of c`) }

/** $1 is all that is known of the order, as JSON. Nothing is born when stock is short or the key was used. */
const BEAR: Statement = {
  name: 'bear order',
  text: `
  with it as (
    select * from jsonb_to_record($1) as o(id uuid, store uuid, cart uuid, guest uuid, email text, channel uuid, market uuid, subtotal bigint,
      delivery bigint, "deliveryTax" bigint, tax bigint, total bigint, address jsonb, chosen jsonb, payment uuid, method text, "returnUrl" text,
      "cancelUrl" text, trace text, key text, lines jsonb, taxes jsonb)
  ), line as (
    select l.* from it, jsonb_to_recordset(it.lines) as l(id uuid, position int, "productId" uuid, "variantId" uuid, sku text, name text, slug text,
      choices jsonb, picture jsonb, quantity int, amount bigint, total bigint, "taxName" text, "taxRate" int, tax bigint, "taxParts" jsonb, "priceId" uuid, shippable boolean)
  ), taken as (
    update inventory.level s set reserved = s.reserved + line.quantity, version = s.version + 1, updated_at = now()
    from line join inventory.variant_item vi on vi.variant_id = line."variantId"
    where s.item_id = vi.item_id and s.on_hand + s.backorder_limit - s.safety_stock - s.reserved >= line.quantity
    returning line.id as line_id, line.quantity, s.item_id, s.location_id
  ), completing as (
    update cart.cart c set state = 'completing', version = c.version + 1, updated_at = now() from it where c.id = it.cart
  ), born as (
    insert into orders.order (id, store_id, cart_id, state, guest_id, access_hash, email, channel_id, market_id, locale, currency,
      prices_include_tax, tax_rounding, subtotal_amount, delivery_amount, delivery_tax_amount, tax_amount, total_amount, shipping_address,
      billing_address, delivery, hold_until, placed_at, created_at, updated_at)
    select id, store, cart, 'pending', guest, $2, email, channel, market, 'en', 'EUR', true, 'line', subtotal, delivery, "deliveryTax", tax, total,
      address, address, chosen, now() + interval '15 minutes', now(), now(), now() from it
  ), lines as (
    insert into orders.line (id, store_id, order_id, currency, position, product_id, variant_id, sku, name, slug, options, picture, quantity,
      unit_amount, total_amount, tax_name, tax_rate_basis_points, tax_amount, tax_parts, price_id, shippable)
    select line.id, it.store, it.id, 'EUR', position, "productId", "variantId", sku, name, slug, choices, picture, quantity, amount, line.total,
      "taxName", "taxRate", line.tax, "taxParts", "priceId", shippable from it, line
  ), taxes as (
    insert into orders.tax_line (store_id, order_id, position, name, rate_basis_points, base_amount, tax_amount)
    select it.store, it.id, t.position, t.name, t."rateBasisPoints", t.base, t.amount
    from it, jsonb_to_recordset(it.taxes) as t(position int, name text, "rateBasisPoints" int, base bigint, amount bigint)
  ), told as (
    insert into orders.history (id, store_id, order_id, kind, to_state, public, actor, cause, trace_id, at)
    select uuidv7(), store, id, 'placed', 'pending', true, guest::text, 'orders.place', trace, now() from it
  ), held as (
    insert into inventory.reservation (id, store_id, holder_kind, holder_id, line_id, item_id, location_id, quantity, state, expires_at, created_at, updated_at)
    select uuidv7(), it.store, 'order', it.id, line_id, item_id, location_id, quantity, 'held', now() + interval '15 minutes', now(), now() from it, taken
  ), payment as (
    insert into payments.payment (id, store_id, provider, method, payable_kind, payable_id, currency, amount, capture, state, ask_at, return_url, cancel_url,
      created_at, updated_at)
    select payment, store, 'sandbox', method, 'order', id, 'EUR', total, 'automatic', 'created', now() + interval '30 seconds', "returnUrl", "cancelUrl", now(), now()
    from it
  ), payment_told as (
    insert into payments.history (id, store_id, payment_id, to_state, actor, cause, trace_id, at)
    select uuidv7(), store, payment, 'created', guest::text, 'payments.start', trace, now() from it
  ), events as (
    insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
    select uuidv7(), it.store, e.name, jsonb_build_object('ids', e.ids), it.guest::text, it.trace, now()
    from it, lateral (values ('cart.changed', jsonb_build_array(it.cart)), ('orders.changed', jsonb_build_array(it.id)),
      ('payments.changed', jsonb_build_array(it.payment)),
      ('inventory.stockChanged', (select jsonb_agg(distinct "variantId") from line))) as e(name, ids)
  ), once as (
    insert into kit.idempotency (store_id, caller, operation, key, body_hash, state, resource_id, created_at)
    select store, guest::text, 'orders.place', key, $3, 'running', id, now() from it
  )
  select (select count(*) from taken)::int as taken`,
}

const OPENED: Statement = {
  name: 'payment opened',
  text: `
  with moved as (
    update payments.payment set state = 'requires_action', provider_reference = $2, provider_version = $3, next_url = $4,
      ask_at = now() + interval '2 minutes', version = version + 1, updated_at = now()
    where id = $1 and state = 'created' returning id, store_id
  ), named as (
    insert into payments.reference (store_id, provider, reference, kind, payment_id, noted_at)
    select store_id, 'sandbox', $2, 'payment', id, now() from moved
  ), told as (
    insert into payments.history (id, store_id, payment_id, from_state, to_state, actor, cause, trace_id, at)
    select uuidv7(), store_id, id, 'created', 'requires_action', $5, 'payments.start', $6, now() from moved
  )
  insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
  select uuidv7(), store_id, 'payments.changed', jsonb_build_object('ids', jsonb_build_array(id)), $5, $6, now() from moved`,
}

interface Wish {
  cartId: string
  paymentMethod: string
  returnUrl: string
  cancelUrl: string
}

export async function placeOrder(
  shop: Shop,
  token: string | undefined,
  key: string,
  wish: Wish,
): Promise<string> {
  const guest = await guestOf(shop, token)
  const trace = traceId()
  const order = { id: crypto.randomUUID(), payment: crypto.randomUUID(), total: 0 }
  const urls = {
    returnUrl: new URL(wish.returnUrl.replaceAll('{orderId}', order.id), shop.origin).href,
    cancelUrl: new URL(wish.cancelUrl.replaceAll('{orderId}', order.id), shop.origin).href,
  }
  const linkToken = createHmac('sha256', shop.secretKey).update(order.id).digest('base64url')

  const client = await shop.pool.connect()
  try {
    await client.query('begin')
    const cart = await readCart(client, LOCK, [wish.cartId, guest, shop.listId])
    if (!cart || missingOf(cart).length > 0) throw new Refused(409, 'The cart is not complete.')
    order.total = totalsOf(cart).total
    const all = JSON.stringify({
      ...snapshotOf(cart),
      ...order,
      ...urls,
      store: shop.storeId,
      guest,
      method: wish.paymentMethod,
      trace,
      key,
    })
    const hash = (text: string) => createHash('sha256').update(text).digest()
    const values = [all, hash(linkToken), hash(JSON.stringify(wish))]
    const [born] = await rowsOf<{ taken: number }>(client, BEAR, values)
    if (born!.taken !== cart.lines.length) throw new Refused(409, 'Something has sold out.')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }

  const opened = await openPayment(shop, order, urls)
  await rowsOf(shop.pool, OPENED, [order.payment, opened.id, opened.version, opened.url, guest, trace])
  const next = { kind: 'redirect', url: opened.url }
  return JSON.stringify({ order: await readOrder(shop, order.id, guest), accessToken: linkToken, next })
}

function snapshotOf(cart: CartRow) {
  const totals = totalsOf(cart)
  const { methodId, name, minDays, maxDays, taxName, taxRate } = cart.delivery
  const taxParts = partsOf(cart.delivery, totals.deliveryTax)
  return {
    cart: cart.id,
    email: cart.email,
    channel: cart.channel_id,
    market: cart.market_id,
    subtotal: totals.subtotal,
    delivery: totals.delivery,
    deliveryTax: totals.deliveryTax,
    tax: totals.tax,
    address: cart.shipping_address,
    chosen: {
      methodId,
      name,
      minDays,
      maxDays,
      taxName,
      taxRateBasisPoints: taxRate,
      taxParts,
      pickUp: null,
    },
    lines: cart.lines.map((line, position) => ({
      ...line,
      id: crypto.randomUUID(),
      position,
      total: line.quantity * line.amount,
      tax: totals.lineTaxes[position],
      taxParts: partsOf(line, totals.lineTaxes[position]!),
    })),
    taxes: totals.taxes.map((tax, position) => ({ position, ...tax })),
  }
}

type Taxed = Pick<CartRow['delivery'], 'taxId' | 'taxName' | 'taxRate'>

const partsOf = ({ taxId: rateId, taxName: name, taxRate: rateBasisPoints }: Taxed, amount: number) => [
  { rateId, name, rateBasisPoints, rateHundredths: 0, compound: false, amount },
]

interface Opened {
  id: string
  version: number
  url: string
}

async function openPayment(
  shop: Shop,
  order: { id: string; payment: string; total: number },
  urls: { returnUrl: string; cancelUrl: string },
): Promise<Opened> {
  const response = await fetch(`${shop.sandboxUrl}/api/payments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.secretKey}`,
      'content-type': 'application/json',
      'idempotency-key': order.payment,
    },
    body: JSON.stringify({
      amount: order.total,
      currency: 'EUR',
      capture: 'automatic',
      reference: order.payment,
      description: `Order ${order.id.slice(-8)}`,
      webhookUrl: `${shop.origin}/webhooks/sandbox`,
      locale: 'en',
      ...urls,
    }),
  })
  if (!response.ok) throw new Refused(503, 'The payment company does not answer.')
  return (await response.json()) as Opened
}
