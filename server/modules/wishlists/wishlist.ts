/** A list of things that a shopper means to come back to, and what is on it. */
import {
  Count,
  Flag,
  Id,
  Instant,
  Int,
  List,
  Money,
  Nullable,
  Text,
  Token,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { ProductCard } from '../browse/index.ts'
import { MOST_OF_ONE, OptionChoice } from '../catalog/index.ts'

/** Of one shopper, what they set aside from the cart among them. */
export const MOST_LISTS = 20
export const MOST_ITEMS = 200

export const WishlistKind = Words('WishlistKind', 'wish', 'later')
export type WishlistKind = Static<typeof WishlistKind>
export const WishlistName = Text(80)

export const Wishlist = shape('Wishlist', {
  id: Id,
  /** `later`: what was set aside from the cart; every shopper has one such list at most. */
  kind: WishlistKind,
  name: WishlistName,
  /** Where a thing goes when no list is named. */
  isDefault: Flag,
  itemCount: Count,
  /** Whoever has it sees the list, and changes nothing; null: it is not shared. */
  shareToken: Nullable(Token),
  version: Version,
  updatedAt: Instant,
})
export type Wishlist = Static<typeof Wishlist>

export const WishlistItem = shape('WishlistItem', {
  id: Id,
  productId: Id,
  /** Null: whichever of its variants. */
  variantId: Nullable(Id),
  /** As the shop offers it now; null: it is not for sale. */
  product: Nullable(ProductCard),
  choices: List(OptionChoice, 5),
  quantity: Int(1, MOST_OF_ONE),
  /** Of the variant, or the lowest of the product; null: it is not for sale. */
  price: Nullable(Money),
  /** What it cost when it was put here; null: it had no price. */
  seenPrice: Nullable(Money),
  /** Some of it can be had now. */
  isAvailable: Flag,
  /** Its owner is told when it becomes cheaper. */
  tellsOfDrop: Flag,
  /** Its owner is told when it is there again. */
  tellsWhenBack: Flag,
  addedAt: Instant,
})
export type WishlistItem = Static<typeof WishlistItem>

export const WishlistItems = List(WishlistItem, MOST_ITEMS)

/** A list with all that is on it, the newest first. */
export const FullWishlist = shape('FullWishlist', { list: Wishlist, items: WishlistItems })
