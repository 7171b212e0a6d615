/**
 * Turned and thrown things: a profile spun about the upright axis.
 *
 * Drawn as a stack of thin discs, bottom to top, each with the true shading of its
 * ring from left to right. What a disc hides of those below it is what the eye
 * would not see either, so bellies, shoulders and necks come out right by themselves.
 * Holds for views from above; a lid seen from below would need the other order.
 */
import { hex, mix, plus, scale, type Rgb } from './colour.ts'
import { discInShade, type Item } from './item.ts'
import { WINDOW, shade, smooth, unit, type Surface, type Vec } from './light.ts'
import { noise } from './noise.ts'
import { clipped, ellipse, ellipsePath, linear, type Stop } from './svg.ts'
import type { View } from './view.ts'

/** Radius and height. */
export type Ring = readonly [radius: number, height: number]
/** Colour at an angle (0 faces the viewer, in radians) and height. */
export type Glaze = (angle: number, height: number) => Rgb

/** A smooth line through the given rings; a ring written twice makes a hard corner. */
export function profile(rings: readonly Ring[], step = 1.6): Ring[] {
  const at = (index: number): Ring => rings[Math.min(rings.length - 1, Math.max(0, index))] ?? [0, 0]
  const line: Ring[] = []
  for (let i = 0; i < rings.length - 1; i++) {
    const [a, b] = [at(i), at(i + 1)]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length === 0) continue
    // Centripetal: chords weighted by the root of their length, so that lips do not overshoot.
    const knot = (p: Ring, q: Ring) => Math.sqrt(Math.hypot(q[0] - p[0], q[1] - p[1]))
    const [before, here, after] = [knot(at(i - 1), a), Math.sqrt(length), knot(b, at(i + 2))]
    const slope = (p: Ring, q: Ring, r: Ring, d1: number, d2: number, axis: 0 | 1) =>
      d1 === 0 || d2 === 0
        ? 0
        : (q[axis] - p[axis]) / d1 - (r[axis] - p[axis]) / (d1 + d2) + (r[axis] - q[axis]) / d2
    const steps = Math.max(1, Math.ceil(length / step))
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      const point = ([0, 1] as const).map((axis) => {
        const chord = (b[axis] - a[axis]) / here
        const m1 = (before === 0 ? chord : slope(at(i - 1), a, b, before, here, axis)) * here
        const m2 = (after === 0 ? chord : slope(a, b, at(i + 2), here, after, axis)) * here
        const [t2, t3] = [t * t, t * t * t]
        return (
          (2 * t3 - 3 * t2 + 1) * a[axis] +
          (t3 - 2 * t2 + t) * m1 +
          (-2 * t3 + 3 * t2) * b[axis] +
          (t3 - t2) * m2
        )
      })
      line.push([Math.max(0, point[0] ?? 0), point[1] ?? 0])
    }
  }
  line.push(at(rings.length - 1))
  return line
}

export type Turning = {
  view: View
  /** Outside, from the foot up to the lip. */
  outside: readonly Ring[]
  glaze: Glaze
  surface?: Surface
  /** Inside, from the lip down to the floor; left out for closed things. */
  inside?: readonly Ring[]
  liner?: Glaze
  linerSurface?: Surface
  /** Throwing marks and wobble, 0 for machined things. */
  hand?: number
  /** Height under which the ground darkens it. */
  ground?: number
  /** Stands on nothing: hangs, or rests on another part. */
  floats?: boolean
  /** Light of its own, or light that comes through it. */
  glow?: Glaze
  linerGlow?: Glaze
}

/** Angles from -90 to 90 degrees, left edge to right edge. */
function ring(radius: number, fineness: number, colourAt: (angle: number, sine: number) => string): Stop[] {
  const count = radius > 60 ? fineness : Math.max(9, Math.round(fineness * 0.5))
  return Array.from({ length: count }, (_, index) => {
    const angle = Math.PI * (index / (count - 1) - 0.5)
    return { at: (Math.sin(angle) + 1) / 2, colour: colourAt(angle, Math.sin(angle)) }
  })
}

function slopeOf(line: readonly Ring[], index: number): { out: number; up: number } {
  const a = line[Math.max(0, index - 2)] ?? [0, 0]
  const b = line[Math.min(line.length - 1, index + 2)] ?? [0, 0]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  return { out: (b[1] - a[1]) / length, up: -(b[0] - a[0]) / length }
}

const NO_GLOW: Glaze = () => [0, 0, 0]

function outer({
  view,
  outside,
  glaze,
  surface = {},
  hand = 0,
  ground = 26,
  floats = false,
  glow = NO_GLOW,
}: Turning): string {
  const line = profile(outside)
  const fineness = (surface.gloss ?? 0.15) > 0.3 ? 45 : 29
  return line
    .map(([radius, height], index) => {
      const { out, up } = slopeOf(line, index)
      const ridge = hand * 0.03 * noise(height / 9, 3.1)
      const open = (surface.open ?? 1) * (floats ? 1 : 0.5 + 0.5 * smooth(-4, ground, height))
      const fill = linear(
        ring(radius, fineness, (angle, sine) => {
          const normal = unit([
            out * sine,
            up + ridge + hand * 0.03 * noise(angle * 2, height / 40),
            out * Math.cos(angle),
          ])
          const lit = shade(glaze(angle, height), normal, view.towards, { ...surface, open })
          return hex(plus(lit, glow(angle, height)))
        }),
      )
      const drawn = radius * (1 + hand * 0.004 * noise(height / 60, 9.7))
      return (
        fill.def +
        ellipse(0, -height * view.rise, drawn, Math.max(0.4, drawn * view.squash), { fill: fill.url })
      )
    })
    .join('')
}

/** The far wall and floor, seen through the opening; the near lip throws its shadow in. */
function inner({
  view,
  inside = [],
  liner,
  glaze,
  linerSurface,
  surface = {},
  linerGlow = NO_GLOW,
}: Turning): string {
  const line = profile(inside)
  const [lip] = line
  if (!lip || inside.length === 0) return ''
  const depthOf = lip[1] - Math.min(...line.map(([, height]) => height)) || 1
  const colour = liner ?? glaze
  const rings = line.map(([radius, height], index) => {
    const { out, up } = slopeOf(line, index)
    const depth = lip[1] - height
    const fill = linear(
      ring(radius, 33, (angle, sine) => {
        // The far half: behind the axis, facing back towards the viewer.
        const normal: Vec = unit([out * sine, up, Math.max(-out, 0) * Math.cos(angle) + 0.02])
        const [x, z] = [radius * sine, -radius * Math.cos(angle)]
        const reach = Math.hypot(x + (depth * WINDOW[0]) / WINDOW[1], z + (depth * WINDOW[2]) / WINDOW[1])
        const hidden = smooth(lip[0] * 0.86, lip[0] * 1.16, reach)
        const open = 1 - 0.55 * smooth(0, 1, depth / depthOf) * Math.min(1, depthOf / lip[0])
        const look = { ...surface, ...linerSurface, hidden, open }
        return hex(plus(shade(colour(angle, height), normal, view.towards, look), linerGlow(angle, height)))
      }),
    )
    return (
      fill.def +
      ellipse(0, -height * view.rise, radius, Math.max(0.4, radius * view.squash), { fill: fill.url })
    )
  })
  return clipped(ellipsePath(0, -lip[1] * view.rise, lip[0], lip[0] * view.squash), ...rings)
}

/** Every disc's own shadow on the floor: together they are the shadow of the whole. */
function shadows(view: View, outside: readonly Ring[]): Item['shadow'] {
  const line = profile(outside, 7)
  const top = Math.max(...line.map(([, height]) => height)) || 1
  const disc = ([radius, height]: Ring) => {
    const [x, y] = view.shadowOf([0, height, 0])
    return discInShade(x, y, radius, radius * view.squash)
  }
  const [foot] = line
  return {
    far: line.map(disc).join(''),
    near: line
      .filter(([, height]) => height < top * 0.45)
      .map(disc)
      .join(''),
    touch: foot ? discInShade(5, 1, foot[0] + 1, foot[0] * view.squash + 2) : '',
  }
}

export function turn(turning: Turning): Item {
  return { body: outer(turning) + inner(turning), shadow: shadows(turning.view, turning.outside) }
}

/** Bare clay at the foot, a dip line that wavers, a brown edge where glaze breaks at the lip. */
export function dipped(
  dip: Rgb,
  body: Rgb,
  line: number,
  foot: { colour: Rgb; height: number },
  lip = Infinity,
): Glaze {
  return (angle, height) => {
    const waver = 7 * noise(angle * 2.1, 4.2) + 4 * noise(angle * 6, 8.8)
    const cloudy = 0.5 + 0.5 * noise(angle * 1.7, height / 70, 2)
    const coat = mix(scale(dip, 0.93), scale(dip, 1.06), cloudy)
    const upper = mix(scale(body, 0.985), coat, smooth(line - 2, line + 3, height + waver))
    const glazed = mix(
      foot.colour,
      upper,
      smooth(foot.height - 1, foot.height + 1.5, height + 1.2 * noise(angle * 5, 1)),
    )
    return mix(glazed, scale(foot.colour, 0.62), lip === Infinity ? 0 : 0.7 * smooth(lip - 3, lip, height))
  }
}

/** A wall of even thickness with a rounded lip, from its outside; `floor` is where the inside ends. */
export function walled(
  rings: readonly Ring[],
  thickness: number,
  floor: number,
): { outside: Ring[]; inside: Ring[] } {
  const line = profile(rings)
  const [radius, height] = line.at(-1) ?? [0, 0]
  const lip: Ring[] = [
    [radius - thickness * 0.3, height + thickness * 0.4],
    [radius - thickness, height + thickness * 0.3],
  ]
  const within = line
    .filter(([, y]) => y > floor)
    .reverse()
    .map(([r, y]): Ring => [Math.max(0, r - thickness), y + thickness * 0.3])
  const bottom = within.at(-1) ?? [radius, floor]
  return {
    outside: [...rings, ...lip],
    inside: [
      ...within.filter((_, index) => index % 6 === 0),
      bottom,
      [bottom[0] * 0.8, floor + 1],
      [0, floor],
    ],
  }
}
