/**
 * The payment company says that money was taken: one statement books it and confirms the order.
 *
 * Each step follows from the one before it, so a second telling, or one about another amount, changes nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { traceId } from './cart.ts'
import { Refused, rowsOf, type Shop, type Statement } from './shop.ts'

const PAID: Statement = {
  name: 'paid',
  text: `
  with seen as (
    insert into payments.inbox (id, store_id, provider, event_id, fact, state, attempts, received_at, handled_at)
    values (uuidv7(), $1, 'sandbox', $2, $3, 'handled', 1, now(), now()) on conflict (provider, event_id) do nothing returning id
  ), paid as (
    update payments.payment p set state = 'captured', provider_version = $6, authorised_amount = p.amount, captured_amount = p.amount,
      fee_amount = $13, next_url = null, ask_at = null, asked = 0, paid_at = now(), provider_paid_at = $7, version = p.version + 1, updated_at = now()
    from seen where p.id = $4 and p.provider_reference = $5 and p.amount = $8 and p.currency = 'EUR' and p.state = 'requires_action'
    returning p.id, p.payable_id, p.amount, p.provider_reference as reference
  ), named as (
    insert into payments.reference (store_id, provider, reference, kind, payment_id, noted_at)
    select $1, 'sandbox', unnest($15::text[]), 'capture', id, now() from paid
  ), payment_told as (
    insert into payments.history (id, store_id, payment_id, from_state, to_state, actor, cause, trace_id, at)
    select uuidv7(), $1, id, 'requires_action', 'captured', $9, 'webhook:' || $2, $10, now() from paid
  ), booking as (
    select uuidv7() as id, b.* from paid, lateral (values ('capture', paid.amount, $11::uuid, $12::uuid), ('fee', $13::bigint, $14::uuid, $11::uuid))
      as b(kind, amount, debit, credit)
  ), booked as (
    insert into ledger.transaction (id, store_id, currency, kind, reference, subject_kind, subject_id, actor, cause, trace_id, at)
    select b.id, $1, 'EUR', b.kind, 'sandbox:' || reference || ':' || b.amount, 'order', payable_id, $9, 'webhook:' || $2, $10, now() from paid, booking b
  ), entries as (
    insert into ledger.entry (store_id, transaction_id, position, account_id, currency, amount)
    select $1, b.id, e.position, e.account, 'EUR', e.amount
    from booking b, lateral (values (1, b.debit, b.amount), (2, b.credit, -b.amount)) as e(position, account, amount)
  ), confirmed as (
    update orders.order o set state = 'confirmed', number = nextval('orders.number_seq'), confirmed_at = now(), hold_until = null,
      version = o.version + 1, updated_at = now()
    from paid where o.id = paid.payable_id and o.state = 'pending' and o.total_amount = paid.amount
    returning o.id, o.number, o.cart_id, paid.id as payment_id, paid.amount
  ), kept as (
    update inventory.reservation r set state = 'confirmed', expires_at = null, updated_at = now()
    from confirmed where r.store_id = $1 and r.holder_kind = 'order' and r.holder_id = confirmed.id and r.state = 'held'
  ), finished as (
    update cart.cart c set state = 'completed', version = c.version + 1, updated_at = now() from confirmed where c.id = confirmed.cart_id
  ), told as (
    insert into orders.history (id, store_id, order_id, kind, from_state, to_state, facts, public, actor, cause, trace_id, at)
    select uuidv7(), $1, confirmed.id, h.kind, h.from_state, h.to_state, h.facts, true, $9, 'payments.secured', $10, now()
    from confirmed, lateral (values ('paid', null, null, jsonb_build_object('paymentId', payment_id, 'amount',
        jsonb_build_object('amount', amount, 'currency', 'EUR'), 'number', number::text)), ('confirmed', 'pending', 'confirmed', jsonb_build_object('number', number::text)))
      as h(kind, from_state, to_state, facts)
  )
  insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
  select uuidv7(), $1, e.name, jsonb_build_object('ids', e.ids), e.actor, $10, now()
  from seen, confirmed, lateral (values ('payments.inboxReceived', jsonb_build_array(seen.id), 'system:webhook:sandbox'),
    ('payments.changed', jsonb_build_array(confirmed.payment_id), $9), ('ledger.booked', (select jsonb_agg(id) from booking), $9),
    ('cart.changed', jsonb_build_array(confirmed.cart_id), $9), ('orders.changed', jsonb_build_array(confirmed.id), $9),
    ('orders.buyersToTell', jsonb_build_array(confirmed.id), $9)) as e(name, ids, actor)
  returning id`,
}

interface Told {
  type: string
  data: {
    payment: {
      id: string
      reference: string
      amount: number
      fee: number
      captures: { id: string }[]
      version: number
      paidAt: string
    }
  }
}

/** Who did it, as the store names the one who reads its inbox. */
const ACTOR = 'system:payments.inbox'

export async function receiveWebhook(
  shop: Shop,
  headers: Record<string, string>,
  body: Buffer,
): Promise<string> {
  const id = headers['webhook-id']!
  const key = Buffer.from(shop.webhookSecret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${id}.${headers['webhook-timestamp']}.`)
    .update(body)
    .digest('base64')
  const given = Buffer.from(headers['webhook-signature']!.split(',')[1] ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected)))
    throw new Refused(400, 'Not signed.')
  const { type, data } = JSON.parse(body.toString()) as Told
  const { payment } = data
  if (type !== 'payment.captured') return '{"received":true}'
  await rowsOf(shop.pool, PAID, [
    shop.storeId,
    id,
    JSON.stringify(data),
    payment.reference,
    payment.id,
    payment.version,
    payment.paidAt,
    payment.amount,
    ACTOR,
    traceId(),
    shop.accounts.provider,
    shop.accounts.receivable,
    payment.fee,
    shop.accounts.fees,
    payment.captures.map(({ id }) => id),
  ])
  return '{"received":true}'
}
