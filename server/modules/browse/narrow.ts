/** What narrows a search: each filter is a condition with a name, so that facets can leave out their own. */
import { foldSlug } from '#kit/text.ts'
import { idBySlug } from '../catalog/index.ts'

export interface Filter {
  /** Slug: it and all below it. */
  category?: string | undefined
  /** In minor units of the shopper's currency: something of the product costs as much, or as little. */
  price?: { gte?: number | undefined; lte?: number | undefined } | undefined
  /** Whether any of it can be had. */
  available?: boolean | undefined
  featured?: boolean | undefined
}

export interface Condition {
  name: 'category' | 'price' | 'available' | 'featured'
  holds: string
}

type Add = (value: unknown) => string

/** The category that was asked for, as the beginning of a statement: looked up once. */
export function shelfOf({ category }: Filter, add: Add): string {
  if (category === undefined) return ''
  const id = idBySlug('category', { slug: add(foldSlug(category)), storeId: '$1', locales: '$3' })
  return `shelf as materialized (select ${id} as id), `
}

/** `e` is the entry; $2 the currency. */
export function conditions({ category, price, available, featured }: Filter, add: Add): Condition[] {
  const all: Condition[] = []
  if (category !== undefined)
    all.push({ name: 'category', holds: 'e.category_ids @> array[(select id from shelf)]' })
  if (price?.gte !== undefined)
    all.push({
      name: 'price',
      holds: `e.highest[array_position(e.currencies, $2::text)] >= ${add(price.gte)}::bigint`,
    })
  if (price?.lte !== undefined)
    all.push({
      name: 'price',
      holds: `e.lowest[array_position(e.currencies, $2::text)] <= ${add(price.lte)}::bigint`,
    })
  if (available !== undefined)
    all.push({ name: 'available', holds: available ? 'e.available' : 'not e.available' })
  if (featured) all.push({ name: 'featured', holds: 'e.featured' })
  return all
}
