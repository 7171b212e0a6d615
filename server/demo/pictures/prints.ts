/** Prints in their frames, leaning on the wall. */
import { hex, paint, scale, type Rgb } from './colour.ts'
import { harbourChart, lighthouse, lowTideOne, lowTideTwo, moorings, pebbles, sailPlan } from './artwork.ts'
import { inShade, type Item } from './item.ts'
import { letters } from './lettering.ts'
import { shade, type Vec } from './light.ts'
import { shot, type Shot } from './shot.ts'
import { blurred, clipped, group, linear, path, polyline, tag, type Point } from './svg.ts'
import { sawnGrain } from './wood.ts'

const [WIDE, TALL, BAR] = [500, 680, 24]
const VIEW: Vec = [0, 0.1, 0.99]

function bars(colour: Rgb, grainy: boolean): string {
  const [l, r, t, b, i] = [-WIDE / 2, WIDE / 2, -TALL, 0, BAR]
  const sides: { points: Point[]; facing: Vec; along: 'upright' | 'across' }[] = [
    {
      points: [
        [l, t],
        [r, t],
        [r - i, t + i],
        [l + i, t + i],
      ],
      facing: [0, 0.5, 0.86],
      along: 'across',
    },
    {
      points: [
        [l, b],
        [r, b],
        [r - i, b - i],
        [l + i, b - i],
      ],
      facing: [0, -0.25, 0.96],
      along: 'across',
    },
    {
      points: [
        [l, t],
        [l + i, t + i],
        [l + i, b - i],
        [l, b],
      ],
      facing: [-0.3, 0.1, 0.95],
      along: 'upright',
    },
    {
      points: [
        [r, t],
        [r - i, t + i],
        [r - i, b - i],
        [r, b],
      ],
      facing: [0.35, 0.1, 0.93],
      along: 'upright',
    },
  ]
  return sides
    .map(({ points, facing, along }, index) => {
      const shape = polyline(points, true)
      const fill = hex(shade(colour, facing, VIEW, { gloss: 0.15, rough: 0.4 }))
      const xs = points.map(([x]) => x)
      const ys = points.map(([, y]) => y)
      const box = {
        x: Math.min(...xs),
        y: Math.min(...ys),
        width: Math.max(...xs) - Math.min(...xs),
        height: Math.max(...ys) - Math.min(...ys),
      }
      return (
        path(shape, { fill, stroke: fill, 'stroke-width': 0.6 }) +
        (grainy ? sawnGrain(shape, box, along, 31 + index, 0.7) : '')
      )
    })
    .join('')
}

/** Frame, mount, drawing, and the glass over all. */
export function framed(drawing: string, colour: Rgb, grainy: boolean): Item {
  const [l, t] = [-WIDE / 2, -TALL]
  const side = hex(scale(shade(colour, [0.9, 0, 0.4], VIEW), 0.75))
  const thick =
    path(
      polyline(
        [
          [-l, t],
          [-l + 15, t - 5],
          [-l + 15, -7],
          [-l, 0],
        ],
        true,
      ),
      { fill: side },
    ) +
    path(
      polyline(
        [
          [l, t],
          [l + 15, t - 5],
          [-l + 15, t - 5],
          [-l, t],
        ],
        true,
      ),
      { fill: hex(scale(shade(colour, [0, 1, 0.2], VIEW), 0.9)) },
    )
  const inner = { x: l + BAR, y: t + BAR, width: WIDE - 2 * BAR, height: TALL - 2 * BAR }
  const mount = tag('rect', { ...inner, fill: '#f3eee4' })
  const art = { wide: 328, tall: 437 }
  const top = t + BAR + 72
  const by = art.wide / 300
  const picture = group(
    { transform: `translate(${-art.wide / 2} ${top}) scale(${by})` },
    clipped('M0 0H300V400H0Z', drawing),
  )
  const bevel = tag('rect', {
    x: -art.wide / 2 - 3,
    y: top - 3,
    width: art.wide + 6,
    height: art.tall + 6,
    fill: 'none',
    stroke: '#cfc4b2',
    'stroke-width': 1.6,
  })
  const caption = letters('QUAYSIDE', 7, 0.5).map((stroke) =>
    path(polyline(stroke.map(([x, y]): Point => [x, top + art.tall + 28 - y])), {
      fill: 'none',
      stroke: '#8b8172',
      'stroke-width': 1,
    }),
  )
  const lip = 11
  const inset = linear(
    [
      { at: 0, colour: '#3c2a1c', opacity: 0.42 },
      { at: 1, colour: '#3c2a1c', opacity: 0 },
    ],
    [inner.x, 0],
    [inner.x + lip * 2, 0],
  )
  const insetTop = linear(
    [
      { at: 0, colour: '#3c2a1c', opacity: 0.4 },
      { at: 1, colour: '#3c2a1c', opacity: 0 },
    ],
    [0, inner.y],
    [0, inner.y + lip * 2],
  )
  const edges =
    inset.def +
    tag('rect', { ...inner, fill: inset.url }) +
    insetTop.def +
    tag('rect', { ...inner, fill: insetTop.url })
  const gleam = linear(
    [
      { at: 0, colour: '#ffffff', opacity: 0.2 },
      { at: 0.34, colour: '#ffffff', opacity: 0.07 },
      { at: 0.345, colour: '#ffffff', opacity: 0.0 },
      { at: 0.44, colour: '#ffffff', opacity: 0.0 },
      { at: 0.445, colour: '#ffffff', opacity: 0.06 },
      { at: 0.6, colour: '#ffffff', opacity: 0.0 },
      { at: 1, colour: '#3c2a1c', opacity: 0.06 },
    ],
    [inner.x, inner.y],
    [inner.x + inner.width, inner.y + inner.height * 0.9],
  )
  const pane = gleam.def + tag('rect', { ...inner, fill: gleam.url })
  const outline = polyline(
    [
      [l, t],
      [-l, t],
      [-l, 0],
      [l, 0],
    ],
    true,
  )
  return {
    body:
      thick +
      mount +
      bevel +
      picture +
      caption.join('') +
      edges +
      pane +
      bars(colour, grainy) +
      blurred(
        0.6,
        path(
          polyline([
            [l + 1, t + 1],
            [l + 1, -1],
          ]),
          { stroke: '#fff3df', 'stroke-width': 1.6, opacity: 0.7 },
        ),
      ),
    shadow: {
      near: group({ transform: 'translate(34 14) skewX(-2)' }, inShade(outline)),
      far: group({ transform: 'translate(84 34) skewX(-4)' }, inShade(outline)),
      touch: inShade(
        polyline(
          [
            [l, -6],
            [-l + 12, -6],
            [-l + 40, 8],
            [l + 8, 8],
          ],
          true,
        ),
      ),
    },
  }
}

const OAK = scale(paint('oak'), 1.04)
const BLACK = scale(paint('soot'), 0.7)

export const drawings = {
  'low-tide-1': lowTideOne,
  'low-tide-2': lowTideTwo,
  moorings,
  pebbles,
  'sail-plan': sailPlan,
  'harbour-chart': harbourChart,
  lighthouse,
}

const POSE = { ground: 'stone', x: 486, y: 1050, by: 1.22, floor: 1010 } as const

export const prints: Shot[] = [
  ...Object.entries(drawings).map(([key, draw]) => shot(key, () => framed(draw(), OAK, true), POSE)),
  shot('low-tide-1-black', () => framed(lowTideOne(), BLACK, false), POSE),
]
