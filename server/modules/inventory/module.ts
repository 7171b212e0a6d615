import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { byPriority } from './allocation/by-priority.ts'
import { fewestParcels } from './allocation/fewest-parcels.ts'
import { get as getAllocation } from './allocation/get.ts'
import { nearest } from './allocation/nearest.ts'
import { set as setAllocation } from './allocation/set.ts'
import { allocationStrategy } from './allocation/strategy.ts'
import { stockChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { measures } from './measures.ts'
import { list as levels } from './levels/list.ts'
import { setLimits } from './levels/set-limits.ts'
import { create as createLocation } from './locations/create.ts'
import { list as locations } from './locations/list.ts'
import { update as updateLocation } from './locations/update.ts'
import { list as movements } from './movements/list.ts'
import { reconcile } from './reconcile.ts'
import { replanWaiting } from './replan.ts'
import { stock } from './resources/stock.ts'
import { adjust } from './stock/adjust.ts'
import { count } from './stock/count.ts'

export default defineModule({
  name: 'inventory',
  operations: [
    locations,
    createLocation,
    updateLocation,
    levels,
    setLimits,
    adjust,
    count,
    movements,
    reconcile,
    getAllocation,
    setAllocation,
  ],
  events: [stockChanged],
  jobs: [replanWaiting],
  resources: [stock],
  permissions: {
    'stock.read': 'See stock and how it came about',
    'stock.write': 'Count stock, change it and set its limits',
  },
  fills: [byPriority, nearest, fewestParcels].map((each) => fill(allocationStrategy, 'inventory', each)),
  invariants,
  measures,
})
