/**
 * What blocks ask of the shop: products, shelves and journal entries, all at once. By the place of the block, for two of
 * them may ask the same. What cannot be had leaves its block out, and not the page.
 */
import type { PageContext } from '../context.ts'
import { settle } from '../problem.ts'
import type { BlockOf, Category, PostCard, Product, ProductCard, ShownBlock } from '../store.ts'

export type Goods = {
  products: Record<number, ProductCard[]>
  featured: Record<number, Product>
  posts: Record<number, PostCard[]>
  shelves: Category[]
}

export async function readGoods(page: PageContext, blocks: readonly ShownBlock[]): Promise<Goods> {
  const goods: Goods = { products: {}, featured: {}, posts: {}, shelves: [] }
  const { browse, content } = page.store
  const orLess = async <T>(work: Promise<T>, use: (value: T) => void) => {
    const { value } = await settle(page, work)
    if (value !== null) use(value)
  }
  const asked = blocks.map((block, at) => {
    switch (block.kind) {
      case 'products':
        return orLess(browse.products(wishOf(block)), ({ items }) => (goods.products[at] = items))
      case 'featured_product':
        return orLess(browse.product({ slug: block.slug }), (product) => (goods.featured[at] = product))
      case 'posts':
        return orLess(
          content.journal({ limit: block.limit, ...(block.tag !== null && { tag: block.tag }) }),
          ({ items }) => (goods.posts[at] = items),
        )
      default:
        return null
    }
  })
  const shelves = blocks.some(({ kind }) => kind === 'tiles')
    ? orLess(browse.categories({}), ({ items }) => (goods.shelves = items))
    : null
  await Promise.all([...asked, shelves])
  return goods
}

const wishOf = ({ category, collection, featured, order, limit }: BlockOf<'products'>) => ({
  ...(category !== null && { category }),
  ...(collection !== null && { collection }),
  ...(featured && { featured }),
  sort: { by: order },
  limit,
})
