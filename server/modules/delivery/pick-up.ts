/** Where a buyer fetches the goods. */
import { Id, Text, shape, type Static } from '#kit/types.ts'
import { Address } from '../customers/index.ts'

export const PickUp = shape('PickUp', { locationId: Id, name: Text(120), address: Address })
export type PickUp = Static<typeof PickUp>
