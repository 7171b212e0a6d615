/**
 * Products of a category, of a collection, or those that are featured.
 *
 * Shown as what to ask `browse.products` for: prices and stock change by the minute, and are kept and told there.
 */
import { Flag, Id, Int, Locale, Nullable, OneOf, Slug, shape } from '#kit/types.ts'
import { Label, Title, inLocales } from '../limits.ts'
import { ContentTarget } from '../target.ts'
import { MaybeAction, showAction } from './action.ts'
import { blockKind } from './kind.ts'

const rest = { featured: Flag, order: OneOf('position', 'newest'), limit: Int(1, 24) }

export const products = blockKind({
  kind: 'products',
  name: 'Products',
  description: 'Of the category, of the collection, those featured, or simply of the shop.',
  written: {
    categoryId: Nullable(Id),
    collectionId: Nullable(Id),
    ...rest,
    target: Nullable(ContentTarget),
    texts: inLocales(shape('ProductsBlockText', { locale: Locale, title: Title, label: Label })),
  },
  shown: {
    title: Title,
    category: Nullable(Slug),
    collection: Nullable(Slug),
    ...rest,
    action: MaybeAction,
  },
  show: ({ categoryId, collectionId, featured, order, limit, target, texts }, at) => {
    const [category, collection] = [at.category(categoryId), at.collection(collectionId)]
    if ((categoryId && !category) || (collectionId && !collection)) return null
    const { title = '', label = '' } = at.text(texts) ?? {}
    return { title, category, collection, featured, order, limit, action: showAction(label, target, at) }
  },
})
