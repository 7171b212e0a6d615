import { Ids, event } from '#kit/event.ts'

/** Documents changed, or what shoppers see of them; `ids` are theirs. */
export const documentsChanged = event('content.documentsChanged', Ids)
