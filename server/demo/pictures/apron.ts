/** An apron on its peg. */
import { paint, type Paint, scale } from './colour.ts'
import { CLOTH, type Pattern } from './cushions.ts'
import { inShade, type Item, together } from './item.ts'
import { smooth, type Vec } from './light.ts'
import { border, mesh } from './mesh.ts'
import { noise } from './noise.ts'
import { group, path, polyline, tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom } from './view.ts'
import { weave } from './weave.ts'

/** Hangs from a peg at the top; gathers into folds as it falls. */
export function workApron(colour: Paint): Item {
  const view = viewFrom(4)
  const coat = scale(paint(colour), 1.08)
  const [tall, bib] = [700, 0.3]
  const halfAt = (v: number) =>
    96 + 12 * smooth(0, bib, v) + 128 * smooth(bib * 0.72, bib * 1.28, v) - 10 * smooth(0.6, 1, v)
  const at = (u: number, v: number): Vec => {
    const a = 2 * u - 1
    const fold =
      smooth(0.16, 1, v) * (20 * Math.sin(a * 6.2 + 0.6 + v * 0.8) + 9 * Math.sin(a * 11 + 2)) +
      5 * noise(u * 4, v * 5)
    const sag = 12 * (1 - a * a) * (1 - smooth(0, 0.2, v))
    return [a * halfAt(v), tall - v * (tall + 12 * noise(a * 2, 7)) - sag, 30 + fold]
  }
  const dye: Pattern = (u, v) =>
    scale(coat, 1 + 0.05 * noise(u * 80, v * 80) - (v > 0.985 || u < 0.012 || u > 0.988 ? 0.12 : 0))
  const cloth = mesh({ view, at, colour: dye, fine: [80, 80], surface: CLOTH })
  const edge = border(at, 60)
  const shape = polyline(edge.map(view.at), true)
  const stitches = (points: [number, number][], closed = false) =>
    path(
      polyline(
        points.map(([u, v]) => view.at(at(u, v))),
        closed,
      ),
      { fill: 'none', stroke: '#f1e6d2', 'stroke-width': 1.8, 'stroke-dasharray': '6 4', opacity: 0.6 },
    )
  const pocket = (from: number, to: number) => {
    const corners: [number, number][] = Array.from(
      { length: 13 },
      (_, k) => [from + ((to - from) * k) / 12, 0.44] as [number, number],
    )
    const bottom: [number, number][] = [...corners].reverse().map(([u]) => [u, 0.68])
    const d = polyline(
      [...corners, ...bottom].map(([u, v]) => view.at(at(u, v))),
      true,
    )
    return (
      path(d, { fill: '#fff4e0', opacity: 0.05 }) +
      path(polyline(corners.map(([u, v]) => view.at(at(u, v + 0.004)))), {
        fill: 'none',
        stroke: '#1a120c',
        'stroke-width': 3.4,
        opacity: 0.45,
      }) +
      path(polyline(bottom.map(([u, v]) => view.at(at(u, v + 0.004)))), {
        fill: 'none',
        stroke: '#1a120c',
        'stroke-width': 2,
        opacity: 0.25,
      }) +
      stitches(
        [
          ...corners.map(([u]): [number, number] => [u, 0.452]),
          ...bottom.map(([u]): [number, number] => [u, 0.674]),
        ],
        true,
      )
    )
  }
  const strap = (side: 1 | -1) =>
    tube({
      view,
      along: bend([
        [side * 88, tall - 8, 32],
        [side * 74, tall + 70, 24],
        [side * 20, tall + 172, 14],
        [0, tall + 186, 20],
      ]),
      radius: () => 11,
      colour: () => scale(coat, 0.92),
      surface: CLOTH,
    })
  const peg = tube({
    view,
    along: [
      [0, tall + 176, -20],
      [0, tall + 178, 60],
    ],
    radius: (t) => 13 + 5 * smooth(0.7, 1, t),
    colour: () => paint('oak'),
    surface: { gloss: 0.2 },
    ends: 'round',
  })
  const [px, py] = view.at([0, tall + 178, 60])
  const knob =
    tag('circle', { cx: px, cy: py, r: 19, fill: '#cfa878' }) +
    tag('circle', { cx: px - 5, cy: py - 6, r: 8, fill: '#ecd3ae', opacity: 0.7 })
  const box = { x: -260, y: -760, width: 520, height: 800 }
  const fall = (dx: number, dy: number) => group({ transform: `translate(${dx} ${dy})` }, inShade(shape))
  const straps = together(strap(-1), strap(1))
  return {
    body:
      straps.body +
      peg.body +
      cloth.body +
      weave(shape, box, 6, 0.9, 40) +
      pocket(0.2, 0.47) +
      pocket(0.53, 0.8) +
      knob,
    shadow: { near: fall(26, 18), far: fall(62, 44), touch: '' },
  }
}
