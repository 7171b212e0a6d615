/** A round tin with a paper label wrapped around it. */
import { hex, mix, paint, type Paint, type Rgb, scale } from './colour.ts'
import { type Emblem, emblems } from './emblems.ts'
import { type Item, NO_SHADOW, together } from './item.ts'
import { type Ring, turn } from './lathe.ts'
import { letters } from './lettering.ts'
import { shade, type Vec } from './light.ts'
import { linear, path, type Point, polyline } from './svg.ts'
import { type View, viewFrom } from './view.ts'

export type Tin = { name: string; emblem: keyof typeof emblems; coat: Paint }

/** Wraps a flat drawing round the tin: across the paper becomes an angle. */
function wrapped(view: View, radius: number, middle: number): (point: Point) => Point {
  return ([u, v]) => {
    const angle = u / radius
    return view.at([radius * Math.sin(angle), middle + v, radius * Math.cos(angle)])
  }
}

/** Paper on a cylinder keeps the cylinder's light. */
function curvedFill(view: View, radius: number, colour: Rgb) {
  const stops = Array.from({ length: 17 }, (_, k) => {
    const angle = Math.PI * (k / 16 - 0.5)
    const normal: Vec = [Math.sin(angle), 0, Math.cos(angle)]
    return {
      at: (Math.sin(angle) + 1) / 2,
      colour: hex(shade(colour, normal, view.towards, { gloss: 0.05, rough: 0.6 })),
    }
  })
  return linear(stops, [-radius, 0], [radius, 0])
}

function labelShape(wide: number, tall: number, steps = 14): Point[] {
  // An upright lozenge with round ends, as on old chart boxes.
  const [w, h] = [wide / 2, tall / 2 - wide / 2]
  const cap = (cy: number, from: number) =>
    Array.from({ length: steps * 2 + 1 }, (_, k): Point => {
      const angle = from + (Math.PI * k) / (steps * 2)
      return [w * Math.cos(angle), cy + w * Math.sin(angle)]
    })
  return [...cap(h, 0), ...cap(-h, Math.PI)]
}

function label(view: View, radius: number, middle: number, name: string, emblem: Emblem, ink: Rgb): string {
  const wrap = wrapped(view, radius + 0.5, middle)
  const draw = (points: Point[], closed: boolean) => polyline(points.map(wrap), closed)
  const paper = curvedFill(view, radius, paint('paper'))
  const dark = curvedFill(view, radius, ink)
  const line = (points: Point[], width: number, closed = false) =>
    path(draw(points, closed), {
      fill: 'none',
      stroke: dark.url,
      'stroke-width': width,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  const words = name.split(' ')
  const title = words.flatMap((word, index) =>
    letters(word, 19, 0.26).map((stroke) =>
      line(
        stroke.map(([x, y]): Point => [x, y - 26 - index * 29]),
        2.3,
      ),
    ),
  )
  const small = letters('QUAYSIDE', 7.5, 0.55).map((stroke) =>
    line(
      stroke.map(([x, y]): Point => [x, y - 95]),
      1.1,
    ),
  )
  const figures = emblem.map(({ points, fill, closed = true, width = 2 }) => {
    const lifted = points.map(([x, y]): Point => [x, y + 50])
    if (!fill) return line(lifted, width, closed)
    const tone = curvedFill(view, radius, paint(fill))
    return tone.def + path(draw(lifted, closed), { fill: tone.url })
  })
  return [
    paper.def,
    path(draw(labelShape(150, 266), true), { fill: paper.url }),
    dark.def,
    line(labelShape(140, 256), 1.2, true),
    ...figures,
    ...title,
    line(
      [
        [-22, -76],
        [22, -76],
      ],
      1,
    ),
    ...small,
  ].join('')
}

/** A round tin with a slip lid. */
export function tin({ name, emblem, coat }: Tin): Item {
  const view = viewFrom(14)
  const colour = scale(paint(coat), 1.06)
  const steel = scale(paint('steel'), 0.95)
  const lacquer = { gloss: 0.34, rough: 0.24 }
  const can: Ring[] = [
    [134, 0],
    [138, 2],
    [138, 9],
    [134, 12],
    [134, 12],
    [134, 300],
    [134, 300],
    [130, 304],
  ]
  const body = turn({
    view,
    outside: can,
    glaze: (_, height) => (height < 11 ? steel : colour),
    surface: lacquer,
  })
  const lid: Ring[] = [
    [139, 286],
    [140, 288],
    [140, 288],
    [140, 352],
    [139, 358],
    [134, 362],
    [128, 361],
    [122, 357],
    [118, 357],
    [0, 358],
  ]
  const cover = turn({ view, outside: lid, glaze: () => colour, surface: lacquer, floats: true })
  const y = -286 * view.rise
  const shadowUnder = path(`M-134 ${y + 3}A134 ${134 * view.squash} 0 0 0 134 ${y + 3}`, {
    fill: 'none',
    stroke: '#120c08',
    'stroke-width': 5,
    opacity: 0.32,
  })
  const paper = label(view, 134, 148, name, emblems[emblem], mix(paint('ink'), paint(coat), 0.25))
  return {
    body: body.body + paper + shadowUnder + cover.body,
    shadow: together(body, { ...cover, shadow: { ...NO_SHADOW, far: cover.shadow.far } }).shadow,
  }
}
