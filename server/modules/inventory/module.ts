import { defineModule } from '#kit/module.ts'
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
  ],
  events: [stockChanged],
  permissions: {
    'stock.read': 'See stock and how it came about',
    'stock.write': 'Count stock, change it and set its limits',
  },
  invariants,
  measures,
})
