/** One picture of the shop: its key, and how the thing stands before the camera. */
import type { Paint } from './colour.ts'
import { portrait, type Pose } from './stage.ts'
import type { Item } from './item.ts'

export type Shot = { key: string; draw: () => string }

export function shot(key: string, thing: () => Item, pose: Pose): Shot {
  return { key, draw: () => portrait(thing(), pose) }
}

/** The same thing in several colours, one picture each: `tide-mug-sea`, `tide-mug-sage`, … */
export function inColours(
  key: string,
  colours: readonly Paint[],
  thing: (colour: Paint) => Item,
  pose: Pose,
): Shot[] {
  return colours.map((colour) => shot(`${key}-${colour}`, () => thing(colour), pose))
}
