/** A stack of folded cloth, seen from above and turned a little: soft folds in front, edges on the right. */
import { scale, type Rgb } from './colour.ts'
import { inShade, type Item } from './item.ts'
import { type Vec } from './light.ts'
import { mesh } from './mesh.ts'
import { chance, noise } from './noise.ts'
import { group, path, polyline, type Point } from './svg.ts'
import { tube, bend } from './tube.ts'
import { turned, viewFrom } from './view.ts'
import { weave } from './weave.ts'

type Folded = {
  width: number
  depth: number
  /** Thickness of each layer, from the floor up. */
  layers: number[]
  pattern: (u: number, v: number) => Rgb
  /** Knotted threads at the right edge, in this colour. */
  fringe?: Rgb
  hem?: Rgb
  seed: number
}

const CLOTH = { gloss: 0.03, rough: 0.8 }

export function folded({ width, depth, layers, pattern, fringe, hem, seed }: Folded): Item {
  const view = viewFrom(28)
  const degrees = -24
  let floor = 0
  const next = chance(seed)
  const bodies: string[] = []
  const shadows: string[] = []
  for (const [index, thick] of layers.entries()) {
    const [base, half] = [floor, thick / 2]
    const [dx, dz] = [(next() - 0.5) * 14, (next() - 0.5) * 12]
    const top = index === layers.length - 1
    /** A section through the layer: along the top to the front, round the fold, back under. */
    const section = (v: number, x: number): [z: number, y: number] => {
      const puff = (top ? 5 : 2) * noise(x / 90, v * 3, seed + index)
      const bow = 4 * noise(x / 150, index * 3, seed)
      const flat = depth - half
      if (v < 0.62) {
        const t = v / 0.62
        return [-depth / 2 + flat * t + bow, base + thick + puff * Math.sin(Math.PI * t)]
      }
      const angle = ((v - 0.62) / 0.38) * Math.PI
      return [depth / 2 - half + half * 1.1 * Math.sin(angle) + bow, base + half + half * Math.cos(angle)]
    }
    const at = (u: number, v: number): Vec => {
      const x = (u - 0.5) * width
      // The right edge is soft: it rounds down before it ends.
      const [z, y] = section(v, x)
      const wander = 3 * noise(v * 4, index, seed + 2) * (u > 0.5 ? 1 : -1)
      return turned([x + dx + wander, y, z + dz], degrees)
    }
    const slab = mesh({
      view,
      at,
      colour: pattern,
      fine: [90, 54],
      surface: CLOTH,
      open: (_, v) => (v < 0.62 ? 1 : 1 - 0.5 * ((v - 0.62) / 0.38) ** 2),
    })
    const rim = Array.from({ length: 41 }, (_, k) => at(1, k / 40))
    const back = at(1, 0)
    const low = turned([width / 2 + dx, base, -depth / 2 + dz], degrees)
    const side = polyline([...rim, [low[0], base, low[2]] as Vec, back].map(view.at), true)
    const tone = pattern(0.995, 0.3)
    const cap = sideOf(side, tone, rim.map(view.at), half * view.rise)
    const edge = [
      ...Array.from({ length: 31 }, (_, k) => at(k / 30, 0)),
      ...rim,
      ...Array.from({ length: 31 }, (_, k) => at(1 - k / 30, 1)),
      ...Array.from({ length: 21 }, (_, k) => at(0, 1 - k / 20)),
    ]
    const shape = polyline(edge.map(view.at), true)
    const line =
      hem && top
        ? path(polyline(Array.from({ length: 50 }, (_, k) => view.at(at(0.03 + (0.94 * k) / 49, 0.585)))), {
            fill: 'none',
            stroke: '#3a2a1c',
            'stroke-width': 1.6,
            'stroke-dasharray': '5 4',
            opacity: 0.4,
          })
        : ''
    const gap =
      index > 0
        ? group(
            { opacity: 0.5 },
            path(
              polyline(
                Array.from({ length: 31 }, (_, k) => {
                  const [x, y] = view.at(at(k / 30, 1))
                  return [x, y + 3] as Point
                }),
              ),
              { fill: 'none', stroke: '#2a1b12', 'stroke-width': 7, 'stroke-linecap': 'round', opacity: 0.5 },
            ),
          )
        : ''
    bodies.push(
      gap,
      cap,
      slab.body,
      weave(shape, { x: -width, y: -width, width: width * 2, height: width * 2 }, seed + index, 0.8),
      line,
    )
    if (fringe && (index === 0 || top))
      bodies.push(threads(fringe, seed + index, (t) => at(1, 0.04 + t * 0.56), view))
    shadows.push(inShade(polyline(edge.map(view.shadowOf), true)))
    floor += thick * 0.97
  }
  const corner = (x: number, z: number): Point => view.at(turned([x, 0, z], degrees))
  const foot = polyline(
    [
      corner(-width / 2 + 6, -depth / 2),
      corner(width / 2 + 8, -depth / 2),
      corner(width / 2 + 8, depth / 2 + 4),
      corner(-width / 2 + 8, depth / 2 + 4),
    ],
    true,
  )
  const all = shadows.join('')
  return { body: bodies.join(''), shadow: { far: all, near: all, touch: inShade(foot) } }
}

/** The cut side of a fold: two thicknesses of cloth with a dark line between them. */
function sideOf(side: string, tone: Rgb, rim: Point[], half: number): string {
  const fill = scale(tone, 0.5)
  const flat = `#${fill
    .map((light) =>
      Math.round(255 * Math.min(1, light) ** (1 / 2.2))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
  const middle = rim.slice(0, 26).map(([x, y]): Point => [x, y + half])
  return (
    path(side, { fill: flat, stroke: flat, 'stroke-width': 1 }) +
    path(polyline(middle), { fill: 'none', stroke: '#1d120b', 'stroke-width': 2.4, opacity: 0.5 }) +
    path(polyline(middle.map(([x, y]): Point => [x, y - 3])), {
      fill: 'none',
      stroke: '#fff2dc',
      'stroke-width': 1.6,
      opacity: 0.22,
    })
  )
}

function threads(
  colour: Rgb,
  seed: number,
  from: (t: number) => Vec,
  view: ReturnType<typeof viewFrom>,
): string {
  const next = chance(seed + 40)
  return Array.from({ length: 34 }, (_, k) => {
    const [x, y, z] = from((k + 0.5) / 34)
    const [out, drop, sway] = [26 + 16 * next(), Math.min(y, 34 + 18 * next()), 10 * (next() - 0.5)]
    const along = bend(
      [
        [x - 4, y, z],
        [x + out * 0.6, y - drop * 0.25, z + sway * 0.4],
        [x + out, y - drop, z + sway + 6],
      ],
      9,
    )
    return tube({
      view,
      along,
      radius: (t) => 3.6 - 0.8 * t,
      colour: () => scale(colour, 0.86 + 0.2 * next()),
      surface: CLOTH,
    }).body
  }).join('')
}
