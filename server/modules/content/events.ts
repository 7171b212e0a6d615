import { Ids, event } from '#kit/event.ts'
import { Key, List, Type } from '#kit/types.ts'

/** Documents changed, or what shoppers see of them; `ids` are theirs. */
export const documentsChanged = event('content.documentsChanged', Ids)
/** Menus were written; `keys` are theirs. */
export const menusChanged = event(
  'content.menusChanged',
  Type.Object({ keys: List(Key, 2, { minItems: 1 }) }, { additionalProperties: false }),
)
