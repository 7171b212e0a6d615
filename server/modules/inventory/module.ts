import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { bundlesFollow } from '../catalog/index.ts'
import { byPriority } from './allocation/by-priority.ts'
import { fewestParcels } from './allocation/fewest-parcels.ts'
import { get as getAllocation } from './allocation/get.ts'
import { nearest } from './allocation/nearest.ts'
import { set as setAllocation } from './allocation/set.ts'
import { allocationStrategy } from './allocation/strategy.ts'
import { followParts } from './bundles.ts'
import { list as channels } from './channels/list.ts'
import { setPlaces } from './channels/set-places.ts'
import { lowStock, placesChanged, stockChanged } from './events.ts'
import { setPromise } from './items/set-promise.ts'
import { invariants } from './invariants.ts'
import { measures } from './measures.ts'
import { list as expected } from './expected/list.ts'
import { setTracking } from './items/set-tracking.ts'
import { list as levels } from './levels/list.ts'
import { setLimits } from './levels/set-limits.ts'
import { create as createLocation } from './locations/create.ts'
import { list as locations } from './locations/list.ts'
import { update as updateLocation } from './locations/update.ts'
import { clearLots } from './lots/clear.ts'
import { list as lots } from './lots/list.ts'
import { recall } from './lots/recall.ts'
import { list as low } from './low/list.ts'
import { tellStaff } from './low/tell-staff.ts'
import { watchLow } from './low/watch.ts'
import { list as movements } from './movements/list.ts'
import { cancel as cancelPurchase } from './purchases/cancel.ts'
import { close as closePurchase } from './purchases/close.ts'
import { create as createPurchase } from './purchases/create.ts'
import { get as getPurchase } from './purchases/get.ts'
import { list as purchases } from './purchases/list.ts'
import { order as orderPurchase } from './purchases/order.ts'
import { receive as receivePurchase } from './purchases/receive.ts'
import { update as updatePurchase } from './purchases/update.ts'
import { list as receipts } from './receipts/list.ts'
import { reconcile } from './reconcile.ts'
import { replanWaiting } from './replan.ts'
import { stock } from './resources/stock.ts'
import { adjust } from './stock/adjust.ts'
import { count } from './stock/count.ts'
import { archive as archiveSupplier } from './suppliers/archive.ts'
import { create as createSupplier } from './suppliers/create.ts'
import { list as suppliers } from './suppliers/list.ts'
import { update as updateSupplier } from './suppliers/update.ts'
import { cancel as cancelTransfer } from './transfers/cancel.ts'
import { close as closeTransfer } from './transfers/close.ts'
import { create as createTransfer } from './transfers/create.ts'
import { get as getTransfer } from './transfers/get.ts'
import { list as transfers } from './transfers/list.ts'
import { receive as receiveTransfer } from './transfers/receive.ts'
import { send as sendTransfer } from './transfers/send.ts'
import { update as updateTransfer } from './transfers/update.ts'

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
    low,
    transfers,
    getTransfer,
    createTransfer,
    updateTransfer,
    sendTransfer,
    receiveTransfer,
    closeTransfer,
    cancelTransfer,
    suppliers,
    createSupplier,
    updateSupplier,
    archiveSupplier,
    purchases,
    getPurchase,
    createPurchase,
    updatePurchase,
    orderPurchase,
    receivePurchase,
    closePurchase,
    cancelPurchase,
    receipts,
    expected,
    setTracking,
    lots,
    recall,
    reconcile,
    getAllocation,
    setAllocation,
    setPromise,
    channels,
    setPlaces,
  ],
  events: [stockChanged, placesChanged, lowStock],
  reactions: [tellStaff],
  jobs: [replanWaiting, watchLow, clearLots],
  resources: [stock],
  permissions: {
    'stock.read': 'See stock and how it came about',
    'stock.write': 'Count stock, change it, move it, buy it and set its limits',
  },
  fills: [
    fill(bundlesFollow, 'inventory', followParts),
    ...[byPriority, nearest, fewestParcels].map((each) => fill(allocationStrategy, 'inventory', each)),
  ],
  invariants,
  measures,
})
