/** Two willow baskets: one open and empty, one full of firewood. */
import { hex, mix, paint, scale } from './colour.ts'
import { type Item, together } from './item.ts'
import { turn } from './lathe.ts'
import { chance, cloud } from './noise.ts'
import { ellipse, group, linear, path, polyline } from './svg.ts'
import { bend, tube } from './tube.ts'
import { type View, viewFrom } from './view.ts'
import { basket } from './wicker.ts'

export function fisherBasket(): Item {
  const view = viewFrom(21)
  const tall = 350
  const radius = (height: number) => 176 + 62 * (height / tall) - 8 * Math.cos((height / tall) * 3) + 4
  const woven = basket({ view, radius, tall, stakes: 46, rows: 21, rod: 7.6, seed: 3 })
  const handle = (side: 1 | -1, z: number) => {
    const x = side * radius(tall) * 0.94
    const along = bend(
      [
        [x, tall - 76, z - 42],
        [x + side * 6, tall + 20, z - 46],
        [x - side * 2, tall + 92, z - 26],
        [x - side * 2, tall + 92, z + 26],
        [x + side * 6, tall + 20, z + 46],
        [x, tall - 76, z + 42],
      ],
      5,
    )
    return tube({
      view,
      along,
      radius: () => 11,
      colour: () => paint('leather'),
      surface: { gloss: 0.25, rough: 0.4 },
      ends: 'round',
    })
  }
  const [left, right] = [handle(-1, 0), handle(1, 0)]
  return { body: woven.body + left.body + right.body, shadow: together(woven, left, right).shadow }
}

/** A log standing on end: ridged bark, a sawn face with its rings. */
export function log(view: View, r: number, tall: number, seed: number): string {
  const next = chance(seed)
  const bark = scale(mix(paint('walnut'), paint('graphite'), 0.25 + 0.35 * next()), 0.9)
  const trunk = turn({
    view,
    outside: [
      [r * 0.98, 0],
      [r * 0.98, 0],
      [r, tall],
      [r, tall],
    ],
    glaze: (angle, height) => {
      const ridge = cloud(Math.sin(angle) * 9 + seed, height / 60, seed)
      return scale(bark, 0.75 + 0.9 * Math.max(-0.3, ridge))
    },
    surface: { gloss: 0.02 },
    floats: true,
  })
  const wood = scale(mix(paint('beech'), paint('oak'), next()), 0.86 + 0.2 * next())
  const y = -tall * view.rise
  const face = linear(
    [
      { at: 0, colour: hex(scale(wood, 1.12)) },
      { at: 1, colour: hex(scale(wood, 0.74)) },
    ],
    [-r, y - 20],
    [r, y + 20],
  )
  const [hx, hy] = [r * 0.2 * (next() - 0.5), y + 3 * (next() - 0.5)]
  const rings = Array.from({ length: 8 }, (_, k) =>
    ellipse(
      hx * (1 - k / 8),
      y + (hy - y) * (1 - k / 8),
      r * (0.1 + k * 0.11),
      r * (0.1 + k * 0.11) * view.squash,
      {
        fill: 'none',
        stroke: '#7d4f28',
        'stroke-width': 1.2,
        opacity: 0.2 + 0.2 * next(),
      },
    ),
  )
  const crack = (angle: number) =>
    path(
      polyline([
        [hx, hy],
        [r * 0.86 * Math.cos(angle), y + r * 0.86 * Math.sin(angle) * view.squash],
      ]),
      { stroke: '#5d3a1e', 'stroke-width': 1.4, opacity: 0.45 },
    )
  return (
    trunk.body +
    face.def +
    ellipse(0, y, r * 0.95, r * 0.95 * view.squash, { fill: face.url }) +
    rings.join('') +
    crack(next() * 6) +
    crack(2 + next() * 2)
  )
}

export function logBasket(): Item {
  const view = viewFrom(22)
  const tall = 210
  const radius = (height: number) => 258 + 48 * (height / tall)
  const next = chance(31)
  // Back row first: x, z, radius, height, lean in degrees.
  const rows: [x: number, z: number, r: number, h: number, lean: number][] = [
    [-120, -150, 62, 356, -5],
    [20, -170, 70, 384, 1],
    [150, -140, 60, 350, 6],
    [-206, -40, 60, 330, -8],
    [-84, -56, 72, 366, -3],
    [70, -60, 66, 340, 3],
    [204, -30, 62, 336, 8],
    [-150, 70, 64, 310, -6],
    [-6, 84, 74, 330, 0],
    [142, 76, 66, 304, 5],
  ]
  const within = rows
    .map(([x, z, r, h, lean], index) => {
      const [px, py] = view.at([x, 8, z])
      return group(
        { transform: `translate(${px} ${py}) rotate(${lean + 2 * (next() - 0.5)})` },
        log(view, r, h, index + 3),
      )
    })
    .join('')
  const woven = basket({ view, radius, tall, stakes: 54, rows: 12, rod: 8.6, seed: 9, within })
  const loop = (side: 1 | -1) => {
    const x = side * radius(tall) * 1.0
    return tube({
      view,
      along: bend(
        [
          [x, tall - 20, -50],
          [x + side * 12, tall + 54, -40],
          [x + side * 14, tall + 76, 0],
          [x + side * 12, tall + 54, 40],
          [x, tall - 20, 50],
        ],
        5,
      ),
      radius: () => 14,
      colour: (t) => scale(paint('willow'), 0.9 + 0.16 * Math.sin(t * 60)),
      surface: { gloss: 0.12 },
    })
  }
  return { body: woven.body + loop(-1).body + loop(1).body, shadow: together(woven, loop(1)).shadow }
}
