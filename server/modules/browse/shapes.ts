/** What shoppers read of the catalogue: cards in lists, and the product page. */
import { OwnField } from '#kit/own-fields.ts'
import {
  Count,
  Flag,
  Id,
  Instant,
  Int,
  Key,
  Link,
  List,
  Locale,
  Money,
  Nullable,
  OneOf,
  Slug,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import {
  MOST_FILMS,
  LONGEST_SKU,
  MOST_LOCALES,
  MOST_OPTIONS,
  MOST_VALUES,
  MOST_VARIANTS,
  MeasurePrice,
  OptionChoice,
  ProductAttributes,
  QuantityRule,
  meta,
} from '../catalog/index.ts'
import { StockPromise } from '../inventory/index.ts'
import { Film, Picture } from '../media/index.ts'
import { DepositCount, MOST_IN_LIST as MOST_TIERS, MOST_OF_VARIANT, MinQuantity } from '../pricing/index.ts'
import { CardRating, ProductRating } from './rating.ts'

export const Availability = OneOf('in_stock', 'low_stock', 'out_of_stock')

/** At or below this many pieces a shopper is told that few are left. */
export const LOW_STOCK = 5
/** Exact stock is nobody's business beyond this. */
export const MOST_SHOWN = 99

/** Of one product, those of its variants among them. */
const MOST_PICTURES = 60

/** The lowest price of the 30 days before a reduction for everybody; with `compareAt` only. */
const LowestIn30Days = Nullable(Money)

export const ProductCard = shape('ProductCard', {
  id: Id,
  slug: Slug,
  name: Text(300),
  subtitle: Nullable(Text(300)),
  picture: Nullable(Picture),
  price: Money,
  priceVaries: Flag,
  compareAt: Nullable(Money),
  lowestIn30Days: LowestIn30Days,
  /** Of the `price`; null: it is sold by the piece. */
  measurePrice: Nullable(MeasurePrice),
  availability: Availability,
  /** Null: nobody has rated it. */
  rating: Nullable(CardRating),
  swatches: List(Text(7), 12),
  /** The only one that is sold; null: there is something to choose. */
  variantId: Nullable(Id),
})

export const Sku = Text(LONGEST_SKU)

/** A key and one of its values: `glaze:sand`. */
export const Trait = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9_.\\-]*:[A-Za-z0-9][A-Za-z0-9_.\\-]*$',
  maxLength: 161,
  scalar: 'Key',
})

export const Variant = shape('Variant', {
  id: Id,
  sku: Sku,
  choices: List(OptionChoice, 5),
  price: Money,
  compareAt: Nullable(Money),
  lowestIn30Days: LowestIn30Days,
  /** When the reduction ends, where that is known; with `compareAt` only. */
  reducedUntil: Nullable(Instant),
  /** Null: it is sold by the piece. */
  measurePrice: Nullable(MeasurePrice),
  /** What one piece costs from a quantity on; the smallest quantity first. */
  tiers: List(
    shape('PriceTier', { minQuantity: MinQuantity, price: Money, measurePrice: Nullable(MeasurePrice) }),
    MOST_TIERS,
  ),
  /** Asked beside the price of one, for bottles and the like. */
  deposits: List(
    shape('OfferedDeposit', { name: Text(120), count: DepositCount, total: Money }),
    MOST_OF_VARIANT,
  ),
  availability: Availability,
  available: Int(0, MOST_SHOWN),
  /** The next piece is not there yet, and leaves later; null: it is there, or cannot be had. */
  promise: Nullable(StockPromise),
  quantityRule: QuantityRule,
  pictureUrl: Nullable(Link),
  /** Addresses of those pictures of the product that show this variant, the first one first. */
  pictureUrls: List(Link, MOST_PICTURES),
})

export type Variant = Static<typeof Variant>

const ProductCombinations = shape(
  'ProductCombinations',
  {
    /** Of each option the place of each variant's value among the option's values; -1 where it has none. */
    columns: List(
      shape('CombinationColumn', { option: Key, values: List(Int(-1, MOST_VALUES - 1), MOST_VARIANTS) }),
      MOST_OPTIONS,
    ),
    /** A digit for each variant: 1 can be had, 0 is sold out. */
    canBeHad: Text(MOST_VARIANTS),
  },
  { description: 'All variants in their order, as columns: the first of each column is the first variant.' },
)

const ProductCategory = shape('ProductCategory', { slug: Slug, name: Text(200) })

/** Where a page is in the other languages of the shop; a language without a text of its own shows another's. */
const LocalSlugs = List(shape('LocalSlug', { locale: Locale, slug: Slug }), MOST_LOCALES)

export const Product = shape('Product', {
  id: Id,
  slug: Slug,
  slugs: LocalSlugs,
  name: Text(300),
  subtitle: Nullable(Text(300)),
  description: Text(20_000, { min: 0 }),
  facts: List(shape('ProductFact', { name: Text(120), value: Text(500) }), 40),
  /** Those fields of the store's own that have a label. */
  ownFields: List(OwnField, 64),
  attributes: ProductAttributes,
  categories: List(ProductCategory, 20),
  pictures: List(Picture, MOST_PICTURES),
  films: List(Film, MOST_FILMS),
  options: List(
    shape('ProductOption', {
      key: Key,
      name: Text(120),
      values: List(
        shape('ProductOptionValue', { key: Key, name: Text(120), swatch: Nullable(Text(7)) }),
        200,
      ),
    }),
    5,
  ),
  variants: List(Variant, MOST_VARIANTS),
  variantCount: Int(1, MOST_VARIANTS),
  /** Where there are more than `variants` tells. */
  combinations: Nullable(ProductCombinations),
  price: Money,
  priceVaries: Flag,
  compareAt: Nullable(Money),
  lowestIn30Days: LowestIn30Days,
  availability: Availability,
  /** Null: nobody has rated it. */
  rating: Nullable(ProductRating),
  /** `browse.bundle` says what is in it. */
  isBundle: Flag,
  ...meta,
  version: Version,
})
export type Product = Static<typeof Product>

const part = {
  variantId: Id,
  productId: Id,
  slug: Slug,
  sku: Text(80),
  name: Text(300),
  choices: List(OptionChoice, 5),
  picture: Nullable(Picture),
  /** By itself. */
  price: Nullable(Money),
  available: Int(0, MOST_SHOWN),
}

export const ProductBundle = shape(
  'ProductBundle',
  {
    variantId: Id,
    /** True: it costs what is chosen costs, less `reductionBasisPoints`; otherwise what its variant does. */
    bySum: Flag,
    reductionBasisPoints: Int(0, 10_000),
    /** Always in it. */
    parts: List(shape('ProductBundlePart', { ...part, quantity: Int(1, 99) }), 20),
    groups: List(
      shape('ProductBundleGroup', {
        id: Id,
        name: Text(120),
        minimum: Int(0, 20),
        maximum: Int(1, 20),
        options: List(shape('ProductBundleOption', part), 50),
      }),
      10,
    ),
  },
  { description: 'From each group the buyer chooses from `minimum` to `maximum` pieces.' },
)
export type ProductBundle = Static<typeof ProductBundle>

const category = {
  id: Id,
  slug: Slug,
  name: Text(200),
  description: Text(5000, { min: 0 }),
  parentId: Nullable(Id),
  picture: Nullable(Picture),
  /** Of the category and all below it, each product once. */
  productCount: Count,
}
export const Category = shape('Category', category)

export const Collection = shape('Collection', {
  id: Id,
  slug: Slug,
  slugs: LocalSlugs,
  name: Text(200),
  description: Text(5000, { min: 0 }),
  /** Of the first product in it that has one. */
  picture: Nullable(Picture),
  ...meta,
})

/** As many as a shop may have. */
export const MOST_CATEGORIES = 500

export const CategoryBranch = shape(
  'CategoryBranch',
  {
    ...category,
    slugs: LocalSlugs,
    ...meta,
    above: List(ProductCategory, MOST_CATEGORIES),
    below: List(Category, MOST_CATEGORIES),
  },
  { description: '`above` leads from the root down to here; `below` are the next ones down.' },
)
