/** Candles: in stoneware, behind smoked glass, and tall on brass. */
import { hex, mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { flame, halo } from './flame.ts'
import { glass } from './glass.ts'
import { set, together, type Item } from './item.ts'
import { dipped, turn, walled, type Glaze, type Ring } from './lathe.ts'
import { smooth } from './light.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { specks } from './specks.ts'
import { clipped, ellipse, ellipsePath, radial } from './svg.ts'
import { viewFrom, type View } from './view.ts'

const WAX = paint('wax')
const GLOW: Rgb = [0.5, 0.26, 0.07]

/** A pool of wax with the flame's light in it. */
function pool(view: View, height: number, radius: number): string {
  const y = -height * view.rise
  const lit = radial(
    [
      { at: 0, colour: '#fff4cf' },
      { at: 0.3, colour: '#fdeabf' },
      { at: 1, colour: hex(scale(WAX, 0.66)) },
    ],
    [0, y],
    radius,
    view.squash * 1.1,
  )
  return lit.def + ellipse(0, y, radius, radius * view.squash, { fill: lit.url })
}

export function stonewareCandle(): Item {
  const view = viewFrom(19)
  const shape = walled(
    [
      [136, 0],
      [150, 0],
      [158, 10],
      [160, 60],
      [160, 200],
      [161, 296],
    ],
    13,
    240,
  )
  const chalk = paint('chalk')
  const foot = { colour: mix(paint('clay'), paint('willow'), 0.55), height: 12 }
  const cup = turn({
    view,
    ...shape,
    glaze: dipped(chalk, chalk, -100, foot),
    liner: () => chalk,
    linerGlow: (_, height) => scale(GLOW, 0.7 * smooth(310, 240, height)),
    surface: { gloss: 0.14, rough: 0.5 },
    hand: 1.2,
  })
  const marks = specks({ view, outside: shape.outside, seed: 41, count: 64, from: 22, to: 284 })
  const wick = -244 * view.rise
  const opening = ellipsePath(0, -300 * view.rise, 147, 147 * view.squash)
  return {
    ...cup,
    body:
      cup.body +
      clipped(opening, pool(view, 244, 147)) +
      marks +
      flame(2, wick - 8, 74) +
      halo(0, wick - 40, 260, 0.3),
  }
}

export function smokedGlassCandle(): Item {
  const view = viewFrom(16)
  const outside: Ring[] = [
    [128, 0],
    [136, 0],
    [142, 10],
    [146, 80],
    [148, 300],
  ]
  const glowing: Glaze = (_, height) => scale(GLOW, 0.9 * smooth(20, 200, height) ** 2)
  const wax = turn({
    view,
    outside: [
      [130, 24],
      [134, 30],
      [137, 196],
      [137, 196],
    ],
    glaze: () => scale(WAX, 0.8),
    glow: glowing,
    surface: { gloss: 0.05, through: 0.4 },
    floats: true,
  })
  const wick = -196 * view.rise
  const within = wax.body + pool(view, 196, 137) + flame(2, wick - 6, 70)
  const tumbler = glass({ view, outside, tint: [0.42, 0.26, 0.14], depth: 0.6, base: 24, within })
  return { ...tumbler, body: tumbler.body + halo(0, wick - 34, 280, 0.5) }
}

function taper(colour: Paint, tall: number): Item {
  const view = viewFrom(12)
  const brass = { metal: true, rough: 0.24 }
  const dish: Ring[] = [
    [84, 0],
    [92, 3],
    [94, 10],
    [86, 16],
    [40, 18],
    [18, 26],
    [15, 60],
    [22, 72],
    [27, 80],
    [27, 118],
    [29, 122],
    [24, 124],
  ]
  const holder = turn({ view, outside: dish, glaze: () => paint('brass'), surface: brass })
  const coat = scale(paint(colour), 1.06)
  const rings: Ring[] = [
    [22, 116],
    [22, 116],
    [18, 116 + tall * 0.6],
    [14, 116 + tall - 20],
    [9, 116 + tall - 4],
    [3, 116 + tall],
  ]
  const candle = turn({
    view,
    outside: rings,
    glaze: () => coat,
    surface: { gloss: 0.2, rough: 0.4, through: 0.25 },
    glow: (_, height) => scale(GLOW, 0.9 * smooth(116 + tall - 110, 116 + tall, height) ** 2),
    floats: true,
  })
  const top = -(116 + tall) * view.rise
  return { body: holder.body + candle.body + flame(0, top - 7, 62), shadow: together(holder, candle).shadow }
}

export function tapers(colour: Paint): Item {
  return together(set(taper(colour, 470), 92, -40), set(taper(colour, 400), -92, 22))
}

export const candles: Shot[] = [
  shot('stoneware-candle', stonewareCandle, { ground: 'dusk', x: 480, y: 900, by: 1.5 }),
  shot('smoked-glass-candle', smokedGlassCandle, { ground: 'dusk', x: 480, y: 910, by: 1.56 }),
  ...inColours('taper-candles', ['clay', 'chalk', 'sage', 'harbour'], tapers, {
    ground: 'oat',
    x: 480,
    y: 1010,
    by: 1.22,
  }),
]
