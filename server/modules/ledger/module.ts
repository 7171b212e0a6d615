import { defineModule } from '#kit/module.ts'
import { ledgerBooked } from './events.ts'
import { invariants } from './invariants.ts'
import { list as proofsList } from './proofs/list.ts'
import { prove } from './proofs/prove.ts'
import { list } from './transactions/list.ts'

export default defineModule({
  name: 'ledger',
  operations: [list, proofsList],
  events: [ledgerBooked],
  jobs: [prove],
  permissions: { 'ledger.read': 'See the books of the store' },
  invariants,
})
