/** The sweep of paper everything stands on: lit from the left, falling off to the right. */
import { hex, mix, rgb, scale, type Rgb } from './colour.ts'
import { shadowOf, type Item } from './item.ts'
import { group, linear, moved, radial, tag } from './svg.ts'

export type Backdrop = keyof typeof BACKDROPS

/** One quiet ground per shelf, all of one family. */
export const BACKDROPS = {
  cream: '#e9ddcd',
  oat: '#e2d6c6',
  dusk: '#c9b8a4',
  stone: '#dfd8cc',
  mist: '#d9d9cc',
  blush: '#e6d6c7',
  sky: '#d6dad6',
}

function over(width: number, height: number, fill: string): string {
  return tag('rect', { x: 0, y: 0, width, height, fill })
}

export function backdrop(ground: Backdrop, width: number, height: number, horizon: number): string {
  const base = rgb(BACKDROPS[ground])
  const tone = (light: number, warm = 0): string =>
    hex(scale(mix(base, [0.9, 0.72, 0.55] as Rgb, warm), light))
  const wall = linear(
    [
      { at: 0, colour: tone(0.95) },
      { at: horizon * 0.75, colour: tone(1.02) },
      { at: horizon, colour: tone(1.07) },
      { at: 1, colour: tone(0.98, 0.06) },
    ],
    [0, 0],
    [0, height],
  )
  const window = radial(
    [
      { at: 0, colour: '#fff6e6', opacity: 0.5 },
      { at: 0.55, colour: '#fff3df', opacity: 0.16 },
      { at: 1, colour: '#fff3df', opacity: 0 },
    ],
    [width * 0.14, height * 0.5],
    Math.max(width, height) * 0.72,
  )
  const fall = radial(
    [
      { at: 0.42, colour: '#4d3a2c', opacity: 0 },
      { at: 1, colour: '#4d3a2c', opacity: 0.13 },
    ],
    [width * 0.4, height * 0.52],
    Math.max(width, height) * 0.78,
  )
  return [wall, window, fall].map((fill) => fill.def + over(width, height, fill.url)).join('')
}

export const SHEET = { width: 1000, height: 1250 }

export function document(width: number, height: number, ...inside: string[]): string {
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    ...inside,
  )
}

/** For things that lean on a wall: a pale shelf that begins at this height. */
export function shelf(width: number, height: number, from: number): string {
  const top = linear(
    [
      { at: 0, colour: '#fff8ea', opacity: 0.16 },
      { at: 0.16, colour: '#fff8ea', opacity: 0.42 },
      { at: 1, colour: '#fff8ea', opacity: 0.2 },
    ],
    [0, from],
    [0, height],
  )
  const seam = linear(
    [
      { at: 0, colour: '#4d3a2c', opacity: 0 },
      { at: 1, colour: '#4d3a2c', opacity: 0.13 },
    ],
    [0, from - 46],
    [0, from],
  )
  return (
    seam.def +
    tag('rect', { x: 0, y: from - 46, width, height: 46, fill: seam.url }) +
    top.def +
    tag('rect', { x: 0, y: from, width, height: height - from, fill: top.url })
  )
}

/** How a thing stands: its floor point at (x, y) of the sheet, the wall behind it if it leans. */
export type Pose = { ground: Backdrop; x?: number; y: number; by?: number; floor?: number }

/** A product picture: the thing on the sweep. */
export function portrait(item: Item, { ground, x = SHEET.width / 2, y, by = 1, floor }: Pose): string {
  const { width, height } = SHEET
  return document(
    width,
    height,
    backdrop(ground, width, height, 0.62),
    floor === undefined ? '' : shelf(width, height, floor),
    group({}, moved(x, y, by, shadowOf(item), item.body)),
  )
}
