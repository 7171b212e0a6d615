/**
 * Draws what a phone shows for the installed shop, of the mark: `node apps/storefront/tools/draw-icons.ts`. On its own
 * ground and within the middle four fifths, so that a system may cut it round.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const PAPER = '#fdfbf8'
const INK = '#1f1a15'
const ACCENT = '#005b72'
const SIZES = [180, 192, 512] // Apple's, Android's, and the picture of its start

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 56 56" fill="none" stroke-width="3" stroke-linecap="round">
  <rect x="-12" y="-12" width="56" height="56" fill="${PAPER}"/>
  <path stroke="${INK}" d="M25.6 20.1A11 11 0 1 0 16 26.5"/>
  <path stroke="${ACCENT}" d="M12.5 21.3c2.4-2.3 4.9-2.3 7.3 0s4.9 2.3 7.3 0M19.8 27.2c2.4 1.3 4.9.9 7.3-1.2"/>
</svg>`

for (const size of SIZES) {
  const picture = await sharp(Buffer.from(icon), { density: 720 })
    .resize(size, size)
    .png({ palette: true })
    .toBuffer()
  await writeFile(join(import.meta.dirname, `../app/icons/${size}.png`), picture)
}
