/**
 * The script of the short-lived process that opens pictures; nobody imports it.
 *
 * sharp is loaded only here: in the server's own process it kept some 300 MB for good.
 * It stands back for whoever serves the shop, and ends when its parent does, also when
 * that one is killed.
 */
import { setPriority } from 'node:os'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { drawCard } from './draw-card.ts'
import type { CopyType, PictureAnswer, PictureTask } from './picture-process.ts'

sharp.cache(false)
sharp.concurrency(1)
setPriority(10)

process.on('disconnect', () => process.exit(0))
process.on('message', (task: PictureTask) => {
  void work(task)
    .catch((error: unknown): PictureAnswer => ({ kind: 'unreadable', reason: (error as Error).message }))
    .then((answer) => process.send!(answer))
})

async function work(task: PictureTask): Promise<PictureAnswer> {
  const { body, mostPixels } = task
  const meta = await sharp(body, { limitInputPixels: false }).metadata()
  const { width, height } = meta.autoOrient
  if (width * height * (meta.pages ?? 1) > mostPixels) return { kind: 'too_large', width, height }
  if (task.wanted === 'clean')
    return { kind: 'clean', width, height, body: tells(meta) ? await cleaned(task, meta) : null }
  if (task.wanted === 'card') return { kind: 'card', body: await drawCard(task) }
  // Decoded once: what is made smaller from here on has the largest width that is wanted.
  const { data, info } = await sharp(body, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: Math.max(...task.widths), withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels } = info
  const copies = []
  for (const wanted of task.widths) {
    const smaller = sharp(data, { raw: { width: info.width, height: info.height, channels } }).resize({
      width: wanted,
      withoutEnlargement: true,
    })
    const copy = await COPY[task.type](smaller).toBuffer({ resolveWithObject: true })
    copies.push({ width: copy.info.width, height: copy.info.height, body: copy.data })
  }
  return { kind: 'copies', copies }
}

/** AVIF at effort 4 takes three times as long as at 3, and saves a twentieth of the bytes. */
const COPY: Record<CopyType, (picture: Sharp) => Sharp> = {
  'image/webp': (picture) => picture.webp({ quality: 78 }),
  'image/avif': (picture) => picture.avif({ quality: 60, effort: 3 }),
}

/** Where, when and by whom it was taken, and anything else that is no picture. */
function tells(meta: Metadata): boolean {
  return Boolean(meta.exif ?? meta.xmp ?? meta.iptc ?? meta.comments?.length) || (meta.orientation ?? 1) > 1
}

/** The same picture upright and without words about it; the colour profile stays. */
function cleaned(
  { body, mostPixels, type }: Extract<PictureTask, { wanted: 'clean' }>,
  meta: Metadata,
): Promise<Uint8Array> {
  const moves = (meta.pages ?? 1) > 1
  const picture = sharp(body, { limitInputPixels: mostPixels, animated: moves })
  return ORIGINAL[type]!(moves ? picture : picture.autoOrient())
    .keepIccProfile()
    .toBuffer()
}

/** So good that the smaller copies made from it do not suffer. */
const ORIGINAL: Record<string, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 92 }),
  'image/avif': (picture) => picture.avif({ quality: 75, effort: 3 }),
}
