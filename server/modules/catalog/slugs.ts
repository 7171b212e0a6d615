/** Slugs of products, categories and collections, by `kit/slugs.ts`. */
import type { Ctx } from '#kit/context.ts'
import * as slugs from '#kit/slugs.ts'

export { checkTexts } from '#kit/slugs.ts'

const KINDS = {
  product: kindOf('product', 'product_text', 'slug_history'),
  category: kindOf('category', 'category_text', 'category_slug_history'),
  collection: kindOf('collection', 'collection_text', 'collection_slug_history'),
}
export type Slugged = keyof typeof KINDS

function kindOf(name: string, texts: string, history: string): slugs.Slugged {
  return {
    name,
    texts: `catalog.${texts}`,
    history: `catalog.${history}`,
    key: `${name}_id`,
  }
}

/** Also guards the tree of categories. */
export const lockSlugs = (ctx: Ctx, kind: Slugged) => slugs.lockSlugs(ctx, KINDS[kind])

export const chooseSlugs = (ctx: Ctx, kind: Slugged, id: string, wishes: slugs.SlugWish[]) =>
  slugs.chooseSlugs(ctx, KINDS[kind], id, wishes)

export const keepOldSlugs = (ctx: Ctx, kind: Slugged, id: string, now: { locale: string; slug: string }[]) =>
  slugs.keepOldSlugs(ctx, KINDS[kind], id, now)

export const idBySlug = (kind: Slugged, given: Parameters<typeof slugs.idBySlug>[1]) =>
  slugs.idBySlug(KINDS[kind], given)
