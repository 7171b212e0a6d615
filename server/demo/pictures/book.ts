/** A bound book: board, pages, board, with a drawing laid on its cover. */
import { paint, type Rgb, scale } from './colour.ts'
import { type Item, together } from './item.ts'
import { chance } from './noise.ts'
import { onPlane, prism, rectangle } from './prism.ts'
import { group, path, type Point, polyline } from './svg.ts'
import { turned, viewFrom } from './view.ts'
import { weave } from './weave.ts'

export const VIEW = viewFrom(36)

export const CLOTH = { gloss: 0.05, rough: 0.7 }

type Book = {
  wide: number
  tall: number
  thick: number
  cover: Rgb
  degrees: number
  corner?: number
  board?: number
  /** Where it lies, and how high. */
  x?: number
  z?: number
  from?: number
  /** Drawn flat on the cover: x to the right from its middle, y down. */
  upon?: string
  cloth?: number
  pages?: Rgb
}

/** Board, pages, board. */
export function book({
  wide,
  tall,
  thick,
  cover,
  degrees,
  corner = 10,
  board = 6,
  x = 0,
  z = 0,
  from = 0,
  upon = '',
  cloth,
  pages = paint('paper'),
}: Book): Item {
  const plan = (w: number, t: number, c: number) => rectangle(w, t, c, degrees, x, z)
  const low = prism({
    view: VIEW,
    plan: plan(wide, tall, corner),
    from,
    to: from + board,
    top: cover,
    side: cover,
    surface: CLOTH,
    edge: 0.2,
  })
  const leaf = prism({
    view: VIEW,
    plan: plan(wide - 14, tall - 14, corner * 0.6),
    from: from + board,
    to: from + thick - board,
    top: pages,
    side: scale(pages, 0.95),
    surface: CLOTH,
    edge: 0,
  })
  const high = prism({
    view: VIEW,
    plan: plan(wide, tall, corner),
    from: from + thick - board,
    to: from + thick,
    top: cover,
    side: scale(cover, 0.9),
    surface: CLOTH,
    edge: 0.4,
  })
  const lid = polyline(
    plan(wide, tall, corner).map(([px, pz]) => VIEW.at([px, from + thick, pz])),
    true,
  )
  const texture =
    cloth === undefined ? '' : weave(lid, { x: -600, y: -700, width: 1200, height: 1200 }, cloth, 1, 40)
  const face = group({ transform: coverPlane(degrees, x, z, from + thick) }, upon)
  const sheets = pageLines(plan(wide - 14, tall - 14, corner * 0.6), from + board, from + thick - board)
  return {
    body: low.body + leaf.body + sheets + high.body + texture + face,
    shadow: together(
      { ...low, shadow: { ...low.shadow, touch: from === 0 ? low.shadow.touch : '' } },
      leaf,
      high,
    ).shadow,
  }
}

/** The cover as a flat drawing, its middle at (0, 0). */
function coverPlane(degrees: number, x: number, z: number, height: number): string {
  return onPlane(VIEW, [x, height, z], turned([1, 0, 0], degrees), turned([0, 0, 1], degrees))
}

/** The edges of the leaves: a few fine lines along the block. */
function pageLines(plan: readonly (readonly [number, number])[], from: number, to: number): string {
  const next = chance(9)
  const count = Math.max(2, Math.round((to - from) / 4))
  const near = [...plan, ...plan.slice(0, 1)]
  return Array.from({ length: count }, (_, k) => {
    const y = from + ((k + 0.3 + 0.5 * next()) / count) * (to - from)
    const visible: Point[][] = [[]]
    for (let i = 0; i < near.length - 1; i++) {
      const [a, b] = [near[i], near[i + 1]]
      if (!a || !b) continue
      // Only the edges that face the viewer: the plan runs one way round.
      if (b[0] - a[0] < 0) visible.at(-1)?.push(VIEW.at([a[0], y, a[1]]), VIEW.at([b[0], y, b[1]]))
      else if (visible.at(-1)?.length) visible.push([])
    }
    return visible
      .filter((part) => part.length > 1)
      .map((part) =>
        path(polyline(part), {
          fill: 'none',
          stroke: '#8d7b62',
          'stroke-width': 0.9,
          opacity: 0.16 + 0.3 * next(),
        }),
      )
      .join('')
  }).join('')
}
