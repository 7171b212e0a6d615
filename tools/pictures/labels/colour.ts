/** Colours as linear light, so that shading and mixing behave as they do in a room. */

/** Linear red, green and blue, 0 to 1 (more is glare). */
export type Rgb = readonly [number, number, number]

/** The shop's palette; the first dozen are also the swatches of `catalogue/options.ts`. */
export const PALETTE = {
  chalk: '#efe8da',
  oat: '#d9cfc0',
  sand: '#cdbba8',
  clay: '#b8765a',
  rust: '#a8604a',
  sea: '#5b7c8a',
  harbour: '#2f4a4a',
  sage: '#a3ad98',
  soot: '#343a3a',
  brass: '#c39a55',
  smoke: '#8a7462',
  clear: '#dfe6e4',
  oak: '#c9a57c',
  walnut: '#7a5640',
  beech: '#d8b78e',
  willow: '#c8a878',
  leather: '#8f5f45',
  steel: '#b9bcba',
  paper: '#f4efe4',
  ink: '#3b4140',
  sun: '#dd8f55',
  leaf: '#7d8b68',
  wax: '#f1e6cf',
  cork: '#c79f73',
  graphite: '#4a4c4d',
} as const

export type Paint = keyof typeof PALETTE

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function toDisplay(light: number): number {
  // A soft shoulder: highlights roll off instead of clipping to flat white.
  const rolled = light < 0.75 ? light : 0.75 + 0.25 * (1 - Math.exp(-(light - 0.75) / 0.25))
  return rolled <= 0.0031308 ? rolled * 12.92 : 1.055 * rolled ** (1 / 2.4) - 0.055
}

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [toLinear((value >> 16) / 255), toLinear(((value >> 8) & 255) / 255), toLinear((value & 255) / 255)]
}

export function paint(name: Paint): Rgb {
  return rgb(PALETTE[name])
}

export function hex(colour: Rgb): string {
  // A tenth towards grey: shaded colours otherwise look more saturated than their swatch.
  const grey = 0.21 * colour[0] + 0.72 * colour[1] + 0.07 * colour[2]
  const digits = mix(colour, [grey, grey, grey], 0.1).map((light) =>
    Math.round(255 * Math.min(1, Math.max(0, toDisplay(Math.max(0, light)))))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const t = Math.min(1, Math.max(0, share))
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

export function scale(colour: Rgb, by: number): Rgb {
  return [colour[0] * by, colour[1] * by, colour[2] * by]
}
