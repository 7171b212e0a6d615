/** Makes a product as a draft; nobody sees it until it is published. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { checkCustom, type CustomValues } from '#kit/custom.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, List, Type, type Static } from '#kit/types.ts'
import { CUSTOM, ProductCustom } from '../custom.ts'
import { CombinationTaken } from '../failures.ts'
import { NewProductAttributes, setType } from '../attributes/values.ts'
import { NewVariant, checkVariants, retryClash } from '../variants/variant.ts'
import { writeProducts } from '../write.ts'
import { MOST_CATEGORIES_OF_ONE, MOST_LOCALES, MOST_OPTIONS, Position } from '../limits.ts'
import { ChannelIds, checkChannels } from './channels.ts'
import { CatalogProduct, auditProduct, readProduct } from './product.ts'
import { checkReferences } from './references.ts'
import { NewProductText, textsOf } from './texts.ts'

/** More are added one by one, or by an import. */
const MOST_AT_ONCE = 200

export const create = command({
  id: 'catalog.products.create',
  summary: 'Add a product, as a draft',
  description: 'Who makes the `id` can speak of the product in the same batch, to publish it.',
  rest: 'POST /products',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({
    id: Type.Optional(Id),
    taxCategoryId: Id,
    typeId: Type.Optional(Id),
    attributes: Type.Optional(NewProductAttributes),
    custom: Type.Optional(ProductCustom),
    texts: List(NewProductText, MOST_LOCALES, { minItems: 1 }),
    categoryIds: Type.Optional(List(Id, MOST_CATEGORIES_OF_ONE)),
    optionIds: Type.Optional(List(Id, MOST_OPTIONS)),
    variants: Type.Optional(List(NewVariant, MOST_AT_ONCE)),
    channelIds: Type.Optional(ChannelIds),
    shippable: Type.Optional(Flag),
    featured: Type.Optional(Flag),
    position: Type.Optional(Position),
  }),
  output: CatalogProduct,
  failures: [CombinationTaken],
  async run({ texts, variants = [], categoryIds = [], optionIds = [], typeId, attributes, ...given }, ctx) {
    const id = given.id ?? newId()
    if (given.id) await mustBeNew(ctx, given.id)
    await checkChannels(ctx, given.channelIds)
    checkCustom(ctx, CUSTOM.product, given.custom)
    await checkReferences(ctx, { taxCategoryId: given.taxCategoryId, categoryIds, optionIds })
    await checkVariants(ctx, {
      optionIds,
      known: [],
      variants,
      path: (index) => `variants.${index}.`,
    })
    const written = await textsOf(ctx, id, texts, [])
    await retryClash(write(id, { ...given, texts: written, variants, categoryIds, optionIds }, ctx))
    if (typeId || attributes) await setType(ctx, id, typeId ?? null, attributes ?? [])
    const after = await readProduct(ctx, id)
    auditProduct(ctx, null, after)
    return after
  },
})

async function mustBeNew(ctx: Ctx, id: string): Promise<void> {
  const { rows } = await sql`select from catalog.product where id = ${id}`.execute(ctx.db)
  if (rows.length > 0) throw invalid('id', 'taken', 'Something else has this id already.')
}

type Row = Parameters<typeof writeProducts>[0][number]

function write(
  id: string,
  given: Pick<Row, 'texts' | 'categoryIds' | 'optionIds' | 'taxCategoryId'> & {
    channelIds?: string[]
    custom?: CustomValues
    shippable?: boolean
    featured?: boolean
    position?: number
    variants: Static<typeof NewVariant>[]
  },
  ctx: Ctx,
): Promise<void> {
  const row: Row = {
    ...given,
    id,
    state: 'draft',
    featured: given.featured ?? false,
    position: given.position ?? 0,
    variants: given.variants.map(({ id: own, sku, weightGrams = 0, choices = [], ...more }, position) => ({
      ...more,
      id: own ?? newId(),
      sku: sku.trim(),
      position,
      weightGrams,
      values: choices,
    })),
    media: [],
  }
  return writeProducts([row], ctx)
}
