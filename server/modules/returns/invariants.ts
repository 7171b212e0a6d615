/** What must always hold of returns. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'
import { COMING_BACK, STEPS } from './return.ts'

const steps = Object.entries(STEPS)
  .flatMap(([from, to]) => to.map((each) => `'${from}>${each}'`))
  .join(', ')

export const invariants: Invariant[] = [
  {
    id: 'returns.sent',
    says: 'Of no line more is on its way back than was ever sent, and what returns received the order counts as returned.',
    sql: `select l.id, l.order_id, l.quantity_shipped, l.quantity_returned, a.asked, a.received from orders.line l
      join lateral (select coalesce(sum(x.coming), 0) as asked, coalesce(sum(x.received), 0) as received
        from (select l.order_line_id, ${COMING_BACK} as coming, l.quantity_received as received
          from returns.line l join returns.return r on r.id = l.return_id) x
        where x.order_line_id = l.id) a on true
      where a.asked > l.quantity_shipped or a.received > l.quantity_returned`,
  },
  {
    id: 'returns.received',
    says: 'Only a return whose goods came has received some, and each that did is for goods of its own order’s refunds.',
    sql: `select r.id, r.state, x.received, null as refund_id from returns.return r
      join lateral (select sum(quantity_received) as received from returns.line where return_id = r.id) x on true
      where (x.received > 0) <> (r.state in ('received', 'inspected', 'closed'))
      union all
      select r.id, r.state, null, f.refund_id from returns.refund f join returns.return r on r.id = f.return_id
      join payments.refund p on p.id = f.refund_id join payments.payment y on y.id = p.payment_id
      where y.payable_kind <> 'order' or y.payable_id <> r.order_id or r.state <> 'closed'`,
  },
  {
    id: 'I18.return',
    says: 'The history of a return leads step by allowed step to its present state, each with actor and cause.',
    sql: `with step as (
        select h.return_id, h.from_state, h.to_state, h.actor, h.cause, h.at,
          lag(h.to_state) over w as before, lag(h.at) over w as before_at, row_number() over w as nth,
          row_number() over (partition by h.return_id order by h.at desc, h.id desc) as from_last
        from returns.history h window w as (partition by h.return_id order by h.at, h.id))
      select return_id, from_state, to_state, 'step' as what from step
        where from_state is distinct from before or at < before_at or actor = '' or cause = ''
          or (nth = 1 and to_state <> 'requested')
          or (nth > 1 and not (from_state || '>' || to_state) = any (array[${steps}]))
      union all
      select r.id, h.to_state, r.state, 'present state' from returns.return r
        left join step h on h.return_id = r.id and h.from_last = 1 where h.to_state is distinct from r.state`,
  },
]
