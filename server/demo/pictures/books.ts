/** The four books of the stationery shelf. All lie on the table, turned a little. */
import { book, VIEW } from './book.ts'
import { hex, mix, paint, type Paint, type Rgb, scale } from './colour.ts'
import { type Item, NO_SHADOW, together } from './item.ts'
import { letters } from './lettering.ts'
import type { Vec } from './light.ts'
import { pencil } from './pencil.ts'
import { group, path, type Point, polyline, tag } from './svg.ts'
import { tube } from './tube.ts'
import { turned } from './view.ts'

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
