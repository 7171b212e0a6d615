/**
 * Takes the noise out of a rendered picture: joint non-local means over two half renders.
 *
 * The difference of the halves is the noise of each point. Points are averaged with those around them that look
 * alike beyond that noise, and whose paint and slant (the guides) are alike: so specks, weave and print survive.
 */
import { readRaster, type Raster } from './raster.ts'

type Field = { width: number; height: number }

/** How far alike points are sought: `reach` steps of `step` points to each side. */
type Search = { reach: number; step: number }

const NEAR: Search = { reach: 5, step: 1 }
/** Blotches on wide, quiet surfaces go in a second pass from further away. */
const FAR: Search = { reach: 3, step: 5 }
const LEFT_AFTER_FIRST = 0.08
const TOLERANCE = 0.6
const GUIDE_WEIGHT = 700
const PATCH = 2
/** Points less alike than e^-9 add nothing. */
const UNLIKE = 9

export async function denoise(base: string): Promise<Raster> {
  const [a, b, albedo, normal] = await Promise.all(
    ['a', 'b', 'albedo', 'normal'].map((part) => readRaster(`${base}.${part}.png`)),
  )
  const { width, height } = a!
  const count = width * height
  const picture = new Float32Array(count * 3)
  const guide = new Float32Array(count * 6)
  const difference = new Float32Array(count)
  for (let p = 0; p < count; p++) {
    let sum = 0
    for (let t = 0; t < 3; t++) {
      const [one, other] = [a!.values[3 * p + t]!, b!.values[3 * p + t]!]
      picture[3 * p + t] = (one + other) / 2
      sum += (one - other) ** 2 / 4
      guide[6 * p + t] = albedo!.values[3 * p + t]!
      guide[6 * p + 3 + t] = normal!.values[3 * p + t]! * 0.5
    }
    difference[p] = sum / 3
  }
  const variance = new Float32Array(count)
  boxMean(difference, variance, new Float32Array(count), { width, height }, 3)
  const once = average(picture, variance, guide, { width, height }, NEAR)
  const left = variance.map((value) => value * LEFT_AFTER_FIRST)
  return { width, height, values: average(once, left, guide, { width, height }, FAR) }
}

function average(
  picture: Float32Array,
  variance: Float32Array,
  guide: Float32Array,
  field: Field,
  { reach, step }: Search,
): Float32Array {
  const { width, height } = field
  const count = width * height
  const sum = Float32Array.from(picture)
  const weight = new Float32Array(count).fill(1)
  const [distance, patch, spare] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)]
  for (let j = 0; j <= reach; j++) {
    for (let i = -reach; i <= reach; i++) {
      if (j === 0 && i <= 0) continue // each pair once
      const [dx, dy] = [i * step, j * step]
      const offset = dy * width + dx
      const [from, to] = [Math.max(0, -dx), Math.min(width, width - dx)]
      distance.fill(0)
      for (let y = 0; y < height - dy; y++) {
        for (let x = from; x < to; x++) {
          const p = y * width + x
          distance[p] = unlikeness(picture, variance, p, p + offset)
        }
      }
      boxMean(distance, patch, spare, field, PATCH)
      for (let y = 0; y < height - dy; y++) {
        for (let x = from; x < to; x++) {
          const p = y * width + x
          const q = p + offset
          let d = Math.max(0, patch[p]!)
          if (d > UNLIKE) continue
          d += GUIDE_WEIGHT * apart(guide, p, q)
          if (d > UNLIKE) continue
          const g = Math.exp(-d)
          weight[p] = weight[p]! + g
          weight[q] = weight[q]! + g
          for (let t = 0; t < 3; t++) {
            sum[3 * p + t] = sum[3 * p + t]! + g * picture[3 * q + t]!
            sum[3 * q + t] = sum[3 * q + t]! + g * picture[3 * p + t]!
          }
        }
      }
    }
  }
  for (let p = 0; p < count; p++) {
    for (let t = 0; t < 3; t++) sum[3 * p + t] = sum[3 * p + t]! / weight[p]!
  }
  return sum
}

/** How much two points differ beyond their noise. */
function unlikeness(picture: Float32Array, variance: Float32Array, p: number, q: number): number {
  const r = picture[3 * p]! - picture[3 * q]!
  const g = picture[3 * p + 1]! - picture[3 * q + 1]!
  const b = picture[3 * p + 2]! - picture[3 * q + 2]!
  const [vp, vq] = [variance[p]!, variance[q]!]
  return ((r * r + g * g + b * b) / 3 - vp - Math.min(vp, vq)) / (2e-7 + TOLERANCE ** 2 * (vp + vq))
}

function apart(guide: Float32Array, p: number, q: number): number {
  let sum = 0
  for (let t = 0; t < 6; t++) sum += (guide[6 * p + t]! - guide[6 * q + t]!) ** 2
  return sum
}

/** The mean of the square around each point, `radius` to each side, in two passes of a running sum. */
function boxMean(
  source: Float32Array,
  target: Float32Array,
  rows: Float32Array,
  { width, height }: Field,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let x = -radius; x <= radius; x++) sum += source[row + Math.min(width - 1, Math.max(0, x))]!
    for (let x = 0; x < width; x++) {
      rows[row + x] = sum * share
      sum += source[row + Math.min(width - 1, x + radius + 1)]! - source[row + Math.max(0, x - radius)]!
    }
  }
  for (let x = 0; x < width; x++) {
    let sum = 0
    for (let y = -radius; y <= radius; y++) sum += rows[Math.min(height - 1, Math.max(0, y)) * width + x]!
    for (let y = 0; y < height; y++) {
      target[y * width + x] = sum * share
      const [enters, leaves] = [Math.min(height - 1, y + radius + 1), Math.max(0, y - radius)]
      sum += rows[enters * width + x]! - rows[leaves * width + x]!
    }
  }
}
