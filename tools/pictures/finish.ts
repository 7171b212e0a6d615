/** What a lab does to a picture: warmth, contrast, lifted whites, darker corners, grain; then WebP. */
import sharp from 'sharp'
import { chance } from './labels/noise.ts'
import type { Raster } from './raster.ts'

const WARMTH = [1.018, 1, 0.984] as const
const LIFT = 1.075
const CONTRAST = 0.2
const CORNERS = 0.1
/** In steps of 1/255. */
const GRAIN = 2.2
const QUALITY = 84

export async function finish({ width, height, values }: Raster): Promise<Buffer> {
  const next = chance(12_345)
  const bytes = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = 3 * (y * width + x)
      const grain = ((next() + next() + next() - 1.5) * GRAIN) / 255
      const light = 1 - CORNERS * ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2)
      for (let t = 0; t < 3; t++) {
        const value = curve(values[p + t]! * WARMTH[t]! * light) + grain
        bytes[p + t] = Math.max(0, Math.min(255, Math.round(value * 255)))
      }
    }
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } })
    .webp({ quality: QUALITY, effort: 6, smartSubsample: true })
    .toBuffer()
}

function curve(value: number): number {
  const lifted = Math.min(1, value * LIFT)
  return lifted * (1 - CONTRAST) + lifted * lifted * (3 - 2 * lifted) * CONTRAST
}
