/** Vases, and the one pot with a spout. */
import { paint, type Paint, scale } from './colour.ts'
import { type Item, together } from './item.ts'
import { dipped, type Ring, turn, walled } from './lathe.ts'
import { branch } from './leaves.ts'
import { smooth } from './light.ts'
import { specks } from './specks.ts'
import { CHALK, ear, FOOT, GLAZE, MATT, plain, SATIN, speckled } from './stoneware.ts'
import { clipped, ellipse, ellipsePath } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom } from './view.ts'

export function bottleVase(colour: Paint): Item {
  const view = viewFrom(13)
  const rings: Ring[] = [
    [92, 0],
    [108, 0],
    [150, 26],
    [196, 96],
    [204, 158],
    [182, 226],
    [124, 284],
    [70, 322],
    [54, 360],
    [56, 398],
    [72, 432],
  ]
  const shape = walled(rings, 9, 300)
  const dip = scale(paint(colour), 1.08)
  const glaze = dipped(dip, CHALK, colour === 'chalk' ? 900 : 222, FOOT, 434)
  const body = turn({ view, ...shape, glaze, liner: () => scale(dip, 0.8), surface: GLAZE, hand: 1.6 })
  const marks = specks({ view, outside: rings, seed: 31, count: 40, from: 24, to: 214 })
  const mouth = -424 * view.rise
  const stems = together(branch(-10, mouth + 8, -150, 310, 3), branch(8, mouth + 8, 180, 380, 8))
  const lip = -434 * view.rise
  const opening = `M-500 -1200H500V${lip}H-500Z${ellipsePath(0, lip, 63, 63 * view.squash)}`
  const inside = { ...stems, body: clipped(opening, stems.body) }
  return together(speckled(body, marks), inside)
}

export function moonVase(colour: Paint): Item {
  const view = viewFrom(13)
  const rings: Ring[] = [
    [104, 0],
    [118, 0],
    [172, 32],
    [238, 118],
    [262, 222],
    [259, 236],
    [236, 330],
    [180, 408],
    [128, 444],
    [112, 462],
    [118, 486],
  ]
  const shape = walled(rings, 11, 380)
  const coat = paint(colour)
  const body = turn({
    view,
    ...shape,
    glaze: plain(coat, 488),
    liner: () => scale(coat, 0.7),
    surface: MATT,
    hand: 2.4,
  })
  return speckled(body, specks({ view, outside: rings, seed: 7, count: 70, from: 30, to: 440 }))
}

export function teapot(colour: Paint): Item {
  const view = viewFrom(17)
  const coat = scale(paint(colour), 1.04)
  const rings: Ring[] = [
    [110, 0],
    [126, 0],
    [132, 10],
    [190, 60],
    [218, 130],
    [206, 204],
    [150, 258],
    [112, 272],
    [108, 280],
    [106, 276],
    [104, 282],
    [84, 300],
    [40, 314],
    [18, 320],
    [15, 330],
    [26, 342],
    [30, 354],
    [22, 366],
    [0, 370],
  ]
  const body = turn({ view, outside: rings, glaze: plain(coat), surface: SATIN, hand: 1.2 })
  const spout = tube({
    view,
    along: bend([
      [-170, 90, 30],
      [-226, 118, 34],
      [-266, 182, 36],
      [-296, 236, 36],
    ]),
    radius: (t) => 44 - 25 * smooth(0, 0.9, t),
    colour: () => coat,
    surface: SATIN,
  })
  const [x, y] = view.at([-296, 236, 36])
  const mouth = ellipse(x, y, 19, 9, { fill: '#2a2522', transform: `rotate(-28 ${x} ${y})`, opacity: 0.8 })
  const loop = ear(
    view,
    [
      [170, 218],
      [262, 246],
      [326, 204],
      [318, 130],
      [256, 78],
      [190, 66],
    ],
    17,
    () => coat,
    SATIN,
  )
  return together(loop, speckled(spout, mouth), body)
}
