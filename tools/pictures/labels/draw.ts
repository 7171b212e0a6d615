/** Draws every label to a folder, as PNG: `<name>.png`. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { bands } from './bands.ts'
import { prints } from './prints.ts'
import { tins } from './tins.ts'

export async function drawLabels(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, svg] of Object.entries({ ...tins, ...prints, ...bands }))
    await sharp(Buffer.from(svg), { unlimited: true })
      .png({ compressionLevel: 1 })
      .toFile(join(folder, `${name}.png`))
}
