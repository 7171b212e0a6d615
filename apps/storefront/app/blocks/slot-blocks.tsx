/** The blocks of a slot: a file of its own, so that pages whose slot is empty send no code for them. */
import { Blocks } from './blocks.tsx'
import type { Filled } from './slot.ts'

export function SlotBlocks({ of: { blocks, goods } }: { of: Filled }) {
  return (
    <div className="-mx-4 mt-16 sm:-mx-6 lg:-mx-8 lg:mt-24">
      <Blocks blocks={blocks} goods={goods} titled />
    </div>
  )
}
