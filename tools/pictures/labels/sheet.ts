/** Paper with words on it. Needs the fonts EB Garamond and Lato: a missing one falls back without a word. */
import { group, tag } from './svg.ts'

export function paper(width: number, height: number, colour: string, ...inside: string[]): string {
  const sheet = tag('rect', { width, height, fill: colour })
  return tag('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height }, sheet, ...inside)
}

type Line = { x: number; y: number; size: number; fill: string; anchor?: 'start' | 'middle' | 'end' }

export function serif(words: string, { x, y, size, fill, anchor = 'middle' }: Line, italic = false): string {
  return tag(
    'text',
    {
      x,
      y,
      fill,
      'font-family': 'EB Garamond',
      'font-size': size,
      'font-style': italic ? 'italic' : undefined,
      'text-anchor': anchor,
    },
    words,
  )
}

/** Small, wide capitals. */
export function capitals(words: string, { x, y, size, fill, anchor = 'middle' }: Line): string {
  return tag(
    'text',
    {
      x,
      y,
      fill,
      'font-family': 'Lato',
      'font-size': size,
      'letter-spacing': size * 0.22,
      'text-anchor': anchor,
    },
    words.toUpperCase(),
  )
}

/** Ink that does not lie quite evenly. */
export function grained(seed: number, ...inside: string[]): string {
  const filter =
    `<filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="3" seed="${seed}"/>` +
    '<feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  .7 0 0 0 -.36"/><feComposite in2="SourceGraphic" operator="in"/>' +
    '<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter>'
  return filter + group({ filter: 'url(#grain)' }, ...inside)
}
