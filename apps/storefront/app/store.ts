/**
 * The store's operations as the pages call them: the typed client, which in the server runs in this process.
 * Only types come from there; no client code reaches the browser.
 */
import type { Client, SearchSortBy, ShownBlock } from '@quayside/client'

export type {
  Address,
  AddressForm,
  AddressInput,
  AskedField,
  Cart,
  CartBundle,
  CartDeposit,
  CartLine,
  CartCode,
  CartProblem,
  Category,
  DeliveryEstimate,
  DeliveryOffer,
  DeliveryOfferList,
  DeliveryWayNotOffered,
  Enquiry,
  Film,
  HandedOver,
  MeasurePrice,
  LocalSlug,
  MadePasskey,
  Money,
  OptionChoice,
  Order,
  OrderCard,
  OrderBundle,
  OrderDeposit,
  OrderLine,
  OrderPayment,
  OrderReturns,
  OrderStatus,
  OwnField,
  OwnReview,
  PageKind,
  Passkey,
  PaymentMethod,
  Picture,
  Placement,
  PostCard,
  Product,
  ProductBundle,
  ProductCard,
  QuantityRule,
  RelatedProduct,
  Reordered,
  Return,
  ReturnReason,
  ReturnableLine,
  ShownAction,
  ShownBlock,
  ShownDocument,
  ShownLink,
  ShownMenuItem,
  ShownParagraph,
  ShownSpan,
  Review,
  ReviewReportReason,
  SavedAddress,
  SignedByPasskey,
  StorefrontLocale,
  Suggestions,
  TaxDecision,
  Totals,
  Variant,
  Wishlist,
  WishlistItem,
} from '@quayside/client'

export type Store = Client

/** What is shown of a kind of block. */
export type BlockOf<Kind extends ShownBlock['kind']> = Extract<ShownBlock, { kind: Kind }>

/** The orders a list comes in, as its address says them: `-price` is the price, downwards. */
export type ListSort = SearchSortBy | '-price'
export const sorts = [
  'relevance',
  'position',
  'newest',
  'price',
  '-price',
  'name',
] as const satisfies ListSort[]
