/** What an order from before this shop can be. */
import { Words } from '#kit/types.ts'

export const PastState = Words('PastOrderState', 'confirmed', 'on_hold', 'completed', 'cancelled', 'archived')
export const MOST_PAST_LINES = 500
