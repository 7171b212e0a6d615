/** What the catalogue refuses, besides faults of single fields. */
import { failure } from '#kit/failure.ts'
import { Count, Key, List, OneOf, Text, Type } from '#kit/types.ts'
import { LONGEST_SKU } from './limits.ts'

const Closed = { additionalProperties: false }

export const Archived = failure(
  'catalog.archived',
  409,
  Type.Object({}, Closed),
  () => 'This is archived. Restore it first.',
)

const NEEDS: Record<string, string> = { text: 'a text in the store’s language', variant: 'a variant' }

export const NotReady = failure(
  'catalog.not_ready',
  409,
  Type.Object({ missing: List(OneOf('text', 'variant', 'attribute'), 3), attributes: List(Key, 60) }, Closed),
  ({ missing, attributes }) =>
    `Before it can be published the product needs ${missing
      .map((each) => NEEDS[each] ?? `what its type asks for: ${attributes.join(', ')}`)
      .join(' and ')}.`,
)

export const CombinationTaken = failure(
  'catalog.combination_taken',
  409,
  Type.Object({ sku: Text(80) }, Closed),
  ({ sku }) => `The variant ${sku} has the same choices already.`,
)

export const LastVariant = failure(
  'catalog.last_variant',
  409,
  Type.Object({}, Closed),
  () => 'This is the last variant of a published product. Unpublish the product first.',
)

export const OptionsInUse = failure(
  'catalog.options_in_use',
  409,
  Type.Object({}, Closed),
  () => 'The product has variants that choose among its options, so these stay as they are.',
)

export const SkuTaken = failure(
  'catalog.sku_taken',
  409,
  Type.Object({ skus: List(Text(80), 100) }, Closed),
  ({ skus }) => `Other variants have these article numbers by now: ${skus.join(', ')}.`,
)

export const Full = failure(
  'catalog.full',
  409,
  Type.Object({ limit: Count }, Closed),
  ({ limit }) => `There may be at most ${limit}.`,
)

export const CategoryCircle = failure(
  'catalog.category_circle',
  409,
  Type.Object({}, Closed),
  () => 'A category cannot be inside itself or one of its own subcategories.',
)

export const CategoryNotEmpty = failure(
  'catalog.category_not_empty',
  409,
  Type.Object({ subcategories: Count }, Closed),
  ({ subcategories }) => `The category has ${subcategories} subcategories. Move or archive them first.`,
)

export const AttributeInUse = failure(
  'catalog.attribute_in_use',
  409,
  Type.Object({ types: List(Key, 20) }, Closed),
  ({ types }) => `Types of products have this attribute: ${types.join(', ')}. Take it from them first.`,
)

export const AttributeHasValues = failure(
  'catalog.attribute_has_values',
  409,
  Type.Object({ attributes: List(Key, 60) }, Closed),
  ({ attributes }) => `Products of this type still have values of: ${attributes.join(', ')}.`,
)

export const TypeInUse = failure(
  'catalog.type_in_use',
  409,
  Type.Object({}, Closed),
  () => 'Products are of this type. Give them another one first.',
)

export const FoundByRule = failure(
  'catalog.found_by_rule',
  409,
  Type.Object({}, Closed),
  () => 'A rule finds the products of this collection. Change the rule instead.',
)

export const Purged = failure(
  'catalog.purged',
  409,
  Type.Object({}, Closed),
  () => 'This was archived so long ago that what it was is gone. Make it anew.',
)

export const PartOfBundle = failure(
  'catalog.part_of_bundle',
  409,
  Type.Object({ bundles: List(Text(LONGEST_SKU), 20) }, Closed),
  ({ bundles }) => `This is in bundles: ${bundles.join(', ')}. Take it out of them, or archive them first.`,
)

export const PreviewOver = failure(
  'catalog.preview_over',
  403,
  Type.Object({}, Closed),
  () => 'This link was good for a while, and is over. Ask for a new one.',
)
