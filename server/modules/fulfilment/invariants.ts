/** What must always hold of shipments. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'
import { STEPS } from './shipment.ts'

const LEFT = `('shipped', 'delivered', 'lost', 'returned_to_sender')`
const steps = Object.entries(STEPS)
  .flatMap(([from, to]) => to.map((each) => `'${from}>${each}'`))
  .join(', ')

export const invariants: Invariant[] = [
  {
    id: 'I8.label',
    says: 'A parcel is followed by the code of its label; the label’s file is private.',
    sql: `select l.id, l.tracking_code, s.tracking_code as shipment_code from fulfilment.label l
      join fulfilment.shipment s on s.id = l.shipment_id left join media.file f on f.id = l.file_id
      where l.state in ('bought', 'voiding') and (s.tracking_code is distinct from l.tracking_code or f.visibility <> 'private')`,
  },
  {
    id: 'I13.shipped',
    says: 'A line of goods counts as shipped and as delivered what its parcels carry; a service is in none, and done when it is rendered.',
    sql: `select l.id, l.order_id, l.quantity_shipped, l.quantity_delivered, c.shipped, c.delivered from orders.line l
      left join (
        select sl.order_line_id, sum(sl.quantity) filter (where s.state in ${LEFT}) as shipped, sum(sl.quantity) filter (where s.state = 'delivered') as delivered
        from fulfilment.shipment_line sl join fulfilment.shipment s on s.id = sl.shipment_id group by 1) p on p.order_line_id = l.id
      cross join lateral (select coalesce(p.shipped, 0) as shipped, coalesce(p.delivered, 0) as delivered) c
      where case when l.shippable then l.quantity_shipped <> c.shipped or l.quantity_delivered <> c.delivered
        else c.shipped > 0 or l.quantity_shipped <> l.quantity_delivered end`,
  },
  {
    id: 'I12.shipped',
    says: 'What left with parcels has left the stock: movements of an order sum to what it consumed.',
    sql: `select m.subject_id, m.item_id, m.moved, r.consumed from (
        select store_id, subject_id, item_id, -sum(delta) as moved from inventory.movement
        where reason = 'shipped' and subject_kind = 'order' group by 1, 2, 3) m
      full join (
        select store_id, holder_id, item_id, sum(quantity) as consumed from inventory.reservation
        where holder_kind = 'order' and state = 'consumed' group by 1, 2, 3) r
        on r.store_id = m.store_id and r.holder_id = m.subject_id and r.item_id = m.item_id
      where m.moved is distinct from r.consumed`,
  },
  {
    id: 'I18.shipment',
    says: 'The history of a parcel leads step by allowed step to its present state, each with actor and cause.',
    sql: `with step as (
        select h.shipment_id, h.from_state, h.to_state, h.actor, h.cause, h.at,
          lag(h.to_state) over w as before, lag(h.at) over w as before_at, row_number() over w as nth,
          row_number() over (partition by h.shipment_id order by h.at desc, h.id desc) as from_last
        from fulfilment.history h window w as (partition by h.shipment_id order by h.at, h.id))
      select shipment_id, from_state, to_state, 'step' as what from step
        where from_state is distinct from before or at < before_at or actor = '' or cause = ''
          or (nth = 1 and to_state not in ('planned', 'shipped'))
          or (nth > 1 and not (from_state || '>' || to_state) = any (array[${steps}]))
      union all
      select s.id, h.to_state, s.state, 'present state' from fulfilment.shipment s
        left join step h on h.shipment_id = s.id and h.from_last = 1 where h.to_state is distinct from s.state`,
  },
]
