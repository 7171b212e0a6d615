/** Every kind of block there is. */
import type { Ctx } from '#kit/context.ts'
import { Variants, type Static } from '#kit/types.ts'
import type { Showing } from '../showing.ts'
import { columns } from './columns.ts'
import { faq } from './faq.ts'
import { featuredProduct } from './featured-product.ts'
import { gallery } from './gallery.ts'
import { hero } from './hero.ts'
import { imageWithText } from './image-with-text.ts'
import { newsletter } from './newsletter.ts'
import { PluginBlock, showPlugin } from './plugin.ts'
import { posts } from './posts.ts'
import { products } from './products.ts'
import { richText } from './rich-text.ts'
import { slideshow } from './slideshow.ts'
import { tiles } from './tiles.ts'

export const Block = Variants('Block', 'kind', [
  hero.written,
  richText.written,
  imageWithText.written,
  columns.written,
  slideshow.written,
  gallery.written,
  tiles.written,
  products.written,
  featuredProduct.written,
  faq.written,
  newsletter.written,
  posts.written,
  PluginBlock,
])
export type Block = Static<typeof Block>

export const ShownBlock = Variants('ShownBlock', 'kind', [
  hero.shown,
  richText.shown,
  imageWithText.shown,
  columns.shown,
  slideshow.shown,
  gallery.shown,
  tiles.shown,
  products.shown,
  featuredProduct.shown,
  faq.shown,
  newsletter.shown,
  posts.shown,
])
export type ShownBlock = Static<typeof ShownBlock>

const kinds = [
  hero,
  richText,
  imageWithText,
  columns,
  slideshow,
  gallery,
  tiles,
  products,
  featuredProduct,
  faq,
  newsletter,
  posts,
]
const byKind = new Map<string, (typeof kinds)[number]>(kinds.map((each) => [each.kind, each]))

/** Blocks of kinds that this version does not know, or without what they name, are left out. */
export function showBlocks(ctx: Ctx, blocks: readonly Block[], at: Showing): ShownBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'plugin') return showPlugin(ctx, block, at.locale)
    const shown = byKind.get(block.kind)?.show(block as never, at)
    return shown ? [{ kind: block.kind, ...shown } as ShownBlock] : []
  })
}
