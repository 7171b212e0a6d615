/** Books and paper: covers, pages, bands, rings. All lie on the table, turned a little. */
import { hex, mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { NO_SHADOW, inShade, together, type Item } from './item.ts'
import { letters } from './lettering.ts'
import { type Vec } from './light.ts'
import { chance } from './noise.ts'
import { onPlane, prism, rectangle } from './prism.ts'
import { group, path, polyline, tag, type Point } from './svg.ts'
import { tube } from './tube.ts'
import { turned, viewFrom, type View } from './view.ts'
import { weave } from './weave.ts'

const VIEW = viewFrom(36)
const CLOTH = { gloss: 0.05, rough: 0.7 }

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

/** A pencil lying at a height, from its end to its point. */
export function pencil(
  view: View,
  from: Vec,
  to: Vec,
  colour: Rgb,
  radius = 9,
  dip: Rgb = paint('brass'),
): Item {
  const steps = 90
  const along = Array.from({ length: steps + 1 }, (_, k): Vec => {
    const t = k / steps
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t]
  })
  const wood = paint('beech')
  const shaft = tube({
    view,
    along,
    radius: (t) => (t < 0.88 ? radius : Math.max(1, radius * (1 - (t - 0.88) / 0.125))),
    colour: (t) => (t < 0.06 ? dip : t < 0.88 ? colour : t < 0.965 ? wood : paint('graphite')),
    surface: { gloss: 0.3, rough: 0.3 },
  })
  const fall = shaft.shadow.far
  return { body: shaft.body, shadow: { far: fall, near: fall, touch: '' } }
}

/** The shadow of a thing on the cover beneath it. */
function resting(item: Item): string {
  return group({ style: 'color:#1c120b', opacity: 0.34, transform: 'translate(3 4)' }, item.shadow.far)
}

export function linenNotebook(colour: Paint): Item {
  const cover = scale(paint(colour), 1.05)
  const other = colour === 'oat' ? paint('sage') : paint('sand')
  const band = scale(colour === 'harbour' ? paint('soot') : mix(cover, paint('soot'), 0.7), 0.8)
  const below = book({ wide: 330, tall: 450, thick: 40, cover: other, degrees: 38, x: 22, z: 14, cloth: 4 })
  const strap =
    tag('rect', { x: 112, y: -225, width: 13, height: 450, fill: hex(scale(band, 0.9)) }) +
    tag('rect', { x: 112, y: -225, width: 4, height: 450, fill: '#ffffff', opacity: 0.1 })
  const blind = letters('QUAYSIDE', 12, 0.5).map((stroke) =>
    path(polyline(stroke.map(([x, y]): Point => [x - 30, 176 - y])), {
      fill: 'none',
      stroke: '#17110c',
      'stroke-width': 1.7,
      opacity: 0.34,
    }),
  )
  const above = book({
    wide: 330,
    tall: 450,
    thick: 42,
    cover,
    degrees: 26,
    from: 40,
    cloth: 7,
    upon: strap + blind.join(''),
  })
  const [a, b] = [turned([-20, 91, 150], 26), turned([60, 91, -150], 26)]
  const pen = pencil(VIEW, [a[0] - 40, 91, a[2]], [b[0] + 40, 91, b[2]], scale(paint('soot'), 0.9))
  return {
    body: together(below, above).body + resting({ ...pen, shadow: liftedShadow(pen, 82) }) + pen.body,
    shadow: together(below, above).shadow,
  }
}

/** Shadows are cast on the floor; on a cover that lies higher they fall nearer. */
function liftedShadow(item: Item, height: number): Item['shadow'] {
  const [x, y] = VIEW.shadowOf([0, height, 0])
  const up = -height * VIEW.rise
  return { ...NO_SHADOW, far: group({ transform: `translate(${-x} ${up - y})` }, item.shadow.far) }
}

export function pocketNotebooks(): Item {
  const thin = { wide: 236, tall: 360, thick: 15, corner: 20, board: 3 }
  const staples = [-70, 70]
    .map((y) => tag('rect', { x: -116, y, width: 4, height: 34, fill: '#c9a45e' }))
    .join('')
  const mark = letters('NOTES', 11, 0.5)
    .map((stroke) =>
      path(polyline(stroke.map(([x, y]): Point => [x, -128 - y])), {
        fill: 'none',
        stroke: '#2a211a',
        'stroke-width': 1.6,
        opacity: 0.55,
      }),
    )
    .join('')
  const rule = path('M-60 -104H60', { stroke: '#2a211a', 'stroke-width': 1.2, opacity: 0.4 })
  const upon = staples + mark + rule
  return together(
    book({ ...thin, cover: scale(paint('rust'), 1.05), degrees: 52, x: 30, z: 16, upon }),
    book({ ...thin, cover: scale(paint('sand'), 1.05), degrees: 34, x: 6, z: 6, from: 15, upon }),
    book({ ...thin, cover: scale(paint('sea'), 1.05), degrees: 14, x: -14, z: -6, from: 30, upon }),
  )
}

export function logbook(): Item {
  const [wide, tall] = [380, 500]
  const spine =
    tag('rect', {
      x: -wide / 2,
      y: -tall / 2,
      width: 92,
      height: tall,
      fill: hex(scale(paint('harbour'), 0.86)),
    }) + tag('rect', { x: -wide / 2 + 92, y: -tall / 2, width: 2.5, height: tall, fill: '#c9a45e' })
  const corners = [
    `M${wide / 2 - 66} ${-tall / 2}L${wide / 2} ${-tall / 2}L${wide / 2} ${-tall / 2 + 66}Z`,
    `M${wide / 2 - 66} ${tall / 2}L${wide / 2} ${tall / 2}L${wide / 2} ${tall / 2 - 66}Z`,
  ]
  const plate =
    tag('rect', { x: -34, y: -150, width: 168, height: 104, rx: 4, fill: hex(scale(paint('paper'), 0.86)) }) +
    tag('rect', {
      x: -26,
      y: -142,
      width: 152,
      height: 88,
      rx: 2,
      fill: 'none',
      stroke: '#3b4140',
      'stroke-width': 1.4,
      opacity: 0.7,
    })
  const word = letters('LOGBOOK', 19, 0.34).map((stroke) =>
    path(polyline(stroke.map(([x, y]): Point => [x + 50, -112 - y])), {
      fill: 'none',
      stroke: '#2f3534',
      'stroke-width': 2.2,
      'stroke-linecap': 'round',
    }),
  )
  const lines = [-86, -72].map((y) =>
    path(`M-8 ${y}H108`, { stroke: '#3b4140', 'stroke-width': 1, opacity: 0.5 }),
  )
  const upon =
    spine +
    corners.map((d) => path(d, { fill: hex(scale(paint('harbour'), 0.86)) })).join('') +
    plate +
    word.join('') +
    lines.join('')
  const volume = book({
    wide,
    tall,
    thick: 92,
    cover: mix(paint('sand'), paint('oat'), 0.4),
    degrees: 30,
    corner: 5,
    board: 8,
    cloth: 15,
    upon,
  })
  const [a, b] = [turned([40, 0, 268], 30), turned([34, 0, 330], 30)]
  const ribbon = path(
    polyline([
      VIEW.at([a[0], 40, a[2] - 16]),
      VIEW.at([a[0] + 6, 14, a[2] + 10]),
      VIEW.at([b[0], 0, b[2]]),
      VIEW.at([b[0] + 30, 0, b[2] + 26]),
    ]),
    { fill: 'none', stroke: hex(scale(paint('rust'), 0.8)), 'stroke-width': 9, 'stroke-linejoin': 'round' },
  )
  return { ...volume, body: ribbon + volume.body }
}

export function sketchbook(): Item {
  const [wide, tall, degrees] = [370, 480, 24]
  const grey = [0.33, 0.31, 0.28] as Rgb
  const holes = Array.from({ length: 15 }, (_, k) =>
    tag('rect', {
      x: -wide / 2 + 12,
      y: -tall / 2 + 22 + k * 31 - 4,
      width: 11,
      height: 8,
      rx: 2,
      fill: '#1d1915',
      opacity: 0.75,
    }),
  ).join('')
  const word = letters('SKETCHES', 13, 0.5)
    .map((stroke) =>
      path(polyline(stroke.map(([x, y]): Point => [x + 96, 200 - y])), {
        fill: 'none',
        stroke: '#26201a',
        'stroke-width': 1.8,
        opacity: 0.6,
      }),
    )
    .join('')
  const volume = book({
    wide,
    tall,
    thick: 52,
    cover: grey,
    degrees,
    corner: 7,
    board: 6,
    upon: holes + word,
  })
  const wires = Array.from({ length: 15 }, (_, k) => {
    const z = -tall / 2 + 22 + k * 31
    const loop = (shift: number) =>
      Array.from({ length: 17 }, (_unused, i): Vec => {
        const angle = -0.5 + (i / 16) * 3.7
        return turned([-wide / 2 + 2 + 17 * Math.cos(angle), 30 + 32 * Math.sin(angle), z + shift], degrees)
      })
    return [-3.4, 3.4]
      .map(
        (shift) =>
          tube({
            view: VIEW,
            along: loop(shift),
            radius: () => 2.3,
            colour: () => paint('graphite'),
            surface: { metal: true, rough: 0.3 },
          }).body,
      )
      .join('')
  })
  const lead = pencil(VIEW, turned([250, 9, 190], degrees), turned([238, 9, -150], degrees), paint('sun'))
  return together({ body: volume.body + wires.join(''), shadow: volume.shadow }, lead)
}

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
  const under = together(envelope(96, -30, 0, -24), envelope(80, -16, 5, -32))
  const onTop = group({ style: 'color:#4a3426', opacity: 0.3 }, card.shadow.near)
  return { body: under.body + onTop + card.body, shadow: together(under, card).shadow }
}
