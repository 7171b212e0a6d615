/** One product, told at length. Shown as the slug to ask `browse.product` for. */
import { Id, Locale, Slug, shape } from '#kit/types.ts'
import { Lead, Title, inLocales } from '../limits.ts'
import { blockKind } from './kind.ts'

export const featuredProduct = blockKind({
  kind: 'featured_product',
  name: 'FeaturedProduct',
  written: {
    productId: Id,
    texts: inLocales(shape('FeaturedProductBlockText', { locale: Locale, title: Title, lead: Lead })),
  },
  shown: { slug: Slug, title: Title, lead: Lead },
  show: ({ productId, texts }, at) => {
    const slug = at.product(productId)
    const { title = '', lead = '' } = at.text(texts) ?? {}
    return slug ? { slug, title, lead } : null
  },
})
