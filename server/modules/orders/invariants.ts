/** What must always hold of orders. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'
import { STATES, STEPS } from './state.ts'

const LIVE = `o.state not in ('cancelled', 'expired')`
const OPEN_STOCK = `r.state in ('held', 'confirmed')`
const steps = STATES.flatMap((from) => STEPS[from].map((to) => `'${from}>${to}'`)).join(', ')

const money: Invariant[] = [
  {
    id: 'I2.order',
    says: 'What the ledger holds for an order is what its payments captured and paid back.',
    sql: `select o.id, o.number, p.captured - p.returned as by_payments, coalesce(b.amount, 0) as by_ledger
      from orders.order o
      join lateral (
        select coalesce(sum(p.captured_amount), 0) as captured,
          coalesce(sum((select coalesce(sum(f.amount), 0) from payments.refund f where f.payment_id = p.id and f.state = 'succeeded')), 0) as returned
        from payments.payment p where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id) p on true
      left join lateral (
        select -sum(e.amount) as amount from ledger.transaction t
        join ledger.entry e on e.transaction_id = t.id
        join ledger.account a on a.id = e.account_id and a.code = 'receivable'
        where t.store_id = o.store_id and t.subject_kind = 'order' and t.subject_id = o.id) b on true
      where p.captured - p.returned <> coalesce(b.amount, 0)`,
  },
  {
    id: 'I2.confirmed',
    says: 'A confirmed order is secured by payments of at least its total.',
    sql: `select o.id, o.number, o.total_amount from orders.order o
      where o.state in ('confirmed', 'completed', 'archived') and o.total_amount > (
        select coalesce(sum(greatest(p.authorised_amount, p.captured_amount)), 0) from payments.payment p
        where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id)`,
  },
  {
    id: 'I4.order',
    says: 'An order’s total is the sum of its lines, deposits, delivery and tax on top, less discounts and the tax that was not charged.',
    sql: `select o.id, o.number, o.total_amount, l.whole, l.total, d.whole as deposit from orders.order o
      join lateral (select coalesce(sum(quantity * unit_amount), 0) as whole, coalesce(sum(total_amount), 0) as total
        from orders.line where order_id = o.id) l on true
      join lateral (select coalesce(sum(quantity * unit_amount), 0) as whole, coalesce(sum(total_amount), 0) as total
        from orders.deposit where order_id = o.id) d on true
      where l.whole <> o.subtotal_amount or d.whole <> o.deposit_amount
        or o.total_amount <> l.total + d.total + o.delivery_amount - o.delivery_discount_amount - o.delivery_tax_relief_amount + case when o.prices_include_tax then 0 else o.tax_amount end`,
  },
  {
    id: 'I5.order',
    says: 'The tax lines sum to the order’s tax, and so do the taxes of lines, deposits and delivery.',
    sql: `select o.id, o.number, o.tax_amount from orders.order o
      where o.tax_amount <> (select coalesce(sum(tax_amount), 0) from orders.tax_line where order_id = o.id)
        or o.tax_amount <> o.delivery_tax_amount + (select coalesce(sum(tax_amount), 0) from orders.line where order_id = o.id)
          + (select coalesce(sum(tax_amount), 0) from orders.deposit where order_id = o.id)`,
  },
  {
    id: 'I5.discount',
    says: 'What was taken off an order, by promotions and by bundles, is what was taken off its lines and its delivery, to the last unit.',
    sql: `select o.id, o.number, o.discount_amount, l.discount, d.amount from orders.order o
      join lateral (select coalesce(sum(discount_amount), 0) as discount from orders.line where order_id = o.id) l on true
      join lateral (select (select coalesce(sum(amount), 0) from orders.discount where order_id = o.id)
          + (select coalesce(sum(reduction_amount), 0) from orders.bundle where order_id = o.id) as amount) d on true
      where o.discount_amount <> l.discount + o.delivery_discount_amount or o.discount_amount <> d.amount`,
  },
  {
    id: 'I5.relief',
    says: 'The tax that an exempt buyer was not charged is what came off lines and delivery, and somebody without a reason is charged it.',
    sql: `select o.id, o.number, o.tax_relief_amount, l.relief, o.tax_decision from orders.order o
      join lateral (select coalesce(sum(tax_relief_amount), 0) as relief from (
        select order_id, tax_relief_amount from orders.line union all select order_id, tax_relief_amount from orders.deposit) b where b.order_id = o.id) l on true
      where o.tax_relief_amount <> l.relief + o.delivery_tax_relief_amount
        or (coalesce(o.tax_decision->>'outcome', '') not in ('reverse_charge', 'certificate') and o.tax_relief_amount > 0)
        or (o.tax_decision->>'outcome' = 'reverse_charge' and (o.tax_amount > 0 or o.tax_id is null))`,
  },
  {
    id: 'I5.bundle',
    says: 'A bundle of an order has parts, of each as many pieces in one as in another, and its parts cost by themselves what it says.',
    sql: `select b.id, b.order_id, b.quantity, b.separately_amount, l.amount from orders.bundle b
      join lateral (select sum(quantity * unit_amount) as amount, sum(discount_amount) as off, bool_and(quantity % b.quantity = 0) as whole
        from orders.line where bundle_id = b.id) l on true
      where l.amount is distinct from b.separately_amount or not l.whole or l.off < b.reduction_amount`,
  },
  {
    id: 'I19.order',
    says: 'An order that is not off holds each promotion that made it cheaper, and one that is off none.',
    sql: `select o.id, o.number, o.state, d.promotion_id from orders.discount d join orders.order o on o.id = d.order_id
      left join promotions.redemption r on r.holder_kind = 'order' and r.holder_id = o.id and r.promotion_id = d.promotion_id
      where r.state is distinct from case when ${LIVE} then 'used' else 'released' end or r.amount <> d.amount or r.currency <> d.currency
      union all
      select r.holder_id, null, r.state, r.promotion_id from promotions.redemption r
      where r.holder_kind = 'order' and not exists (
        select from orders.discount d where d.order_id = r.holder_id and d.promotion_id = r.promotion_id)`,
  },
  {
    id: 'I6.order',
    says: 'Of no order is more kept than its total and what a buyer sent too much, and of one that is off nothing.',
    sql: `select o.id, o.number, o.state, p.kept from orders.order o
      join lateral (select coalesce(sum(captured_amount - refunded_amount - disputed_amount), 0) as kept,
          coalesce(sum(greatest(captured_amount - amount, 0)), 0) as over_paid from payments.payment p
        where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id) p on true
      where p.kept > case when ${LIVE} then o.total_amount + p.over_paid else 0 end`,
  },
  {
    id: 'I5.deposit',
    says: 'Of each piece of a line the same deposits were asked, and of each a whole number.',
    sql: `select d.id, d.order_id, d.quantity, l.quantity as pieces from orders.deposit d join orders.line l on l.id = d.line_id
      where d.quantity % l.quantity <> 0`,
  },
  {
    id: 'I6.part',
    says: 'Of no line, no deposit and no delivery more is given back than was paid: not in pieces, not in money, not in tax.',
    sql: `with back as (
        select p.order_id, p.line_id, p.deposit_id, sum(p.quantity) as pieces, sum(p.amount) as amount, sum(p.tax_amount) as tax
        from orders.refund_part p join payments.refund r on r.id = p.refund_id where r.state <> 'failed' group by 1, 2, 3)
      select b.* from back b join orders.order o on o.id = b.order_id left join (
          select id, quantity, total_amount, tax_amount from orders.line union all select id, quantity, total_amount, tax_amount from orders.deposit) l
        on l.id = coalesce(b.line_id, b.deposit_id)
      where b.pieces > coalesce(l.quantity, 0)
        or b.amount > coalesce(l.total_amount, o.delivery_amount - o.delivery_discount_amount - o.delivery_tax_relief_amount)
          + case when o.prices_include_tax then 0 else coalesce(l.tax_amount, o.delivery_tax_amount) end
        or b.tax > coalesce(l.tax_amount, o.delivery_tax_amount)`,
  },
  {
    id: 'I6.parts',
    says: 'The parts of a refund are of the order that was paid, in its currency, and together no more than the refund.',
    sql: `select r.id, r.amount, sum(p.amount) as parts from payments.refund r
      join payments.payment y on y.id = r.payment_id join orders.refund_part p on p.refund_id = r.id
      group by r.id, r.amount having sum(p.amount) > r.amount or bool_or(p.order_id <> y.payable_id or p.currency <> r.currency)`,
  },
  {
    id: 'I20',
    says: 'Each line’s price held, in that currency, within a minute of the moment the order was placed, or at the moment since which it was held for the shopper: a day before at most.',
    sql: `select l.id, l.order_id, l.unit_amount from (
        select l.*, coalesce(l.priced_at, o.placed_at) as moment, o.placed_at from orders.line l join orders.order o on o.id = l.order_id) l
      where l.moment not between l.placed_at - interval '1 day' and l.placed_at or not exists (
        select 1 from (
          select h.amount, h.currency, h.at, lead(h.at) over (order by h.at, h.id) as ended from pricing.price_history h where h.price_id = l.price_id) h
        where h.amount = l.unit_amount and h.currency = l.currency and h.at <= l.moment + interval '1 minute'
          and (h.ended is null or h.ended >= l.moment - interval '1 minute'))`,
  },
]

const stock: Invariant[] = [
  {
    id: 'I12.order',
    says: 'An order that is off holds no stock, and no reservation is held for an order that is not there.',
    sql: `select r.id, r.holder_id, o.state, r.quantity from inventory.reservation r left join orders.order o on o.id = r.holder_id
      where r.holder_kind = 'order' and ${OPEN_STOCK} and (o.id is null or not (${LIVE}))`,
  },
  {
    id: 'I13.reserved',
    says: 'What of a line has not left the house and was not cancelled is reserved, item by item, and nothing more; of services only what is counted.',
    sql: `select l.id, l.order_id, l.quantity, l.quantity_shipped, l.quantity_cancelled, r.item_id, r.open, r.consumed
      from orders.line l
      join orders.order o on o.id = l.order_id and ${LIVE}
      left join lateral (
        select r.item_id, coalesce(sum(r.quantity) filter (where ${OPEN_STOCK}), 0) as open,
          coalesce(sum(r.quantity) filter (where r.state = 'consumed'), 0) as consumed
        from inventory.reservation r
        where r.store_id = l.store_id and r.holder_kind = 'order' and r.holder_id = l.order_id and r.line_id = l.id
          and r.state in ('held', 'confirmed', 'consumed')
        group by r.item_id) r on true
      where l.quantity > l.quantity_cancelled and ((r.item_id is null and l.shippable)
        or r.open * (l.quantity - l.quantity_cancelled) <> (r.open + r.consumed) * (l.quantity - l.quantity_cancelled - l.quantity_shipped)
        or (r.open + r.consumed) % (l.quantity - l.quantity_cancelled) <> 0)`,
  },
  {
    id: 'I13.kind',
    says: 'A pending order holds its stock, a confirmed one has it confirmed.',
    sql: `select o.id, o.number, o.state, r.state as reservation from orders.order o
      join inventory.reservation r on r.store_id = o.store_id and r.holder_kind = 'order' and r.holder_id = o.id
      where (o.state = 'pending' and r.state = 'confirmed') or (o.state in ('confirmed', 'completed') and r.state = 'held')`,
  },
  {
    id: 'I13.off',
    says: 'Each line of an order that is off is cancelled, but for what had left.',
    sql: `select l.id, l.order_id from orders.line l join orders.order o on o.id = l.order_id
      where not (${LIVE}) and l.quantity <> l.quantity_cancelled + l.quantity_shipped`,
  },
  {
    id: 'I15.order',
    says: 'What a pending order holds does not lapse before the order does.',
    sql: `select o.id, o.hold_until, r.expires_at from orders.order o
      join inventory.reservation r on r.store_id = o.store_id and r.holder_kind = 'order' and r.holder_id = o.id and r.state = 'held'
      where o.state = 'pending' and (o.hold_until is null or r.expires_at < o.hold_until)`,
  },
  {
    id: 'I14',
    says: 'All lines on one stock item together promise no more of it than there is or may be back-ordered, but for what a count found missing.',
    sql: `select r.item_id, r.location_id, sum(r.quantity) as promised from inventory.reservation r
      join inventory.level v on v.item_id = r.item_id and v.location_id = r.location_id
      where ${OPEN_STOCK} group by r.item_id, r.location_id, v.on_hand, v.backorder_limit, v.short
      having sum(r.quantity) > v.on_hand + v.backorder_limit + v.short`,
  },
]

const history: Invariant[] = [
  {
    id: 'I16.cart',
    says: 'A cart has at most one order that is not off, and is not open while it has one.',
    sql: `select c.id, c.state, count(o.id) as orders from cart.cart c join orders.order o on o.cart_id = c.id and ${LIVE}
      group by c.id, c.state having count(o.id) > 1 or c.state not in ('completing', 'completed')
      union all
      select c.id, c.state, 0 from cart.cart c where c.state in ('completing', 'completed')
        and not exists (select 1 from orders.order o where o.cart_id = c.id and (${LIVE} or o.confirmed_at is not null))`,
  },
  {
    id: 'I16.key',
    says: 'Every idempotency key of orders.place names one order that exists.',
    sql: `select i.caller, i.key, i.resource_id from kit.idempotency i
      where i.operation in ('orders.place', 'orders.admin.place') and not exists (select 1 from orders.order o where o.id = i.resource_id)`,
  },
  {
    id: 'I17.number',
    says: 'Order numbers are unique, and an order has one exactly when it was confirmed.',
    sql: `select store_id, number, count(*) from orders.order where number is not null group by store_id, number having count(*) > 1
      union all
      select store_id, number, 0 from orders.order where (number is null) <> (confirmed_at is null)`,
  },
  {
    id: 'I17.gapless',
    says: 'Where all channels want numbers without gaps, there are none since they do.',
    sql: `select c.store_id, c.first, c.last, count(o.id) from orders.number_counter c
      left join orders.order o on o.store_id = c.store_id and o.number between c.first and c.last
      where not exists (select 1 from settings.channel h where h.store_id = c.store_id and not h.gapless_numbers and h.archived_at is null)
      group by c.store_id, c.first, c.last having count(o.id) <> c.last - c.first + 1`,
  },
  {
    id: 'I17.invoice',
    says: 'The invoices of a year are numbered from one on without a gap, each for the total of its order.',
    sql: `select store_id, year, max(number) as number, count(*) as invoices from orders.invoice
      group by store_id, year having count(*) <> max(number)
      union all
      select i.store_id, i.year, i.number, o.number from orders.invoice i join orders.order o on o.id = i.order_id
      where o.confirmed_at is null or i.total_amount <> o.total_amount or i.currency <> o.currency`,
  },
  {
    id: 'I18.order',
    says: 'The history of an order leads step by allowed step from its birth to its present state, each with actor and cause.',
    sql: `with step as (
        select h.order_id, h.from_state, h.to_state, h.actor, h.cause, h.at,
          lag(h.to_state) over w as before, lag(h.at) over w as before_at, row_number() over w as nth,
          row_number() over (partition by h.order_id order by h.at desc, h.id desc) as from_last
        from orders.history h where h.to_state is not null window w as (partition by h.order_id order by h.at, h.id))
      select order_id, from_state, to_state, 'step' as what from step
        where from_state is distinct from before or at < before_at or actor = '' or cause = ''
          or (nth = 1 and to_state not in ('draft', 'pending'))
          or (nth > 1 and not (from_state || '>' || to_state) = any (array[${steps}]))
      union all
      select o.id, s.to_state, o.state, 'present state' from orders.order o left join step s on s.order_id = o.id and s.from_last = 1
        where s.to_state is distinct from o.state`,
  },
]

export const invariants: Invariant[] = [...money, ...stock, ...history]
