/** Cushions: a filled square of cloth with piped edges, plain, striped or banded. */
import { mix, paint, type Paint, type Rgb, scale } from './colour.ts'
import { inShade, type Item } from './item.ts'
import { smooth, type Vec } from './light.ts'
import { border, mesh } from './mesh.ts'
import { cloud, noise } from './noise.ts'
import { group, polyline, tag } from './svg.ts'
import { tube } from './tube.ts'
import { turned, viewFrom } from './view.ts'
import { weave } from './weave.ts'

export const CLOTH = { gloss: 0.03, rough: 0.8 }

export type Pattern = (u: number, v: number) => Rgb

/** Stands on its lower edge, leaning back and turned a little; corners sharp, edges drawn in by the filling. */
export function cushion(width: number, height: number, pattern: Pattern, piping: Rgb, seed: number): Item {
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

export function heathered(colour: Rgb): Pattern {
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
