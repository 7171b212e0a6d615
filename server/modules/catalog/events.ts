import { Ids, event } from '#kit/event.ts'

/** Products, their texts, variants, pictures or categories changed; `ids` are those of the products. */
export const productsChanged = event('catalog.productsChanged', Ids)
/** Categories changed; `ids` are theirs. */
export const categoriesChanged = event('catalog.categoriesChanged', Ids)
/** Attributes, their choices or their flags changed; `ids` are theirs. */
export const attributesChanged = event('catalog.attributesChanged', Ids)
/** Collections, or which products are in them, changed; `ids` are those of the collections. */
export const collectionsChanged = event('catalog.collectionsChanged', Ids)
