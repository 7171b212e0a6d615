/** What the owner of the shop put in a slot of one of its pages; of an empty one nothing is asked. */
import type { PageContext } from '../context.ts'
import { settle } from '../problem.ts'
import type { ShownBlock } from '../store.ts'
import { readGoods, type Goods } from './read.ts'

/** By the names under which owners fill them. */
export type SlotName = 'product.below' | 'cart.below' | 'account.below'
export type Filled = { blocks: ShownBlock[]; goods: Goods }

export async function readSlot(page: PageContext, slot: SlotName): Promise<Filled | null> {
  const { content } = page.store
  const menus = await settle(page, content.navigation({}))
  if (!menus.value?.slots.includes(slot)) return null
  const { value } = await settle(page, content.slot({ slot }))
  return value && { blocks: value.blocks, goods: await readGoods(page, value.blocks) }
}
