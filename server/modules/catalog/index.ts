export { meta, metaText } from './meta.ts'
export { bundlesFollow, type BundlesFollow } from './bundles/bundle.ts'
export { putBundle } from './bundles/set.ts'
export { ProductAttributes, attributesText } from './attributes/values.ts'
export { OptionChoice, choicesOfVariant } from './choice.ts'
export { CUSTOM } from './custom.ts'
export { MOST_COLLECTIONS } from './collections/collection.ts'
export { writeCollections } from './collections/write.ts'
export { attributesChanged, categoriesChanged, collectionsChanged, productsChanged } from './events.ts'
export { PreviewOver } from './failures.ts'
export { MOST_FILMS, filmsText } from './films/film.ts'
export { writeFilms } from './films/set.ts'
export { LONGEST_SKU, MOST_LOCALES, MOST_OPTIONS, MOST_VALUES, MOST_VARIANTS } from './limits.ts'
export { soldIn } from './products/channels.ts'
export { previewedProduct } from './products/preview-link.ts'
export { MeasurePrice, contentText, measurePrice, measurePriceText, type Content } from './measure.ts'
export { ANY_QUANTITY, MOST_OF_ONE, QuantityRule, allows, ruleText } from './quantity.ts'
export { boughtTogether, type BoughtTogether, type Together } from './related/bought-together.ts'
export { idBySlug } from './slugs.ts'
export {
  writeCategories,
  writeOptions,
  writeProducts,
  type NewCategory,
  type NewOption,
  type NewProduct,
} from './write.ts'
