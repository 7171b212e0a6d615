import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { idBySlug } from '#kit/slugs.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Type } from '#kit/types.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { ShownDocument, keptContent, published, readShown } from './shown.ts'
import { ADDRESSES } from './slugs.ts'

const bySlug = `d.id = ${idBySlug(ADDRESSES, { slug: '$4', storeId: '$1', locales: '$6' })} and d.kind = $5`
const STATEMENT = published(bySlug)

/** Of a kind, by its slug: in one of the reader's languages, else in any, for who has just chosen another one. */
export async function readBySlug(ctx: Ctx, kind: 'page' | 'post', slug: string) {
  const settings = await currentSettings(ctx)
  const own = localeChain(settings, ctx.scope.locale)
  const all = [...new Set([...own, ...settings.locales.map(({ code }) => code)])]
  return readShown(ctx, STATEMENT, [foldSlug(slug), kind, all])
}

export const page = query({
  id: 'content.page',
  summary: 'One page of the shop',
  description: 'An old slug finds the page too: `slug` in the answer is the present one.',
  rest: 'GET /pages/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: ShownDocument,
  kept: keptContent,
  run: ({ slug }, ctx) => readBySlug(ctx, 'page', slug),
})
