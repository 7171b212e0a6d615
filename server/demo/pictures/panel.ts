/** Flat things that stand or lie: a face, and an edge as thick as it is. */
import { hex, mix, scale, type Rgb } from './colour.ts'
import { shade, type Vec } from './light.ts'
import { group, linear, n, path, type Point } from './svg.ts'

type Panel = {
  /** Outline of the face on the sheet; holes by even-odd. */
  shape: string
  /** From the face to the back, on the sheet. */
  back: Point
  colour: Rgb
  /** Which way the face looks. */
  facing: Vec
  /** Corners of the light on the face. */
  from: Point
  to: Point
  /** Grain, weave, drawing: laid on the face. */
  upon?: string
}

export function panel({ shape, back, colour, facing, from, to, upon = '' }: Panel): string {
  const view: Vec = [0, 0.2, 0.98]
  const lit = shade(colour, facing, view, { gloss: 0.1, rough: 0.5 })
  const [right, below] = [shade(colour, [0.95, 0, 0.3], view), shade(colour, [0, -0.8, 0.6], view)]
  const steps = Math.ceil(Math.hypot(back[0], back[1]) * 1.5)
  const edge = linear(
    [
      { at: 0, colour: hex(scale(mix(lit, right, 0.5), 0.92)) },
      { at: 1, colour: hex(scale(mix(right, below, 0.4), 0.8)) },
    ],
    from,
    to,
  )
  const copies = Array.from({ length: steps }, (_, k) => {
    const t = 1 - k / steps
    return path(shape, {
      fill: edge.url,
      'fill-rule': 'evenodd',
      transform: `translate(${n(back[0] * t)} ${n(back[1] * t)})`,
    })
  })
  const face = linear(
    [
      { at: 0, colour: hex(scale(lit, 1.08)) },
      { at: 0.5, colour: hex(lit) },
      { at: 1, colour: hex(scale(lit, 0.86)) },
    ],
    from,
    to,
  )
  return (
    edge.def +
    group({}, ...copies) +
    face.def +
    path(shape, { fill: face.url, 'fill-rule': 'evenodd' }) +
    upon +
    path(shape, {
      fill: 'none',
      stroke: hex(mix(lit, [1, 0.97, 0.9], 0.45)),
      'stroke-width': 2,
      opacity: 0.55,
    })
  )
}
