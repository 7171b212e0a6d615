/** Round bars along a line: handles, spouts, cords, wires, legs. Shaded across, piece by piece. */
import { hex, type Rgb } from './colour.ts'
import type { Item } from './item.ts'
import { cross, dot, shade, unit, type Surface, type Vec } from './light.ts'
import { linear, n, path, polyline, tag, type Point } from './svg.ts'
import type { View } from './view.ts'

export type Tube = {
  view: View
  /** Where the bar goes, in space; it is drawn in this order, the end over the beginning. */
  along: readonly Vec[]
  /** Half its thickness, at a share of its length from 0 to 1. */
  radius: (share: number) => number
  colour: (share: number) => Rgb
  surface?: Surface
  /** How round the ends are; 'flat' for those hidden inside something. */
  ends?: 'round' | 'flat'
}

/** A smooth line through the points, in steps of about `step` pixels. */
export function bend(points: readonly Vec[], step = 5): Vec[] {
  const at = (index: number): Vec => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0, 0]
  const line: Vec[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const length = Math.hypot(p2[0] - p1[0], p2[1] - p1[1], p2[2] - p1[2])
    const steps = Math.max(1, Math.ceil(length / step))
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      const axis = (a: 0 | 1 | 2) =>
        0.5 *
        (2 * p1[a] +
          (p2[a] - p0[a]) * t +
          (2 * p0[a] - 5 * p1[a] + 4 * p2[a] - p3[a]) * t * t +
          (3 * p1[a] - p0[a] - 3 * p2[a] + p3[a]) * t * t * t)
      line.push([axis(0), axis(1), axis(2)])
    }
  }
  line.push(at(points.length - 1))
  return line
}

function difference(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

const LANES = [-1, -0.85, -0.62, -0.35, 0, 0.35, 0.62, 0.85, 1]

export function tube({ view, along, radius, colour, surface = {}, ends = 'flat' }: Tube): Item {
  const last = along.length - 1
  const flat = along.map(view.at)
  const directions = along.map((_, index) =>
    unit(
      difference(along[Math.min(last, index + 1)] ?? [0, 0, 0], along[Math.max(0, index - 1)] ?? [0, 0, 0]),
    ),
  )
  /** Across the bar on the sheet, and the normals from one side to the other. */
  const side = (index: number) => {
    const [a, b] = [flat[Math.max(0, index - 1)] ?? [0, 0], flat[Math.min(last, index + 1)] ?? [0, 0]]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length] as Point
  }
  const shadeAt = (index: number) => {
    const direction = directions[index] ?? [0, 1, 0]
    const across = unit(cross(direction, view.towards))
    const facing = unit(cross(across, direction))
    const front = dot(facing, view.towards) < 0 ? -1 : 1
    return LANES.map((lane) => {
      const depth = Math.sqrt(1 - lane * lane) * front
      const normal = unit([
        across[0] * lane + facing[0] * depth,
        across[1] * lane + facing[1] * depth,
        across[2] * lane + facing[2] * depth,
      ])
      return { at: (lane + 1) / 2, colour: hex(shade(colour(index / last), normal, view.towards, surface)) }
    })
  }
  const pieces: string[] = []
  const cap = (index: number) => {
    const [x, y] = flat[index] ?? [0, 0]
    const middle = shadeAt(index)[4]?.colour ?? '#000000'
    return tag('circle', { cx: x, cy: y, r: radius(index / last) * 0.97, fill: middle })
  }
  if (ends === 'round') pieces.push(cap(0))
  for (let i = 0; i < last; i++) {
    const [a, b] = [flat[i] ?? [0, 0], flat[i + 1] ?? [0, 0]]
    const [sa, sb] = [side(i), side(i + 1)]
    const [ra, rb] = [radius(i / last), radius((i + 1) / last)]
    // `across` on the sheet may point either way; the gradient must follow the normals.
    const across = view.at(unit(cross(directions[i] ?? [0, 1, 0], view.towards)))
    const sign = across[0] * sa[0] + across[1] * sa[1] < 0 ? -1 : 1
    const fill = linear(
      shadeAt(i),
      [a[0] - sa[0] * ra * sign, a[1] - sa[1] * ra * sign],
      [a[0] + sa[0] * ra * sign, a[1] + sa[1] * ra * sign],
    )
    // A little overlap, or the sheet shows through between two pieces.
    const over = 0.7 / (Math.hypot(b[0] - a[0], b[1] - a[1]) || 1)
    const c: Point = [b[0] + (b[0] - a[0]) * over, b[1] + (b[1] - a[1]) * over]
    const corners: Point[] = [
      [a[0] + sa[0] * ra, a[1] + sa[1] * ra],
      [c[0] + sb[0] * rb, c[1] + sb[1] * rb],
      [c[0] - sb[0] * rb, c[1] - sb[1] * rb],
      [a[0] - sa[0] * ra, a[1] - sa[1] * ra],
    ]
    pieces.push(fill.def + path(polyline(corners, true), { fill: fill.url }))
  }
  if (ends === 'round') pieces.push(cap(last))
  const widest = Math.max(...along.map((_, index) => radius(index / last)))
  const ground = tag('path', {
    d: polyline(along.map(view.shadowOf)),
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': n(widest * 1.7),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
  return { body: pieces.join(''), shadow: { near: '', far: ground, touch: '' } }
}
