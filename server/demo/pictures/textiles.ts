/** Cloth folded and rolled, and the pictures of the textiles shelf. */
import { workApron } from './apron.ts'
import { mix, paint, type Paint, type Rgb, scale } from './colour.ts'
import { heathered, linenCushion, longCushion, type Pattern, stripeCushion } from './cushions.ts'
import { folded } from './folded.ts'
import type { Item } from './item.ts'
import { noise } from './noise.ts'
import { rolled } from './rolled.ts'
import { inColours, shot, type Shot } from './shot.ts'

export function woolThrow(colour: Paint): Item {
  const base = scale(paint(colour), 1.04)
  // Herringbone: slants that change their way in every column.
  const bone: Pattern = (u, v) => {
    const column = Math.floor(u * 26)
    const slant = (v * 60 + (column % 2 === 0 ? 1 : -1) * u * 26 * 2.2) % 1
    const dark = Math.abs(slant < 0 ? slant + 1 : slant) < 0.5 ? 0.16 : 0
    return scale(mix(base, scale(base, 0.5), dark), 1 + 0.07 * noise(u * 90, v * 90))
  }
  return folded({ width: 560, depth: 360, layers: [54, 52, 50], pattern: bone, fringe: base, seed: 5 })
}

export function teaTowels(): Item {
  const [linen, sea, deep] = [mix(paint('oat'), paint('chalk'), 0.5), paint('sea'), paint('harbour')]
  const bordered: Pattern = (u, v) => {
    const wide = u > 0.78 && u < 0.85
    const fine = (u > 0.87 && u < 0.885) || (u > 0.745 && u < 0.76)
    return scale(mix(linen, wide ? sea : deep, wide || fine ? 0.85 : 0), 1 + 0.05 * noise(u * 70, v * 70))
  }
  return folded({ width: 500, depth: 330, layers: [30, 28, 29, 27], pattern: bordered, seed: 12 })
}

export function linenNapkins(colour: Paint): Item {
  const base = scale(paint(colour), 1.05)
  return folded({
    width: 420,
    depth: 420,
    layers: [24, 23, 24, 22, 23, 22],
    pattern: heathered(base),
    seed: 21,
    hem: scale(base, 0.8),
  })
}

export function beachTowel(colour: Paint): Item {
  const [ground, dye] = [paint('chalk'), paint(colour)]
  const stripes = (along: number): Rgb => {
    const at = (along * 7) % 1
    const band = at > 0.2 && at < 0.62
    const thin = (at > 0.7 && at < 0.75) || (at > 0.08 && at < 0.12)
    return mix(ground, dye, band || thin ? 0.9 : 0)
  }
  return rolled({
    length: 560,
    radius: 96,
    pattern: stripes,
    end: mix(ground, dye, 0.3),
    turns: 6,
    seed: 3,
    fringe: true,
  })
}

export const textiles: Shot[] = [
  ...inColours('linen-cushion', ['rust', 'sage', 'oat'], linenCushion, {
    ground: 'cream',
    x: 490,
    y: 900,
    by: 1.14,
  }),
  ...inColours('stripe-cushion', ['sea', 'soot'], stripeCushion, {
    ground: 'stone',
    x: 490,
    y: 900,
    by: 1.14,
  }),
  ...inColours('long-cushion', ['clay', 'harbour'], longCushion, { ground: 'oat', x: 490, y: 830, by: 1.02 }),
  ...inColours('wool-throw', ['oat', 'sea', 'rust'], woolThrow, {
    ground: 'blush',
    x: 480,
    y: 790,
    by: 1.16,
  }),
  ...inColours('beach-towel', ['sea', 'clay'], beachTowel, { ground: 'sky', x: 500, y: 770, by: 1.16 }),
  shot('tea-towels', teaTowels, { ground: 'cream', x: 490, y: 780, by: 1.24 }),
  ...inColours('linen-napkins', ['chalk', 'sage', 'rust'], linenNapkins, {
    ground: 'stone',
    x: 490,
    y: 780,
    by: 1.24,
  }),
  ...inColours('work-apron', ['harbour', 'oat'], workApron, { ground: 'mist', x: 490, y: 1120, by: 1.14 }),
]
