/** A small still flame on its wick, and the warmth around it. */
import { group, path, radial, tag, linear } from './svg.ts'

export function halo(x: number, y: number, radius: number, strength = 0.5): string {
  const glow = radial(
    [
      { at: 0, colour: '#ffdf9e', opacity: strength },
      { at: 0.35, colour: '#ffd08a', opacity: strength * 0.4 },
      { at: 1, colour: '#ffc476', opacity: 0 },
    ],
    [x, y],
    radius,
  )
  return glow.def + tag('circle', { cx: x, cy: y, r: radius, fill: glow.url })
}

/** Its foot at (x, y). */
export function flame(x: number, y: number, tall: number): string {
  const wide = tall * 0.17
  const outer = `M${x} ${y}C${x - wide * 1.7} ${y - tall * 0.2} ${x - wide * 0.8} ${y - tall * 0.62} ${x} ${y - tall}C${x + wide * 0.8} ${y - tall * 0.62} ${x + wide * 1.7} ${y - tall * 0.2} ${x} ${y}Z`
  const colour = linear(
    [
      { at: 0, colour: '#f3a94e', opacity: 0.5 },
      { at: 0.22, colour: '#ffe2a0', opacity: 0.95 },
      { at: 0.6, colour: '#fff6d8' },
      { at: 1, colour: '#ffdf94', opacity: 0.9 },
    ],
    [x, y],
    [x, y - tall],
  )
  const wick = path(`M${x} ${y + tall * 0.12}q${wide * 0.1} ${-tall * 0.16} ${wide * 0.2} ${-tall * 0.26}`, {
    stroke: '#3a2d24',
    'stroke-width': Math.max(2, wide * 0.28),
    fill: 'none',
    'stroke-linecap': 'round',
  })
  return group(
    {},
    halo(x, y - tall * 0.5, tall * 1.7, 0.55),
    wick,
    colour.def + path(outer, { fill: colour.url }),
  )
}
