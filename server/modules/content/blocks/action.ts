/** A way on from a block: a word, and where it leads. Without both there is none. */
import { Nullable, Text, shape, type Static } from '#kit/types.ts'
import type { Showing } from '../showing.ts'
import { ShownLink, type ContentTarget } from '../target.ts'

export const ShownAction = shape('ShownAction', { label: Text(200), link: ShownLink })
export const MaybeAction = Nullable(ShownAction)

export function showAction(
  label: string,
  target: ContentTarget | null,
  at: Showing,
): Static<typeof ShownAction> | null {
  const link = at.link(target)
  return link && label.trim() !== '' ? { label, link } : null
}
