/** What must always hold of promotions. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

const USED = `r.state = 'used'`

export const invariants: Invariant[] = [
  {
    id: 'I19.used',
    says: 'A promotion was used as often as it is held, and never more often than it may be.',
    sql: `select p.id, p.used, p.usage_limit, count(r.promotion_id) as held from promotions.promotion p
      left join promotions.redemption r on r.promotion_id = p.id and ${USED}
      group by p.id having p.used <> count(r.promotion_id) or count(r.promotion_id) > p.usage_limit`,
  },
  {
    id: 'I19.code',
    says: 'A code was used as often as it is held, and never more often than it may be.',
    sql: `select c.id, c.code, c.used, c.usage_limit, count(r.code_id) as held from promotions.code c
      left join promotions.redemption r on r.promotion_id = c.promotion_id and r.code_id = c.id and ${USED}
      group by c.id having c.used <> count(r.code_id) or count(r.code_id) > c.usage_limit`,
  },
  {
    id: 'I19.customer',
    says: 'Nobody holds a promotion more often than one may, by account or by address.',
    sql: `select p.id, w.who, p.customer_limit, count(*) as held, max(u.used) as counted
      from promotions.promotion p join promotions.redemption r on r.promotion_id = p.id and ${USED}
      cross join lateral unnest(r.who) as w(who)
      left join promotions.customer_use u on u.promotion_id = p.id and u.who = w.who
      where p.customer_limit is not null group by p.id, w.who
      having count(*) > p.customer_limit or count(*) <> coalesce(max(u.used), 0)`,
  },
  {
    id: 'I19.budget',
    says: 'A promotion has given away what its orders got, and never more than its budget.',
    sql: `select s.promotion_id, s.currency, s.spent_amount, s.budget_amount, coalesce(sum(r.amount), 0) as given from promotions.sum s
      left join promotions.redemption r on r.promotion_id = s.promotion_id and r.currency = s.currency and ${USED}
      group by s.promotion_id, s.currency having s.spent_amount <> coalesce(sum(r.amount), 0) or coalesce(sum(r.amount), 0) > s.budget_amount`,
  },
]
