import { Ids, event } from '#kit/event.ts'

/** Lists of shoppers changed, or what is on them; `ids` are those of the lists. */
export const wishlistsChanged = event('wishlists.changed', Ids)
