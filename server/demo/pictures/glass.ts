/**
 * Glass: what is behind shows through, the edges are dark because the light has a
 * long way through them, and the window stands in it twice.
 */
import { hex, mix, scale, type Rgb } from './colour.ts'
import { discInShade, type Item } from './item.ts'
import { profile, type Ring } from './lathe.ts'
import {
  blurred,
  clipped,
  ellipse,
  group,
  linear,
  path,
  polyline,
  radial,
  tag,
  type Point,
  type Stop,
} from './svg.ts'
import type { View } from './view.ts'

export type Glass = {
  view: View
  /** From the foot to the lip. */
  outside: readonly Ring[]
  tint: Rgb
  /** How much it takes from the light, 0.15 clear to 0.8 smoked. */
  depth: number
  base?: number
  /** Filled with this up to that height; drawn between back and front. */
  filled?: { colour: Rgb; strength: number; to: number }
  /** Anything else standing inside. */
  within?: string
}

function radiusAt(line: readonly Ring[], height: number): number {
  const above = line.find(([, y]) => y >= height)
  return above?.[0] ?? line.at(-1)?.[0] ?? 0
}

/** Where the rounding of the foot ends and the side begins. */
function shoulderOfFoot(line: readonly Ring[], from: number): Ring {
  const low = line.filter(([, y]) => y >= from && y <= from + FOOT_WITHIN)
  return low.reduce((widest, ring) => (ring[0] > widest[0] + 0.01 ? ring : widest), low[0] ?? [0, from])
}

const FOOT_WITHIN = 46

/** Outline between two heights, seen from above: sides, near edge below, far edge on top. */
export function silhouette(view: View, line: readonly Ring[], from: number, to: number): string {
  const start = shoulderOfFoot(line, from)
  const foot = line.filter(([, y]) => y >= from && y <= start[1])
  const part = line.filter(([, y]) => y > start[1] && y <= to)
  const top = radiusAt(line, to)
  // The near edge is the lowest of all the rings of the foot, not that of the first alone.
  const below = Array.from({ length: 61 }, (_, k): Point => {
    const x = start[0] * Math.cos((Math.PI * k) / 60)
    const reach = foot.map(([r, y]) =>
      r >= Math.abs(x) ? view.at([0, y, Math.sqrt(r * r - x * x)])[1] : -Infinity,
    )
    return [x, Math.max(view.at([0, start[1], 0])[1], ...reach)]
  })
  const above = Array.from({ length: 33 }, (_, k): Point => {
    const angle = Math.PI + (Math.PI * k) / 32
    return view.at([top * Math.cos(angle), to, top * Math.sin(angle)])
  })
  const side = (sign: 1 | -1) => part.map(([r, y]): Point => view.at([sign * r, y, 0]))
  return polyline([...below, ...side(-1), ...above, ...side(1).reverse()], true)
}

/**
 * The near wall, from the near lip to the near edge of the foot. Sliced into rows of
 * half a pixel, so that the darkening at the sides follows every curve of the profile.
 */
function nearWall(view: View, line: readonly Ring[], dark: string, depth: number): string {
  const list: Stop[] = [0, 0.015, 0.04, 0.09, 0.18, 0.36, 0.5, 0.7, 0.86, 0.93, 0.97, 1].map((at) => {
    const off = Math.abs(2 * at - 1)
    const rim = 0.5 * off ** 10 + 0.4 * off ** 26
    return { at, colour: dark, opacity: Math.min(0.92, depth * (0.16 + 0.3 * off ** 3) + rim) }
  })
  const fill = linear(list)
  const [footRadius] = line[0] ?? [0, 0]
  const [lipRadius, top] = line.at(-1) ?? [0, 0]
  const start = shoulderOfFoot(line, 0)
  const rows: string[] = []
  for (let y = Math.ceil(-top * view.rise * 2) / 2; y < footRadius * view.squash; y += 0.5) {
    const radius = radiusAt(line, Math.max(start[1], -y / view.rise))
    rows.push(tag('rect', { x: -radius, y, width: radius * 2, height: 0.5, fill: fill.url }))
  }
  const arc = Array.from({ length: 33 }, (_, k): Point => {
    const angle = Math.PI - (Math.PI * k) / 32
    return view.at([lipRadius * Math.cos(angle), top, lipRadius * Math.sin(angle)])
  })
  const front = polyline(
    [...arc, [900, -top * view.rise], [900, 900], [-900, 900], [-900, -top * view.rise]],
    true,
  )
  const whole = clipped(silhouette(view, line, 0, top), group({ 'shape-rendering': 'crispEdges' }, ...rows))
  return fill.def + clipped(front, whole)
}

function strip(
  view: View,
  line: readonly Ring[],
  from: number,
  to: number,
  left: number,
  right: number,
): string {
  const part = line.filter(([, y]) => y >= from && y <= to)
  const edge = (share: number) =>
    part.map(([r, y]): Point => view.at([r * share, y, r * Math.sqrt(1 - share * share) * 0.9]))
  return polyline([...edge(left), ...edge(right).reverse()], true)
}

export function glass({ view, outside, tint, depth, base = 14, filled, within = '' }: Glass): Item {
  const line = profile(outside)
  const [footRadius] = line[0] ?? [0, 0]
  const [lipRadius, top] = line.at(-1) ?? [0, 0]
  const dark = hex(scale(tint, 0.5))
  const whole = silhouette(view, line, 0, top)
  const lipY = -top * view.rise
  const floorY = -base * view.rise
  const baseRadius = radiusAt(line, base) * 0.93
  // Multiplied: coloured glass takes its share of whatever is behind it, twice.
  const far = path(whole, { fill: hex(mix([1, 1, 1], tint, depth)), style: 'mix-blend-mode:multiply' })
  const foot = radial(
    [
      { at: 0, colour: hex(mix(tint, [1, 0.95, 0.85], 0.5)), opacity: 0.5 },
      { at: 0.7, colour: hex(scale(tint, 0.7)), opacity: depth * 0.6 },
      { at: 1, colour: dark, opacity: depth * 0.85 },
    ],
    [-baseRadius * 0.25, floorY],
    baseRadius * 1.25,
    view.squash,
  )
  const floor =
    path(silhouette(view, line, 0, base), { fill: dark, opacity: depth * 0.4 }) +
    foot.def +
    ellipse(0, floorY, baseRadius, baseRadius * view.squash, { fill: foot.url })
  const rim = linear(
    [
      { at: 0, colour: '#ffffff', opacity: 0.85 },
      { at: 0.25, colour: dark, opacity: 0.5 + depth * 0.3 },
      { at: 0.5, colour: '#ffffff', opacity: 0.55 },
      { at: 0.8, colour: dark, opacity: 0.45 + depth * 0.3 },
      { at: 1, colour: '#ffffff', opacity: 0.6 },
    ],
    [-lipRadius, lipY],
    [lipRadius, lipY],
  )
  const lip = (radius: number, width: number, opacity: number) =>
    ellipse(0, lipY, radius, radius * view.squash, {
      fill: 'none',
      stroke: rim.url,
      'stroke-width': width,
      opacity,
    })
  const mirrors = [
    blurred(
      1.6,
      path(strip(view, line, top * 0.2, top * 0.93, -0.82, -0.62), { fill: '#fffaf0', opacity: 0.5 }),
    ),
    blurred(
      1.2,
      path(strip(view, line, top * 0.2, top * 0.93, -0.57, -0.53), { fill: '#fffaf0', opacity: 0.3 }),
    ),
    blurred(
      2,
      path(strip(view, line, top * 0.08, top * 0.9, 0.84, 0.92), { fill: '#fff3e0', opacity: 0.34 }),
    ),
  ]
  const body = [
    far,
    floor,
    within,
    filled ? liquid(view, line, base, filled, depth) : '',
    nearWall(view, line, dark, depth),
    ...mirrors,
    rim.def,
    lip(lipRadius - 2, 4.5, 0.9),
    path(whole, { fill: 'none', stroke: dark, 'stroke-width': 1.6, opacity: 0.35 + depth * 0.4 }),
  ].join('')
  return { body, shadow: glassShadow(view, line, footRadius) }
}

function liquid(
  view: View,
  line: readonly Ring[],
  base: number,
  { colour, strength, to }: NonNullable<Glass['filled']>,
  depth: number,
): string {
  const within = line.map(([r, y]): Ring => [Math.max(0, r - 9), y])
  const level = -to * view.rise
  const radius = radiusAt(within, to)
  const deep = linear(
    [
      { at: 0, colour: hex(scale(colour, 0.7)), opacity: strength },
      { at: 0.35, colour: hex(scale(colour, 1.1)), opacity: strength * 0.8 },
      { at: 0.75, colour: hex(colour), opacity: strength * 0.9 },
      { at: 1, colour: hex(scale(colour, 0.6)), opacity: strength },
    ],
    [-radius, level],
    [radius, level],
  )
  const surface = linear(
    [
      { at: 0, colour: hex(mix(colour, [1, 1, 1], 0.5)), opacity: 0.75 - depth * 0.3 },
      { at: 1, colour: hex(scale(colour, 0.9)), opacity: 0.5 },
    ],
    [-radius, level],
    [radius, level],
  )
  const face = ellipse(0, level, radius, radius * view.squash, {
    fill: surface.url,
    stroke: '#ffffff',
    'stroke-opacity': 0.5,
    'stroke-width': 1.6,
  })
  return deep.def + path(silhouette(view, within, base, to), { fill: deep.url }) + surface.def + face
}

/** Lighter than of solid things, with a bright patch where the glass gathers the light. */
function glassShadow(view: View, line: readonly Ring[], foot: number): Item['shadow'] {
  const discs = line
    .filter((_, index) => index % 5 === 0)
    .map(([radius, height]) => {
      const [x, y] = view.shadowOf([0, height, 0])
      return discInShade(x, y, radius, radius * view.squash)
    })
  return {
    far: group({ opacity: 0.8 }, ...discs),
    near: '',
    touch: group({ opacity: 0.8 }, discInShade(4, 1, foot, foot * view.squash + 1)),
  }
}

/** Light thrown on the floor beside a glass, in its own colour. */
export function caustic(x: number, y: number, reach: number, colour: Rgb): string {
  const bright = hex(mix(colour, [1, 0.9, 0.7], 0.7))
  return (
    blurred(9, ellipse(x, y, reach, reach * 0.16, { fill: bright, opacity: 0.4 })) +
    blurred(3, ellipse(x - reach * 0.2, y, reach * 0.5, reach * 0.05, { fill: '#fff3d8', opacity: 0.5 }))
  )
}
