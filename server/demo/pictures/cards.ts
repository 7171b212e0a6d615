/** A folded card and its lined envelopes. */
import { CLOTH, VIEW } from './book.ts'
import { hex, paint, scale } from './colour.ts'
import { inShade, type Item, together } from './item.ts'
import type { Vec } from './light.ts'
import { onPlane, prism, rectangle } from './prism.ts'
import { blurred, clipped, group, path, polyline, tag } from './svg.ts'
import { turned } from './view.ts'

/** A single card standing half open, a drawing on its front, envelopes lying behind. */
export function cardSet(drawing: string): Item {
  const view = VIEW
  const envelope = (x: number, z: number, from: number, degrees: number) => {
    const base = prism({
      view,
      plan: rectangle(330, 230, 3, degrees, x, z),
      from,
      to: from + 5,
      top: paint('paper'),
      side: paint('oat'),
      surface: CLOTH,
      edge: 0.3,
    })
    const flap =
      path('M-165 -115L0 22L165 -115Z', { fill: hex(scale(paint('sea'), 0.8)) }) +
      path('M-165 115L-18 0M165 115L18 0', {
        stroke: '#a99a84',
        'stroke-width': 1.4,
        fill: 'none',
        opacity: 0.7,
      }) +
      path('M-165 -115L0 22L165 -115', { stroke: '#fff6e6', 'stroke-width': 5, fill: 'none', opacity: 0.9 })
    return {
      ...base,
      body:
        base.body +
        group(
          {
            transform: onPlane(
              view,
              [x, from + 5, z],
              turned([1, 0, 0], degrees),
              turned([0, 0, 1], degrees),
            ),
          },
          flap,
        ),
    }
  }
  const [wide, tall] = [240, 320]
  const hinge: Vec = [-150, 0, 96]
  const right = turned([1, 0, 0], -12)
  const away = turned([1, 0, 0], 38)
  const corner = (dir: Vec, u: number, v: number): Vec => [hinge[0] + dir[0] * u, v, hinge[2] + dir[2] * u]
  const back = polyline(
    [corner(away, 0, 0), corner(away, wide, 0), corner(away, wide, tall), corner(away, 0, tall)].map(view.at),
    true,
  )
  const front = polyline(
    [corner(right, 0, 0), corner(right, wide, 0), corner(right, wide, tall), corner(right, 0, tall)].map(
      view.at,
    ),
    true,
  )
  const plane = onPlane(view, corner(right, 0, tall), right, [0, -1, 0])
  const art = group(
    { transform: plane },
    tag('rect', { x: 0, y: 0, width: wide, height: tall, fill: '#f4eee2' }),
    group({ transform: 'translate(24 24) scale(.64 .6)' }, drawing),
    path(`M0 0V${tall}`, { stroke: '#fffaf0', 'stroke-width': 3, opacity: 0.9 }),
  )
  const cast = (dir: Vec) =>
    inShade(
      polyline(
        [corner(dir, 0, 0), corner(dir, wide, 0), corner(dir, wide, tall), corner(dir, 0, tall)].map(
          view.shadowOf,
        ),
        true,
      ),
    )
  const card: Item = {
    body: path(back, { fill: '#cfc4b1' }) + path(front, { fill: '#f4eee2' }) + art,
    shadow: {
      near: cast(right),
      far: cast(right) + cast(away),
      touch: path(polyline([corner(right, 0, 0), corner(right, wide, 0)].map(view.at)), {
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 9,
      }),
    },
  }
  const under = together(envelope(150, -20, 0, -20), envelope(132, 4, 5, -30))
  const sheet = polyline(
    rectangle(330, 230, 3, -30, 132, 4).map(([x, z]) => view.at([x, 10, z])),
    true,
  )
  const onTop = clipped(sheet, group({ style: 'color:#4a3426', opacity: 0.3 }, blurred(6, card.shadow.near)))
  return { body: under.body + onTop + card.body, shadow: together(under, card).shadow }
}
