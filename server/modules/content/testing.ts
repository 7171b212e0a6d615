/** Words and pictures for tests of content. */
import type { Shop } from '#testing/shop.ts'
import { storeFile } from '../media/index.ts'
import { create } from './documents/create.ts'
import { publish } from './documents/publish.ts'

export const NOWHERE = { kind: 'home', id: null, address: null } as const

/** A paragraph without marks or links. */
export const says = (text: string) => [
  { kind: 'paragraph' as const, spans: [{ text, marks: [], link: null }] },
]

export const richText = (title: string, text: string, locale = 'en') => ({
  kind: 'rich_text' as const,
  texts: [{ locale, title, body: says(text) }],
})

/** A public picture of the shop. */
export const pictureOf = async (shop: Shop, visibility: 'public' | 'private' = 'public') =>
  (
    await shop.inside((ctx) =>
      storeFile(ctx, {
        name: 'harbour.webp',
        type: 'image/webp',
        body: Buffer.from('picture'),
        visibility,
        width: 1600,
        height: 900,
      }),
    )
  ).id

/** A page that shoppers see. */
export async function pageOf(shop: Shop, title: string, blocks = [richText('', `All about ${title}.`)]) {
  const { id } = await shop.bob.call(create, { kind: 'page', texts: [{ locale: 'en', title }], blocks })
  return shop.bob.call(publish, { documentId: id })
}

/** `texts.0.title too_long`, for each field at fault. */
export const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { code: string; errors?: { path: string; code: string }[] }) =>
      error.errors?.length ? error.errors.map(({ path, code }) => `${path} ${code}`) : [error.code],
  )
