/**
 * Draws the demo shop's pictures: `node server/demo/pictures/draw.ts [--all] [key …]`.
 *
 * Writes `masters/<key>.webp` and the fingerprint of each drawing to `masters/drawn.json`.
 * A picture whose drawing has not changed is left alone, unless `--all` is given. About a second
 * each on one core.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { gallery } from './gallery.ts'

const MASTERS = new URL('./masters/', import.meta.url)
const LEDGER = new URL('drawn.json', MASTERS)
/** Part of every fingerprint: raise it when the way of rendering changes. */
const RENDERING = 'webp 80, 2x, 1'
/** Drawn at twice the size and then reduced, so that stacked edges come out smooth. */
const OVERSAMPLING = 2
const POINTS_PER_INCH = 72

export function fingerprint(svg: string): string {
  return createHash('sha256').update(RENDERING).update(svg).digest('hex').slice(0, 20)
}

async function render(svg: string): Promise<Buffer> {
  const large = sharp(Buffer.from(svg), { density: POINTS_PER_INCH * OVERSAMPLING, unlimited: true })
  const { width, height } = await large.metadata()
  return large
    .resize(Math.round(width / OVERSAMPLING), Math.round(height / OVERSAMPLING), { kernel: 'lanczos3' })
    .flatten({ background: '#e9ddcd' })
    .webp({ quality: 80, effort: 6, smartSubsample: true })
    .toBuffer()
}

async function ledger(): Promise<Record<string, string>> {
  return existsSync(LEDGER) ? JSON.parse(await readFile(LEDGER, 'utf8')) : {}
}

export async function drawAll({ everything, only }: { everything: boolean; only: string[] }): Promise<void> {
  await mkdir(MASTERS, { recursive: true })
  const known = await ledger()
  const drawn: Record<string, string> = {}
  let [written, bytes] = [0, 0]
  for (const { key, draw } of gallery) {
    const file = new URL(`${key}.webp`, MASTERS)
    const wanted = only.length === 0 || only.some((name) => key.startsWith(name))
    const svg = wanted ? draw() : ''
    const print = wanted ? fingerprint(svg) : (known[key] ?? '')
    if (wanted && (everything || known[key] !== print || !existsSync(file))) {
      const picture = await render(svg)
      await writeFile(file, picture)
      written++
      bytes += picture.length
      console.log(`${key}  ${(picture.length / 1024).toFixed(0)} KB`)
    }
    if (print) drawn[key] = print
  }
  await writeFile(LEDGER, `${JSON.stringify(drawn, null, 2)}\n`)
  const sum =
    written === 0 ? 'nothing has changed' : `${written} drawn, ${(bytes / 1024 / 1024).toFixed(1)} MB`
  console.log(`${gallery.length} pictures: ${sum}.`)
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  await drawAll({ everything: words.includes('--all'), only: words.filter((word) => !word.startsWith('--')) })
}
