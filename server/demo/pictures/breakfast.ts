/** The table laid for one: what the ceramics shelf sells as a set. */
import { breakfastBowl, dinnerPlate } from './bowls.ts'
import { tideMug } from './cups.ts'
import { set, together, type Item } from './item.ts'

export function breakfastSet(): Item {
  return together(
    set(dinnerPlate('chalk'), 40, -150, 0.98),
    set(tideMug('sea'), -196, 18, 0.74),
    set(breakfastBowl('oat'), 172, 62, 0.84),
  )
}
