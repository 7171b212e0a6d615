/** A leafy branch: one of these makes a vase a home. */
import { hex, mix, paint, scale } from './colour.ts'
import { NO_SHADOW, type Item } from './item.ts'
import { shade, unit } from './light.ts'
import { chance } from './noise.ts'
import { linear, path, n, type Point } from './svg.ts'

/** Grows from (x, y) on the sheet; `lean` to the right, `reach` in pixels. */
export function branch(x: number, y: number, lean: number, reach: number, seed: number, leaf = 74): Item {
  const next = chance(seed)
  const at = (t: number): Point => [x + lean * t ** 1.5, y - reach * t * (1 - 0.1 * t)]
  const stem = Array.from({ length: 21 }, (_, i) => at(i / 20))
  const wood = hex(scale(mix(paint('leaf'), paint('walnut'), 0.6), 0.6))
  const bark = path(`M${stem.map(([a, b]) => `${n(a)} ${n(b)}`).join('L')}`, {
    fill: 'none',
    stroke: wood,
    'stroke-width': 4.4,
    'stroke-linecap': 'round',
  })
  const count = Math.round(reach / (leaf * 0.3))
  const leaves = Array.from({ length: count }, (_, i) => {
    const t = 0.26 + (0.74 * i) / (count - 1)
    const [px, py] = at(t)
    const [qx, qy] = at(t - 0.02)
    const heading = Math.atan2(py - qy, px - qx)
    const side = i % 2 === 0 ? 1 : -1
    const angle = i === count - 1 ? heading : heading + side * (0.72 + 0.4 * next())
    const size = leaf * (1.05 - 0.5 * t) * (0.85 + 0.3 * next())
    const width = size * (0.3 + 0.16 * next())
    const tint = mix(paint('leaf'), paint(next() > 0.5 ? 'sage' : 'harbour'), 0.35 * next())
    const [tx, ty] = [px + Math.cos(angle) * size, py + Math.sin(angle) * size]
    const [ax, ay] = [-Math.sin(angle) * width, Math.cos(angle) * width]
    const [mx, my] = [px + Math.cos(angle) * size * 0.45, py + Math.sin(angle) * size * 0.45]
    const half = (sign: number) =>
      `M${n(px)} ${n(py)}Q${n(mx + ax * sign)} ${n(my + ay * sign)} ${n(tx)} ${n(ty)}Q${n(mx)} ${n(my)} ${n(px)} ${n(py)}Z`
    const tone = (sign: number) => {
      const normal = unit([ax * sign * 0.04 - 0.2, 0.5 - ay * sign * 0.04, 0.7])
      return hex(shade(scale(tint, 0.95), normal, [0, 0.2, 0.98], { gloss: 0.15, rough: 0.5, through: 0.4 }))
    }
    const fill = (sign: number) => {
      const colour = linear(
        [
          { at: 0, colour: hex(scale(tint, 0.45)) },
          { at: 0.5, colour: tone(sign) },
        ],
        [px, py],
        [tx, ty],
      )
      return colour.def + path(half(sign), { fill: colour.url })
    }
    return fill(1) + fill(-1)
  })
  return { body: bark + leaves.join(''), shadow: NO_SHADOW }
}
