/** Writes rows of products: new ones by the writer of seeds and factories, changed ones by a statement per table. */
import type { Ctx } from '#kit/context.ts'
import { customIn } from '#kit/custom.ts'
import { newId } from '#kit/id.ts'
import type { Item, Row } from '#kit/resource.ts'
import { slugOf } from '#kit/text.ts'
import { CUSTOM, VARIANT_CELLS } from '../custom.ts'
import type { ProductText } from '../products/product.ts'
import { lockSlugs } from '../slugs.ts'
import { writeProducts, type NewProduct } from '../write.ts'
import { putAttributes, type ProductValue } from './put-attributes.ts'
import { changeProducts, type ChangedProduct } from './change-products.ts'
import { wordsOf, type Words } from './product-columns.ts'
import { PRODUCT, VARIANT, contentOf, ruleOf } from './product-rows.ts'
import { referencesOf, slugKey, slugsIn, type References } from './references.ts'

const text = (cell: unknown) => (cell as string | null | undefined) ?? null
const list = (cell: unknown) => (cell as string[] | null | undefined) ?? []

export async function writeRows(ctx: Ctx, items: Item[]): Promise<void> {
  const words = await wordsOf(ctx)
  const rows = items.map(({ row }) => row)
  await lockSlugs(ctx, 'product')
  const refs = await referencesOf(ctx, rows, wantedSlugs(rows, words))
  const made: NewProduct[] = []
  const changed: ChangedProduct[] = []
  const values: ProductValue[] = []
  for (const group of Map.groupBy(items, ({ row }) => row['product']).values()) {
    const known = text(group[0]!.row[PRODUCT])
    const id = known ?? newId()
    const product = productOf(id, group, { refs, words, ctx })
    if (known) changed.push(product)
    else made.push({ ...product, media: [] })
    values.push(valuesOf(id, group[0]!.row, { refs, words, ctx }))
  }
  if (made.length > 0) await writeProducts(made, ctx)
  if (changed.length > 0) await changeProducts(ctx, changed)
  await putAttributes(ctx, values)
}

/** Also those that are made from names. */
function wantedSlugs(rows: Row[], words: Words): { locale: string; slug: string }[] {
  const named = words.locales.slice(1).flatMap((locale) =>
    rows.flatMap((row) => {
      const name = text(row[`name.${locale}`])
      return name === null || text(row[`slug.${locale}`]) !== null ? [] : [{ locale, slug: slugOf(name) }]
    }),
  )
  return [...slugsIn(rows, words), ...named]
}

interface Around {
  refs: References
  words: Words
  ctx: Ctx
}

function productOf(id: string, group: Item[], around: Around): ChangedProduct {
  const { refs, ctx } = around
  const { row } = group[0]!
  const optionKeys = list(row['options'])
  return {
    id,
    taxCategoryId: refs.taxCategories[String(row['taxCategory'])]!,
    state: row['state'] as 'draft' | 'published',
    position: Number(row['position']),
    featured: row['featured'] === true,
    shippable: row['shippable'] === true,
    publishAt: text(row['publishAt']),
    unpublishAt: text(row['unpublishAt']),
    channelIds: list(row['channels']).map((code) => refs.channels[code]!),
    custom: customIn(ctx, CUSTOM.product, row),
    categoryIds: list(row['categories']).map((slug) => refs.categories[slug]!),
    optionIds: optionKeys.map((key) => refs.options[key]!.id),
    texts: textsOf(id, row, around),
    variants: group
      .filter(({ row: each }) => each['sku'] !== null)
      .map(({ row: each }, position) => ({
        id: text(each[VARIANT]) ?? newId(),
        isNew: text(each[VARIANT]) === null,
        sku: String(each['sku']),
        position,
        weightGrams: Number(each['weightGrams']),
        quantityRule: ruleOf(each),
        content: contentOf(each),
        custom: customIn(ctx, CUSTOM.variant, each, VARIANT_CELLS),
        values: optionKeys.map((key) => {
          const { id: optionId, values } = refs.options[key]!
          return { optionId, valueId: values[String(each[`option.${key}`])]! }
        }),
      })),
  }
}

/** In the store's language the address is the key of the file; in others it is given, or made from the name. */
function textsOf(id: string, row: Row, { refs, words }: Around): NewProduct['texts'] {
  return words.locales.flatMap((locale, index) => {
    const name = text(row[`name.${locale}`])
    if (name === null) return []
    const made = slugOf(name)
    const owner = refs.slugs[slugKey(locale, made)]
    const free = owner === undefined || owner === id ? made : `${made}-${id.slice(-12)}`
    return [
      {
        locale,
        name,
        slug: index === 0 ? String(row['product']) : (text(row[`slug.${locale}`]) ?? free),
        subtitle: text(row[`subtitle.${locale}`]),
        description: text(row[`description.${locale}`]) ?? '',
        facts: JSON.parse(text(row[`facts.${locale}`]) ?? '[]') as ProductText['facts'],
      },
    ]
  })
}

function valuesOf(productId: string, row: Row, { refs, words }: Around): ProductValue {
  const type = row['type'] === null ? undefined : refs.types[String(row['type'])]
  const given = words.attributes.flatMap(({ key }) => {
    const attribute = type?.attributes[key]
    const value = row[`attribute.${key}`] ?? null
    return attribute && value !== null ? [{ ...attribute, value }] : []
  })
  return { productId, typeId: type?.id ?? null, given }
}
