import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { soldSince } from '../browse/index.ts'
import { boughtTogether } from '../catalog/index.ts'
import { cartReopening, cartsKept } from '../cart/index.ts'
import { hasOrdered } from '../promotions/index.ts'
import { signedIn } from '../identity/index.ts'
import { payable } from '../payments/index.ts'
import { cancel as adminCancel } from './admin/cancel.ts'
import { get as adminGet } from './admin/get.ts'
import { list as adminList } from './admin/list.ts'
import { place as adminPlace } from './admin/place.ts'
import { refund as adminRefund } from './admin/refund.ts'
import { recall as adminRecall } from './admin/recall.ts'
import { refundPreview as adminRefundPreview } from './admin/refund-preview.ts'
import { summary as adminSummary } from './admin/summary.ts'
import { taxes as adminTaxes } from './admin/taxes.ts'
import { ordersKeepCarts } from './carts-kept.ts'
import { cancel } from './cancel.ts'
import { capture } from './capturing.ts'
import { claimOrders } from './claim.ts'
import { documents } from './documents/route.ts'
import { accept as acceptClaim } from './claims/accept.ts'
import { get as getClaim } from './claims/get.ts'
import { purge as purgeClaimLinks } from './claims/purge.ts'
import { request as requestClaim } from './claims/request.ts'
import { buyersToTell, linkWanted, ordersChanged } from './events.ts'
import { expire } from './expire.ts'
import { follow } from './follow.ts'
import { get } from './get.ts'
import { hasBought } from './has-bought.ts'
import { invariants } from './invariants.ts'
import { issuing } from './invoices/issuing.ts'
import { list } from './list.ts'
import { measures } from './measures.ts'
import { noteLateAnswers } from './late-answers.ts'
import { sendLinks, tellBuyers } from './mails.ts'
import { orderPayable } from './payable.ts'
import { pay } from './pay.ts'
import { list as listPast } from './past/list.ts'
import { personalData } from './personal-data.ts'
import { place } from './place.ts'
import { edges } from './purchases.ts'
import { cancelForChange } from './reopening.ts'
import { orders as inBulk } from './resources/orders.ts'
import { reorder } from './reorder.ts'
import { sendLink } from './send-link.ts'
import { get as getSettings } from './settings/get.ts'
import { update as updateSettings } from './settings/update.ts'
import { boughtInOneOrder } from './bought-together.ts'
import { soldLately } from './sold-since.ts'

export default defineModule({
  name: 'orders',
  operations: [
    place,
    pay,
    get,
    list,
    cancel,
    follow,
    reorder,
    sendLink,
    requestClaim,
    getClaim,
    acceptClaim,
    getSettings,
    updateSettings,
    adminList,
    adminGet,
    adminPlace,
    adminCancel,
    adminRefund,
    adminRefundPreview,
    adminSummary,
    adminRecall,
    adminTaxes,
    listPast,
  ],
  edges,
  events: [ordersChanged, buyersToTell, linkWanted],
  reactions: [tellBuyers, sendLinks, noteLateAnswers],
  jobs: [capture, expire, purgeClaimLinks, issuing],
  resources: [inBulk],
  fills: [
    fill(payable, 'orders', orderPayable),
    fill(rawRoutes, 'orders', [documents]),
    fill(cartReopening, 'orders', cancelForChange),
    fill(cartsKept, 'orders', ordersKeepCarts),
    fill(signedIn, 'orders', claimOrders),
    fill(hasOrdered, 'orders', hasBought),
    fill(soldSince, 'orders', soldLately),
    fill(boughtTogether, 'orders', boughtInOneOrder),
  ],
  permissions: {
    'orders.read': 'See the orders of the store',
    'orders.write': 'Place orders for customers, cancel and change them',
  },
  invariants,
  measures,
  personalData,
})
