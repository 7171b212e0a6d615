import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { bundlesFollow } from '../catalog/index.ts'
import { followParts } from './bundles.ts'
import { deriveAll } from './conversions/derive-all.ts'
import { list as conversions } from './conversions/list.ts'
import { remove as removeConversion } from './conversions/remove.ts'
import { set as setConversion } from './conversions/set.ts'
import { archive as archiveDeposit } from './deposits/archive.ts'
import { assign as assignDeposits } from './deposits/assign.ts'
import { assigned as assignedDeposits } from './deposits/assigned.ts'
import { create as createDeposit } from './deposits/create.ts'
import { list as deposits } from './deposits/list.ts'
import { update as updateDeposit } from './deposits/update.ts'
import { depositsChanged, listsChanged, pricesChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { archive } from './lists/archive.ts'
import { create } from './lists/create.ts'
import { list as lists } from './lists/list.ts'
import { update } from './lists/update.ts'
import { history } from './prices/history.ts'
import { list } from './prices/list.ts'
import { remove } from './prices/remove.ts'
import { set } from './prices/set.ts'
import { why } from './prices/why.ts'
import { prices } from './resources/prices.ts'

export default defineModule({
  name: 'pricing',
  operations: [
    list,
    set,
    remove,
    history,
    why,
    lists,
    create,
    update,
    archive,
    conversions,
    setConversion,
    removeConversion,
    deposits,
    createDeposit,
    updateDeposit,
    archiveDeposit,
    assignDeposits,
    assignedDeposits,
  ],
  jobs: [deriveAll],
  resources: [prices],
  fills: [fill(bundlesFollow, 'pricing', followParts)],
  events: [pricesChanged, listsChanged, depositsChanged],
  permissions: {
    'pricing.read': 'See prices, their lists and their history',
    'pricing.write': 'Change prices and their lists',
  },
  invariants,
})
