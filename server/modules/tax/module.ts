import { defineModule } from '#kit/module.ts'
import { list as listCategories } from './categories/list.ts'
import { invariants } from './invariants.ts'
import { list } from './rates/list.ts'
import { ask, askForQuotes, purge, quotesWanted } from './quotes.ts'
import { seedUnion } from './rates/seed-union.ts'
import { set } from './rates/set.ts'
import { get as getSettings } from './settings/get.ts'
import { update as updateSettings } from './settings/update.ts'
import { why } from './why.ts'

export default defineModule({
  name: 'tax',
  operations: [listCategories, list, set, seedUnion, getSettings, updateSettings, why],
  events: [quotesWanted],
  reactions: [askForQuotes],
  jobs: [ask, purge],
  permissions: {
    'tax.read': 'See tax rates and how they are charged',
    'tax.write': 'Change tax rates and how they are charged',
  },
  invariants,
})
