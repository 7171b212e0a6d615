/** Ends the mails about lists from a mail program. */
import { oneClickOf } from '../../messages/index.ts'
import { stop } from './stop.ts'

export const ONE_CLICK = '/wishlist-alerts/stop'

export const oneClick = oneClickOf({
  path: ONE_CLICK,
  end: stop,
  pageOf: (token) => `/account/lists/alerts?stop=${token}`,
})
