/** Cloth: cushions, things folded, things rolled, an apron on a peg. */
import { mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { inShade, together, type Item } from './item.ts'
import { smooth, type Vec } from './light.ts'
import { border, mesh } from './mesh.ts'
import { cloud, noise } from './noise.ts'
import { folded } from './folded.ts'
import { rolled } from './rolled.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { group, path, polyline, tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { turned, viewFrom } from './view.ts'
import { weave } from './weave.ts'

const CLOTH = { gloss: 0.03, rough: 0.8 }
type Pattern = (u: number, v: number) => Rgb

/** Stands on its lower edge, leaning back and turned a little; corners sharp, edges drawn in by the filling. */
function cushion(width: number, height: number, pattern: Pattern, piping: Rgb, seed: number): Item {
  const view = viewFrom(15)
  const [lean, turn] = [14, -16]
  const half = height / 2
  const at = (u: number, v: number): Vec => {
    const [a, b] = [2 * u - 1, 1 - 2 * v]
    const x = (width / 2) * a * (1 - 0.075 * (1 - b * b))
    const y = half * b * (1 - 0.085 * (1 - a * a))
    const full = Math.max(0, (1 - a ** 4) * (1 - b ** 4)) ** 0.62
    const pull = smooth(0.35, 1.25, Math.hypot(a, b))
    const corner = Math.atan2(Math.abs(b), Math.abs(a))
    const crease =
      pull * full * 15 * noise(corner * 9 + (a > 0 ? 7 : 0) + (b > 0 ? 3 : 0), Math.hypot(a, b) * 1.2, seed)
    const seam = (1 - full) * 6 * noise(a * 9, b * 9, seed + 3)
    const z = height * 0.27 * full + crease + seam + 9 * cloud(a * 1.7, b * 1.7, seed)
    // A hollow where a hand has been.
    const dent = -height * 0.035 * Math.exp(-((a + 0.1) ** 2 + (b - 0.42) ** 2) * 6)
    const angle = (lean * Math.PI) / 180
    const [up, out] = [y + half * 0.93, z + dent]
    const leaning: Vec = [
      x,
      up * Math.cos(angle) + out * Math.sin(angle) * 0.4,
      out * Math.cos(angle) - up * Math.sin(angle),
    ]
    return turned(leaning, turn)
  }
  const edge = border(at, 36)
  const front = mesh({
    view,
    at,
    colour: pattern,
    fine: [64, 64],
    surface: CLOTH,
    open: (u, v) => 0.72 + 0.28 * smooth(0, 0.3, Math.min(u, v, 1 - u, 1 - v)),
  })
  const cord = tube({
    view,
    along: [...edge, edge[0] ?? [0, 0, 0]],
    radius: () => 5.2,
    colour: () => piping,
    surface: CLOTH,
  })
  const shape = polyline(edge.map(view.at), true)
  const xs = edge.map((point) => view.at(point)[0])
  const ys = edge.map((point) => view.at(point)[1])
  const box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  }
  const ground = polyline(edge.map(view.shadowOf), true)
  const foot = edge.slice(72, 109).map((point) => view.at([point[0] + 8, 0, point[2] + 6]))
  return {
    body: front.body + weave(shape, box, seed) + cord.body,
    shadow: {
      far: inShade(ground),
      near: group({ opacity: 0.7 }, inShade(ground)),
      touch: tag('path', {
        d: polyline(foot),
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 22,
        'stroke-linecap': 'round',
      }),
    },
  }
}

function heathered(colour: Rgb): Pattern {
  return (u, v) => scale(colour, 1 + 0.05 * noise(u * 60, v * 5) + 0.05 * noise(u * 5, v * 60))
}

export function linenCushion(colour: Paint): Item {
  const base = scale(paint(colour), 1.06)
  return cushion(520, 520, heathered(base), scale(base, 0.96), 3)
}

export function stripeCushion(colour: Paint): Item {
  const [ground, dye] = [paint('chalk'), scale(paint(colour), 0.95)]
  const stripes: Pattern = (u, v) => {
    const at = (u * 9) % 1
    const wide = at > 0.3 && at < 0.56 ? 1 : 0
    const fine = (at > 0.66 && at < 0.71) || (at > 0.15 && at < 0.2) ? 1 : 0
    return scale(mix(ground, dye, Math.max(wide, fine) * 0.92), 1 + 0.04 * noise(u * 80, v * 6))
  }
  return cushion(520, 520, stripes, dye, 8)
}

export function longCushion(colour: Paint): Item {
  const base = scale(paint(colour), 1.06)
  const pale = paint('oat')
  const banded: Pattern = (u, v) => {
    const off = Math.abs(2 * u - 1)
    return scale(
      mix(base, pale, off > 0.7 ? 1 : off > 0.64 && off < 0.665 ? 0.85 : 0),
      1 + 0.05 * noise(u * 90, v * 5),
    )
  }
  return cushion(760, 360, banded, pale, 5)
}

export function woolThrow(colour: Paint): Item {
  const base = scale(paint(colour), 1.04)
  // Herringbone: slants that change their way in every column.
  const bone: Pattern = (u, v) => {
    const column = Math.floor(u * 26)
    const slant = (v * 60 + (column % 2 === 0 ? 1 : -1) * u * 26 * 2.2) % 1
    const dark = Math.abs(slant < 0 ? slant + 1 : slant) < 0.5 ? 0.16 : 0
    return scale(mix(base, scale(base, 0.5), dark), 1 + 0.07 * noise(u * 90, v * 90))
  }
  return folded({ width: 560, depth: 360, layers: [54, 52, 50], pattern: bone, fringe: base, seed: 5 })
}

export function teaTowels(): Item {
  const [linen, sea, deep] = [mix(paint('oat'), paint('chalk'), 0.5), paint('sea'), paint('harbour')]
  const bordered: Pattern = (u, v) => {
    const wide = u > 0.78 && u < 0.85
    const fine = (u > 0.87 && u < 0.885) || (u > 0.745 && u < 0.76)
    return scale(mix(linen, wide ? sea : deep, wide || fine ? 0.85 : 0), 1 + 0.05 * noise(u * 70, v * 70))
  }
  return folded({ width: 500, depth: 330, layers: [30, 28, 29, 27], pattern: bordered, seed: 12 })
}

export function linenNapkins(colour: Paint): Item {
  const base = scale(paint(colour), 1.05)
  return folded({
    width: 420,
    depth: 420,
    layers: [24, 23, 24, 22, 23, 22],
    pattern: heathered(base),
    seed: 21,
    hem: scale(base, 0.8),
  })
}

export function beachTowel(colour: Paint): Item {
  const [ground, dye] = [paint('chalk'), paint(colour)]
  const stripes = (along: number): Rgb => {
    const at = (along * 7) % 1
    const band = at > 0.2 && at < 0.62
    const thin = (at > 0.7 && at < 0.75) || (at > 0.08 && at < 0.12)
    return mix(ground, dye, band || thin ? 0.9 : 0)
  }
  return rolled({
    length: 560,
    radius: 96,
    pattern: stripes,
    end: mix(ground, dye, 0.3),
    turns: 6,
    seed: 3,
    fringe: true,
  })
}

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

export const textiles: Shot[] = [
  ...inColours('linen-cushion', ['rust', 'sage', 'oat'], linenCushion, {
    ground: 'cream',
    x: 490,
    y: 900,
    by: 1.14,
  }),
  ...inColours('stripe-cushion', ['sea', 'soot'], stripeCushion, {
    ground: 'stone',
    x: 490,
    y: 900,
    by: 1.14,
  }),
  ...inColours('long-cushion', ['clay', 'harbour'], longCushion, { ground: 'oat', x: 490, y: 830, by: 1.02 }),
  ...inColours('wool-throw', ['oat', 'sea', 'rust'], woolThrow, {
    ground: 'blush',
    x: 480,
    y: 790,
    by: 1.16,
  }),
  ...inColours('beach-towel', ['sea', 'clay'], beachTowel, { ground: 'sky', x: 500, y: 770, by: 1.16 }),
  shot('tea-towels', teaTowels, { ground: 'cream', x: 490, y: 780, by: 1.24 }),
  ...inColours('linen-napkins', ['chalk', 'sage', 'rust'], linenNapkins, {
    ground: 'stone',
    x: 490,
    y: 780,
    by: 1.24,
  }),
  ...inColours('work-apron', ['harbour', 'oat'], workApron, { ground: 'mist', x: 490, y: 1120, by: 1.14 }),
]
