/** Flat-sided things: books, boxes, boards. A plan on the floor, drawn up to a height. */
import { hex, mix, type Rgb } from './colour.ts'
import { inShade, type Item } from './item.ts'
import { dot, shade, unit, type Surface, type Vec } from './light.ts'
import { linear, n, path, polyline, type Point } from './svg.ts'
import { turned, type View } from './view.ts'

/** Points on the floor: x to the right, z towards the viewer. */
export type Plan = readonly (readonly [x: number, z: number])[]

/** A rectangle round the origin, its corners rounded, turned by degrees. */
export function rectangle(width: number, depth: number, corner = 0, degrees = 0, x = 0, z = 0): Plan {
  const points: [number, number][] = []
  const [w, d] = [width / 2 - corner, depth / 2 - corner]
  const corners: [number, number, number][] = [
    [w, d, 0],
    [-w, d, 90],
    [-w, -d, 180],
    [w, -d, 270],
  ]
  for (const [cx, cz, start] of corners) {
    const steps = corner > 0 ? 6 : 0
    for (let k = 0; k <= steps; k++) {
      const angle = ((start + (steps ? (90 * k) / steps : 0)) * Math.PI) / 180
      points.push([cx + corner * Math.cos(angle), cz + corner * Math.sin(angle)])
    }
  }
  return points.map(([px, pz]) => {
    const [tx, , tz] = turned([px, 0, pz], degrees)
    return [tx + x, tz + z] as const
  })
}

export type Prism = {
  view: View
  plan: Plan
  from: number
  to: number
  top: Rgb
  side: Rgb
  surface?: Surface
  /** Drawn on the side faces, in what is above and below. */
  edge?: number
}

export function prism({ view, plan, from, to, top, side, surface = {}, edge = 0.5 }: Prism): Item {
  const sides = plan
    .map(([x, z], index) => {
      const [nx, nz] = plan[(index + 1) % plan.length] ?? [x, z]
      // The plan runs clockwise seen from above, so outwards is to the left of the walk.
      const normal = unit([nz - z, 0, -(nx - x)])
      const outward: Vec = normal
      return { a: [x, z] as const, b: [nx, nz] as const, outward, depth: z + nz }
    })
    .map((face) => {
      const centre = plan.reduce((sum, [x, z]) => [sum[0] + x / plan.length, sum[1] + z / plan.length], [
        0, 0,
      ] as [number, number])
      const middle: Vec = [
        (face.a[0] + face.b[0]) / 2 - centre[0],
        0,
        (face.a[1] + face.b[1]) / 2 - centre[1],
      ]
      const outward: Vec =
        dot(face.outward, middle) < 0 ? [-face.outward[0], 0, -face.outward[2]] : face.outward
      return { ...face, outward }
    })
    .filter((face) => dot(face.outward, view.towards) > 0)
    .sort((one, other) => one.depth - other.depth)
    .map(({ a, b, outward }) => {
      const corners: Point[] = [
        view.at([a[0], from, a[1]]),
        view.at([b[0], from, b[1]]),
        view.at([b[0], to, b[1]]),
        view.at([a[0], to, a[1]]),
      ]
      const tone = (open: number) => hex(shade(side, outward, view.towards, { ...surface, open }))
      const fill = linear(
        [
          { at: 0, colour: tone(1) },
          { at: 1, colour: tone(0.55) },
        ],
        [0, corners[2]?.[1] ?? 0],
        [0, corners[0]?.[1] ?? 1],
      )
      return (
        fill.def + path(polyline(corners, true), { fill: fill.url, stroke: fill.url, 'stroke-width': 0.8 })
      )
    })
  const lid = plan.map(([x, z]) => view.at([x, to, z]))
  const xs = lid.map(([x]) => x)
  const ys = lid.map(([, y]) => y)
  const flat = shade(top, [0, 1, 0], view.towards, surface)
  const face = linear(
    [
      { at: 0, colour: hex(mix(flat, [1, 0.97, 0.9], 0.07)) },
      { at: 1, colour: hex(mix(flat, [0, 0, 0], 0.12)) },
    ],
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  )
  const rim = hex(mix(flat, [1, 0.98, 0.94], 0.35))
  const lidPath = polyline(lid, true)
  const body = [
    ...sides,
    face.def + path(lidPath, { fill: face.url }),
    // The bevel catches the window.
    edge > 0
      ? path(lidPath, { fill: 'none', stroke: rim, 'stroke-width': n(1.6 * edge * 2), opacity: edge })
      : '',
  ].join('')
  return { body, shadow: prismShadow(view, plan, from, to) }
}

function prismShadow(view: View, plan: Plan, from: number, to: number): Item['shadow'] {
  const faces = plan.map(([x, z], index) => {
    const [nx, nz] = plan[(index + 1) % plan.length] ?? [x, z]
    const at = (height: number, px: number, pz: number) => view.shadowOf([px, height, pz])
    return inShade(polyline([at(from, x, z), at(from, nx, nz), at(to, nx, nz), at(to, x, z)], true))
  })
  const whole = [
    ...faces,
    inShade(
      polyline(
        plan.map(([x, z]) => view.shadowOf([x, to, z])),
        true,
      ),
    ),
  ].join('')
  const foot =
    from === 0
      ? inShade(
          polyline(
            plan.map(([x, z]) => view.at([x * 1.01 + 3, 0, z * 1.01 + 2])),
            true,
          ),
        )
      : ''
  return { far: whole, near: to - from < 120 ? whole : '', touch: foot }
}

/** Lays flat drawings on a face: one step right and one step down on the drawing, as steps in space. */
export function onPlane(view: View, origin: Vec, right: Vec, down: Vec): string {
  const [ox, oy] = view.at(origin)
  const [ax, ay] = view.at(right)
  const [bx, by] = view.at(down)
  return `matrix(${[ax, ay, bx, by, ox, oy].map((value) => String(Math.round(value * 1e5) / 1e5)).join(' ')})`
}
