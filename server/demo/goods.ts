/** Turns products as the demo shop tells them into rows: shelves, options, goods with prices and stock. */
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { slugOf } from '#kit/text.ts'
import {
  putBundle,
  writeCollections,
  writeCategories,
  writeOptions,
  writeProducts,
  type NewProduct,
} from '../modules/catalog/index.ts'
import { writeStock } from '../modules/inventory/index.ts'
import { writePrices } from '../modules/pricing/index.ts'
import { categories, collections, options, type DemoProduct } from './catalogue/index.ts'
import { isNear } from './catalogue/types.ts'
import { factsIn, inAll } from './catalogue/texts/index.ts'

export async function seedCategories(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map(categories.map(({ slug }) => [slug, newId()]))
  await writeCategories(
    categories.map(({ slug, name, description, position }) => ({
      id: ids.get(slug)!,
      parentId: null,
      position,
      texts: inAll({ name, slug, description }, (language) => {
        const text = language.categories[slug]
        return text && { ...text, slug: slugOf(text.name) }
      }),
    })),
    ctx,
  )
  return ids
}

/** `productIds` are by slug. */
export async function seedCollections(
  ctx: Ctx,
  productIds: Map<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map(collections.map(({ slug }) => [slug, newId()]))
  await writeCollections(
    collections.map(({ slug, name, description, goods }, position) => ({
      id: ids.get(slug)!,
      position,
      texts: inAll({ name, slug, description }, (language) => {
        const text = language.collections[slug]
        return text && { ...text, slug: slugOf(text.name) }
      }),
      productIds: goods.map((each) => productIds.get(each)!),
    })),
    ctx,
  )
  return ids
}

/** `colour` for the option, `colour sand` for its value. */
export async function seedOptions(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const option of options) {
    ids.set(option.key, newId())
    for (const value of option.values) ids.set(`${option.key} ${value.key}`, newId())
  }
  await writeOptions(
    options.map((option, position) => ({
      id: ids.get(option.key)!,
      key: option.key,
      position,
      texts: named(option.name, option.key),
      values: option.values.map((value, place) => ({
        id: ids.get(`${option.key} ${value.key}`)!,
        key: value.key,
        swatch: value.swatch?.toLowerCase() ?? null,
        position: place,
        texts: named(value.name, `${option.key} ${value.key}`),
      })),
    })),
    ctx,
  )
  return ids
}

const named = (english: string, key: string) =>
  inAll({ name: english }, ({ options: names }) => (names[key] ? { name: names[key] } : undefined))

/** At most 1,000 variants in a call. `idOf` names the parts of the product at an index. */
export async function writeGoods(
  ctx: Ctx,
  goods: (DemoProduct & { publishedAgoMs?: number })[],
  given: { known: Known; firstPosition: number; idOf: (index: number, part: string) => string },
): Promise<void> {
  const { known, firstPosition, idOf } = given
  const rows = goods.map((product, index) => ({
    ...productRow(product, firstPosition + index, known, (part) => idOf(index, part)),
    publishedAt: new Date(ctx.now().getTime() - (product.publishedAgoMs ?? 0)),
  }))
  await writeProducts(rows, ctx)
  const variants = goods.flatMap((product, index) =>
    product.variants.map((variant, place) => ({
      ...variant,
      tiers: product.tiers ?? [],
      abroad: product.abroad?.[variant.sku],
      bundle: product.bundle,
      variantId: rows[index]!.variants[place]!.id,
    })),
  )
  await writePrices(
    variants.flatMap(({ variantId, price, compareAt, tiers, abroad }) => [
      { variantId, currency: 'EUR', amount: price, compareAt: compareAt ?? null },
      ...Object.entries(abroad ?? {}).map(([currency, amount]) => ({ variantId, currency, amount })),
      ...tiers.map((tier) => ({ variantId, currency: 'EUR', amount: tier.price, minQuantity: tier.from })),
    ]),
    ctx,
    'demo',
  )
  await writeStock(
    variants
      .filter(({ bundle }) => !bundle)
      .map(({ variantId, sku, stock }) => ({
        variantId,
        sku,
        locationId: known.locationId,
        onHand: stock,
      })),
    ctx,
  )
  const idOfSku = new Map(variants.map(({ sku, variantId }) => [sku, variantId]))
  for (const { variantId, bundle } of variants) {
    if (!bundle) continue
    await putBundle(ctx, variantId, {
      price: 'own',
      parts: bundle.parts.map((sku) => ({ variantId: idOfSku.get(sku)!, quantity: 1 })),
      groups: bundle.choices.map(({ name, skus }) => ({
        texts: named(name, name),
        minimum: 1,
        maximum: 1,
        variantIds: skus.map((sku) => idOfSku.get(sku)!),
      })),
    })
  }
}

/** Ids of what goods refer to, by their keys. */
export interface Known {
  tax: { standard: string; reduced: string }
  locationId: string
  categoryIds: Map<string, string>
  optionIds: Map<string, string>
  files: Map<string, string>
}

function productRow(
  product: DemoProduct,
  position: number,
  { tax, categoryIds, optionIds, files }: Known,
  idOf: (part: string) => string,
): NewProduct {
  const variants = product.variants.map((variant, place) => ({
    id: idOf(`variant ${place}`),
    sku: variant.sku,
    position: place,
    weightGrams: variant.weightGrams,
    content: variant.content ?? null,
    choice: variant.options,
    values: Object.entries(variant.options).map(([option, value]) => ({
      optionId: optionIds.get(option)!,
      valueId: optionIds.get(`${option} ${value}`)!,
    })),
  }))
  return {
    id: idOf('product'),
    taxCategoryId: tax[product.taxCategory],
    position,
    featured: product.featured ?? false,
    categoryIds: product.categories.map((slug) => categoryIds.get(slug)!),
    optionIds: product.options.map((key) => optionIds.get(key)!),
    texts: inAll(
      {
        name: product.name,
        slug: product.slug,
        subtitle: product.subtitle,
        description: product.description,
        facts: product.facts,
      },
      (language) => {
        const text = language.products[product.slug]
        return text && { ...text, slug: slugOf(text.name), facts: factsIn(language, product.facts) }
      },
    ),
    variants,
    media: product.picture
      .filter(({ key }) => files.has(key))
      .map(({ key, alt, shows }, place) => ({
        id: idOf(`picture ${place}`),
        variantId: shows
          ? (variants.find(({ choice }) =>
              Object.entries(shows).every(
                ([option, value]) => choice[option as keyof typeof choice] === value,
              ),
            )?.id ?? null)
          : null,
        fileId: files.get(key)!,
        position: place,
        alts: inAll({ alt }, ({ products, options: names, near }) => {
          const text = products[product.slug]
          const shown = Object.entries(shows ?? {}).map(([option, value]) => names[`${option} ${value}`])
          const part = isNear(key) ? [near] : []
          return text && { alt: [text.name, ...shown, ...part].join(' – ') }
        }),
      })),
  }
}
