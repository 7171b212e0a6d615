/** Stationery: the books of `books.ts`, pencils, their pot, the ruler. */
import { lowTideOne } from './artwork.ts'
import { linenNotebook, logbook, pocketNotebooks, sketchbook } from './books.ts'
import { cardSet } from './cards.ts'
import { pencil } from './pencil.ts'
import { hex, mix, paint, scale, type Paint } from './colour.ts'
import { together, type Item } from './item.ts'
import { dipped, turn, walled } from './lathe.ts'
import { letters } from './lettering.ts'
import type { Vec } from './light.ts'
import { onPlane, prism, rectangle } from './prism.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { specks } from './specks.ts'
import { clipped, ellipsePath, group, linear, path, polyline, tag, type Point } from './svg.ts'
import { turned, viewFrom } from './view.ts'

const SIX: Paint[] = ['harbour', 'sea', 'sage', 'sun', 'rust', 'soot']

export function sixPencils(): Item {
  const view = viewFrom(52)
  return together(
    ...SIX.map((colour, index) => {
      const across = (index - 2.5) * 46
      const slip = [14, -22, 8, -10, 24, -16][index] ?? 0
      const at = (along: number): Vec => turned([across, 13, along + slip], -18)
      return pencil(view, at(330), at(-330), scale(paint(colour), 1.05), 15, paint('chalk'))
    }),
  )
}

export function pencilPot(colour: Paint): Item {
  const view = viewFrom(15)
  const coat = scale(paint(colour), 1.03)
  const foot = { colour: mix(paint('clay'), paint('willow'), 0.55), height: 10 }
  const shape = walled(
    [
      [124, 0],
      [136, 0],
      [142, 9],
      [144, 60],
      [144, 200],
      [145, 290],
    ],
    12,
    60,
  )
  const pot = turn({
    view,
    ...shape,
    glaze: dipped(coat, coat, -100, foot),
    surface: { gloss: 0.12, rough: 0.5 },
    hand: 1.1,
  })
  const marks = specks({ view, outside: shape.outside, seed: 61, count: 52, from: 20, to: 276 })
  const stand: [Paint, number, number, number, number][] = [
    ['harbour', -70, -34, -118, 520],
    ['sun', 10, -50, 26, 560],
    ['sage', 66, -20, 150, 500],
    ['rust', -24, 10, -40, 590],
    ['sea', 40, 30, 74, 530],
  ]
  const pencils = stand.map(([paintName, x, z, lean, tall]) =>
    pencil(view, [x * 0.5, 60, z], [x + lean * 0.6, tall, z], scale(paint(paintName), 1.05), 10.5),
  )
  const lipY = -294 * view.rise
  const opening = `M-400 -1000H400V${lipY}H-400Z${ellipsePath(0, lipY, 133, 133 * view.squash)}`
  return {
    body: pot.body + marks + clipped(opening, ...pencils.map((item) => item.body)),
    shadow: together(pot, ...pencils).shadow,
  }
}

export function brassRuler(): Item {
  const view = viewFrom(46)
  const degrees = 34
  const sheet = prism({
    view,
    plan: rectangle(520, 640, 2, degrees - 42, 10, -6),
    from: 0,
    to: 3,
    top: paint('paper'),
    side: paint('oat'),
    surface: { gloss: 0 },
    edge: 0.2,
  })
  const [long, wide] = [700, 86]
  const bar = prism({
    view,
    plan: rectangle(long, wide, 3, degrees, 0, 10),
    from: 3,
    to: 14,
    top: paint('brass'),
    side: scale(paint('brass'), 0.7),
    surface: { gloss: 0.2 },
    edge: 0.6,
  })
  const shine = linear(
    [
      { at: 0, colour: '#8f6a31' },
      { at: 0.14, colour: '#e5c78d' },
      { at: 0.3, colour: '#c49b56' },
      { at: 0.52, colour: '#f3dfb0' },
      { at: 0.68, colour: '#c59d58' },
      { at: 0.86, colour: '#a67f40' },
      { at: 1, colour: '#d9b878' },
    ],
    [-long / 2, -30],
    [long / 2, 30],
  )
  const ticks = Array.from({ length: 151 }, (_, k) => {
    const x = -long / 2 + 20 + k * 4.4
    const tall = k % 10 === 0 ? 30 : k % 5 === 0 ? 22 : 13
    return `M${x.toFixed(1)} ${wide / 2}v${-tall}`
  }).join('')
  const figures = Array.from({ length: 15 }, (_, k) =>
    letters(String(k), 13, 0.22)
      .map((stroke) =>
        path(polyline(stroke.map(([x, y]): Point => [x - long / 2 + 20 + k * 44, -2 - y])), {
          fill: 'none',
          stroke: '#2b2015',
          'stroke-width': 1.7,
        }),
      )
      .join(''),
  )
  const name = letters('QUAYSIDE', 9, 0.5).map((stroke) =>
    path(polyline(stroke.map(([x, y]): Point => [x + 250, -28 - y])), {
      fill: 'none',
      stroke: '#2b2015',
      'stroke-width': 1.2,
      opacity: 0.8,
    }),
  )
  const face = group(
    { transform: onPlane(view, [0, 14, 10], turned([1, 0, 0], degrees), turned([0, 0, 1], degrees)) },
    shine.def,
    tag('rect', { x: -long / 2, y: -wide / 2, width: long, height: wide, rx: 3, fill: shine.url }),
    tag('rect', { x: -long / 2, y: wide / 2 - 8, width: long, height: 8, fill: '#fff0cc', opacity: 0.32 }),
    path(ticks, { stroke: '#2b2015', 'stroke-width': 1.2, fill: 'none' }),
    ...figures,
    ...name,
    tag('circle', { cx: long / 2 - 20, cy: -18, r: 9, fill: hex(scale(paint('paper'), 0.7)) }),
  )
  const rule: Item = { body: bar.body + face, shadow: bar.shadow }
  const onSheet = group(
    { style: 'color:#3a2818', opacity: 0.4, transform: 'translate(4 4)' },
    rule.shadow.far,
  )
  const line = path(
    polyline([turned([-300, 3, -64], degrees), turned([210, 3, -64], degrees)].map(view.at)),
    { fill: 'none', stroke: '#4a4c4d', 'stroke-width': 2, opacity: 0.7 },
  )
  const lead = pencil(
    view,
    [...turned([330, 14, -190], degrees - 16)] as unknown as Vec,
    turned([30, 14, -96], degrees - 6),
    scale(paint('sea'), 1.05),
    11,
  )
  return {
    body:
      sheet.body +
      line +
      onSheet +
      rule.body +
      group({ style: 'color:#3a2818', opacity: 0.3 }, lead.shadow.far) +
      lead.body,
    shadow: sheet.shadow,
  }
}

export const stationery: Shot[] = [
  ...inColours('linen-notebook', ['harbour', 'rust', 'oat'], linenNotebook, {
    ground: 'cream',
    x: 486,
    y: 750,
    by: 1.32,
  }),
  shot('pocket-notebooks', pocketNotebooks, { ground: 'oat', x: 480, y: 700, by: 1.56 }),
  shot('logbook', logbook, { ground: 'stone', x: 490, y: 740, by: 1.18 }),
  shot('sketchbook', sketchbook, { ground: 'mist', x: 466, y: 720, by: 1.2 }),
  shot('pencils', sixPencils, { ground: 'cream', x: 496, y: 650, by: 1.36 }),
  ...inColours('pencil-pot', ['chalk', 'sage', 'soot'], pencilPot, {
    ground: 'blush',
    x: 476,
    y: 970,
    by: 1.42,
  }),
  shot('card-set', () => cardSet(lowTideOne()), { ground: 'oat', x: 476, y: 790, by: 1.5 }),
  shot('brass-ruler', brassRuler, { ground: 'blush', x: 500, y: 660, by: 1.06 }),
]
