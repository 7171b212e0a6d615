/** Bowls and plates, seen a little more from above than the rest. */
import { mix, paint, type Paint, scale } from './colour.ts'
import type { Item } from './item.ts'
import { type Glaze, turn, walled } from './lathe.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { specks } from './specks.ts'
import { CHALK, FOOT, GLAZE, plain, SATIN, speckled } from './stoneware.ts'
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

export function breakfastBowl(colour: Paint): Item {
  const view = viewFrom(22)
  const shape = walled(
    [
      [108, 0],
      [122, 0],
      [128, 12],
      [178, 34],
      [222, 92],
      [236, 150],
      [240, 226],
    ],
    12,
    18,
  )
  const coat = scale(paint(colour), 1.04)
  const body = turn({
    view,
    ...shape,
    glaze: plain(coat, 226),
    liner: plain(CHALK, 228),
    surface: SATIN,
    hand: 1.2,
  })
  return speckled(body, specks({ view, outside: shape.outside, seed: 23, count: 40, from: 30, to: 216 }))
}

export function dinnerPlate(colour: Paint): Item {
  const view = viewFrom(27)
  const shape = walled(
    [
      [176, 0],
      [196, 0],
      [200, 6],
      [290, 13],
      [330, 22],
      [342, 42],
    ],
    9,
    12,
  )
  const coat = scale(paint(colour), 1.03)
  return turn({ view, ...shape, glaze: plain(coat, 43, { ...FOOT, height: 4 }), surface: SATIN, hand: 0.8 })
}
