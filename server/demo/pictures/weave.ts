/** Thread: a fine irregular weave laid over a cloth already shaded. */
import { clipped, define, group, tag } from './svg.ts'

/** `count` is threads per hundred pixels; under two pixels a thread it would shimmer. */
export function weave(
  shape: string,
  box: { x: number; y: number; width: number; height: number },
  seed: number,
  strength = 1,
  count = 44,
): string {
  const rate = count / 100
  const threads = (frequency: string, offset: number) =>
    define(
      'filter',
      { x: 0, y: 0, width: 1, height: 1, 'color-interpolation-filters': 'sRGB' },
      tag('feTurbulence', {
        type: 'fractalNoise',
        baseFrequency: frequency,
        numOctaves: 2,
        seed: seed + offset,
      }),
      tag('feColorMatrix', {
        values: `0 0 0 0 .3  0 0 0 0 .21  0 0 0 0 .13  ${2.6 * strength} 0 0 0 ${-1.12 * strength}`,
      }),
    )
  const laid = [threads(`${rate * 0.06} ${rate}`, 0), threads(`${rate} ${rate * 0.06}`, 1)].map(
    (filter) => filter.def + tag('rect', { ...box, filter: filter.url, fill: '#ffffff' }),
  )
  return clipped(shape, group({ opacity: 0.17 }, ...laid))
}
