/** What of the catalogue may have fields of the store's own. */
import { customOf } from '#kit/custom.ts'

export const CUSTOM = {
  product: 'catalog.product',
  variant: 'catalog.variant',
  category: 'catalog.category',
  collection: 'catalog.collection',
} as const

/** Of variants in files, whose rows tell of their product too. */
export const VARIANT_CELLS = 'variantCustom'

export const ProductCustom = customOf(CUSTOM.product)
export const VariantCustom = customOf(CUSTOM.variant)
export const CategoryCustom = customOf(CUSTOM.category)
export const CollectionCustom = customOf(CUSTOM.collection)
