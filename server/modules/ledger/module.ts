import { defineModule } from '#kit/module.ts'
import { ledgerBooked } from './events.ts'

export default defineModule({
  name: 'ledger',
  events: [ledgerBooked],
  invariants: [
    {
      id: 'I1',
      says: 'Every ledger transaction sums to zero per currency',
      sql: `select e.transaction_id, e.currency, sum(e.amount) as off_by from ledger.entry e
        group by e.transaction_id, e.currency having sum(e.amount) <> 0`,
    },
    {
      id: 'I1.entries',
      says: 'No ledger transaction is without entries',
      sql: `select t.id from ledger.transaction t where not exists (select from ledger.entry e where e.transaction_id = t.id)`,
    },
  ],
})
