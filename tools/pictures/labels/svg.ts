/**
 * SVG as strings. Definitions travel inline with what uses them and are named by
 * their own content, so drawing needs no shared state and equal input gives equal bytes.
 */
import { createHash } from 'node:crypto'

export type Point = readonly [number, number]
export type Stop = { at: number; colour: string; opacity?: number }

/** Tenths of a pixel are fine enough, and keep the files small. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

type Attributes = Record<string, string | number | undefined>

export function tag(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? n(value) : value}"`)
    .join('')
  const content = inside.join('')
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`
}

export type Definition = { def: string; id: string; url: string }

/** A gradient, filter, clip or mask, named by its content. */
export function define(name: string, attributes: Attributes, ...inside: string[]): Definition {
  const id = `d${createHash('sha1')
    .update(name + JSON.stringify(attributes) + inside.join(''))
    .digest('hex')
    .slice(0, 12)}`
  return { def: tag(name, { id, ...attributes }, ...inside), id, url: `url(#${id})` }
}

function stops(list: Stop[]): string {
  return list
    .map(({ at, colour, opacity }) =>
      tag('stop', { offset: n(at), 'stop-color': colour, 'stop-opacity': opacity }),
    )
    .join('')
}

/** From one point to another in the user's units; without points, left to right across the shape. */
export function linear(list: Stop[], from?: Point, to?: Point): Definition {
  const span =
    from && to
      ? { gradientUnits: 'userSpaceOnUse', x1: from[0], y1: from[1], x2: to[0], y2: to[1] }
      : { x1: 0, y1: 0, x2: 1, y2: 0 }
  return define('linearGradient', span, stops(list))
}

export function polyline(points: readonly Point[], closed = false): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${closed ? 'Z' : ''}`
}

/** A smooth curve through the points. */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length
  const at = (index: number): Point =>
    points[closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))] ?? [0, 0]
  const pieces = [`M${n(at(0)[0])} ${n(at(0)[1])}`]
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    pieces.push(
      `C${n(p1[0] + (p2[0] - p0[0]) / 6)} ${n(p1[1] + (p2[1] - p0[1]) / 6)} ` +
        `${n(p2[0] - (p3[0] - p1[0]) / 6)} ${n(p2[1] - (p3[1] - p1[1]) / 6)} ${n(p2[0])} ${n(p2[1])}`,
    )
  }
  return pieces.join('') + (closed ? 'Z' : '')
}

export function path(d: string, attributes: Attributes): string {
  return tag('path', { d, ...attributes })
}

export function group(attributes: Attributes, ...inside: string[]): string {
  return inside.some(Boolean) ? tag('g', attributes, ...inside) : ''
}

export function clipped(d: string, ...inside: string[]): string {
  const clip = define('clipPath', {}, tag('path', { d }))
  return clip.def + group({ 'clip-path': clip.url }, ...inside)
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, attributes: Attributes): string {
  return tag('ellipse', { cx, cy, rx, ry, ...attributes })
}
