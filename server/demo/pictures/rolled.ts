/** Cloth rolled up and laid down: a soft cylinder with a spiral at its end. */
import { hex, mix, scale, type Rgb } from './colour.ts'
import { type Item } from './item.ts'
import { shade, type Vec } from './light.ts'
import { mesh } from './mesh.ts'
import { noise, chance } from './noise.ts'
import { group, path, polyline, type Point } from './svg.ts'
import { tube } from './tube.ts'
import { turned, viewFrom } from './view.ts'
import { weave } from './weave.ts'

type Rolled = {
  length: number
  radius: number
  /** Colour along the roll, and around it from 0 to 1. */
  pattern: (along: number, around: number) => Rgb
  end: Rgb
  turns: number
  seed: number
  fringe?: boolean
  /** Where leather straps go round, as shares of the length. */
  straps?: number[]
  leather?: Rgb
}

const CLOTH = { gloss: 0.03, rough: 0.8 }
const DEGREES = -32

export function rolled({
  length,
  radius,
  pattern,
  end,
  turns,
  seed,
  fringe = false,
  straps = [],
  leather = end,
}: Rolled): Item {
  const view = viewFrom(22)
  /** The roll lies along x, flattened a little by its own weight; the near end is on the right. */
  const ring = (x: number, angle: number, r: number): Vec => {
    const tight = straps.reduce((sum, at) => sum + Math.exp(-(((x / length + 0.5 - at) / 0.035) ** 2)), 0)
    const soft = r * (1 - 0.09 * tight) + 2.4 * noise(x / 60, angle * 1.5, seed)
    return turned([x, radius * 0.94 + soft * 0.94 * Math.sin(angle), soft * Math.cos(angle)], DEGREES)
  }
  const at = (u: number, v: number) => ring((u - 0.5) * length, 2 * Math.PI * v, radius)
  const body = mesh({
    view,
    at,
    colour: (u, v) => scale(pattern(u, v), 1 + 0.05 * noise(u * 120, v * 70)),
    fine: [130, 46],
    surface: CLOTH,
  })
  const spiral = Array.from({ length: turns * 30 }, (_, k): Point => {
    const t = k / (turns * 30)
    return view.at(ring(length / 2 + 0.5, -0.6 + t * turns * 2 * Math.PI, radius * (1 - 0.97 * t)))
  })
  const disc = Array.from({ length: 60 }, (_, k) => view.at(ring(length / 2, (2 * Math.PI * k) / 60, radius)))
  const facing = turned([1, 0, 0], DEGREES)
  const tone = shade(end, facing, view.towards, CLOTH)
  const cap = group(
    {},
    path(polyline(disc, true), { fill: hex(tone) }),
    path(polyline(spiral), {
      fill: 'none',
      stroke: hex(scale(tone, 0.35)),
      'stroke-width': 5,
      opacity: 0.75,
    }),
    path(polyline(spiral.map(([x, y]): Point => [x - 1.6, y - 3.4])), {
      fill: 'none',
      stroke: hex(mix(tone, [1, 0.95, 0.86], 0.35)),
      'stroke-width': 3,
      opacity: 0.7,
    }),
  )
  const flap = path(
    polyline(
      Array.from({ length: 60 }, (_, k) =>
        view.at(ring((k / 59 - 0.5) * length, 0.32 + 0.03 * noise(k / 9, seed), radius + 2)),
      ),
    ),
    { fill: 'none', stroke: '#2b1d12', 'stroke-width': 4, opacity: 0.4 },
  )
  const next = chance(seed)
  const knots = fringe
    ? Array.from({ length: 42 }, (_, k) => {
        const x = (k / 41 - 0.5) * length * 0.98
        const along = [0.32, 0.22, 0.1, -0.04 - 0.08 * next()].map((angle) =>
          ring(x + 3 * next(), angle, radius + 4),
        )
        return tube({
          view,
          along,
          radius: () => 3,
          colour: () => scale(pattern(k / 41, 0.1), 0.95),
          surface: CLOTH,
        }).body
      })
    : []
  const belts = straps.map((share) =>
    belt((angle, r) => ring((share - 0.5) * length, angle, r), radius, leather, view),
  )
  const shape = polyline(
    [
      ...Array.from({ length: 30 }, (_, k) => view.at(at(k / 29, 0.25))),
      ...disc.slice(15, 45).reverse(),
      ...disc,
      ...Array.from({ length: 30 }, (_, k) => view.at(at(1 - k / 29, 0.9))),
    ],
    true,
  )
  const thread = weave(
    `${shape}`,
    { x: -length, y: -length, width: 2 * length, height: 2 * length },
    seed,
    0.7,
  )
  const line = (dx: number, dy: number, width: number) => {
    const [ax, ay] = view.at(turned([-length * 0.46, 0, 0], DEGREES))
    const [bx, by] = view.at(turned([length * 0.47, 0, 0], DEGREES))
    return path(`M${ax + dx} ${ay + dy}L${bx + dx} ${by + dy}`, {
      stroke: 'currentColor',
      'stroke-width': width,
      'stroke-linecap': 'round',
    })
  }
  return {
    body: body.body + thread + flap + knots.join('') + belts.join('') + cap,
    shadow: { far: body.shadow.far, near: line(40, 0, radius * 1.1), touch: line(10, 8, radius * 0.7) },
  }
}

function belt(
  ring: (angle: number, radius: number) => Vec,
  radius: number,
  leather: Rgb,
  view: ReturnType<typeof viewFrom>,
): string {
  const along = Array.from({ length: 44 }, (_, k) =>
    ring(Math.PI * (1.02 - (1.5 * k) / 43), radius * 0.97 + 3),
  )
  const strap = tube({
    view,
    along,
    radius: () => 15,
    colour: () => leather,
    surface: { gloss: 0.25, rough: 0.4 },
  })
  const stitch = path(polyline(along.map(view.at)), {
    fill: 'none',
    stroke: '#f0dcc0',
    'stroke-width': 1.4,
    'stroke-dasharray': '5 5',
    opacity: 0.5,
  })
  const [bx, by] = view.at(ring(0.35, radius + 6))
  const buckle =
    path(`M${bx - 20} ${by - 15}h40v30h-40Z`, {
      fill: 'none',
      stroke: '#c9a45e',
      'stroke-width': 5,
      'stroke-linejoin': 'round',
    }) +
    path(`M${bx} ${by - 15}v24`, {
      stroke: '#e3c683',
      'stroke-width': 4,
      'stroke-linecap': 'round',
      fill: 'none',
    })
  return strap.body + stitch + buckle
}
