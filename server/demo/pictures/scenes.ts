/** Three wide scenes for the home page. Their left third is quiet, so that words can stand there. */
import { lowTideOne, lowTideTwo } from './artwork.ts'
import { stonewareCandle } from './candles.ts'
import { harbourBowl } from './bowls.ts'
import { pilotMug, tideMug } from './cups.ts'
import { bottleVase, moonVase, teapot } from './vases.ts'
import { hex, paint, rgb, scale } from './colour.ts'
import { halo } from './flame.ts'
import { NO_SHADOW, set, shadowOf, type Item } from './item.ts'
import { pebbleLamp } from './lamps.ts'
import { fisherBasket } from './baskets.ts'
import { enamelMug, flask } from './camp.ts'
import { stormLantern } from './lantern.ts'
import { framed } from './prints.ts'
import type { Shot } from './shot.ts'
import { document } from './stage.ts'
import { blurred, define, group, linear, path, polyline, radial, tag, type Point } from './svg.ts'
import { linenCushion } from './cushions.ts'
import { beachTowel } from './towel.ts'
import { tins } from './tea.ts'
import { sawnGrain } from './wood.ts'

export const WIDE = { width: 1600, height: 900 }
type Placed = [item: Item, x: number, y: number, by: number]

function wall(colour: string): string {
  const base = rgb(colour)
  const fill = linear(
    [
      { at: 0, colour: hex(scale(base, 0.98)) },
      { at: 0.4, colour: hex(scale(base, 1.06)) },
      { at: 1, colour: hex(scale(base, 0.84)) },
    ],
    [0, 0],
    [WIDE.width, 500],
  )
  return fill.def + tag('rect', { x: 0, y: 0, ...WIDE, fill: fill.url })
}

/** A plank table from this height down. */
function table(from: number, colour: string, grain: number): string {
  const base = rgb(colour)
  const tall = WIDE.height - from
  const fill = linear(
    [
      { at: 0, colour: hex(scale(base, 0.94)) },
      { at: 0.5, colour: hex(scale(base, 1.08)) },
      { at: 1, colour: hex(scale(base, 0.86)) },
    ],
    [0, from],
    [WIDE.width * 0.3, WIDE.height],
  )
  const shape = `M0 ${from}H${WIDE.width}V${WIDE.height}H0Z`
  const seams = [0.34, 0.72].map((share) =>
    tag('rect', {
      x: 0,
      y: from + tall * share,
      width: WIDE.width,
      height: 2.4,
      fill: '#4a2f1c',
      opacity: 0.26,
    }),
  )
  const deep = linear(
    [
      { at: 0, colour: '#3a2617', opacity: 0.3 },
      { at: 1, colour: '#3a2617', opacity: 0 },
    ],
    [0, from],
    [0, from + 60],
  )
  return (
    fill.def +
    path(shape, { fill: fill.url }) +
    sawnGrain(shape, { x: 0, y: from, width: WIDE.width, height: tall }, 'across', 44, grain) +
    seams.join('') +
    deep.def +
    tag('rect', { x: 0, y: from, width: WIDE.width, height: 60, fill: deep.url })
  )
}

/** Sun through a window of six panes, lying slantwise on the wall. */
function sunlight(x: number, y: number, strength: number): string {
  const panes = [0, 1].flatMap((column) =>
    [0, 1, 2].map((row) => {
      const [left, top] = [x + column * 190, y + row * 150 + column * 52]
      const corners: Point[] = [
        [left, top],
        [left + 168, top + 46],
        [left + 168, top + 174],
        [left, top + 128],
      ]
      return path(polyline(corners, true), { fill: '#fff0cf', opacity: strength })
    }),
  )
  return (
    group({ style: 'mix-blend-mode:soft-light' }, blurred(9, ...panes)) +
    blurred(16, group({ opacity: 0.4 }, ...panes))
  )
}

function arrange(placed: Placed[], strength = 1.8): string {
  return placed
    .map(([item, x, y, by]) => set(item, x, y, by))
    .map((item) => shadowOf(item, strength) + item.body)
    .join('')
}

function corners(strength: number): string {
  const fall = radial(
    [
      { at: 0.5, colour: '#2e1d12', opacity: 0 },
      { at: 1, colour: '#2e1d12', opacity: strength },
    ],
    [760, 430],
    1050,
    0.72,
  )
  return fall.def + tag('rect', { x: 0, y: 0, ...WIDE, fill: fall.url })
}

const OAK = scale(paint('oak'), 1.04)

export function morning(): string {
  return document(
    WIDE.width,
    WIDE.height,
    wall('#e6dccc'),
    sunlight(300, 30, 0.55),
    table(660, '#d3b28a', 0.8),
    arrange([
      [framed(lowTideOne(), OAK, true), 1010, 690, 0.82],
      [moonVase('chalk'), 1340, 728, 0.7],
      [bottleVase('sea'), 770, 760, 0.66],
      [teapot('soot'), 1130, 776, 0.52],
      [harbourBowl('sage'), 1380, 826, 0.5],
      [tideMug('sea'), 890, 838, 0.54],
    ]),
    corners(0.2),
  )
}

export function evening(): string {
  const lamp: Placed = [pebbleLamp('sea'), 1150, 770, 0.98]
  const glow: Item = { body: halo(1150, 430, 620, 0.34), shadow: NO_SHADOW }
  const pool = radial(
    [
      { at: 0, colour: '#000000' },
      { at: 0.45, colour: '#4a4a4a' },
      { at: 1, colour: '#ffffff' },
    ],
    [1150, 440],
    820,
    0.86,
  )
  const hole = define(
    'mask',
    { maskUnits: 'userSpaceOnUse', x: 0, y: 0, ...WIDE },
    pool.def,
    tag('rect', { x: 0, y: 0, ...WIDE, fill: pool.url }),
  )
  const night =
    hole.def + tag('rect', { x: 0, y: 0, ...WIDE, fill: '#2a1a12', opacity: 0.68, mask: hole.url })
  return document(
    WIDE.width,
    WIDE.height,
    wall('#bfa78c'),
    table(650, '#a87d55', 0.9),
    arrange([[framed(lowTideTwo(), OAK, true), 760, 676, 0.66], lamp]),
    arrange([
      [tins('night-watch'), 1424, 786, 0.62],
      [stonewareCandle(), 940, 824, 0.62],
      [pilotMug('chalk'), 1240, 850, 0.5],
    ]),
    night,
    glow.body,
    corners(0.3),
  )
}

export function seaside(): string {
  return document(
    WIDE.width,
    WIDE.height,
    wall('#d8dad2'),
    sunlight(420, -20, 0.5),
    table(640, '#cdb695', 0.7),
    arrange([
      [linenCushion('rust'), 1330, 752, 0.84],
      [fisherBasket(), 980, 770, 0.92],
      [stormLantern('soot'), 690, 786, 0.74],
      [flask('sand'), 1195, 812, 0.62],
      [beachTowel('sea'), 870, 848, 0.5],
      [enamelMug('harbour'), 1080, 862, 0.46],
    ]),
    corners(0.18),
  )
}

export const scenes: Shot[] = [
  { key: 'scene-morning', draw: morning },
  { key: 'scene-evening', draw: evening },
  { key: 'scene-seaside', draw: seaside },
]
