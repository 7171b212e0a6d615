/** All that the page of an order shows, for whoever placed it or holds its link. */
import type { PageContext } from './context.ts'
import { wasHandedOver } from './handed-over.ts'
import { settle } from './problem.ts'
import type { Order } from './store.ts'

/** Where it goes, or is fetched. */
export const destinationOf = (order: Order) => order.pickUp?.address ?? order.shippingAddress

export async function readOrderPage(page: PageContext, order: Order, token: string | null) {
  const about = { orderId: order.id, ...(token && { token }) }
  const country = destinationOf(order)?.country
  const [handed, addressForm, written, comingBack] = await Promise.all([
    wasHandedOver(order) ? settle(page, page.store.fulfilment.handedOver(about)) : null,
    country ? settle(page, page.store.customers.addressForms.get({ country })) : null,
    settle(page, page.store.enquiries.list(about)),
    order.fulfilmentStanding === 'none' ? null : settle(page, page.store.returns.list(about)),
  ])
  return {
    handed: handed?.value ?? null,
    addressFormat: addressForm?.value?.format ?? '',
    comingBack: comingBack?.value ?? null,
    written: written.value?.items ?? [],
  }
}
export type OrderPageData = Awaited<ReturnType<typeof readOrderPage>>
