/** Enamel and steel, lacquered and spun: mug, flask, watering can. */
import { paint, type Paint, scale } from './colour.ts'
import { type Item, NO_SHADOW, together } from './item.ts'
import { STEEL } from './lantern.ts'
import { turn, walled } from './lathe.ts'
import { smooth } from './light.ts'
import { chance } from './noise.ts'
import { ellipse, group, linear } from './svg.ts'
import { bend, tube } from './tube.ts'
import { type View, viewFrom } from './view.ts'

export function enamelMug(colour: Paint): Item {
  const view = viewFrom(16)
  const coat = scale(paint(colour), 1.06)
  const rim = scale(paint('soot'), 0.55)
  const shape = walled(
    [
      [146, 0],
      [158, 2],
      [162, 12],
      [164, 60],
      [166, 230],
      [172, 276],
      [175, 280],
    ],
    5,
    12,
  )
  const body = turn({
    view,
    ...shape,
    glaze: (_, height) => (height > 272 ? rim : coat),
    liner: (_, height) => (height > 274 ? rim : scale(paint('chalk'), 1.02)),
    surface: { gloss: 0.7, rough: 0.08 },
  })
  const band = tube({
    view,
    along: bend([
      [158, 224, 26],
      [226, 238, 34],
      [274, 204, 40],
      [272, 140, 40],
      [240, 92, 36],
      [160, 70, 26],
    ]),
    radius: (t) => 14 + 3 * (2 * t - 1) ** 2,
    colour: () => coat,
    surface: { gloss: 0.6, rough: 0.1 },
  })
  const next = chance(12)
  const flecks = Array.from({ length: 46 }, () => {
    const [angle, height] = [(next() - 0.5) * 2.8, 20 + 240 * next()]
    const [x, y] = view.at([164 * Math.sin(angle), height, 164 * Math.cos(angle)])
    return ellipse(x, y, (0.8 + 1.6 * next()) * Math.cos(angle), 0.8 + 1.8 * next(), {
      fill: colour === 'chalk' ? '#4b5352' : '#efe8da',
      opacity: 0.5,
    })
  })
  return together(band, { ...body, body: body.body + group({}, ...flecks) })
}

export function flask(colour: Paint): Item {
  const view = viewFrom(12)
  const coat = scale(paint(colour), 1.05)
  const body = turn({
    view,
    outside: [
      [105, 25],
      [105, 25],
      [105, 380],
      [103, 412],
      [92, 440],
      [88, 446],
    ],
    glaze: () => coat,
    surface: { gloss: 0.2, rough: 0.44 },
  })
  const foot = turn({
    view,
    outside: [
      [98, 0],
      [104, 3],
      [105, 12],
      [105, 26],
    ],
    glaze: () => paint('steel'),
    surface: STEEL,
  })
  const collar = turn({
    view,
    outside: [
      [88, 440],
      [88, 440],
      [88, 468],
      [86, 472],
    ],
    glaze: () => paint('steel'),
    surface: STEEL,
    floats: true,
  })
  const cup = turn({
    view,
    outside: [
      [90, 468],
      [92, 470],
      [92, 470],
      [90, 560],
      [86, 584],
      [76, 594],
      [40, 598],
      [0, 599],
    ],
    glaze: () => coat,
    surface: { gloss: 0.2, rough: 0.44 },
    floats: true,
  })
  const cap = turn({
    view,
    outside: [
      [34, 596],
      [34, 597],
      [30, 600],
      [0, 601],
    ],
    glaze: () => paint('steel'),
    surface: STEEL,
    floats: true,
  })
  return {
    body: foot.body + body.body + collar.body + cup.body + cap.body,
    shadow: together(
      foot,
      { ...body, shadow: { ...body.shadow, touch: '' } },
      { ...cup, shadow: { ...NO_SHADOW, far: cup.shadow.far } },
    ).shadow,
  }
}

function mouth(view: View, height: number, radius: number): string {
  const y = -height * view.rise
  const dark = linear(
    [
      { at: 0, colour: '#191614' },
      { at: 1, colour: '#4a443d' },
    ],
    [-radius, y],
    [radius, y],
  )
  return dark.def + ellipse(0, y, radius, radius * view.squash, { fill: dark.url })
}

export function wateringCan(colour: Paint): Item {
  const view = viewFrom(15)
  const coat = scale(paint(colour), 1.05)
  const look = { gloss: 0.3, rough: 0.36 }
  const body = turn({
    view,
    outside: [
      [126, 0],
      [138, 0],
      [142, 8],
      [140, 60],
      [118, 190],
      [92, 250],
      [88, 258],
      [92, 264],
      [86, 266],
    ],
    glaze: () => coat,
    surface: look,
  })
  const spout = tube({
    view,
    along: bend(
      [
        [-112, 44, 20],
        [-196, 74, 26],
        [-256, 166, 28],
        [-318, 292, 30],
        [-378, 352, 32],
        [-420, 364, 32],
      ],
      5,
    ),
    radius: (t) => 22 - 12 * smooth(0, 0.8, t),
    colour: () => coat,
    surface: look,
    ends: 'round',
  })
  const brace = tube({
    view,
    along: [
      [-96, 214, 10],
      [-262, 214, 26],
    ],
    radius: () => 5.5,
    colour: () => coat,
    surface: look,
  })
  const handle = tube({
    view,
    along: bend(
      [
        [-62, 258, 0],
        [-40, 356, 0],
        [60, 402, 0],
        [180, 352, 0],
        [226, 236, 0],
        [200, 120, 0],
        [128, 60, 0],
      ],
      5,
    ),
    radius: () => 12,
    colour: () => coat,
    surface: look,
  })
  return together(handle, spout, brace, { ...body, body: body.body + mouth(view, 265, 84) })
}
