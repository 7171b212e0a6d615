/** Lamps: two for tables, two that hang, one to read by. */
import { hex, mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { halo } from './flame.ts'
import { NO_SHADOW, discInShade, set, together, type Item } from './item.ts'
import { dipped, turn, walled, type Glaze, type Ring } from './lathe.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { inColours, type Shot } from './shot.ts'
import { ellipse, group, linear, path, tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom, type View } from './view.ts'

const BRASS = { metal: true, rough: 0.26 }
const WARM: Rgb = [1, 0.72, 0.36]
const CORD = scale(paint('soot'), 0.8)

/** A linen shade lit from within, open above; it hangs from `bottom` up. */
function litShade(view: View, bottom: number, low: number, high: number, tall: number): Item {
  const wall: Ring[] = [
    [low, bottom],
    [low, bottom],
    [high, bottom + tall],
    [high, bottom + tall],
  ]
  const linen = (angle: number, height: number) =>
    1 + 0.05 * noise(angle * 42, height / 3) + 0.035 * noise(angle * 3, height / 2)
  const glow: Glaze = (angle, height) => {
    const share = (height - bottom) / tall
    const hot = Math.exp(-(((share - 0.42) / 0.42) ** 2)) * (0.72 + 0.28 * Math.cos(angle))
    return scale(mix([0.62, 0.4, 0.19], [0.93, 0.75, 0.46], hot), linen(angle, height) * (0.62 + 0.42 * hot))
  }
  const rim: Ring[] = [
    [high, bottom + tall],
    [high - 5, bottom + tall + 1],
  ]
  const shade = turn({
    view,
    outside: [...wall, ...rim],
    inside: [
      [high - 5, bottom + tall],
      [high - 3, bottom + tall - 20],
      [low - 20, bottom + 40],
    ],
    glaze: () => scale(paint('oat'), 0.45),
    liner: () => scale(paint('oat'), 0.4),
    linerGlow: (_, height) => scale([0.98, 0.8, 0.5], 0.75 + 0.25 * smooth(bottom + tall, bottom, height)),
    glow,
    surface: { gloss: 0.02, open: 1 },
    ground: -1000,
  })
  const edge = (height: number, radius: number, from: 0 | 1) => {
    const y = -height * view.rise
    return path(`M${-radius} ${y}A${radius} ${radius * view.squash} 0 0 ${from} ${radius} ${y}`, {
      fill: 'none',
      stroke: '#8b6a42',
      'stroke-width': 3.4,
      opacity: 0.55,
    })
  }
  return {
    body: shade.body + edge(bottom + 2, low, 0) + edge(bottom + tall - 1, high, 0),
    shadow: { near: '', touch: '', far: group({ opacity: 0.25 }, shade.shadow.far) },
  }
}

/** What the lit shade does to the wall behind and the table below. */
function warmRoom(view: View, bottom: number, tall: number, reach: number): Item {
  const y = -(bottom + tall * 0.45) * view.rise
  return {
    body: halo(0, y, reach * 1.25, 0.6) + halo(0, -10, reach * 0.7, 0.22),
    shadow: NO_SHADOW,
  }
}

/** Lamplight falls on whatever looks up at it. */
function underLight(from: number, to: number): Glaze {
  return (_, height) => scale(WARM, 0.34 * smooth(from, to, height) ** 2)
}

function flex(view: View, radius: number): Item {
  const along = bend(
    [
      [radius - 20, 8, -10],
      [radius + 60, 6, 6],
      [radius + 170, 6, -26],
      [radius + 300, 6, 4],
      [radius + 520, 6, -60],
    ],
    9,
  )
  const cord = tube({ view, along, radius: () => 5, colour: () => CORD, surface: { gloss: 0.1 } })
  return { ...cord, shadow: { ...cord.shadow, near: cord.shadow.far } }
}

export function pebbleLamp(colour: Paint): Item {
  const view = viewFrom(11)
  const coat = paint(colour)
  const rings: Ring[] = [
    [84, 0],
    [98, 0],
    [128, 16],
    [180, 84],
    [190, 150],
    [170, 220],
    [118, 282],
    [62, 316],
    [34, 338],
    [30, 352],
  ]
  const pale = mix(coat, paint('chalk'), 0.62)
  const glaze = dipped(pale, coat, 232, { colour: mix(paint('clay'), paint('willow'), 0.5), height: 8 })
  const soft: Glaze = (angle, height) =>
    mix(
      glaze(angle, height),
      mix(coat, pale, smooth(60, 300, height + 26 * noise(angle * 1.5, 2))),
      smooth(9, 12, height),
    )
  const base = turn({
    view,
    outside: rings,
    glaze: soft,
    surface: { gloss: 0.24, rough: 0.36 },
    hand: 1.5,
    glow: underLight(150, 352),
  })
  const neck = turn({
    view,
    outside: [
      [15, 344],
      [15, 400],
    ],
    glaze: () => paint('brass'),
    surface: BRASS,
  })
  return together(
    warmRoom(view, 392, 250, 520),
    flex(view, 90),
    base,
    { ...neck, shadow: NO_SHADOW },
    litShade(view, 378, 232, 162, 246),
  )
}

export function buoyLamp(colour: Paint): Item {
  const view = viewFrom(11)
  const coat = paint(colour)
  const rings: Ring[] = [
    [100, 0],
    [108, 0],
    [112, 16],
    [112, 16],
    [128, 34],
    [138, 74],
    [122, 150],
    [84, 236],
    [56, 310],
    [40, 348],
    [22, 362],
    [18, 374],
  ]
  const glaze: Glaze = (angle, height) => {
    const grain = 1 + 0.05 * noise(angle * 9, height / 70)
    const band = smooth(150, 152, height) * (1 - smooth(204, 206, height))
    const foot = height < 16 ? scale(paint('soot'), 0.9) : coat
    return scale(mix(foot, paint('chalk'), band * 0.95), grain)
  }
  const base = turn({
    view,
    outside: rings,
    glaze,
    surface: { gloss: 0.3, rough: 0.3 },
    glow: underLight(200, 372),
  })
  const neck = turn({
    view,
    outside: [
      [14, 364],
      [14, 420],
    ],
    glaze: () => paint('brass'),
    surface: BRASS,
  })
  return together(
    warmRoom(view, 400, 210, 520),
    flex(view, 104),
    base,
    { ...neck, shadow: NO_SHADOW },
    litShade(view, 396, 196, 186, 214),
  )
}

/** Hangs with its lower edge at the origin; the shadow lies on the wall behind. */
function pendant(rings: Ring[], view: View, coat: Rgb, cord: number): Item {
  const [low] = rings[0] ?? [0]
  const [neckRadius, top] = rings.at(-1) ?? [0, 0]
  const shape = turn({
    view,
    outside: rings,
    glaze: () => coat,
    surface: { gloss: 0.26, rough: 0.42 },
    ground: -1000,
  })
  const cap = turn({
    view,
    outside: [
      [neckRadius + 5, top - 4],
      [neckRadius + 5, top - 4],
      [neckRadius + 4, top + 34],
      [neckRadius - 2, top + 42],
      [6, top + 46],
      [6, top + 60],
    ],
    glaze: () => paint('brass'),
    surface: BRASS,
    ground: -1000,
  })
  const line = tube({
    view,
    along: bend(
      [
        [0, top + 52, 0],
        [0, top + cord, 0],
      ],
      40,
    ),
    radius: () => 4.5,
    colour: () => CORD,
    surface: { gloss: 0.1 },
  })
  const lipY = 0
  const under = linear(
    [
      { at: 0, colour: '#2c231c', opacity: 0.5 },
      { at: 1, colour: '#2c231c', opacity: 0.12 },
    ],
    [-low, 0],
    [low, 0],
  )
  const lip =
    under.def +
    path(`M${-low} ${lipY}A${low} ${low * view.squash} 0 0 0 ${low} ${lipY}`, {
      fill: 'none',
      stroke: under.url,
      'stroke-width': 5,
    })
  const outlined = [...rings].map(([r, y]) => discInShade(70 + r * 0.02, 60 - y, r, r * view.squash)).join('')
  const wall = group(
    { transform: 'translate(60 40)', opacity: 0.5 },
    outlined,
    tag('rect', { x: 66, y: -top - cord, width: 10, height: cord, fill: 'currentColor', opacity: 0.5 }),
  )
  return { body: line.body + shape.body + lip + cap.body, shadow: { near: '', far: wall, touch: '' } }
}

export function domePendant(colour: Paint): Item {
  const rings: Ring[] = [
    [322, 0],
    [322, 0],
    [318, 22],
    [296, 92],
    [250, 164],
    [180, 222],
    [96, 256],
    [30, 268],
    [22, 276],
  ]
  return pendant(rings, viewFrom(5), scale(paint(colour), 1.05), 1200)
}

export function bellPendant(colour: Paint): Item {
  const rings: Ring[] = [
    [226, 0],
    [226, 0],
    [216, 10],
    [176, 60],
    [150, 140],
    [142, 230],
    [126, 300],
    [84, 350],
    [30, 372],
    [22, 380],
  ]
  return pendant(rings, viewFrom(6), scale(paint(colour), 1.05), 1200)
}

export function readingLamp(colour: Paint): Item {
  const view = viewFrom(13)
  const metal = colour === 'brass'
  const coat = scale(paint(colour), metal ? 1 : 1.1)
  const look = metal ? BRASS : { gloss: 0.3, rough: 0.36 }
  const foot = turn({
    view,
    outside: [
      [150, 0],
      [152, 4],
      [152, 20],
      [146, 27],
      [60, 31],
      [18, 34],
      [16, 44],
    ],
    glaze: () => coat,
    surface: look,
  })
  const stem = tube({
    view,
    along: bend(
      [
        [60, 24, 0],
        [60, 420, 0],
      ],
      20,
    ),
    radius: () => 10,
    colour: () => coat,
    surface: look,
  })
  const arm = tube({
    view,
    along: bend(
      [
        [60, 420, 0],
        [-30, 560, 10],
      ],
      8,
    ),
    radius: () => 9,
    colour: () => coat,
    surface: look,
    ends: 'round',
  })
  const joint = turn({
    view,
    outside: [
      [18, 396],
      [20, 400],
      [20, 440],
      [18, 444],
      [0, 446],
    ],
    glaze: () => paint('brass'),
    surface: BRASS,
  })
  const low = viewFrom(5)
  const cone = walled(
    [
      [132, 0],
      [132, 0],
      [128, 14],
      [64, 150],
      [44, 186],
      [36, 196],
      [22, 202],
    ],
    4,
    180,
  )
  const head = turn({ view: low, outside: cone.outside, glaze: () => coat, surface: look, ground: -1000 })
  const inside =
    ellipse(0, 3, 128, 15, { fill: '#ffe7b4' }) +
    ellipse(0, 2, 132, 13, { fill: 'none', stroke: hex(scale(coat, 0.6)), 'stroke-width': 4 })
  const [x, y] = view.at([-30, 560, 10])
  const beam = group({ opacity: 0.9 }, halo(-150, -40, 330, 0.5))
  const tilted = group({ transform: `translate(${x} ${y}) rotate(24) translate(0 182)` }, head.body, inside)
  return {
    body:
      beam +
      set(foot, 60, 0).body +
      stem.body +
      joint.body.replace(/^/, '<g transform="translate(60 0)">') +
      '</g>' +
      arm.body +
      tilted,
    shadow: together(set(foot, 60, 0), stem).shadow,
  }
}

export const lamps: Shot[] = [
  ...inColours('pebble-lamp', ['sea', 'oat', 'clay'], pebbleLamp, {
    ground: 'dusk',
    x: 480,
    y: 1040,
    by: 1.24,
  }),
  ...inColours('buoy-lamp', ['rust', 'harbour'], buoyLamp, { ground: 'dusk', x: 480, y: 1040, by: 1.24 }),
  ...inColours('dome-pendant', ['soot', 'chalk', 'sage'], domePendant, { ground: 'oat', y: 790, by: 1.1 }),
  ...inColours('bell-pendant', ['harbour', 'rust'], bellPendant, { ground: 'stone', y: 860, by: 1.12 }),
  ...inColours('reading-lamp', ['soot', 'brass'], readingLamp, { ground: 'mist', x: 520, y: 1030, by: 1.3 }),
]
