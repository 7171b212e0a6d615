/** Ends the letters from a mail program. */
import { oneClickOf } from '../messages/index.ts'
import { end } from './end.ts'

export const ONE_CLICK = '/newsletter/end'

export const oneClick = oneClickOf({ path: ONE_CLICK, end, pageOf: (token) => `/newsletter?end=${token}` })
