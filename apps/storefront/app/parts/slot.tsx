/** What the owner of the shop put in a slot of a page, below what is the page's own. */
import { lazy } from 'react'
import type { Filled } from '../blocks/slot.ts'

const SlotBlocks = lazy(() => import('../blocks/slot-blocks.tsx'))

export function Slot({ of }: { of: Filled | null }) {
  return of && <SlotBlocks of={of} />
}
