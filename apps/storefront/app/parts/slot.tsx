/** What the owner of the shop put in a slot of a page, below what is the page's own. */
import type { Filled } from '../blocks/slot.ts'
import { later } from './later.tsx'

const SlotBlocks = later(() => import('../blocks/slot-blocks.tsx').then((file) => file.SlotBlocks))

export function Slot({ of }: { of: Filled | null }) {
  return of && <SlotBlocks of={of} />
}
