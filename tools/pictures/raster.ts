/** Pictures as numbers: three floats from 0 to 1 for each point. */
import sharp, { type Sharp } from 'sharp'

export type Raster = { width: number; height: number; values: Float32Array }

const FULL = 65_535

export function readRaster(file: string): Promise<Raster> {
  return rasterOf(sharp(file).removeAlpha().toColourspace('rgb16'))
}

export async function rasterOf(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true })
  const whole = new Uint16Array(data.buffer, data.byteOffset, data.length / 2)
  return { width: info.width, height: info.height, values: Float32Array.from(whole, (value) => value / FULL) }
}

export function image({ width, height, values }: Raster): Sharp {
  const whole = Uint16Array.from(values, (value) => Math.max(0, Math.min(FULL, Math.round(value * FULL))))
  return sharp(whole, { raw: { width, height, channels: 3 } }).toColourspace('rgb16')
}
