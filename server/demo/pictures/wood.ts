/** Wood: turned, as a colour for each point; sawn, as a grain laid over a flat shape. */
import { mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import type { Glaze } from './lathe.ts'
import { cloud, noise } from './noise.ts'
import { clipped, define, group, tag } from './svg.ts'

/** Grain upright along the axis, in bands round the middle of the tree. */
export function turnedWood(wood: Paint, seed = 1): Glaze {
  const base = paint(wood)
  return (angle, height) => {
    const across = Math.sin(angle) * 2.6 + 0.22 * noise(Math.cos(angle) * 1.5, height / 190, seed)
    const band =
      across + 0.3 * noise(across * 0.7, height / 260, seed + 5) + 0.05 * noise(across * 5, height / 40, seed)
    const wave = 0.5 + 0.5 * Math.sin(2 * Math.PI * (band * 1.7 + seed * 0.37))
    const dark = wave ** 3
    const fibre = 0.5 + 0.5 * cloud(angle * 24, height / 60, seed, 2)
    return grain(base, 0.42 * dark + 0.24 * fibre)
  }
}

function grain(base: Rgb, dark: number): Rgb {
  return mix(scale(base, 1.06), scale([base[0] * 0.6, base[1] * 0.5, base[2] * 0.4], 1), dark)
}

/**
 * Grain over the box, clipped to the shape; `along` is the way the fibres run.
 * Noise stretched a hundredfold, once in broad bands and once in fibres.
 */
export function sawnGrain(
  shape: string,
  box: { x: number; y: number; width: number; height: number },
  along: 'upright' | 'across',
  seed: number,
  strength = 1,
): string {
  const rate = (slow: number, fast: number) => (along === 'upright' ? `${fast} ${slow}` : `${slow} ${fast}`)
  const layer = (frequency: string, octaves: number, table: string, alpha: number) =>
    define(
      'filter',
      { x: 0, y: 0, width: 1, height: 1, 'color-interpolation-filters': 'sRGB' },
      tag('feTurbulence', { type: 'fractalNoise', baseFrequency: frequency, numOctaves: octaves, seed }),
      tag('feComponentTransfer', {}, tag('feFuncR', { type: 'table', tableValues: table })),
      // The red channel becomes the strength of one brown.
      tag('feColorMatrix', { values: `0 0 0 0 .36  0 0 0 0 .2  0 0 0 0 .09  ${alpha} 0 0 0 0` }),
    )
  const bands = layer(rate(0.0011, 0.016), 2, '0 .1 .9 .15 1 .05 .8 .1 1 .2 .7 0 1 .2', 0.3 * strength)
  const fibres = layer(rate(0.006, 0.42), 3, '0 0 .2 .7 1 1', 0.26 * strength)
  const laid = [bands, fibres].map(
    (filter) => filter.def + tag('rect', { ...box, filter: filter.url, fill: '#ffffff' }),
  )
  return clipped(shape, group({ style: 'mix-blend-mode:multiply' }, ...laid))
}
