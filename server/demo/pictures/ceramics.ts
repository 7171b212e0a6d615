/** Stoneware: mugs, cups, bowls, plates, vases and the pot. Heights and radii are pixels of the sheet. */
import { mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { set, together, type Item } from './item.ts'
import { dipped, turn, walled, type Glaze, type Ring } from './lathe.ts'
import { branch } from './leaves.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { inColours, type Shot } from './shot.ts'
import { specks } from './specks.ts'
import { ellipse } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom, type View } from './view.ts'

const CLAY = mix(paint('clay'), paint('willow'), 0.55)
const FOOT = { colour: CLAY, height: 9 }
const GLAZE = { gloss: 0.5, rough: 0.16 }
const SATIN = { gloss: 0.3, rough: 0.36 }
const MATT = { gloss: 0.1, rough: 0.6 }
const CHALK = paint('chalk')

/** One colour all over, drifting a little, bare at the foot and brown where it breaks at the lip. */
function plain(colour: Rgb, lip = Infinity, foot = FOOT): Glaze {
  return dipped(colour, colour, -100, foot, lip)
}

function speckled(item: Item, marks: string): Item {
  return { ...item, body: item.body + marks }
}

/** An ear on the right side, from the first point to the last. */
function ear(
  view: View,
  points: [number, number][],
  thick: number,
  glaze: (height: number) => Rgb,
  surface = GLAZE,
): Item {
  const along = bend(points.map(([x, y]) => [x, y, 0.15 * x]))
  return tube({
    view,
    along,
    radius: (t) => thick * (1 + 0.28 * (2 * t - 1) ** 4),
    colour: (t) => glaze(along[Math.round(t * (along.length - 1))]?.[1] ?? 0),
    surface,
  })
}

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

function espressoCup(colour: Paint): Item {
  const view = viewFrom(20)
  const shape = walled(
    [
      [66, 0],
      [82, 0],
      [104, 14],
      [122, 58],
      [127, 110],
      [129, 168],
    ],
    11,
    12,
  )
  const coat = scale(paint(colour), 1.04)
  const liner = () => mix(CHALK, coat, 0.15)
  const body = turn({ view, ...shape, glaze: plain(coat, 169), liner, surface: GLAZE, hand: 1 })
  const loop = ear(
    view,
    [
      [120, 136],
      [166, 142],
      [182, 108],
      [160, 74],
      [118, 66],
    ],
    12,
    () => coat,
  )
  return together(
    loop,
    speckled(body, specks({ view, outside: shape.outside, seed: 5, count: 24, from: 18, to: 160 })),
  )
}

export function espressoPair(colour: Paint): Item {
  return together(set(espressoCup(colour), 120, -74), set(espressoCup(colour), -128, 30))
}

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

export function plateStack(colour: Paint): Item {
  const plate = dinnerPlate(colour)
  const lifted = [26, 52, 78].map((height, index) => {
    const { body, shadow } = set(plate, index % 2 === 0 ? 5 : -4, -height)
    return { body, shadow: { ...shadow, touch: '' } }
  })
  return together(plate, ...lifted)
}

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
  const stems = together(branch(-14, mouth, -150, 300, 3), branch(12, mouth, 170, 360, 8))
  // Behind the near lip: the stems first, then the front of the neck again over them.
  return together(stems, speckled(body, marks))
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

export const ceramics: Shot[] = [
  ...inColours('tide-mug', ['sea', 'sage', 'clay', 'soot'], tideMug, {
    ground: 'cream',
    x: 462,
    y: 858,
    by: 1.12,
  }),
  ...inColours('pilot-mug', ['chalk', 'harbour', 'sand'], pilotMug, {
    ground: 'oat',
    x: 458,
    y: 820,
    by: 1.16,
  }),
  ...inColours('espresso-cup', ['chalk', 'clay', 'sea'], espressoPair, {
    ground: 'blush',
    x: 470,
    y: 800,
    by: 1.2,
  }),
  ...inColours('harbour-bowl', ['sea', 'chalk', 'sage'], harbourBowl, { ground: 'cream', y: 800, by: 1.06 }),
  ...inColours('breakfast-bowl', ['oat', 'sea', 'clay', 'soot'], breakfastBowl, {
    ground: 'stone',
    y: 800,
    by: 1.22,
  }),
  ...inColours('dinner-plate', ['chalk', 'sage'], plateStack, { ground: 'oat', y: 750, by: 1.08 }),
  ...inColours('bottle-vase', ['sea', 'chalk', 'rust'], bottleVase, {
    ground: 'cream',
    x: 480,
    y: 1010,
    by: 1.08,
  }),
  ...inColours('moon-vase', ['chalk', 'soot'], moonVase, { ground: 'blush', x: 480, y: 930, by: 1.16 }),
  ...inColours('teapot', ['soot', 'sage'], teapot, { ground: 'stone', x: 488, y: 840, by: 1.16 }),
]
