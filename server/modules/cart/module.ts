import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { signedIn } from '../identity/index.ts'
import { addBundle } from './add-bundle.ts'
import { addCode } from './add-code.ts'
import { addBySku } from './add-by-sku.ts'
import { addItem } from './add-item.ts'
import { clear } from './clear.ts'
import { create } from './create.ts'
import { current } from './current.ts'
import { deliveryOffers } from './delivery-offers.ts'
import { cartChanged } from './events.ts'
import { expire } from './expire.ts'
import { follow } from './follow.ts'
import { get } from './get.ts'
import { invariants } from './invariants.ts'
import { mergeCarts } from './merge.ts'
import { personalData } from './personal-data.ts'
import { purge } from './purge.ts'
import { quoteDelivery } from './quote-delivery.ts'
import { removeCode } from './remove-code.ts'
import { removeItem } from './remove-item.ts'
import { setBundleQuantity } from './set-bundle-quantity.ts'
import { setDetails } from './set-details.ts'
import { setMarket } from './set-market.ts'
import { setTaxId } from './set-tax-id.ts'
import { setQuantity } from './set-quantity.ts'
import { share } from './share.ts'
import { shared } from './shared.ts'
import { takeShared } from './take-shared.ts'
import { get as getSettings } from './settings/get.ts'
import { update as updateSettings } from './settings/update.ts'

export default defineModule({
  name: 'cart',
  operations: [
    create,
    current,
    get,
    follow,
    addItem,
    addBySku,
    setQuantity,
    removeItem,
    addBundle,
    setBundleQuantity,
    clear,
    addCode,
    removeCode,
    setDetails,
    setMarket,
    setTaxId,
    deliveryOffers,
    quoteDelivery,
    share,
    shared,
    takeShared,
    getSettings,
    updateSettings,
  ],
  events: [cartChanged],
  jobs: [expire, purge],
  fills: [fill(signedIn, 'cart', mergeCarts)],
  invariants,
  personalData,
})
