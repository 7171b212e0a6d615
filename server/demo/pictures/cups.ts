/** Things to drink from. Heights and radii are pixels of the sheet. */
import { mix, paint, type Paint, scale } from './colour.ts'
import { type Item, together } from './item.ts'
import { dipped, turn, walled } from './lathe.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { specks } from './specks.ts'
import { CHALK, ear, FOOT, GLAZE, plain, SATIN, speckled } from './stoneware.ts'
import { viewFrom } from './view.ts'

export function tideMug(colour: Paint): Item {
  const view = viewFrom(15)
  const shape = walled(
    [
      [128, 0],
      [150, 0],
      [164, 8],
      [170, 40],
      [172, 150],
      [172, 262],
      [176, 338],
    ],
    12,
    16,
  )
  const dip = scale(paint(colour), 1.08)
  const glaze = dipped(dip, CHALK, 186, FOOT, 340)
  const body = turn({ view, ...shape, glaze, liner: () => dip, surface: GLAZE, hand: 1 })
  const marks = specks({ view, outside: shape.outside, seed: 11, count: 46, from: 22, to: 176 })
  const loop = ear(
    view,
    [
      [160, 284],
      [216, 297],
      [264, 258],
      [263, 186],
      [226, 118],
      [158, 92],
    ],
    17,
    (height) => mix(CHALK, dip, smooth(180, 192, height + 4 * noise(height / 9))),
  )
  return together(loop, speckled(body, marks))
}

export function pilotMug(colour: Paint): Item {
  const view = viewFrom(17)
  const shape = walled(
    [
      [168, 0],
      [188, 0],
      [200, 9],
      [202, 40],
      [198, 130],
      [194, 250],
    ],
    13,
    16,
  )
  const coat = paint(colour)
  const body = turn({
    view,
    ...shape,
    glaze: plain(coat, 250),
    liner: () => scale(coat, 1.04),
    surface: SATIN,
    hand: 1.3,
  })
  const loop = ear(
    view,
    [
      [180, 206],
      [246, 216],
      [290, 176],
      [284, 116],
      [246, 76],
      [186, 66],
    ],
    18,
    () => coat,
    SATIN,
  )
  return together(loop, body)
}
