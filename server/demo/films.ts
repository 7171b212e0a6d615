/** The demo shop's films: `tools/pictures/film.ts` makes them of the masters. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ctx } from '#kit/context.ts'
import { writeFilms } from '../modules/catalog/index.ts'
import { storeFile } from '../modules/media/index.ts'

/** By the product that they show; `poster` is the picture that stands for it. */
const FILMS = [
  {
    slug: 'tide-mug',
    poster: 'tide-mug-sage',
    size: { width: 640, height: 800, durationMs: 7800 },
    titles: [
      { locale: 'en', title: 'The Tide mug in its four glazes, one after the other; without sound' },
      { locale: 'de', title: 'Der Gezeitenbecher in seinen vier Glasuren, eine nach der anderen; ohne Ton' },
      { locale: 'ar', title: 'كوب المدّ بطلاءاته الأربعة، واحدًا تلو الآخر؛ بلا صوت' },
    ],
  },
]

/** Their bytes, read before the transaction. */
export const readFilms = (): Promise<Buffer[]> =>
  Promise.all(FILMS.map(({ slug }) => readFile(join(import.meta.dirname, `films/${slug}.mp4`))))

export async function seedFilms(
  ctx: Ctx,
  bodies: Buffer[],
  { productIds, files }: { productIds: ReadonlyMap<string, string>; files: ReadonlyMap<string, string> },
): Promise<void> {
  for (const [index, { slug, poster, size, titles }] of FILMS.entries()) {
    const file = {
      name: `${slug}.mp4`,
      type: 'video/mp4',
      body: bodies[index]!,
      visibility: 'public',
    } as const
    const { id: fileId } = await storeFile(ctx, { ...file, ...size })
    await writeFilms(ctx, productIds.get(slug)!, [{ fileId, posterId: files.get(poster) ?? null, titles }])
  }
}
