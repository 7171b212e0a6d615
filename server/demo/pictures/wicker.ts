/** Baskets: real weaving, one short rod at a time, behind and before upright stakes. */
import { hex, mix, paint, scale, type Rgb } from './colour.ts'
import { discInShade, type Item } from './item.ts'
import { shade, unit, type Vec } from './light.ts'
import { chance, noise } from './noise.ts'
import { group, path, polyline, type Point } from './svg.ts'
import { tube } from './tube.ts'
import type { View } from './view.ts'

type Basket = {
  view: View
  radius: (height: number) => number
  tall: number
  stakes: number
  rows: number
  /** Half the thickness of a rod. */
  rod: number
  seed: number
  /** What stands inside, drawn behind the near wall. */
  within?: string
}

const WILLOW = paint('willow')

export function basket({ view, radius, tall, stakes, rows, rod, seed, within = '' }: Basket): Item {
  const next = chance(seed)
  const step = tall / rows
  const stakeAngle = (2 * Math.PI) / stakes
  const point = (angle: number, height: number, out: number): Vec => {
    const r = radius(height) + out
    return [r * Math.sin(angle), height, r * Math.cos(angle)]
  }
  const tone = (angle: number, height: number, light: number, far: boolean, tint: Rgb): string => {
    const side = far ? -1 : 1
    const normal = unit([side * Math.sin(angle), 0.12, side * Math.cos(angle)])
    const hidden = far ? 0.75 * (1 - height / tall) + (Math.sin(angle) < 0 ? 0.25 : 0) : 0
    return hex(
      scale(
        shade(tint, normal, view.towards, {
          gloss: 0.12,
          rough: 0.5,
          hidden: Math.min(1, hidden),
          open: far ? 0.6 : 1,
        }),
        light,
      ),
    )
  }
  /** One pass of a rod over a stake: a short fat curve, lit along its upper side. */
  const pass = (row: number, stake: number, far: boolean): string => {
    const height = (row + 0.5) * step + 1.6 * noise(stake * 1.7, row * 2.3, seed)
    const middle = stake * stakeAngle
    const tint = scale(mix(WILLOW, paint('oat'), 0.25 * next()), 0.86 + 0.26 * next())
    const arc = [-1, -0.6, -0.2, 0.2, 0.6, 1].map((t) =>
      view.at(point(middle + t * stakeAngle * 0.98, height, rod * 1.15 * Math.cos((t * Math.PI) / 2))),
    )
    const line = polyline(arc)
    const shift = (dy: number) => polyline(arc.map(([x, y]): Point => [x - 0.4, y + dy]))
    return (
      path(line, { stroke: tone(middle, height, 0.52, far, tint), 'stroke-width': rod * 2.1 }) +
      path(shift(-rod * 0.16), { stroke: tone(middle, height, 0.92, far, tint), 'stroke-width': rod * 1.5 }) +
      path(shift(-rod * 0.42), { stroke: tone(middle, height, 1.22, far, tint), 'stroke-width': rod * 0.55 })
    )
  }
  const upright = (stake: number, far: boolean): string => {
    const angle = (stake + 0.5) * stakeAngle
    const line = polyline([0.2, 0.4, 0.6, 0.8, 1].map((t) => view.at(point(angle, tall * t, 0))))
    return path(line, { stroke: tone(angle, tall * 0.5, 0.5, far, WILLOW), 'stroke-width': rod * 1.5 })
  }
  const half = (far: boolean): string => {
    const shown = Array.from({ length: stakes }, (_, k) => k).filter(
      (k) => Math.cos(k * stakeAngle) < 0.12 === far || Math.abs(Math.cos(k * stakeAngle)) < 0.15,
    )
    const uprights = shown.map((stake) => upright(stake, far)).join('')
    const weft = Array.from({ length: rows }, (_, row) =>
      shown
        .filter((stake) => (stake + row) % 2 === 0)
        .map((stake) => pass(row, stake, far))
        .join(''),
    ).join('')
    return group({ fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }, uprights, weft)
  }
  const dark = (far: boolean) => {
    const rim = Array.from({ length: 40 }, (_, k) =>
      view.at(point(Math.PI / 2 + (k / 39) * Math.PI * (far ? 1 : -1), tall, -rod)),
    )
    const foot = Array.from({ length: 40 }, (_, k) =>
      view.at(point(Math.PI / 2 + (k / 39) * Math.PI * (far ? 1 : -1), 4, -rod)),
    )
    return path(polyline([...rim, ...foot.reverse()], true), {
      fill: far ? '#54381f' : '#6b4a2b',
      opacity: far ? 0.9 : 0.72,
    })
  }
  const floor = path(
    polyline(
      Array.from({ length: 60 }, (_, k) => view.at(point((k / 60) * 6.2832, 8, -rod * 2))),
      true,
    ),
    { fill: '#4a311c' },
  )
  const body = [
    dark(true),
    floor,
    half(true),
    rope(view, point, tall, stakes, rod, true, seed),
    within,
    dark(false),
    half(false),
    rope(view, point, tall, stakes, rod, false, seed),
  ].join('')
  const discs = Array.from({ length: 16 }, (_, k) => {
    const height = (tall * k) / 15
    const [x, y] = view.shadowOf([0, height, 0])
    return discInShade(x, y, radius(height), radius(height) * view.squash)
  })
  const foot = radius(0)
  return {
    body,
    shadow: {
      far: discs.join(''),
      near: discs.slice(0, 7).join(''),
      touch: discInShade(5, 2, foot + rod, foot * view.squash + 3),
    },
  }
}

/** The rim: rods laid round each other, each stroke leaning over the next. */
function rope(
  view: View,
  point: (angle: number, height: number, out: number) => Vec,
  tall: number,
  stakes: number,
  rod: number,
  far: boolean,
  seed: number,
): string {
  const count = Math.round(stakes * 1.6)
  const strokes = Array.from({ length: count }, (_, k) => {
    const angle = (k / count) * 2 * Math.PI
    const isFar = Math.cos(angle) < 0
    if (isFar !== far) return { z: 0, drawn: '' }
    const lean = (2 * Math.PI) / count
    const along = [0, 0.35, 0.7, 1].map((t) =>
      point(angle + (t - 0.5) * lean * 2.1, tall + rod * (0.4 + 1.9 * t - 0.4), rod * (1.5 - 2.6 * t)),
    )
    const tint = scale(WILLOW, 0.9 + 0.2 * noise(k * 1.3, seed))
    const bar = tube({
      view,
      along,
      radius: (t) => rod * (0.92 + 0.35 * Math.sin(Math.PI * t)),
      colour: () => tint,
      surface: { gloss: 0.12, rough: 0.5, open: 0.85 },
      ends: 'round',
    })
    return { z: Math.cos(angle), drawn: bar.body }
  })
  return strokes
    .sort((a, b) => a.z - b.z)
    .map(({ drawn }) => drawn)
    .join('')
}
