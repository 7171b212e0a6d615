/** The wide bowl, seen a little more from above than the rest. */
import { mix, paint, type Paint, scale } from './colour.ts'
import type { Item } from './item.ts'
import { type Glaze, turn, walled } from './lathe.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { CHALK, GLAZE, plain } from './stoneware.ts'
import { viewFrom } from './view.ts'

export function harbourBowl(colour: Paint): Item {
  const view = viewFrom(24)
  const shape = walled(
    [
      [112, 0],
      [128, 0],
      [132, 14],
      [176, 34],
      [262, 84],
      [322, 146],
      [352, 206],
    ],
    11,
    18,
  )
  const coat = scale(paint(colour), 1.06)
  const pool: Glaze = (angle, height) => {
    const drift = 0.5 + 0.5 * noise(angle * 1.6, height / 46, 5)
    return mix(scale(coat, 0.86), mix(scale(coat, 1.12), CHALK, 0.12), drift * smooth(10, 190, height))
  }
  return turn({ view, ...shape, glaze: plain(coat, 204), liner: pool, surface: GLAZE, hand: 1.2 })
}
