import { defineModule } from '#kit/module.ts'
import { pricesChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { history } from './prices/history.ts'
import { list } from './prices/list.ts'
import { set } from './prices/set.ts'

export default defineModule({
  name: 'pricing',
  operations: [list, set, history],
  events: [pricesChanged],
  permissions: { 'pricing.read': 'See prices and their history', 'pricing.write': 'Change prices' },
  invariants,
})
