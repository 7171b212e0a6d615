import { defineModule } from '#kit/module.ts'
import { ledgerBooked } from './events.ts'
import { invariants } from './invariants.ts'
import { list } from './transactions/list.ts'

export default defineModule({
  name: 'ledger',
  operations: [list],
  events: [ledgerBooked],
  permissions: { 'ledger.read': 'See the books of the store' },
  invariants,
})
