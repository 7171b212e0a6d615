/**
 * The script of the short-lived process that opens pictures; nobody imports it.
 *
 * sharp is loaded only here: in the server's own process it kept some 300 MB for good.
 * It ends when its parent does, also when that one is killed.
 */
import sharp from 'sharp'
import type { PictureAnswer, PictureTask } from './picture-process.ts'

sharp.cache(false)
sharp.concurrency(1)

process.on('disconnect', () => process.exit(0))
process.on('message', (task: PictureTask) => {
  void work(task)
    .catch((error: unknown): PictureAnswer => ({ kind: 'unreadable', reason: (error as Error).message }))
    .then((answer) => process.send!(answer))
})

async function work({ body, widths, mostPixels }: PictureTask): Promise<PictureAnswer> {
  const meta = await sharp(body, { limitInputPixels: false }).metadata()
  const { width, height } = meta.autoOrient
  if (width * height * (meta.pages ?? 1) > mostPixels) return { kind: 'too_large', width, height }
  const copies = []
  for (const wanted of widths.filter((each) => each < width)) {
    const { data, info } = await sharp(body, { limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: wanted })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    copies.push({ width: wanted, height: info.height, body: data })
  }
  return { kind: 'opened', width, height, copies }
}
