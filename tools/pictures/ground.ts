/**
 * Puts the window in which a thing was rendered on its ground, which was rendered small.
 *
 * The fewer the samples, the darker is their mean once it is developed; so both are made to agree where they meet.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { denoise } from './denoise.ts'
import { image, rasterOf, type Raster } from './raster.ts'

type Note = { window: [left: number, top: number, width: number, height: number]; ground: string }

const SCALE = 4
/** Over so many points the window passes into its ground. */
const SEAM = 28

export async function onItsGround(folder: string, key: string): Promise<Raster> {
  const picture = await denoise(join(folder, key))
  const note = join(folder, `${key}.json`)
  if (!existsSync(note)) return picture
  const { window, ground } = JSON.parse(readFileSync(note, 'utf8')) as Note
  const whole = await enlarged(await denoise(join(folder, `${ground}.ground`)))
  const [left, top] = window
  const places: { p: number; q: number; share: number }[] = []
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const share = Math.min(
        seam(left, left + picture.width, whole.width, left + x),
        seam(top, top + picture.height, whole.height, top + y),
      )
      places.push({ p: 3 * (y * picture.width + x), q: 3 * ((top + y) * whole.width + left + x), share })
    }
  }
  const seams = places.filter(({ share }) => share > 0 && share < 1)
  for (let t = 0; t < 3; t++) {
    const brighter =
      sum(seams.map(({ q }) => whole.values[q + t]!)) / sum(seams.map(({ p }) => picture.values[p + t]!))
    for (const { p, q, share } of places) {
      const under = whole.values[q + t]!
      whole.values[q + t] = under + (picture.values[p + t]! * brighter - under) * share
    }
  }
  return whole
}

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)

/** How much of the window counts at a place: none at its edges, unless these are the picture's own. */
function seam(from: number, to: number, end: number, at: number): number {
  const near = Math.min(from === 0 ? SEAM : at - from, to === end ? SEAM : to - 1 - at) / SEAM
  const share = Math.min(1, Math.max(0, near))
  return share * share * (3 - 2 * share)
}

async function enlarged(small: Raster): Promise<Raster> {
  const [width, height] = [small.width * SCALE, small.height * SCALE]
  const grown = image(small).resize(width, height, { kernel: 'cubic' })
  return rasterOf(grown)
}
