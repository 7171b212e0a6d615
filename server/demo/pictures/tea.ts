/** Tea: which tin is which, the box of six small ones, the turned caddy. */
import { hex, paint, type Paint, scale } from './colour.ts'
import { inShade, type Item, NO_SHADOW, set } from './item.ts'
import { type Ring, turn } from './lathe.ts'
import { letters } from './lettering.ts'
import { shade, type Vec } from './light.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { path, type Point, polyline } from './svg.ts'
import { type Tin, tin } from './tin.ts'
import { type View, viewFrom } from './view.ts'
import { turnedWood } from './wood.ts'

const TINS = {
  'harbour-mist': { name: 'HARBOUR MIST', emblem: 'sunOverWaves', coat: 'harbour' },
  'late-ferry': { name: 'LATE FERRY', emblem: 'ferry', coat: 'soot' },
  'first-light': { name: 'FIRST LIGHT', emblem: 'sunrise', coat: 'clay' },
  'salt-lemon': { name: 'SALT LEMON', emblem: 'lemon', coat: 'sand' },
  'fog-bell': { name: 'FOG BELL', emblem: 'bell', coat: 'sea' },
  'night-watch': { name: 'NIGHT WATCH', emblem: 'moon', coat: 'walnut' },
} satisfies Record<string, Tin>

export function tins(key: keyof typeof TINS): Item {
  return tin(TINS[key])
}

export function sampler(): Item {
  const view = viewFrom(30)
  const [wide, deep, tall] = [600, 400, 118]
  const board = scale(paint('oat'), 0.92)
  const tone = (normal: Vec, light = 1) =>
    hex(scale(shade(board, normal, view.towards, { gloss: 0.02 }), light))
  const corner = (x: number, y: number, z: number) => view.at([(x * wide) / 2, y * tall, (z * deep) / 2])
  const wall = (points: Point[], fill: string) =>
    path(polyline(points, true), { fill, stroke: fill, 'stroke-width': 0.8 })
  const back = wall(
    [corner(-1, 0, -1), corner(1, 0, -1), corner(1, 1, -1), corner(-1, 1, -1)],
    tone([0, 0, 1], 0.72),
  )
  const floor = wall(
    [corner(-1, 0, -1), corner(1, 0, -1), corner(1, 0, 1), corner(-1, 0, 1)],
    tone([0, 1, 0], 0.5),
  )
  const front = wall([corner(-1, 0, 1), corner(1, 0, 1), corner(1, 1, 1), corner(-1, 1, 1)], tone([0, 0, 1]))
  const edge = path(
    polyline([corner(-1, 1, -1), corner(1, 1, -1), corner(1, 1, 1), corner(-1, 1, 1)], true),
    { fill: 'none', stroke: tone([0, 1, 0], 1.08), 'stroke-width': 7, 'stroke-linejoin': 'round' },
  )
  const small = Object.values<Tin>(TINS).map(({ coat }, index) => {
    const column = index % 3
    const row = Math.floor(index / 3)
    const colour = scale(paint(coat), 1.06)
    const can: Ring[] = [
      [78, 0],
      [78, 0],
      [78, 96],
      [78, 96],
      [82, 97],
      [82, 97],
      [82, 136],
      [79, 141],
      [74, 142],
      [70, 139],
      [0, 140],
    ]
    const piece = turn({
      view,
      outside: can,
      glaze: (_, height) => (height > 95 && height < 99 ? scale(colour, 0.4) : colour),
      surface: { gloss: 0.34, rough: 0.24 },
      ground: 90,
    })
    const sun = turnedLabel(view, 140)
    const [x, y] = view.at([(column - 1) * 186, 6, row === 0 ? -92 : 92])
    return set({ body: piece.body + sun, shadow: NO_SHADOW }, x, y)
  })
  const words = letters('QUAYSIDE', 22, 0.5)
  const title = words.map((stroke) =>
    path(
      polyline(
        stroke.map(([x, y]): Point => {
          const [px, py] = corner(0, 0.46, 1)
          return [px + x, py - y * view.rise]
        }),
      ),
      { fill: 'none', stroke: hex(paint('harbour')), 'stroke-width': 2.4, 'stroke-linecap': 'round' },
    ),
  )
  const top = polyline([corner(-1, 0, -1), corner(1, 0, -1), corner(1, 0, 1), corner(-1, 0, 1)], true)
  const cast = polyline(
    [
      view.shadowOf([-wide / 2, tall, deep / 2]),
      view.shadowOf([wide / 2, tall, deep / 2]),
      view.shadowOf([wide / 2, tall, -deep / 2]),
      view.at([wide / 2, 0, -deep / 2]),
      view.at([wide / 2, 0, deep / 2]),
      view.at([-wide / 2, 0, deep / 2]),
    ],
    true,
  )
  return {
    body: floor + back + small.map((item) => item.body).join('') + front + edge + title.join(''),
    shadow: {
      near: inShade(cast),
      far: inShade(cast),
      touch: inShade(top).replace('<path', '<path transform="translate(6 6)"'),
    },
  }
}

/** A round paper seal on a small lid. */
function turnedLabel(view: View, height: number): string {
  const ring = (radius: number) =>
    polyline(
      Array.from({ length: 40 }, (_, k) =>
        view.at([radius * Math.cos((k / 40) * 6.283), height, radius * Math.sin((k / 40) * 6.283)]),
      ),
      true,
    )
  return (
    path(ring(40), { fill: hex(scale(paint('paper'), 0.84)) }) +
    path(ring(34), { fill: 'none', stroke: hex(paint('ink')), 'stroke-width': 1.2, opacity: 0.7 }) +
    path(ring(17), { fill: hex(scale(paint('sun'), 0.9)) })
  )
}

export function caddy(wood: Paint): Item {
  const view = viewFrom(17)
  const rings: Ring[] = [
    [128, 0],
    [138, 2],
    [142, 14],
    [150, 90],
    [150, 190],
    [146, 232],
    [146, 232],
    [141, 234],
    [141, 240],
    [146, 242],
    [146, 242],
    [143, 280],
    [128, 302],
    [80, 312],
    [24, 316],
    [20, 324],
    [26, 338],
    [20, 350],
    [0, 353],
  ]
  const body = turn({
    view,
    outside: rings,
    glaze: turnedWood(wood, wood === 'oak' ? 6 : 13),
    surface: { gloss: 0.22, rough: 0.4 },
  })
  const y = -237 * view.rise
  const gap = path(`M-143 ${y}A143 ${143 * view.squash} 0 0 0 143 ${y}`, {
    fill: 'none',
    stroke: '#20130a',
    'stroke-width': 6,
    opacity: 0.55,
  })
  return { ...body, body: body.body + gap }
}

export const tea: Shot[] = [
  ...Object.entries<Tin>(TINS).map(([key, kind]) =>
    shot(key, () => tin(kind), { ground: kind.coat === 'sand' ? 'mist' : 'cream', x: 480, y: 970, by: 1.62 }),
  ),
  shot('tea-sampler', sampler, { ground: 'stone', x: 490, y: 780, by: 1.26 }),
  ...inColours('tea-caddy', ['oak', 'walnut'], caddy, { ground: 'blush', x: 480, y: 910, by: 1.5 }),
]
