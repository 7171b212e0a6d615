/** Bent surfaces: cushions, cloth, rolls. A net of small patches, each with its own light. */
import { hex, type Rgb } from './colour.ts'
import { inShade, type Item } from './item.ts'
import { cross, dot, shade, unit, type Surface, type Vec } from './light.ts'
import { polyline, tag } from './svg.ts'
import type { View } from './view.ts'

export type Mesh = {
  view: View
  /** A point of the surface for u and v from 0 to 1. */
  at: (u: number, v: number) => Vec
  colour: (u: number, v: number) => Rgb
  /** Patches along u and v. */
  fine: [number, number]
  surface?: Surface
  /** Share of the window hidden, for folds that shade each other. */
  hidden?: (u: number, v: number) => number
  /** Share of the room seen, for creases. */
  open?: (u: number, v: number) => number
}

function minus(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function mesh({ view, at, colour, fine: [across, down], surface = {}, hidden, open }: Mesh): Item {
  const patches: { depth: number; drawn: string }[] = []
  const shades: string[] = []
  const corner = (i: number, j: number) => at(i / across, j / down)
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < down; j++) {
      const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)]
      let normal = unit(cross(minus(c, a), minus(d, b)))
      // Cloth has two sides and both are lit: turn the normal to whoever looks.
      if (dot(normal, view.towards) < 0) normal = [-normal[0], -normal[1], -normal[2]]
      const [u, v] = [(i + 0.5) / across, (j + 0.5) / down]
      const look = { ...surface, hidden: hidden?.(u, v) ?? 0, open: open?.(u, v) ?? surface.open ?? 1 }
      const fill = hex(shade(colour(u, v), normal, view.towards, look))
      const corners = [a, b, c, d]
      patches.push({
        depth: corners.reduce((sum, point) => sum + dot(point, view.towards), 0),
        // The outline in its own colour closes the seam to the next patch.
        drawn: tag('path', {
          d: polyline(corners.map(view.at), true),
          fill,
          stroke: fill,
          'stroke-width': 1.1,
        }),
      })
      if (i % 3 === 0 && j % 3 === 0) {
        const [e, f, g] = [
          corner(Math.min(across, i + 3), j),
          corner(Math.min(across, i + 3), Math.min(down, j + 3)),
          corner(i, Math.min(down, j + 3)),
        ]
        shades.push(polyline([a, e, f, g].map(view.shadowOf), true))
      }
    }
  }
  patches.sort((one, other) => one.depth - other.depth)
  const far = shades.map(inShade).join('')
  return { body: patches.map((patch) => patch.drawn).join(''), shadow: { near: '', far, touch: '' } }
}

/** The line around a mesh's edge, for piping, outlines and clips. */
export function border(at: Mesh['at'], steps = 40): Vec[] {
  const share = Array.from({ length: steps }, (_, index) => index / steps)
  return [
    ...share.map((t) => at(t, 0)),
    ...share.map((t) => at(1, t)),
    ...share.map((t) => at(1 - t, 1)),
    ...share.map((t) => at(0, 1 - t)),
  ]
}
