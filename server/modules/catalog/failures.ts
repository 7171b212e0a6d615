/** What the catalogue refuses, besides faults of single fields. */
import { failure } from '#kit/failure.ts'
import { Count, List, OneOf, Text, Type } from '#kit/types.ts'

const Closed = { additionalProperties: false }

export const Archived = failure(
  'catalog.archived',
  409,
  Type.Object({}, Closed),
  () => 'This is archived. Restore it first.',
)

export const NotReady = failure(
  'catalog.not_ready',
  409,
  Type.Object({ missing: List(OneOf('text', 'variant'), 2) }, Closed),
  ({ missing }) =>
    `Before it can be published the product needs ${missing
      .map((each) => (each === 'text' ? 'a text in the store’s language' : 'a variant'))
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
