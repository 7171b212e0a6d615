/**
 * The one light of the shop: a large warm window high on the left, a cool room,
 * a pale card on the right. Everything drawn asks here for its colour.
 */
import { mix, plus, scale, times, type Rgb } from './colour.ts'

/** x to the right, y up, z towards the viewer. */
export type Vec = readonly [number, number, number]

export function unit([x, y, z]: Vec): Vec {
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** Towards the window. For each unit of height a shadow falls 1.05 to the right and 0.67 back. */
export const WINDOW: Vec = unit([-0.66, 0.63, 0.42])
const CARD: Vec = unit([0.88, 0.12, 0.42])
const KEY: Rgb = [1.02, 0.965, 0.89]
const SKY: Rgb = [0.86, 0.93, 1]
const FLOOR: Rgb = [1, 0.91, 0.8]

const BOX_CENTRE: Vec = unit([-0.8, 0.34, 0.56])
const BOX_ACROSS: Vec = unit(cross([0, 1, 0], BOX_CENTRE))
const BOX_UP: Vec = cross(BOX_CENTRE, BOX_ACROSS)

export type Surface = {
  /** 0 matt, 1 wet. */
  gloss?: number
  /** How blurred the window is in it, 0.02 glass to 0.5 satin. */
  rough?: number
  /** Share of the room that can be seen from here, 1 in the open. */
  open?: number
  /** Share of the window that is hidden, 0 in full light. */
  hidden?: number
  /** Light let through from behind, as in paper or wax. */
  through?: number
  /** A metal tints what it mirrors. */
  metal?: boolean
}

function mirrored(normal: Vec, view: Vec): Vec {
  const facing = 2 * dot(normal, view)
  return [facing * normal[0] - view[0], facing * normal[1] - view[1], facing * normal[2] - view[2]]
}

/** How much of the window, a tall rectangle with soft edges, is seen in this direction. */
function windowIn(direction: Vec, rough: number): number {
  if (dot(direction, BOX_CENTRE) < 0) return 0
  const across = Math.abs(dot(direction, BOX_ACROSS))
  const up = Math.abs(dot(direction, BOX_UP))
  const edge = 0.05 + rough * 0.9
  return (1 - smooth(0.26 - edge / 2, 0.26 + edge, across)) * (1 - smooth(0.62 - edge / 2, 0.62 + edge, up))
}

/** The room as a mirror sees it: bright above and left, warm below, a card on the right. */
function roomIn(direction: Vec, rough: number): Rgb {
  const above = smooth(-0.5 - rough, 0.9, direction[1])
  const base = mix(scale(FLOOR, 0.42), scale(SKY, 0.62), above)
  const card = smooth(0.72 - rough * 0.6, 0.98, dot(direction, CARD)) * 0.7
  return plus(plus(base, scale(KEY, 1.5 * windowIn(direction, rough))), scale(FLOOR, card))
}

export function shade(albedo: Rgb, normal: Vec, view: Vec, surface: Surface = {}): Rgb {
  const { gloss = 0.15, rough = 0.4, open = 1, hidden = 0, through = 0, metal = false } = surface
  const facing = dot(normal, WINDOW)
  const wrap = 0.22 + through * 0.5
  const lambert = Math.max(0, (facing + wrap) / (1 + wrap)) ** 1.2 * (1 - hidden)
  const card = Math.max(0, dot(normal, CARD)) * 0.1
  const light = plus(
    plus(scale(KEY, 1.06 * lambert), scale(SKY, 0.25 * open * (0.62 + 0.38 * normal[1]))),
    scale(FLOOR, open * (0.1 * (0.5 - 0.5 * normal[1]) + card)),
  )
  const towards = Math.max(0, dot(normal, view))
  const edge = (1 - towards) ** 4
  const reflection = mirrored(normal, view)
  if (metal) {
    const seen = scale(times(albedo, roomIn(reflection, rough)), (1.15 + 0.5 * edge) * (0.35 + 0.65 * open))
    return mix(seen, scale(times(albedo, light), 0.8), 0.25 + rough * 0.4)
  }
  const sheen = gloss * (0.62 * windowIn(reflection, rough) * (1 - hidden) + 0.22 * edge * open)
  return plus(times(albedo, light), scale(KEY, sheen))
}
