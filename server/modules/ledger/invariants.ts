/** What must always hold of the books. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'
import { OF_THE_PROOF } from './proofs/prove.ts'

export const invariants: Invariant[] = [
  {
    id: 'I1',
    says: 'Every ledger transaction sums to zero per currency.',
    sql: `select e.transaction_id, e.currency, sum(e.amount) as off_by from ledger.entry e
      group by e.transaction_id, e.currency having sum(e.amount) <> 0`,
  },
  {
    id: 'I1.entries',
    says: 'Every ledger transaction has two entries or more.',
    sql: `select t.id, count(e.position) as entries from ledger.transaction t left join ledger.entry e on e.transaction_id = t.id
      group by t.id having count(e.position) < 2`,
  },
  {
    id: 'I1.ledger',
    says: 'All that was ever booked sums to zero, store by store and currency by currency.',
    sql: `select store_id, currency, sum(amount) as off_by from ledger.entry group by store_id, currency having sum(amount) <> 0`,
  },
  {
    id: OF_THE_PROOF,
    says: 'The newest nightly proof found the books right.',
    sql: `select store_id, at, faults from (select distinct on (store_id) store_id, at, holds, faults from ledger.proof
      order by store_id, at desc, id desc) newest where not holds`,
  },
  {
    id: 'I3.ledger',
    says: 'A booking, its entries and their accounts are in one currency.',
    sql: `select t.id, t.currency, e.currency as entry, a.currency as account from ledger.transaction t
      join ledger.entry e on e.transaction_id = t.id left join ledger.account a on a.id = e.account_id
      where e.currency <> t.currency or a.currency is distinct from t.currency`,
  },
  {
    id: 'I7.ledger',
    says: 'What a provider told is booked once per kind and reference.',
    sql: `select store_id, kind, reference, count(*) from ledger.transaction group by store_id, kind, reference having count(*) > 1`,
  },
]
