/** Lamps for the table, and the pictures of all lamps. */
import { hex, mix, paint, type Paint, scale } from './colour.ts'
import { halo } from './flame.ts'
import { type Item, NO_SHADOW, set, together } from './item.ts'
import { BRASS, flex, litShade, underLight, warmRoom } from './lampshade.ts'
import { dipped, type Glaze, type Ring, turn, walled } from './lathe.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { bellPendant, domePendant } from './pendants.ts'
import { inColours, type Shot } from './shot.ts'
import { ellipse, group } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom } from './view.ts'

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
  const head = turn({ view: low, outside: cone.outside, glaze: () => coat, surface: look, floats: true })
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
