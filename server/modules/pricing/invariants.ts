/** What must always hold of prices. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'I20.history',
    says: 'The last price in the history is the price that holds.',
    sql: `select p.id, p.amount, h.amount as last from pricing.price p
      left join lateral (select h.amount, h.compare_at_amount from pricing.price_history h
        where h.store_id = p.store_id and h.variant_id = p.variant_id and h.currency = p.currency and h.price_id = p.id
        order by h.at desc, h.id desc limit 1) h on true
      where (h.amount, h.compare_at_amount) is distinct from (p.amount, p.compare_at_amount)`,
  },
  {
    id: 'I20.amount',
    says: 'What is shown costs nothing or more, and less than its struck-through price.',
    sql: `select p.id, p.amount from pricing.price p
      join catalog.variant v on v.id = p.variant_id and v.archived_at is null
      join catalog.product c on c.id = v.product_id and c.state = 'published' and c.archived_at is null
      where p.amount < 0 or p.compare_at_amount <= p.amount`,
  },
]
