// Generated from the operations by tools/contracts.ts; do not edit.
import type { DoBatch } from '../batch.ts'
import type { CallOptions, Custom, ProblemOf, StreamOptions } from '../call.ts'

export type AddressFieldLabel = 'name' | 'company' | 'line1' | 'line2' | 'postal_code' | 'zip' | 'eircode' | 'pin' | 'city' | 'district' | 'post_town' | 'suburb' | 'province' | 'state' | 'county' | 'department' | 'do_si' | 'emirate' | 'island' | 'oblast' | 'parish' | 'prefecture' | 'area'

export type AddressFormFieldName = 'name' | 'company' | 'line1' | 'line2' | 'postal_code' | 'city' | 'region'

export type AnnouncementKind = 'bar' | 'maintenance'

export type ApiKeyKind = 'secret' | 'publishable'

export type ApiKeyPlan = 'standard' | 'large'

export type ApiKeySortBy = 'created'

export type AskedFieldKind = 'text' | 'email' | 'phone' | 'url' | 'integer' | 'decimal' | 'flag' | 'day' | 'choice'

export type AttributeKind = 'text' | 'number' | 'flag' | 'day' | 'choice'

export type CartActionKind = 'set_quantity' | 'accept_price' | 'remove_item' | 'set_bundle_quantity' | 'remove_bundle' | 'remove_code' | 'choose_delivery' | 'change_address'

export type CartDeliveryProblemKind = 'not_offered' | 'nowhere'

export type CartMergeRule = 'sum' | 'larger' | 'newest'

export type CartMissing = 'items' | 'email' | 'shipping_address' | 'delivery' | 'billing_address'

export type CartProblemKind = 'out_of_stock' | 'less_left' | 'not_for_sale' | 'price_changed' | 'wrong_quantity'

export type CartState = 'open' | 'completing' | 'completed' | 'abandoned' | 'merged'

export type CatalogBundlePrice = 'own' | 'sum'

export type CatalogBundlesSetPrice = 'own' | 'sum'

export type CatalogNotReadyDetailsMissing = 'text' | 'variant' | 'attribute'

export type CatalogProductCardState = 'draft' | 'published' | 'archived'

export type CatalogProductSortBy = 'updated' | 'created' | 'name'

export type CatalogProductState = 'draft' | 'published' | 'archived'

export type CatalogProductsListState = 'draft' | 'published' | 'archived'

export type CollectionConditionKind = 'every' | 'featured' | 'category' | 'type' | 'choice' | 'option_value' | 'number' | 'flag'

export type CollectionKind = 'manual' | 'rule'

export type CollectionMatching = 'all' | 'any'

export type ContentIcon = 'bag' | 'back' | 'check' | 'clock' | 'info' | 'lock' | 'person' | 'sun' | 'truck'

export type ContentPlaceTakenDetailsKind = 'home' | 'slot'

export type ContentTargetKind = 'home' | 'products' | 'journal' | 'category' | 'collection' | 'product' | 'document' | 'address'

export type ConversionRounding = 'nearest' | 'up' | 'down'

export type CustomerSortBy = 'created' | 'name' | 'email'

export type DeliveryCombination = 'sum' | 'dearest'

export type DeliveryMeasure = 'none' | 'weight_grams' | 'volume_ccm' | 'value' | 'items'

export type DeliveryPricedBy = 'store' | 'carrier' | 'fallback'

export type DeliveryRefusedReason = 'elsewhere' | 'currency' | 'not_all_there' | 'profile' | 'too_heavy' | 'too_long' | 'too_large' | 'too_many' | 'below' | 'beyond' | 'too_dear' | 'not_carried'

export type DigitalTermsKeys = 'none' | 'wait' | 'sold_out'

export type DocumentKind = 'home' | 'page' | 'post' | 'slot'

export type DocumentSortBy = 'updated'

export type DocumentState = 'draft' | 'published' | 'archived'

export type EnquirySortBy = 'created'

export type ExchangeColumnKind = 'text' | 'integer' | 'flag' | 'list'

export type ExchangeFileFormat = 'csv' | 'json' | 'jsonl' | 'xlsx'

export type ExchangeImportsCreateDelimiter = 'comma' | 'semicolon' | 'tab' | 'pipe'

export type ExchangeRunKind = 'import' | 'export'

export type ExchangeRunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export type ExpectedStockFrom = 'purchase' | 'transfer'

export type FacetRangeKind = 'number' | 'day'

export type FulfilmentDigitalSetKeys = 'none' | 'wait' | 'sold_out'

export type FulfilmentStanding = 'none' | 'part_shipped' | 'shipped' | 'part_delivered' | 'delivered'

export type HeroBlockLook = 'over' | 'beside'

export type ImageWithTextBlockSide = 'start' | 'end'

export type InventoryStockAdjustReason = 'received' | 'damaged' | 'returned' | 'corrected'

export type InventoryTransfersCloseMissing = 'lost' | 'returned'

export type JobState = 'waiting' | 'running' | 'failing' | 'dead'

export type LabelFormat = 'pdf' | 'zpl'

export type LabelState = 'asked' | 'bought' | 'refused' | 'voiding' | 'voided'

export type LicenceKeyState = 'free' | 'given' | 'revoked'

export type LinePromiseKind = 'pre_order' | 'back_order'

export type LogLevelWord = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export type MarketTaxRounding = 'line' | 'total'

export type MeKind = 'anonymous' | 'guest' | 'person'

export type MeasureUnit = 'mg' | 'g' | 'kg' | 'ml' | 'cl' | 'l' | 'm3' | 'mm' | 'cm' | 'm' | 'cm2' | 'm2' | 'piece'

export type MediaFileVisibility = 'public' | 'private'

export type MediaTicketsCreateVisibility = 'public' | 'private'

export type MenuKey = 'header' | 'footer'

export type NewsletterAdminListState = 'asked' | 'confirmed' | 'ended'

export type OrderDocumentKind = 'receipt' | 'invoice'

export type OrderRefundState = 'approved' | 'sent' | 'succeeded' | 'failed'

export type OrderState = 'draft' | 'pending' | 'confirmed' | 'on_hold' | 'completed' | 'cancelled' | 'expired' | 'archived'

export type OrderStatus = 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded'

export type OrdersClaimLinkNotValidDetailsReason = 'used' | 'expired' | 'unknown'

export type PageKind = 'home' | 'product' | 'category' | 'collection' | 'page' | 'post'

export type ParagraphKind = 'paragraph' | 'heading' | 'subheading' | 'bullet' | 'number' | 'quote'

export type PastOrderState = 'confirmed' | 'on_hold' | 'completed' | 'cancelled' | 'archived'

export type PaymentCapture = 'automatic' | 'manual'

export type PaymentDetailCapture = 'automatic' | 'manual'

export type PaymentDisputeState = 'open' | 'won' | 'lost'

export type PaymentInboxEntryKind = 'payment' | 'refund' | 'other'

export type PaymentInboxEntryState = 'received' | 'handled' | 'parked' | 'ignored'

export type PaymentRefundState = 'approved' | 'sent' | 'succeeded' | 'failed'

export type PaymentStanding = 'none' | 'pending' | 'authorised' | 'part_paid' | 'paid' | 'over_paid' | 'part_refunded' | 'refunded' | 'failed' | 'disputed' | 'charged_back'

export type PaymentState = 'created' | 'requires_action' | 'processing' | 'authorised' | 'part_captured' | 'captured' | 'failed' | 'cancelled' | 'expired' | 'voided' | 'disputed' | 'won' | 'lost'

export type PaymentsInboxListState = 'received' | 'handled' | 'parked' | 'ignored'

export type PersonSortBy = 'created' | 'name' | 'email'

export type PersonState = 'invited' | 'active' | 'suspended'

export type PriceStepOutcome = 'won' | 'outranked' | 'no_price' | 'too_few' | 'later' | 'over' | 'other_channel' | 'other_group' | 'other_company'

export type PricingConversionsSetRounding = 'nearest' | 'up' | 'down'

export type ProductAvailability = 'in_stock' | 'low_stock' | 'out_of_stock'

export type ProductCardAvailability = 'in_stock' | 'low_stock' | 'out_of_stock'

export type ProductSortBy = 'position' | 'newest' | 'name' | 'price'

export type ProductsBlockOrder = 'position' | 'newest'

export type PromotionKind = 'percentage' | 'amount' | 'free_delivery' | 'buy_x_get_y' | 'tiers'

export type PromotionReason = 'applied' | 'unknown' | 'other_channel' | 'other_group' | 'not_first_order' | 'used_up' | 'not_yet' | 'over' | 'used_by_you' | 'nothing_matches' | 'not_in_currency' | 'no_delivery_yet' | 'nothing_left' | 'budget_spent' | 'below_minimum_amount' | 'below_minimum_quantity' | 'not_combinable'

export type PromotionState = 'scheduled' | 'running' | 'over' | 'archived'

export type PurchaseState = 'draft' | 'ordered' | 'receiving' | 'closed' | 'cancelled'

export type QueuedJobKind = 'job' | 'reaction'

export type RedirectSortBy = 'updated' | 'from' | 'hits'

export type RefundLineRestock = 'none' | 'cancel' | 'return'

export type RelatedKind = 'accessory' | 'alternative' | 'related'

export type RelatedReason = 'accessory' | 'alternative' | 'bought_together' | 'related' | 'same_shelf'

export type ReturnReason = 'changed_mind' | 'does_not_fit' | 'not_as_described' | 'damaged' | 'faulty' | 'wrong_item' | 'too_late' | 'other'

export type ReturnState = 'requested' | 'approved' | 'refused' | 'withdrawn' | 'in_transit' | 'received' | 'inspected' | 'closed' | 'lapsed'

export type ReviewReportReason = 'advertising' | 'insult' | 'personal_data' | 'off_topic' | 'untrue'

export type ReviewSettingsPublishing = 'verified' | 'by_hand'

export type ReviewSettingsWhoMayWrite = 'members' | 'buyers'

export type ReviewSortBy = 'helpful' | 'newest' | 'stars'

export type ReviewState = 'pending' | 'published' | 'refused'

export type ReviewsAdminModerateState = 'published' | 'refused'

export type ReviewsAnswersModerateState = 'published' | 'refused'

export type ReviewsQuestionsModerateState = 'published' | 'refused'

export type ReviewsSettingsUpdatePublishing = 'verified' | 'by_hand'

export type ReviewsSettingsUpdateWhoMayWrite = 'members' | 'buyers'

export type RunOutcome = 'done' | 'failed'

export type SalesStep = 'day' | 'week' | 'month' | 'year' | 'whole'

export type SchedulePer = 'store' | 'installation'

export type SearchEngineOutcome = 'found' | 'failed' | 'resting' | 'unready' | 'none'

export type SearchRankRule = 'name' | 'available' | 'sold' | 'pinned' | 'buried' | 'engine'

export type SearchSortBy = 'relevance' | 'position' | 'newest' | 'name' | 'price'

export type SettingsAnnouncementsCreateKind = 'bar' | 'maintenance'

export type SettingsMarketsCreateTaxRounding = 'line' | 'total'

export type SettingsMarketsUpdateTaxRounding = 'line' | 'total'

export type ShipmentState = 'planned' | 'picked' | 'packed' | 'shipped' | 'delivered' | 'cancelled' | 'lost' | 'returned_to_sender'

export type ShortOf = 'gone' | 'sold_out' | 'fewer' | 'bundle' | 'full'

export type ShownHeroLook = 'over' | 'beside'

export type ShownImageWithTextSide = 'start' | 'end'

export type ShownLinkKind = 'home' | 'products' | 'journal' | 'category' | 'collection' | 'product' | 'page' | 'post' | 'address'

export type ShownProductsOrder = 'position' | 'newest'

export type ShownSpanMarks = 'strong' | 'emphasis'

export type SpanMarks = 'strong' | 'emphasis'

export type StaffOrderRefundState = 'approved' | 'sent' | 'succeeded' | 'failed'

export type StaffQuestionSortBy = 'created'

export type StaffRefundLineRestock = 'none' | 'cancel' | 'return'

export type StaffReturnSortBy = 'created'

export type StaffReviewSortBy = 'created'

export type StaffSubscriptionEndedBy = 'link' | 'account' | 'staff'

export type StaffSubscriptionState = 'asked' | 'confirmed' | 'ended'

export type StockDifferenceCounter = 'on_hand' | 'reserved'

export type StockItemSortBy = 'sku'

export type StockMovementReason = 'opening' | 'received' | 'counted' | 'damaged' | 'shipped' | 'returned' | 'corrected' | 'transferred' | 'expired' | 'recalled'

export type StockPromiseKind = 'pre_order' | 'back_order'

export type StockTracking = 'none' | 'lot' | 'serial'

export type StockTransferState = 'draft' | 'sent' | 'receiving' | 'closed' | 'cancelled'

export type SubscriptionSortBy = 'asked'

export type SuppressionReason = 'bounce' | 'complaint' | 'refused' | 'wish'

export type TaxCertificateKind = 'resale' | 'government' | 'charity' | 'education' | 'agriculture' | 'diplomatic' | 'other'

export type TaxIdState = 'wanted' | 'unanswered' | 'valid' | 'invalid'

export type TaxOutcome = 'reverse_charge' | 'certificate' | 'domestic' | 'not_abroad' | 'outside_union' | 'invalid_id' | 'unchecked'

export type TaxStepOutcome = 'charged' | 'outranked' | 'later' | 'over' | 'other_region' | 'other_postal_code'

export type TrackingKind = 'in_transit' | 'exception' | 'delivered' | 'returned'

export type UnionSales = 'destination' | 'origin'

export type VariantAvailability = 'in_stock' | 'low_stock' | 'out_of_stock'

export type WebhookDeliverySortBy = 'created'

export type WebhookDeliveryState = 'queued' | 'sending' | 'retrying' | 'delivered' | 'dead'

export type WebhookDisabledBy = 'staff' | 'answer'

export type WebhookEndpointState = 'active' | 'failing' | 'disabled'

export type WhenTaxIdUnanswered = 'charge' | 'accept'

export type WishlistKind = 'wish' | 'later'

export type WishlistsListsUpdateBecomes = 'usual'

export interface Address {
  name: string
  line1: string
  country: string
  postalCode: string
  city: string
  company: string | null
  line2: string | null
  region: string | null
  phone: string | null
}

export interface AddressBook {
  items: SavedAddress[]
}

export interface AddressForm {
  country: string
  fields: AddressFormField[]
  postalCode: AddressFormPostalCode | null
  regions: AddressFormRegion[]
  format: string
}

export interface AddressFormField {
  name: AddressFormFieldName
  label: AddressFieldLabel
  isRequired: boolean
}

export interface AddressFormPostalCode {
  pattern: string
  example: string
}

export interface AddressFormRegion {
  code: string
  name: string
}

export interface AddressInput {
  name: string
  line1: string
  country: string
  postalCode?: string | undefined
  city?: string | undefined
  company?: string | null | undefined
  line2?: string | null | undefined
  region?: string | null | undefined
  phone?: string | null | undefined
}

export interface Allocation {
  rules: AllocationRuleSet[]
  strategies: AllocationChoice[]
}

export interface AllocationChoice {
  key: string
  name: string
  description: string
}

export interface AllocationRuleSet {
  id: string
  channelId: string | null
  strategy: string
  version: number
}

export interface Announcement {
  id: string
  kind: AnnouncementKind
  channelId: string | null
  startsAt: string
  endsAt: string | null
  link: string | null
  dismissible: boolean
  texts: AnnouncementText[]
  version: number
}

export interface AnnouncementList {
  items: Announcement[]
}

export interface AnnouncementText {
  locale: string
  text: string
}

export interface ApiKey {
  id: string
  name: string
  kind: ApiKeyKind
  prefix: string
  permissions: string[]
  makerId: string
  plan: ApiKeyPlan
  origins: string[]
  version: number
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
}

export interface ApiKeyMade {
  id: string
  name: string
  kind: ApiKeyKind
  prefix: string
  permissions: string[]
  makerId: string
  plan: ApiKeyPlan
  origins: string[]
  version: number
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
  secret: string
}

export interface ApiKeyPage {
  items: ApiKey[]
  next: string | null
  total: PageTotal | null
}

export interface ApiKeySort {
  by: ApiKeySortBy
  desc?: boolean | undefined
}

/** A field of the store’s own that a customer sees and, where it is writable, changes as `custom` by its `key`; without a value all four are null. */
export interface AskedField {
  key: string
  name: string
  text: string | null
  number: string | null
  flag: boolean | null
  day: string | null
  kind: AskedFieldKind
  choices: FieldChoice[]
  isWritable: boolean
}

export interface AskedQuestion {
  id: string
  state: ReviewState
}

export interface AttributeText {
  locale: string
  name: string
}

export interface AuditEntry {
  id: string
  at: string
  actor: string
  operation: string
  subject: string | null
  subjectId: string | null
  before: string | null
  after: string | null
  traceId: string
}

export interface AuditEntryPage {
  items: AuditEntry[]
  next: string | null
  total: PageTotal | null
}

export type Block = HeroBlock | RichTextBlock | ImageWithTextBlock | ColumnsBlock | SlideshowBlock | GalleryBlock | TilesBlock | ProductsBlock | FeaturedProductBlock | FaqBlock | NewsletterBlock | PostsBlock | PluginBlock

export interface BundleChoice {
  groupId: string
  variantId: string
  quantity: number
}

export interface BundleGroupText {
  locale: string
  name: string
}

export interface BundleReduction {
  bundleId: string
  name: string
  amount: Money
}

/** How many rated it, and their average in hundredths of a star, rounded. */
export interface CardRating {
  count: number
  averageHundredths: number
}

export interface CarrierHook {
  name: string
  webhookUrl: string
  webhookSecret: string
}

export interface CarrierHookList {
  items: CarrierHook[]
}

export interface Cart {
  id: string
  version: number
  state: CartState
  currency: string
  locale: string
  lines: CartLine[]
  bundles: CartBundle[]
  deposits: CartDeposit[]
  itemCount: number
  email: string | null
  shippingAddress: Address | null
  billingAddress: Address | null
  needsDelivery: boolean
  delivery: CartDelivery | null
  codes: CartCode[]
  companyName: string | null
  taxId: string | null
  taxDecision: TaxDecision | null
  totals: Totals
  problems: CartProblem[]
  deliveryProblem: CartDeliveryProblem | null
  missing: CartMissing[]
  updatedAt: string
  expiresAt: string
}

/** What mends a problem: `set_quantity` and `accept_price` by `cart.setQuantity` with `lineId` and `quantity`, `remove_item` by `cart.removeItem`, `set_bundle_quantity` and `remove_bundle` by `cart.setBundleQuantity` with `bundleId` and `quantity` or none, `remove_code` by `cart.removeCode`, `choose_delivery` by `cart.setDetails` with one of `cart.deliveryOffers`, `change_address` by `cart.setDetails`. */
export interface CartAction {
  kind: CartActionKind
  lineId: string | null
  bundleId: string | null
  quantity: number | null
  code: string | null
}

export interface CartBundle {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  ownFields: OwnField[]
  quantity: number
  unitPrice: Money
  total: Money
  separately: Money
}

export interface CartCode {
  code: string
  name: string | null
  discount: Money
  problem: CartCodeProblem | null
}

export interface CartCodeProblem {
  code: string
  message: string
  actions: CartAction[]
}

export interface CartDelivery {
  methodId: string
  name: string
  price: Money
  minDays: number
  maxDays: number
  pickUp: PickUp | null
}

export interface CartDeliveryProblem {
  kind: CartDeliveryProblemKind
  message: string
  actions: CartAction[]
}

export interface CartDeposit {
  lineId: string
  depositId: string
  name: string
  quantity: number
  unitPrice: Money
  total: Money
}

export interface CartLine {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  ownFields: OwnField[]
  picture: Picture | null
  quantity: number
  unitPrice: Money
  measurePrice: MeasurePrice | null
  compareAt: Money | null
  lowestIn30Days: Money | null
  discount: Money
  taxRelief: Money
  total: Money
  available: number
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule: QuantityRule
  promise: LinePromise | null
  priceHeldUntil: string | null
  bundleId: string | null
}

export interface CartLink {
  token: string
  expiresAt: string
}

export interface CartProblem {
  kind: CartProblemKind
  lineId: string
  message: string
  available: number | null
  was: Money | null
  is: Money | null
  quantityRule: QuantityRule | null
  actions: CartAction[]
}

export interface CartSettings {
  priceHoldMinutes: number
  mergeRule: CartMergeRule
  version: number
}

/** Shoppers narrow lists by what is `filterable`; words of what is `searchable` find the product. */
export interface CatalogAttribute {
  id: string
  key: string
  kind: AttributeKind
  unit: string | null
  filterable: boolean
  searchable: boolean
  position: number
  texts: AttributeText[]
  choices: CatalogAttributeChoice[]
  version: number
}

export interface CatalogAttributeChoice {
  id: string
  key: string
  position: number
  texts: AttributeText[]
}

export interface CatalogAttributeList {
  items: CatalogAttribute[]
}

export interface CatalogBundle {
  variantId: string
  productId: string
  price: CatalogBundlePrice
  reductionBasisPoints: number
  parts: CatalogBundlePart[]
  groups: CatalogBundleGroup[]
  version: number
}

export interface CatalogBundleGroup {
  id: string
  texts: BundleGroupText[]
  minimum: number
  maximum: number
  options: CatalogBundleOption[]
}

export interface CatalogBundleOption {
  variantId: string
  sku: string
  productId: string
}

export interface CatalogBundlePart {
  variantId: string
  sku: string
  productId: string
  quantity: number
}

export interface CatalogCategory {
  id: string
  parentId: string | null
  position: number
  texts: CategoryText[]
  productCount: number
  custom: Custom
  version: number
}

export interface CatalogCategoryList {
  items: CatalogCategory[]
}

/** While it is `filling`, its rule is being asked for every product. */
export interface CatalogCollection {
  id: string
  kind: CollectionKind
  rule: CollectionRule | null
  position: number
  texts: CollectionText[]
  filling: boolean
  custom: Custom
  version: number
}

export interface CatalogCollectionList {
  items: CatalogCollection[]
}

export interface CatalogFilm {
  id: string
  fileId: string
  posterId: string | null
  titles: ProductFilmTitle[]
}

export interface CatalogMedia {
  id: string
  fileId: string
  variantId: string | null
  picture: Picture
  alts: CatalogMediaAlt[]
}

export interface CatalogMediaAlt {
  locale: string
  alt: string
}

export interface CatalogOption {
  id: string
  key: string
  position: number
  texts: OptionText[]
  values: CatalogOptionEntry[]
}

export interface CatalogOptionEntry {
  id: string
  key: string
  swatch: string | null
  position: number
  texts: OptionText[]
}

export interface CatalogOptionList {
  items: CatalogOption[]
}

export interface CatalogOptionValue {
  id: string
  key: string
  name: string
  swatch: string | null
}

export interface CatalogProduct {
  id: string
  state: CatalogProductState
  taxCategoryId: string
  typeId: string | null
  channelIds: string[]
  shippable: boolean
  position: number
  featured: boolean
  texts: ProductText[]
  categories: CatalogProductCategory[]
  options: CatalogProductOption[]
  variants: CatalogVariant[]
  media: CatalogMedia[]
  films: CatalogFilm[]
  attributes: ProductAttribute[]
  custom: Custom
  publishedAt: string | null
  publishAt: string | null
  unpublishAt: string | null
  createdAt: string
  updatedAt: string
  archivedAt: string | null
  purgedAt: string | null
  version: number
}

export interface CatalogProductCard {
  id: string
  state: CatalogProductCardState
  name: string
  slug: string
  picture: Picture | null
  sku: string | null
  variantCount: number
  updatedAt: string
  version: number
}

export interface CatalogProductCardPage {
  items: CatalogProductCard[]
  next: string | null
  total: PageTotal | null
}

export interface CatalogProductCategory {
  id: string
  name: string
}

export interface CatalogProductOption {
  id: string
  key: string
  name: string
  values: CatalogOptionValue[]
}

export interface CatalogProductSort {
  by: CatalogProductSortBy
  desc?: boolean | undefined
}

export interface CatalogRelated {
  items: CatalogRelatedProduct[]
}

export interface CatalogRelatedProduct {
  productId: string
  kind: RelatedKind
  name: string
}

/** A product of this type is not published without the attributes that are `required`. */
export interface CatalogType {
  id: string
  key: string
  name: string
  attributes: CatalogTypeAttribute[]
  version: number
}

export interface CatalogTypeAttribute {
  attributeId: string
  key: string
  kind: AttributeKind
  unit: string | null
  required: boolean
}

export interface CatalogTypeList {
  items: CatalogType[]
}

/** `version` is that of its product. */
export interface CatalogVariant {
  id: string
  productId: string
  sku: string
  position: number
  weightGrams: number
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule: QuantityRule
  content: Content | null
  choices: VariantChoice[]
  custom: Custom
  version: number
}

export interface CatalogVariantPage {
  items: CatalogVariant[]
  next: string | null
  total: PageTotal | null
}

export interface Category {
  id: string
  slug: string
  name: string
  description: string
  parentId: string | null
  picture: Picture | null
  productCount: number
}

/** `above` leads from the root down to here; `below` are the next ones down. */
export interface CategoryBranch {
  id: string
  slug: string
  name: string
  description: string
  parentId: string | null
  picture: Picture | null
  productCount: number
  slugs: LocalSlug[]
  metaTitle: string | null
  metaDescription: string | null
  above: ProductCategory[]
  below: Category[]
}

export interface CategoryList {
  items: Category[]
}

export interface CategoryText {
  locale: string
  name: string
  slug: string
  description: string
  metaTitle: string | null
  metaDescription: string | null
}

/** What is left out stays. A new language needs a name. The slug changes only when it is given; the old one leads here. */
export interface CategoryTextChange {
  locale: string
  name?: string | undefined
  slug?: string | undefined
  description?: string | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

export interface Channel {
  id: string
  code: string
  name: string
  holdMinutes: number
  holdOnCheckout: boolean
  gaplessNumbers: boolean
}

export interface ChannelList {
  items: Channel[]
}

export interface ChannelPlaces {
  channelId: string
  locationIds: string[]
}

export interface ChannelPlacesList {
  items: ChannelPlaces[]
}

/** `rateId` is null where no rate of the store’s own was charged. */
export interface ChargedTax {
  rateId: string | null
  name: string
  rateBasisPoints: number
  rateHundredths: number
  compound: boolean
  amount: Money
}

export interface Claim {
  email: string
  expiresAt: string
  hasAccount: boolean
  orders: OrderCard[]
}

export interface Claimed {
  orders: number
}

export interface Collection {
  id: string
  slug: string
  slugs: LocalSlug[]
  name: string
  description: string
  picture: Picture | null
  metaTitle: string | null
  metaDescription: string | null
}

export interface CollectionCondition {
  kind: CollectionConditionKind
  categoryId: string | null
  typeId: string | null
  attributeId: string | null
  choiceId: string | null
  valueId: string | null
  lowest: string | null
  highest: string | null
  flag: boolean | null
}

export interface CollectionList {
  items: Collection[]
}

export interface CollectionRule {
  matching: CollectionMatching
  conditions: CollectionCondition[]
}

export interface CollectionText {
  locale: string
  name: string
  slug: string
  description: string
  metaTitle: string | null
  metaDescription: string | null
}

/** What is left out stays. A new language needs a name. The slug changes only when it is given; the old one leads here. */
export interface CollectionTextChange {
  locale: string
  name?: string | undefined
  slug?: string | undefined
  description?: string | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

export interface Column {
  icon: ContentIcon | null
  picture: ContentPicture | null
  target: ContentTarget | null
  texts: ColumnText[]
}

export interface ColumnText {
  locale: string
  title: string
  lead: string
  label: string
}

export interface ColumnsBlock {
  kind: 'columns'
  texts: ColumnsBlockText[]
  columns: Column[]
}

export interface ColumnsBlockText {
  locale: string
  title: string
}

export interface CombinationColumn {
  option: string
  values: number[]
}

export interface CombinedVariant {
  id: string | null
  sku: string
  choices: NewVariantChoice[]
}

export interface Company {
  id: string
  name: string
  taxId: string | null
  memberCount: number
  version: number
}

export interface CompanyMember {
  customerId: string
  name: string
  email: string
}

export interface CompanyPage {
  items: Company[]
  next: string | null
  total: PageTotal | null
}

export interface CompanyWithMembers {
  id: string
  name: string
  taxId: string | null
  memberCount: number
  version: number
  members: CompanyMember[]
}

/** There is `amount` of `unit` in one; its price is told for `perAmount` of `perUnit`. */
export interface Content {
  amount: number
  unit: MeasureUnit
  perAmount: number
  perUnit: MeasureUnit
}

/** The draft: what staff wrote last. Shoppers see `publishedRevision`. */
export interface ContentDocument {
  id: string
  kind: DocumentKind
  slot: string | null
  state: DocumentState
  texts: DocumentText[]
  blocks: Block[]
  cover: ContentPicture | null
  author: string
  tags: string[]
  revision: number
  publishedRevision: number | null
  hasChanges: boolean
  publishedAt: string | null
  publishAt: string | null
  unpublishAt: string | null
  updatedAt: string
  version: number
}

export interface ContentPicture {
  fileId: string
  alts: ContentPictureAlt[]
}

export interface ContentPictureAlt {
  locale: string
  alt: string
}

/** A category, collection, product or document has an `id`, an address has an `address`. */
export interface ContentTarget {
  kind: ContentTargetKind
  id: string | null
  address: string | null
}

export interface Conversion {
  currency: string
  rate: string
  rounding: ConversionRounding
  step: number
  done: boolean
  version: number
}

export interface ConversionList {
  items: Conversion[]
}

export interface CurrencyList {
  items: string[]
}

export interface CurrentCart {
  cart: Cart | null
}

export interface CustomerGroup {
  id: string
  key: string
  name: string
  memberCount: number
  version: number
}

export interface CustomerGroupList {
  items: CustomerGroup[]
}

export interface CustomerPurchases {
  currency: string
  orders: number
  totalAmount: number
  averageAmount: number
  lastAt: string
}

export interface CustomerSort {
  by: CustomerSortBy
  desc?: boolean | undefined
}

export interface DeadJob {
  id: number
  task: string
  name: string
  attempts: number
  lastError: string | null
  failedAt: string
}

export interface DeadJobList {
  items: DeadJob[]
}

export interface DeliveryArea {
  country: string
  region: string | null
  postalFrom: string | null
  postalTo: string | null
  excluded: boolean
}

export interface DeliveryCalendar {
  cutoffMinute: number
  workingDays: number[]
  holidays: DeliveryHoliday[]
  version: number
}

export interface DeliveryEstimate {
  methodId: string
  name: string
  price: Money
  earliest: string
  latest: string
  pickUp: PickUp | null
  pricedBy: DeliveryPricedBy
}

export interface DeliveryEstimateList {
  country: string
  items: DeliveryEstimate[]
}

export interface DeliveryHoliday {
  day: string
  name: string
}

/** `lengthMm` is that of the longest side of the longest piece. */
export interface DeliveryLimits {
  weightGrams: number | null
  volumeCcm: number | null
  items: number | null
  lengthMm: number | null
}

/** Buyers wait no longer than `answerWithinMs` for the carrier, and pay `markupBasisPoints` on top of its price. */
export interface DeliveryLiveRate {
  carrier: string
  service: string
  markupBasisPoints: number
  answerWithinMs: number
}

export interface DeliveryMethod {
  id: string
  zoneId: string
  key: string
  taxCategoryId: string
  minDays: number
  maxDays: number
  position: number
  locationId: string | null
  combination: DeliveryCombination
  /** `lengthMm` is that of the longest side of the longest piece. */
  limits: DeliveryLimits
  texts: DeliveryMethodText[]
  rates: DeliveryRate[]
  live: DeliveryLiveRate | null
  version: number
}

export interface DeliveryMethodList {
  items: DeliveryMethod[]
}

export interface DeliveryMethodText {
  locale: string
  name: string
  description: string
}

export interface DeliveryOffer {
  methodId: string
  name: string
  description: string
  price: Money
  minDays: number
  maxDays: number
  earliest: string
  latest: string
  pickUp: PickUp | null
  pricedBy: DeliveryPricedBy
  freeFrom: Money | null
  untilFree: Money | null
}

export interface DeliveryOfferList {
  items: DeliveryOffer[]
  refused: DeliveryWayNotOffered[]
  unasked: boolean
}

/** The goods of one rate: its price, what their measure adds, and nothing where the order is large enough. */
export interface DeliveryPricePart {
  profileId: string | null
  measure: DeliveryMeasure
  measured: number
  base: Money
  added: Money
  free: boolean
  price: Money
}

export interface DeliveryProfile {
  id: string
  key: string
  name: string
  namedOnly: boolean
  productCount: number
  version: number
}

export interface DeliveryProfileList {
  items: DeliveryProfile[]
}

export interface DeliveryPromise {
  minDays: number
  maxDays: number
}

/** From a subtotal of `freeFrom` on, delivery costs nothing. The measure is that of the goods of this rate: grams, cubic centimetres, minor units, or pieces. Where there are ranges, the rate holds from the first one on. */
export interface DeliveryRate {
  price: Money
  freeFrom: Money | null
  profileId: string | null
  measure: DeliveryMeasure
  upTo: number | null
  ranges: DeliveryRateRange[]
}

/** From a measure of `from` on, `price` comes on top of the rate, and `stepPrice` for each `step` begun beyond it. */
export interface DeliveryRateRange {
  from: number
  price: Money
  step: number | null
  stepPrice: Money | null
}

export interface DeliveryTried {
  methodId: string
  name: string
  reason: DeliveryRefusedReason | null
  message: string | null
  price: Money | null
  pricedBy: DeliveryPricedBy | null
  earliest: string | null
  latest: string | null
  parts: DeliveryPricePart[]
}

export interface DeliveryTriedLine {
  variantId: string
  quantity: number
}

export interface DeliveryWayNotOffered {
  methodId: string
  name: string
  reason: string
  message: string
}

export interface DeliveryWhy {
  subtotal: Money
  tried: DeliveryTried[]
}

export interface DeliveryZone {
  id: string
  key: string
  name: string
  countries: string[]
  areas: DeliveryArea[]
  version: number
}

export interface DeliveryZoneList {
  items: DeliveryZone[]
}

/** Without a tax category it is taxed as the goods it goes with. In a currency it has no amount in, none is asked. */
export interface Deposit {
  id: string
  key: string
  taxCategoryId: string | null
  texts: DepositText[]
  amounts: Money[]
  version: number
}

export interface DepositList {
  items: Deposit[]
}

export interface DepositText {
  locale: string
  name: string
}

export interface DigitalFile {
  fileId: string
  name: string
  type: string
  bytes: number
}

export interface DigitalTerms {
  variantId: string
  files: DigitalFile[]
  downloadLimit: number | null
  linkDays: number
  keys: DigitalTermsKeys
  keysLeft: number
  version: number
}

export interface Discount {
  promotionId: string
  name: string
  code: string | null
  amount: Money
}

export interface DocumentCard {
  id: string
  kind: DocumentKind
  slot: string | null
  state: DocumentState
  title: string
  hasChanges: boolean
  publishedAt: string | null
  publishAt: string | null
  updatedAt: string
  version: number
}

export interface DocumentCardPage {
  items: DocumentCard[]
  next: string | null
  total: PageTotal | null
}

export interface DocumentPreview {
  url: string
  expiresAt: string
}

export interface DocumentRevision {
  number: number
  madeBy: string
  madeAt: string
  blockCount: number
  isPublished: boolean
}

export interface DocumentRevisionList {
  items: DocumentRevision[]
}

export interface DocumentSort {
  by: DocumentSortBy
  desc?: boolean | undefined
}

export interface DocumentText {
  locale: string
  title: string
  summary: string
  slug: string | null
  metaTitle: string | null
  metaDescription: string | null
}

export interface Done {
  done: true
}

export interface DownloadLink {
  url: string
  expiresAt: string
}

export interface Enquiry {
  id: string
  subject: string
  text: string
  createdAt: string
}

export interface EnquiryList {
  items: Enquiry[]
}

export interface EnquirySort {
  by: EnquirySortBy
  desc?: boolean | undefined
}

export interface ErrorGroup {
  fingerprint: string
  name: string
  message: string
  place: string
  count: number
  firstAt: string
  lastAt: string
  lastTraceId: string | null
}

export interface ErrorGroupList {
  items: ErrorGroup[]
}

export interface ExchangeColumn {
  name: string
  kind: ExchangeColumnKind
  required: boolean
  key: boolean
  ofGroup: boolean
}

/** The file’s column `from` is the resource’s column `to`; null leaves it out. */
export interface ExchangeColumnMapping {
  from: string
  to: string | null
}

export interface ExchangeFault {
  position: number
  line: number
  column: string
  code: string
  message: string
}

export interface ExchangeFaultList {
  items: ExchangeFault[]
  next: number | null
}

export interface ExchangeResource {
  name: string
  summary: string
  readPermission: string
  writePermission: string
  columns: ExchangeColumn[]
}

export interface ExchangeResourceList {
  items: ExchangeResource[]
}

export interface ExchangeResult {
  line: number
  key: string
  done: boolean
  output: Custom | null
  faults: ExchangeResultFault[]
}

export interface ExchangeResultFault {
  column: string
  code: string
  message: string
}

export interface ExchangeResultList {
  items: ExchangeResult[]
  next: number | null
}

export interface ExchangeRun {
  id: string
  kind: ExchangeRunKind
  resource: string
  format: ExchangeFileFormat
  state: ExchangeRunState
  dryRun: boolean
  rowsDone: number
  rowsCreated: number
  rowsChanged: number
  rowsSame: number
  rowsFaulty: number
  faultCount: number
  failureCode: string | null
  failureMessage: string | null
  fileUrl: string | null
  faultsUrl: string | null
  askedBy: string
  createdAt: string
  endedAt: string | null
  version: number
}

export interface ExchangeRunPage {
  items: ExchangeRun[]
  next: string | null
  total: PageTotal | null
}

export interface ExpectedStock {
  itemId: string
  locationId: string
  quantity: number
  expectedOn: string | null
  from: ExpectedStockFrom
  sourceId: string
  number: number
}

export interface ExpectedStockList {
  items: ExpectedStock[]
}

export interface Facet {
  key: string
  name: string
  values: FacetValue[]
}

export interface FacetCategory {
  slug: string
  name: string
  parent: string | null
  count: number
}

export interface FacetPrice {
  lowest: Money
  highest: Money
}

/** `lowest` and `highest` are decimals or days, as `kind` says; `count` products have one. */
export interface FacetRange {
  key: string
  name: string
  kind: FacetRangeKind
  unit: string | null
  lowest: string
  highest: string
  count: number
}

export interface FacetValue {
  key: string
  name: string
  swatch: string | null
  count: number
}

export interface FaqBlock {
  kind: 'faq'
  texts: FaqBlockText[]
  questions: Question[]
}

export interface FaqBlockText {
  locale: string
  title: string
}

export interface FeaturedProductBlock {
  kind: 'featured_product'
  productId: string
  texts: FeaturedProductBlockText[]
}

export interface FeaturedProductBlockText {
  locale: string
  title: string
  lead: string
}

export interface FieldChoice {
  value: string
  name: string
}

export interface Film {
  url: string
  type: string
  width: number
  height: number
  durationMs: number
  title: string
  poster: Picture | null
  uploadedAt: string
}

/** The point that stays in sight when the picture is cropped, in thousandths of its width from the left and of its height from the top. */
export interface Focus {
  xPermille: number
  yPermille: number
}

export interface ForgottenWriter {
  reviews: number
}

export interface FullWishlist {
  list: Wishlist
  items: WishlistItem[]
}

export interface GalleryBlock {
  kind: 'gallery'
  texts: GalleryBlockText[]
  pictures: ContentPicture[]
}

export interface GalleryBlockText {
  locale: string
  title: string
}

export interface GivenAnswer {
  id: string
  state: ReviewState
}

export interface GoodsReceipt {
  id: string
  purchaseId: string
  purchaseNumber: number
  reference: string | null
  note: string | null
  lines: GoodsReceiptLine[]
  actor: string
  at: string
}

export interface GoodsReceiptLine {
  itemId: string
  sku: string
  quantity: number
  unitCost: Money
}

export interface GoodsReceiptPage {
  items: GoodsReceipt[]
  next: string | null
  total: PageTotal | null
}

export interface HandedOver {
  files: HandedOverFile[]
  keys: HandedOverKey[]
}

export interface HandedOverFile {
  orderLineId: string
  name: string
  bytes: number
  url: string | null
  downloads: number
  downloadLimit: number | null
  expiresAt: string
  revoked: boolean
}

export interface HandedOverKey {
  orderLineId: string
  key: string
}

export interface Health {
  ok: boolean
  checks: HealthFinding[]
}

export interface HealthFinding {
  name: string
  ok: boolean
  says: string
  ms: number
}

export interface HeroBlock {
  kind: 'hero'
  look: HeroBlockLook
  picture: ContentPicture | null
  target: ContentTarget | null
  secondTarget: ContentTarget | null
  texts: HeroBlockText[]
}

export interface HeroBlockText {
  locale: string
  title: string
  lead: string
  label: string
  secondLabel: string
}

export interface ImageWithTextBlock {
  kind: 'image_with_text'
  side: ImageWithTextBlockSide
  picture: ContentPicture | null
  target: ContentTarget | null
  texts: ImageWithTextBlockText[]
}

export interface ImageWithTextBlockText {
  locale: string
  title: string
  body: Paragraph[]
  label: string
}

export interface InvariantReport {
  holds: boolean
  items: InvariantResult[]
}

export interface InvariantResult {
  id: string
  says: string
  holds: boolean
  broken: number
  rows: string[]
}

export interface ItemPromise {
  itemId: string
  preOrder: boolean
  shipsOn: string | null
  version: number
}

export interface JobOverview {
  tasks: TaskOverview[]
  pauses: JobPause[]
}

export interface JobPause {
  name: string | null
  reason: string | null
  pausedBy: string
  pausedAt: string
}

export interface JobRun {
  id: string
  job: string
  dueAt: string
  beganAt: string
  endedAt: string
  attempt: number
  outcome: RunOutcome
  error: string | null
  askedBy: string | null
  traceId: string
}

export interface JobRunPage {
  items: JobRun[]
  next: string | null
  total: PageTotal | null
}

export interface KnownPasskey {
  type: string
  id: string
  transports: string[]
}

export interface KnownPermission {
  name: string
  says: string
}

export interface LedOn {
  id: string
  from: string
  to: string
  elsewhere: boolean
  status: number
  hits: number
  lastHitOn: string | null
  updatedAt: string
  version: number
}

export interface LedOnPage {
  items: LedOn[]
  next: string | null
  total: PageTotal | null
}

export interface LedgerBalance {
  account: string
  amount: Money
}

export interface LedgerEntry {
  account: string
  amount: Money
}

export interface LedgerFault {
  invariant: string
  says: string
  broken: number
}

export interface LedgerProof {
  id: string
  at: string
  holds: boolean
  transactions: number
  entries: number
  balances: LedgerBalance[]
  faults: LedgerFault[]
}

export interface LedgerProofPage {
  items: LedgerProof[]
  next: string | null
  total: PageTotal | null
}

export interface LedgerTransaction {
  id: string
  kind: string
  reference: string
  subjectKind: string
  subjectId: string
  entries: LedgerEntry[]
  actor: string
  cause: string
  at: string
}

export interface LedgerTransactionPage {
  items: LedgerTransaction[]
  next: string | null
  total: PageTotal | null
}

export interface LeftOut {
  name: string
  quantity: number
}

export interface LicenceKey {
  id: string
  ending: string
  state: LicenceKeyState
  orderId: string | null
  createdAt: string
  givenAt: string | null
  revokedAt: string | null
}

export interface LicenceKeyPage {
  items: LicenceKey[]
  next: string | null
  total: PageTotal | null
}

export interface LineNotThere {
  lineId: string
  there: number
}

export interface LinePromise {
  kind: LinePromiseKind
  shipsOn: string | null
  quantity: number
}

export interface LocalSlug {
  locale: string
  slug: string
}

export interface LocaleList {
  items: StoreLocale[]
}

export interface LogLevel {
  level: LogLevelWord | null
  until: string | null
}

export interface LoggedEvent {
  id: string
  name: string
  ids: string[]
  actor: string
  traceId: string
  at: string
}

export interface LoggedEventPage {
  items: LoggedEvent[]
  next: string | null
  total: PageTotal | null
}

export interface Lot {
  id: string
  itemId: string
  sku: string
  code: string
  single: boolean
  expiresOn: string | null
  onHand: number
  levels: LotLevel[]
  recalledAt: string | null
  recallReason: string | null
  version: number
}

export interface LotLevel {
  locationId: string
  onHand: number
}

export interface LotOrder {
  orderId: string
  number: string | null
  email: string
  quantity: number
  sentAt: string
}

export interface LotOrderPage {
  items: LotOrder[]
  next: string | null
  total: PageTotal | null
}

export interface LotPage {
  items: Lot[]
  next: string | null
  total: PageTotal | null
}

export interface LowStock {
  id: string
  itemId: string
  sku: string
  name: string | null
  locationId: string
  left: number
  lowAt: number
  since: string
}

export interface LowStockPage {
  items: LowStock[]
  next: string | null
  total: PageTotal | null
}

export interface MadePasskey {
  id: string
  clientDataJSON: string
  attestationObject: string
  transports: string[]
}

export interface Market {
  id: string
  code: string
  name: string
  currency: string
  countries: string[]
  pricesIncludeTax: boolean
  taxRounding: MarketTaxRounding
  version: number
}

export interface MarketList {
  items: Market[]
}

export interface Me {
  kind: MeKind
  person: Person | null
}

/** What `amount` of `unit` costs, rounded to the minor unit, halves up. */
export interface MeasurePrice {
  price: Money
  amount: number
  unit: MeasureUnit
}

export interface MediaFile {
  id: string
  name: string
  type: string
  bytes: number
  visibility: MediaFileVisibility
  url: string | null
  width: number | null
  height: number | null
  durationMs: number | null
  poster: string | null
  focus: Focus | null
  sources: MediaFileSource[]
  createdAt: string
  version: number
}

export interface MediaFileSource {
  url: string
  width: number
  type: string
}

/** What the store’s files take, without the smaller copies made of them; what open tickets may still bring; and how much both together may be. */
export interface MediaUsage {
  usedBytes: number
  promisedBytes: number
  quotaBytes: number
}

export interface Menu {
  key: MenuKey
  items: MenuItem[]
  version: number
}

/** Without a text it is called what it leads to. With a null `target` it only heads its `items`. */
export interface MenuItem {
  target: ContentTarget | null
  texts: MenuText[]
  items: MenuLink[]
}

export interface MenuLink {
  /** A category, collection, product or document has an `id`, an address has an `address`. */
  target: ContentTarget
  texts: MenuText[]
}

export interface MenuList {
  items: Menu[]
}

export interface MenuText {
  locale: string
  label: string
}

export interface Money {
  amount: number
  currency: string
}

export interface MovedCart {
  cart: Cart
  prices: MovedPrice[]
  leftOut: LeftOut[]
}

export interface MovedPrice {
  name: string
  was: Money
  is: Money
}

export interface MyNewsletter {
  email: string | null
  since: string | null
}

/** An empty menu was not written: show the categories. */
export interface Navigation {
  header: ShownMenuItem[]
  footer: ShownMenuItem[]
  slots: string[]
}

export interface NewAnnouncement {
  announcement: Announcement
  bypassToken: string | null
}

export interface NewAttributeChoice {
  key: string
  texts: AttributeText[]
}

/** The buyer chooses from `minimum` to `maximum` pieces among these variants. */
export interface NewBundleGroup {
  texts: BundleGroupText[]
  minimum: number
  maximum: number
  variantIds: string[]
}

export interface NewBundlePart {
  variantId: string
  quantity: number
}

/** Without `slug` it is made from the name. */
export interface NewCategoryText {
  locale: string
  name: string
  slug?: string | undefined
  description?: string | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

/** A category counts with all below it. `number` and `flag` ask for an attribute, a number from `lowest` to `highest`, both included; `every` is fulfilled by every product. */
export interface NewCollectionCondition {
  kind: CollectionConditionKind
  categoryId?: string | undefined
  typeId?: string | undefined
  attributeId?: string | undefined
  choiceId?: string | undefined
  valueId?: string | undefined
  lowest?: string | undefined
  highest?: string | undefined
  flag?: boolean | undefined
}

export interface NewCollectionRule {
  matching: CollectionMatching
  conditions: NewCollectionCondition[]
}

/** Without `slug` it is made from the name. */
export interface NewCollectionText {
  locale: string
  name: string
  slug?: string | undefined
  description?: string | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

export interface NewDeliveryArea {
  country: string
  region?: string | null | undefined
  postalFrom?: string | null | undefined
  postalTo?: string | null | undefined
  excluded?: boolean | undefined
}

export interface NewDeliveryLimits {
  weightGrams?: number | null | undefined
  volumeCcm?: number | null | undefined
  items?: number | null | undefined
  lengthMm?: number | null | undefined
}

export interface NewDeliveryMethodText {
  locale: string
  name: string
  description?: string | undefined
}

export interface NewDeliveryRate {
  price: Money
  freeFrom?: Money | null | undefined
  profileId?: string | null | undefined
  measure?: DeliveryMeasure | undefined
  upTo?: number | null | undefined
  ranges?: NewDeliveryRateRange[] | undefined
}

export interface NewDeliveryRateRange {
  from: number
  price: Money
  step?: number | null | undefined
  stepPrice?: Money | null | undefined
}

/** Without `slug` it keeps the one it has; a new language gets one made from the title. An old slug leads here. */
export interface NewDocumentText {
  locale: string
  title: string
  summary?: string | undefined
  slug?: string | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

export interface NewLot {
  code: string
  expiresOn?: string | null | undefined
  quantity: number
}

export interface NewOptionValue {
  key: string
  swatch?: string | null | undefined
  texts: OptionText[]
}

/** Just one value, of the attribute’s kind. A number has at most three digits behind the point. */
export interface NewProductAttribute {
  attributeId: string
  text?: string | undefined
  number?: string | undefined
  flag?: boolean | undefined
  day?: string | undefined
  choiceIds?: string[] | undefined
}

/** Without `slug` it is made from the name. */
export interface NewProductText {
  locale: string
  name: string
  slug?: string | undefined
  subtitle?: string | null | undefined
  description?: string | undefined
  facts?: ProductFact[] | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

export interface NewPromotionSum {
  currency: string
  offAmount?: number | null | undefined
  minimumAmount?: number | null | undefined
  budgetAmount?: number | null | undefined
}

export interface NewPromotionTier {
  fromQuantity?: number | null | undefined
  fromAmount?: number | null | undefined
  currency?: string | null | undefined
  basisPoints: number
}

export interface NewPurchaseLine {
  itemId?: string | undefined
  variantId?: string | undefined
  quantity: number
  unitCost: Money
  expectedOn?: string | null | undefined
}

/** To another site only with `elsewhere`. Without a `status` it is for good: 301. */
export interface NewRedirect {
  from: string
  to: string
  status?: number | undefined
  elsewhere?: boolean | undefined
}

export interface NewStockTransferLine {
  itemId?: string | undefined
  variantId?: string | undefined
  quantity: number
}

/** Who makes the `id` can speak of the variant in the same batch, to give it a price. */
export interface NewVariant {
  id?: string | undefined
  sku: string
  weightGrams?: number | undefined
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule?: QuantityRule | undefined
  content?: Content | null | undefined
  choices?: NewVariantChoice[] | undefined
  custom?: Custom | undefined
}

export interface NewVariantChoice {
  optionId: string
  valueId: string
}

/** `compareAt` is the higher price that is struck through; without it there is none. In the base list and from one piece on, if nothing else is said. */
export interface NewVariantPrice {
  variantId: string
  price: Money
  compareAt?: Money | null | undefined
  listId?: string | undefined
  minQuantity?: number | undefined
  expectedVersion?: number | undefined
}

export interface NewsletterBlock {
  kind: 'newsletter'
  texts: NewsletterBlockText[]
}

export interface NewsletterBlockText {
  locale: string
  title: string
  lead: string
}

export type NextStep = Redirect | Wait | Nothing

export interface Nothing {
  kind: 'none'
}

export interface OfferedDeposit {
  name: string
  count: number
  total: Money
}

export interface OptionChoice {
  option: string
  optionName: string
  value: string
  valueName: string
  swatch: string | null
}

export interface OptionText {
  locale: string
  name: string
}

export interface Order {
  id: string
  number: string | null
  version: number
  state: OrderState
  status: OrderStatus
  paymentStanding: PaymentStanding
  fulfilmentStanding: FulfilmentStanding
  currency: string
  locale: string
  email: string
  lines: OrderLine[]
  bundles: OrderBundle[]
  deposits: OrderDeposit[]
  totals: Totals
  companyName: string | null
  taxId: string | null
  taxDecision: TaxDecision | null
  shippingAddress: Address | null
  billingAddress: Address
  deliveryName: string | null
  deliveryPromise: DeliveryPromise | null
  pickUp: PickUp | null
  payments: OrderPayment[]
  refunds: OrderRefund[]
  documents: OrderDocument[]
  timeline: TimelineEntry[]
  placedAt: string
  confirmedAt: string | null
  holdUntil: string | null
  canPay: boolean
  canCancel: boolean
  cartId: string
  shipments: Shipment[]
}

export interface OrderBundle {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  quantity: number
  unitPrice: Money
  total: Money
  separately: Money
}

export interface OrderCard {
  id: string
  number: string | null
  status: OrderStatus
  paymentStanding: PaymentStanding
  total: Money
  itemCount: number
  placedAt: string
  pictures: Picture[]
}

export interface OrderCardPage {
  items: OrderCard[]
  next: string | null
  total: PageTotal | null
}

export interface OrderDeposit {
  id: string
  lineId: string
  name: string
  quantity: number
  unitPrice: Money
  total: Money
}

export interface OrderDocument {
  kind: OrderDocumentKind
  title: string
  url: string
}

export interface OrderHistory {
  at: string
  kind: string
  fromState: OrderState | null
  toState: OrderState | null
  actor: string
  cause: string
}

export interface OrderLine {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  picture: Picture | null
  quantity: number
  unitPrice: Money
  discount: Money
  taxRelief: Money
  total: Money
  quantityShipped: number
  quantityCancelled: number
  quantityWaiting: number
  bundleId: string | null
  promise: LinePromise | null
}

export interface OrderPayment {
  id: string
  method: string
  state: PaymentState
  amount: Money
  captured: Money
  refunded: Money
  declineCode: string | null
  nextUrl: string | null
  paidAt: string | null
  createdAt: string
}

export interface OrderRefund {
  id: string
  paymentId: string
  state: OrderRefundState
  amount: Money
  tax: Money
  taxes: TaxLine[]
  delivery: Money
  deposits: OrderRefundDeposit[]
  createdAt: string
  updatedAt: string
  lines: OrderRefundLine[]
}

export interface OrderRefundDeposit {
  orderDepositId: string
  quantity: number
  amount: Money
  tax: Money
}

export interface OrderRefundLine {
  orderLineId: string
  quantity: number
  amount: Money
  tax: Money
}

export interface OrderRefunds {
  refunds: StaffOrderRefund[]
}

export interface OrderReturns {
  returns: Return[]
  returnable: ReturnableLine[]
}

export interface OrderSettings {
  linkDays: number
  returnDays: number
  deliveredAfterDays: number | null
  seller: Seller | null
  invoicePrefix: string
  version: number
}

export interface OrderSource {
  orderLineId: string
  itemId: string
  sku: string
  locationId: string
  locationName: string
  quantity: number
  quantityWaiting: number
}

export interface OrderSourceList {
  items: OrderSource[]
}

export interface OrderTaxes {
  items: TaxedPart[]
}

/** A field that the store has declared for itself; its value stands in one of the last four. */
export interface OwnField {
  key: string
  name: string
  text: string | null
  number: string | null
  flag: boolean | null
  day: string | null
}

export interface OwnOpinion {
  review: OwnReview | null
  verified: boolean
  mayWrite: boolean
}

export interface OwnReview {
  id: string
  productId: string
  authorName: string
  locale: string
  stars: number
  title: string | null
  text: string
  verified: boolean
  helpful: number
  pinned: boolean
  reply: ReviewReply | null
  state: ReviewState
  refusal: string | null
  publishedAt: string | null
  createdAt: string
  updatedAt: string
  version: number
  photoIds: string[]
}

export interface OwnReviewPage {
  items: OwnReview[]
  next: string | null
  total: PageTotal | null
}

export interface PackedSize {
  lengthMm: number
  widthMm: number
  heightMm: number
}

/** How many there are. With `atLeast` there are more than that. */
export interface PageTotal {
  count: number
  atLeast: boolean
}

export interface Paragraph {
  kind: ParagraphKind
  spans: Span[]
}

export interface Passkey {
  id: string
  name: string
  isBackedUp: boolean
  createdAt: string
  lastUsedAt: string | null
}

export interface PasskeyAlgorithm {
  type: string
  alg: number
}

/** For `navigator.credentials.create`, by `PublicKeyCredential.parseCreationOptionsFromJSON`. */
export interface PasskeyCreation {
  challenge: string
  rp: PasskeyShop
  user: PasskeyUser
  pubKeyCredParams: PasskeyAlgorithm[]
  timeout: number
  excludeCredentials: KnownPasskey[]
  authenticatorSelection: PasskeyDevice
  attestation: string
}

export interface PasskeyDevice {
  residentKey: string
  userVerification: string
}

export interface PasskeyList {
  items: Passkey[]
}

/** For `navigator.credentials.get`, by `PublicKeyCredential.parseRequestOptionsFromJSON`. */
export interface PasskeyRequest {
  challenge: string
  rpId: string
  timeout: number
  userVerification: string
}

export interface PasskeyShop {
  id: string
  name: string
}

export interface PasskeyUser {
  id: string
  name: string
  displayName: string
}

/** Amounts are minor units of `currency`. */
export interface PastOrder {
  id: string
  number: string
  state: PastOrderState
  email: string
  name: string | null
  country: string | null
  currency: string
  subtotalAmount: number
  depositAmount: number
  deliveryAmount: number
  discountAmount: number
  taxReliefAmount: number
  taxAmount: number
  totalAmount: number
  lines: PastOrderLine[]
  placedAt: string
}

export interface PastOrderLine {
  sku: string
  name: string
  quantity: number
  unitAmount: number
}

export interface PastOrderPage {
  items: PastOrder[]
  next: string | null
  total: PageTotal | null
}

export interface PastPrice {
  id: string
  at: string
  price: Money
  compareAt: Money | null
  listId: string | null
  minQuantity: number
  removed: boolean
  actor: string
  cause: string
}

export interface PastPricePage {
  items: PastPrice[]
  next: string | null
  total: PageTotal | null
}

export interface Payment {
  id: string
  version: number
  method: string
  provider: string
  reference: string | null
  payableKind: string
  payableId: string
  state: PaymentState
  outcomeUnknown: boolean
  capture: PaymentCapture
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  fee: Money
  disputed: Money
  declineCode: string | null
  paidAt: string | null
  providerPaidAt: string | null
  createdAt: string
  updatedAt: string
}

export interface PaymentChange {
  at: string
  from: PaymentState | null
  to: PaymentState
  actor: string
  cause: string
}

export interface PaymentDetail {
  id: string
  version: number
  method: string
  provider: string
  reference: string | null
  payableKind: string
  payableId: string
  state: PaymentState
  outcomeUnknown: boolean
  capture: PaymentDetailCapture
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  fee: Money
  disputed: Money
  declineCode: string | null
  paidAt: string | null
  providerPaidAt: string | null
  createdAt: string
  updatedAt: string
  capturable: Money
  refundable: Money
  refunds: PaymentRefund[]
  disputes: PaymentDispute[]
  history: PaymentChange[]
  references: PaymentReference[]
}

export interface PaymentDispute {
  id: string
  reference: string
  amount: Money
  state: PaymentDisputeState
  reason: string
  openedAt: string
  closedAt: string | null
}

export interface PaymentInboxEntry {
  id: string
  method: string
  eventId: string
  kind: PaymentInboxEntryKind
  state: PaymentInboxEntryState
  reason: string | null
  paymentId: string | null
  refundId: string | null
  amount: Money | null
  attempts: number
  receivedAt: string
  handledAt: string | null
  nextTryAt: string | null
}

export interface PaymentInboxEntryPage {
  items: PaymentInboxEntry[]
  next: string | null
  total: PageTotal | null
}

export interface PaymentMethod {
  key: string
  name: string
  description: string
}

export interface PaymentMethodList {
  items: PaymentMethod[]
}

export interface PaymentPage {
  items: Payment[]
  next: string | null
  total: PageTotal | null
}

export interface PaymentReference {
  kind: string
  reference: string
  notedAt: string
}

export interface PaymentRefund {
  id: string
  paymentId: string
  amount: Money
  state: PaymentRefundState
  outcomeUnknown: boolean
  reason: string
  declineCode: string | null
  createdAt: string
  updatedAt: string
}

export interface PermissionList {
  items: KnownPermission[]
}

export interface Person {
  id: string
  email: string
  name: string
  locale: string
  version: number
}

export interface PersonRole {
  id: string
  key: string
  name: string
}

export interface PersonSession {
  id: string
  createdAt: string
  expiresAt: string
}

export interface PersonSort {
  by: PersonSortBy
  desc?: boolean | undefined
}

export interface PickUp {
  locationId: string
  name: string
  address: Address
}

export interface Picture {
  url: string
  width: number
  height: number
  alt: string
  focus: Focus | null
  sources: PictureSource[]
}

export interface PictureSource {
  url: string
  width: number
  type: string
}

export interface Placement {
  order: Order
  accessToken: string
  next: NextStep
}

/** A block of a plugin of this store; `values` are what the plugin asks for. */
export interface PluginBlock {
  kind: 'plugin'
  name: string
  values: Custom
}

export interface PostCard {
  id: string
  slug: string
  title: string
  summary: string
  cover: Picture | null
  author: string
  tags: string[]
  publishedAt: string
}

export interface PostCardPage {
  items: PostCard[]
  next: string | null
  total: PageTotal | null
}

export interface PostsBlock {
  kind: 'posts'
  limit: number
  tag: string | null
  texts: PostsBlockText[]
}

export interface PostsBlockText {
  locale: string
  title: string
}

export interface PriceExplained {
  price: Money | null
  compareAt: Money | null
  lowest: Money | null
  steps: PriceStep[]
}

/** Holds from `startsAt` until `endsAt` for customers of one of the groups or companies in the channel; for all of them where nothing is named. */
export interface PriceList {
  id: string
  key: string
  name: string
  priority: number
  channelId: string | null
  groupIds: string[]
  companyIds: string[]
  startsAt: string | null
  endsAt: string | null
  version: number
}

export interface PriceListList {
  items: PriceList[]
}

export interface PriceStep {
  listId: string
  key: string
  name: string
  outcome: PriceStepOutcome
  price: Money | null
  minQuantity: number | null
  priority: number
  says: string
}

export interface PriceTier {
  minQuantity: number
  price: Money
  measurePrice: MeasurePrice | null
}

export interface Product {
  id: string
  slug: string
  slugs: LocalSlug[]
  name: string
  subtitle: string | null
  description: string
  facts: ProductFact[]
  ownFields: OwnField[]
  attributes: ProductAttribute[]
  categories: ProductCategory[]
  pictures: Picture[]
  films: Film[]
  options: ProductOption[]
  variants: Variant[]
  variantCount: number
  combinations: ProductCombinations | null
  price: Money
  priceVaries: boolean
  compareAt: Money | null
  lowestIn30Days: Money | null
  availability: ProductAvailability
  rating: ProductRating | null
  isBundle: boolean
  metaTitle: string | null
  metaDescription: string | null
  version: number
}

export interface ProductAnswer {
  id: string
  authorName: string
  byStaff: boolean
  text: string
  publishedAt: string
}

/** The value stands in the property that `kind` names; several choices may hold at once. */
export interface ProductAttribute {
  attributeId: string
  key: string
  name: string
  kind: AttributeKind
  unit: string | null
  text: string | null
  number: string | null
  flag: boolean | null
  day: string | null
  choices: ProductAttributeChoice[]
}

export interface ProductAttributeChoice {
  id: string
  key: string
  name: string
}

/** From each group the buyer chooses from `minimum` to `maximum` pieces. */
export interface ProductBundle {
  variantId: string
  bySum: boolean
  reductionBasisPoints: number
  parts: ProductBundlePart[]
  groups: ProductBundleGroup[]
}

export interface ProductBundleGroup {
  id: string
  name: string
  minimum: number
  maximum: number
  options: ProductBundleOption[]
}

export interface ProductBundleOption {
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  picture: Picture | null
  price: Money | null
  available: number
}

export interface ProductBundlePart {
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  picture: Picture | null
  price: Money | null
  available: number
  quantity: number
}

export interface ProductCard {
  id: string
  slug: string
  name: string
  subtitle: string | null
  picture: Picture | null
  price: Money
  priceVaries: boolean
  compareAt: Money | null
  lowestIn30Days: Money | null
  measurePrice: MeasurePrice | null
  availability: ProductCardAvailability
  rating: CardRating | null
  swatches: string[]
  variantId: string | null
}

export interface ProductCardPage {
  items: ProductCard[]
  next: string | null
  total: PageTotal | null
}

export interface ProductCategory {
  slug: string
  name: string
}

/** All variants in their order, as columns: the first of each column is the first variant. */
export interface ProductCombinations {
  columns: CombinationColumn[]
  canBeHad: string
}

export interface ProductFact {
  name: string
  value: string
}

/** A public video of the store; `posterId` is a picture that stands for it until it is played, else one of its own frames does. */
export interface ProductFilm {
  fileId: string
  posterId?: string | null | undefined
  titles?: ProductFilmTitle[] | undefined
}

export interface ProductFilmTitle {
  locale: string
  title: string
}

export interface ProductOption {
  key: string
  name: string
  values: ProductOptionValue[]
}

export interface ProductOptionValue {
  key: string
  name: string
  swatch: string | null
}

/** With `variantId` it shows that variant, and may be listed again for others it shows too; `alts` say in words what is to be seen. */
export interface ProductPicture {
  fileId: string
  variantId?: string | null | undefined
  alts?: ProductPictureAlt[] | undefined
}

export interface ProductPictureAlt {
  locale: string
  alt: string
}

export interface ProductPreview {
  url: string
  expiresAt: string
}

/** Answers of the shop come first. */
export interface ProductQuestion {
  id: string
  authorName: string
  productId: string
  locale: string
  text: string
  pinned: boolean
  publishedAt: string
  answers: ProductAnswer[]
}

export interface ProductQuestionPage {
  items: ProductQuestion[]
  next: string | null
  total: PageTotal | null
}

/** `stars` says how many gave one star, two, and so on; the average is theirs, rounded. */
export interface ProductRating {
  count: number
  averageHundredths: number
  stars: number[]
}

export interface ProductSort {
  by: ProductSortBy
  desc?: boolean | undefined
}

export interface ProductText {
  locale: string
  name: string
  slug: string
  subtitle: string | null
  description: string
  facts: ProductFact[]
  metaTitle: string | null
  metaDescription: string | null
}

/** What is left out stays. A new language needs a name. The slug changes only when it is given; the old one leads here. */
export interface ProductTextChange {
  locale: string
  name?: string | undefined
  slug?: string | undefined
  subtitle?: string | null | undefined
  description?: string | undefined
  facts?: ProductFact[] | undefined
  metaTitle?: string | null | undefined
  metaDescription?: string | null | undefined
}

/** Of the category, of the collection, those featured, or simply of the shop. */
export interface ProductsBlock {
  kind: 'products'
  categoryId: string | null
  collectionId: string | null
  featured: boolean
  order: ProductsBlockOrder
  limit: number
  target: ContentTarget | null
  texts: ProductsBlockText[]
}

export interface ProductsBlockText {
  locale: string
  title: string
  label: string
}

export interface Profile {
  email: string
  name: string
  phone: string | null
  marketing: boolean
  companyName: string | null
  taxId: string | null
  ownFields: AskedField[]
  version: number
}

export interface Promotion {
  id: string
  kind: PromotionKind
  state: PromotionState
  needsCode: boolean
  names: PromotionName[]
  exclusive: boolean
  priority: number
  basisPoints: number | null
  buyQuantity: number | null
  getQuantity: number | null
  minimumQuantity: number | null
  firstOrderOnly: boolean
  channelIds: string[]
  groupIds: string[]
  usageLimit: number | null
  customerLimit: number | null
  startsAt: string | null
  endsAt: string | null
  productIds: string[]
  categoryIds: string[]
  collectionIds: string[]
  sums: PromotionSum[]
  tiers: PromotionTier[]
  used: number
  version: number
}

export interface PromotionCode {
  id: string
  promotionId: string
  code: string
  usageLimit: number | null
  used: number
  archived: boolean
  createdAt: string
}

export interface PromotionCodePage {
  items: PromotionCode[]
  next: string | null
  total: PageTotal | null
}

export interface PromotionCodes {
  items: PromotionCode[]
}

export interface PromotionName {
  locale: string
  name: string
}

export interface PromotionPage {
  items: Promotion[]
  next: string | null
  total: PageTotal | null
}

export interface PromotionPreview {
  subtotal: Money
  discount: Money
  deliveryDiscount: Money
  lines: PromotionPreviewedLine[]
  tried: PromotionTried[]
  unknownCodes: string[]
}

export interface PromotionPreviewLine {
  variantId: string
  quantity: number
}

export interface PromotionPreviewedLine {
  variantId: string
  subtotal: Money
  discount: Money
}

export interface PromotionSum {
  currency: string
  offAmount: number | null
  minimumAmount: number | null
  budgetAmount: number | null
  spentAmount: number
}

export interface PromotionTier {
  fromQuantity: number | null
  fromAmount: number | null
  currency: string | null
  basisPoints: number
}

export interface PromotionTried {
  promotionId: string
  name: string
  kind: PromotionKind
  code: string | null
  reason: PromotionReason
  message: string | null
  discount: Money
}

export interface Purchase {
  id: string
  number: number
  supplierId: string
  supplierName: string
  locationId: string
  state: PurchaseState
  reference: string | null
  expectedOn: string | null
  overPercent: number
  note: string | null
  lines: PurchaseLine[]
  total: Money
  orderedAt: string | null
  endedAt: string | null
  createdAt: string
  version: number
}

export interface PurchaseArrival {
  itemId: string
  quantity: number
  unitCost?: Money | undefined
  lots?: NewLot[] | undefined
}

export interface PurchaseLine {
  itemId: string
  sku: string
  quantity: number
  received: number
  unitCost: Money
  expectedOn: string | null
}

export interface PurchaseLineDate {
  itemId: string
  expectedOn: string | null
}

export interface PurchasePage {
  items: Purchase[]
  next: string | null
  total: PageTotal | null
}

/** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
export interface QuantityRule {
  minimum: number
  maximum: number | null
  step: number
}

export interface Question {
  texts: QuestionText[]
}

export interface QuestionText {
  locale: string
  question: string
  answer: Paragraph[]
}

export interface QueuedJob {
  id: number
  name: string
  kind: QueuedJobKind
  state: JobState
  priority: number
  attempts: number
  maxAttempts: number
  lastError: string | null
  runAt: string
  createdAt: string
  updatedAt: string
}

export interface QueuedJobList {
  items: QueuedJob[]
  next: number | null
}

export interface ReceivedLine {
  orderLineId: string
  quantity: number
  restocked: number
  locationId?: string | null | undefined
}

export interface Redirect {
  kind: 'redirect'
  url: string
}

export interface RedirectSort {
  by: RedirectSortBy
  desc?: boolean | undefined
}

export interface RedirectTo {
  to: string
  status: number
  elsewhere: boolean
}

export interface RefundDeposit {
  orderDepositId: string
  quantity: number
}

export interface RefundLine {
  orderLineId: string
  quantity: number
  restock?: RefundLineRestock | undefined
  locationId?: string | null | undefined
}

export interface RefundPreview {
  amount: Money
  tax: Money
  taxes: TaxLine[]
  delivery: Money
  deposits: OrderRefundDeposit[]
  lines: StaffRefundLine[]
  refundable: Money
}

export interface RelatedLink {
  productId: string
  kind: RelatedKind
}

export interface RelatedProduct {
  reason: RelatedReason
  product: ProductCard
}

export interface RelatedProducts {
  items: RelatedProduct[]
}

export interface Reordered {
  cart: Cart
  lines: ReorderedLine[]
}

export interface ReorderedLine {
  productId: string
  slug: string
  name: string
  wanted: number
  put: number
  shortOf: ShortOf | null
}

export interface Return {
  id: string
  orderId: string
  state: ReturnState
  lines: ReturnLine[]
  note: string
  answer: string | null
  refunded: Money | null
  createdAt: string
  updatedAt: string
  version: number
}

export interface ReturnLine {
  orderLineId: string
  quantity: number
  reason: ReturnReason
  quantityReceived: number
  quantityRestocked: number
}

export interface ReturnWish {
  orderLineId: string
  quantity: number
  reason: ReturnReason
}

export interface ReturnableLine {
  orderLineId: string
  quantity: number
  until: string
}

/** What a buyer or member thinks of a product. `authorName` is empty once they had themselves forgotten. */
export interface Review {
  id: string
  productId: string
  authorName: string
  locale: string
  stars: number
  title: string | null
  text: string
  verified: boolean
  helpful: number
  pinned: boolean
  reply: ReviewReply | null
  photos: Picture[]
  publishedAt: string
}

export interface ReviewPage {
  items: Review[]
  next: string | null
  total: PageTotal | null
}

export interface ReviewReply {
  text: string
  repliedAt: string
}

/** `verified`: what a buyer writes is shown at once when it has neither links nor photos; all else waits for staff. `by_hand`: everything does. */
export interface ReviewSettings {
  whoMayWrite: ReviewSettingsWhoMayWrite
  publishing: ReviewSettingsPublishing
  version: number
}

export interface ReviewSort {
  by: ReviewSortBy
  desc?: boolean | undefined
}

export interface ReviewVotes {
  helpful: number
}

export interface RichTextBlock {
  kind: 'rich_text'
  texts: RichTextBlockText[]
}

export interface RichTextBlockText {
  locale: string
  title: string
  body: Paragraph[]
}

export interface Role {
  id: string
  key: string
  name: string
  permissions: string[]
  people: number
  version: number
}

export interface RoleList {
  items: Role[]
}

export interface SalesFigure {
  from: string | null
  marketId: string | null
  currency: string
  orders: number
  cancelled: number
  totalAmount: number
  taxAmount: number
  averageAmount: number
  refundedAmount: number
}

export interface SalesSummary {
  timeZone: string
  totals: SalesTotal[]
  figures: SalesFigure[]
}

export interface SalesTotal {
  currency: string
  orders: number
  cancelled: number
  totalAmount: number
  taxAmount: number
  averageAmount: number
  refundedAmount: number
}

export interface SavedAddress {
  id: string
  name: string
  line1: string
  country: string
  postalCode: string
  city: string
  company: string | null
  line2: string | null
  region: string | null
  phone: string | null
  isDefault: boolean
  version: number
}

export interface SavedItems {
  items: WishlistItem[]
}

export interface Schedule {
  job: string
  everyMs: number | null
  cron: string | null
  timeZone: string
  per: SchedulePer
  lastStartAt: string | null
  nextStartAt: string | null
  isRunning: boolean
  isPaused: boolean
  lastRun: JobRun | null
}

export interface ScheduleList {
  items: Schedule[]
}

/** `engine` is null where the store searches by itself. Until it is `ready` the store does, too. `due` are the products that it must still be told of, `mended` those in which the last comparison found a difference; `trouble` is why it could not be told the last time. */
export interface SearchEngineState {
  engine: string | null
  ready: boolean
  filledAt: string | null
  filling: boolean
  due: number
  comparing: boolean
  comparedAt: string | null
  mended: number
  trouble: string | null
}

/** How many products there would be; each count respects all filters but those of its own facet. */
export interface SearchFacets {
  categories: FacetCategory[]
  options: Facet[]
  attributes: Facet[]
  ranges: FacetRange[]
  price: FacetPrice | null
  available: number
  total: number
}

export interface SearchFilter {
  category?: SearchFilterCategory | undefined
  collection?: SearchFilterCollection | undefined
  option?: SearchFilterOption | undefined
  attribute?: SearchFilterAttribute | undefined
  price?: SearchFilterPrice | undefined
  available?: SearchFilterAvailable | undefined
}

export interface SearchFilterAttribute {
  in?: string[] | undefined
  all?: string[] | undefined
  none?: string[] | undefined
  gte?: string[] | undefined
  lte?: string[] | undefined
}

export interface SearchFilterAvailable {
  eq: boolean
}

export interface SearchFilterCategory {
  eq: string
}

export interface SearchFilterCollection {
  eq: string
}

export interface SearchFilterOption {
  in?: string[] | undefined
  all?: string[] | undefined
  none?: string[] | undefined
}

export interface SearchFilterPrice {
  gte?: number | undefined
  lte?: number | undefined
}

/** The pieces of a text make the whole of it; those with `hit` are what was looked for. Without a subtitle there are none. */
export interface SearchHighlight {
  productId: string
  name: SearchHighlightPiece[]
  subtitle: SearchHighlightPiece[]
}

export interface SearchHighlightPiece {
  text: string
  hit: boolean
}

/** Products are at the top in the order of `place`; one without is at the end. */
export interface SearchPlacement {
  phrase: string
  productId: string
  place: number | null
}

export interface SearchPlacementList {
  items: SearchPlacement[]
}

export interface SearchPlacements {
  phrase: string
  pinned: string[]
  buried: string[]
}

/** `place` counts from 1. `forSale` is false for what shoppers do not see in this currency and channel. `ways` are the word and its synonyms; each word must be found by one of them, unless the product is pinned, or a search engine outside found it. `engine` tells whether that was asked: `found`; `failed`, it did not answer in time; `resting`, it failed a few times and is left alone for a while; `unready`, it is being filled; `none`, the store has none. When it did not find, the store’s own search did. */
export interface SearchRank {
  name: string
  found: boolean
  place: number | null
  score: number | null
  parts: SearchRankPart[]
  engine: SearchEngineOutcome
  forSale: boolean
  words: SearchRankWord[]
}

export interface SearchRankPart {
  rule: SearchRankRule
  points: number
}

export interface SearchRankWord {
  typed: string
  ways: string[]
  found: boolean
}

export interface SearchResult {
  items: ProductCard[]
  next: string | null
  total: PageTotal | null
  facets: SearchFacets | null
  highlights: SearchHighlight[]
}

export interface SearchSort {
  by: SearchSortBy
  desc?: boolean | undefined
}

export interface SearchSynonym {
  id: string
  locale: string
  words: string[]
  createdAt: string
}

export interface SearchSynonymList {
  items: SearchSynonym[]
}

export interface Seller {
  address: Address
  taxId: string
  note: string | null
}

export interface SellerInput {
  address: AddressInput
  taxId: string
  note?: string | null | undefined
}

/** What search engines are told of the store. */
export interface SeoSettings {
  indexed: boolean
  hiddenChannels: string[]
  disallow: string[]
  titles: TitleTemplate[]
  version: number
}

export interface Session {
  token: string
  expiresAt: string
  person: Person | null
}

export interface SharedCart {
  items: SharedCartItem[]
}

export interface SharedCartItem {
  variantId: string
  name: string
  slug: string
  choices: OptionChoice[]
  picture: Picture | null
  quantity: number
  price: Money | null
  isAvailable: boolean
}

export interface SharedCartTaken {
  cart: Cart
  leftOut: number
}

export interface SharedWishlist {
  name: string
  items: WishlistItem[]
}

export interface Shipment {
  id: string
  orderId: string
  state: ShipmentState
  carrier: string | null
  trackingCode: string | null
  trackingUrl: string | null
  locationId: string | null
  lines: ShipmentLine[]
  tracking: TrackingNews[]
  shippedAt: string | null
  deliveredAt: string | null
  returnableUntil: string | null
  version: number
}

export interface ShipmentLine {
  orderLineId: string
  quantity: number
}

export interface ShipmentPart {
  orderLineId: string
  quantity: number
}

/** `asked` and `voiding`: the carrier has not answered, and is asked again until it has. */
export interface ShippingLabel {
  id: string
  shipmentId: string
  state: LabelState
  carrier: string
  service: string
  format: LabelFormat
  trackingCode: string | null
  trackingUrl: string | null
  cost: Money | null
  fileId: string | null
  refusedCode: string | null
  createdAt: string
}

export interface ShippingLabelList {
  items: ShippingLabel[]
}

export interface ShortLine {
  lineId: string
  available: number
}

export interface ShownAction {
  label: string
  /** A category, collection, product, page or post has a `slug`, an address has a `url`. */
  link: ShownLink
}

export interface ShownAddress {
  locale: string
  slug: string
}

export interface ShownAnnouncement {
  id: string
  text: string
  link: string | null
  dismissible: boolean
}

export type ShownBlock = ShownHero | ShownRichText | ShownImageWithText | ShownColumns | ShownSlideshow | ShownGallery | ShownTiles | ShownProducts | ShownFeaturedProduct | ShownFaq | ShownNewsletter | ShownPosts

export interface ShownColumn {
  icon: ContentIcon | null
  picture: Picture | null
  title: string
  lead: string
  action: ShownAction | null
}

export interface ShownColumns {
  kind: 'columns'
  title: string
  columns: ShownColumn[]
}

/** Clients leave out blocks of kinds that they do not know. */
export interface ShownDocument {
  id: string
  slug: string | null
  title: string
  summary: string
  metaTitle: string | null
  metaDescription: string | null
  cover: Picture | null
  author: string
  tags: string[]
  blocks: ShownBlock[]
  addresses: ShownAddress[]
  publishedAt: string | null
  updatedAt: string
}

export interface ShownFaq {
  kind: 'faq'
  title: string
  questions: ShownQuestion[]
}

export interface ShownFeaturedProduct {
  kind: 'featured_product'
  slug: string
  title: string
  lead: string
}

export interface ShownGallery {
  kind: 'gallery'
  title: string
  pictures: Picture[]
}

export interface ShownHero {
  kind: 'hero'
  look: ShownHeroLook
  picture: Picture | null
  title: string
  lead: string
  action: ShownAction | null
  secondAction: ShownAction | null
}

export interface ShownImageWithText {
  kind: 'image_with_text'
  side: ShownImageWithTextSide
  picture: Picture | null
  title: string
  body: ShownParagraph[]
  action: ShownAction | null
}

/** A category, collection, product, page or post has a `slug`, an address has a `url`. */
export interface ShownLink {
  kind: ShownLinkKind
  slug: string | null
  url: string | null
}

export interface ShownMenuItem {
  label: string
  link: ShownLink | null
  items: ShownMenuLink[]
}

export interface ShownMenuLink {
  label: string
  /** A category, collection, product, page or post has a `slug`, an address has a `url`. */
  link: ShownLink
}

export interface ShownNewsletter {
  kind: 'newsletter'
  title: string
  lead: string
}

export interface ShownParagraph {
  kind: ParagraphKind
  spans: ShownSpan[]
}

export interface ShownPosts {
  kind: 'posts'
  limit: number
  tag: string | null
  title: string
}

export interface ShownProducts {
  kind: 'products'
  title: string
  category: string | null
  collection: string | null
  featured: boolean
  order: ShownProductsOrder
  limit: number
  action: ShownAction | null
}

export interface ShownQuestion {
  question: string
  answer: ShownParagraph[]
}

export interface ShownRichText {
  kind: 'rich_text'
  title: string
  body: ShownParagraph[]
}

export interface ShownSlide {
  picture: Picture
  title: string
  lead: string
  action: ShownAction | null
}

export interface ShownSlideshow {
  kind: 'slideshow'
  title: string
  slides: ShownSlide[]
}

export interface ShownSpan {
  text: string
  marks: ShownSpanMarks[]
  link: ShownLink | null
}

export interface ShownTile {
  title: string
  /** A category, collection, product, page or post has a `slug`, an address has a `url`. */
  link: ShownLink
  picture: Picture | null
}

export interface ShownTiles {
  kind: 'tiles'
  title: string
  tiles: ShownTile[]
}

export interface SignedByPasskey {
  id: string
  clientDataJSON: string
  authenticatorData: string
  signature: string
  userHandle?: string | undefined
}

export interface SkuWish {
  sku: string
  quantity: number
}

export interface Slide {
  picture: ContentPicture
  target: ContentTarget | null
  texts: SlideText[]
}

export interface SlideText {
  locale: string
  title: string
  lead: string
  label: string
}

export interface SlideshowBlock {
  kind: 'slideshow'
  texts: SlideshowBlockText[]
  slides: Slide[]
}

export interface SlideshowBlockText {
  locale: string
  title: string
}

export interface Span {
  text: string
  marks: SpanMarks[]
  link: ContentTarget | null
}

export interface SqlAnswer {
  columns: string[]
  rows: SqlRow[]
  hasMore: boolean
}

export interface SqlCell {
  text: string | null
}

export interface SqlRow {
  cells: SqlCell[]
}

export interface StaffAnswer {
  id: string
  authorName: string
  byStaff: boolean
  text: string
  state: ReviewState
  refusal: string | null
  publishedAt: string | null
  createdAt: string
  version: number
  questionId: string
  customerId: string | null
}

export interface StaffAnswerPage {
  items: StaffAnswer[]
  next: string | null
  total: PageTotal | null
}

export interface StaffCustomer {
  id: string
  email: string
  name: string
  phone: string | null
  marketing: boolean
  version: number
  createdAt: string
  custom: Custom
  addresses: SavedAddress[]
  purchases?: CustomerPurchases[] | undefined
}

export interface StaffCustomerCard {
  id: string
  email: string
  name: string
  phone: string | null
  marketing: boolean
  version: number
  createdAt: string
  purchases?: CustomerPurchases[] | undefined
}

export interface StaffCustomerCardPage {
  items: StaffCustomerCard[]
  next: string | null
  total: PageTotal | null
}

export interface StaffEnquiry {
  id: string
  orderId: string | null
  orderNumber: string | null
  name: string
  email: string
  locale: string
  subject: string
  text: string
  createdAt: string
}

export interface StaffEnquiryPage {
  items: StaffEnquiry[]
  next: string | null
  total: PageTotal | null
}

export interface StaffOrder {
  id: string
  number: string | null
  version: number
  state: OrderState
  status: OrderStatus
  paymentStanding: PaymentStanding
  fulfilmentStanding: FulfilmentStanding
  currency: string
  locale: string
  email: string
  lines: OrderLine[]
  bundles: OrderBundle[]
  deposits: OrderDeposit[]
  totals: Totals
  companyName: string | null
  taxId: string | null
  taxDecision: TaxDecision | null
  shippingAddress: Address | null
  billingAddress: Address
  deliveryName: string | null
  deliveryPromise: DeliveryPromise | null
  pickUp: PickUp | null
  payments: OrderPayment[]
  refunds: StaffOrderRefund[]
  documents: OrderDocument[]
  timeline: TimelineEntry[]
  placedAt: string
  confirmedAt: string | null
  holdUntil: string | null
  canPay: boolean
  canCancel: boolean
  cartId: string
  customerId: string | null
  cancelReason: string | null
  history: OrderHistory[]
  shipments: Shipment[]
}

export interface StaffOrderCard {
  id: string
  number: string | null
  state: OrderState
  status: OrderStatus
  paymentStanding: PaymentStanding
  email: string
  customerId: string | null
  total: Money
  itemCount: number
  placedAt: string
}

export interface StaffOrderCardPage {
  items: StaffOrderCard[]
  next: string | null
  total: PageTotal | null
}

export interface StaffOrderRefund {
  id: string
  paymentId: string
  state: StaffOrderRefundState
  amount: Money
  tax: Money
  taxes: TaxLine[]
  delivery: Money
  deposits: OrderRefundDeposit[]
  createdAt: string
  updatedAt: string
  lines: StaffRefundLine[]
  reason: string
  actor: string
  outcomeUnknown: boolean
  declineCode: string | null
}

export interface StaffPerson {
  id: string
  email: string
  name: string
  locale: string
  state: PersonState
  roles: PersonRole[]
  version: number
  createdAt: string
  sessions: PersonSession[]
}

export interface StaffPersonCard {
  id: string
  email: string
  name: string
  locale: string
  state: PersonState
  roles: PersonRole[]
  version: number
  createdAt: string
}

export interface StaffPersonCardPage {
  items: StaffPersonCard[]
  next: string | null
  total: PageTotal | null
}

export interface StaffPlacement {
  order: StaffOrder
  next: NextStep
}

export interface StaffQuestion {
  id: string
  authorName: string
  productId: string
  locale: string
  text: string
  pinned: boolean
  state: ReviewState
  refusal: string | null
  publishedAt: string | null
  createdAt: string
  version: number
  customerId: string | null
  email: string | null
  answers: StaffAnswer[]
}

export interface StaffQuestionPage {
  items: StaffQuestion[]
  next: string | null
  total: PageTotal | null
}

export interface StaffQuestionSort {
  by: StaffQuestionSortBy
  desc?: boolean | undefined
}

export interface StaffRefundLine {
  orderLineId: string
  quantity: number
  amount: Money
  tax: Money
  restock: StaffRefundLineRestock
  locationId: string | null
}

export interface StaffReturn {
  id: string
  orderId: string
  state: ReturnState
  lines: ReturnLine[]
  note: string
  answer: string | null
  refunded: Money | null
  createdAt: string
  updatedAt: string
  version: number
  orderNumber: string | null
  email: string
}

export interface StaffReturnPage {
  items: StaffReturn[]
  next: string | null
  total: PageTotal | null
}

export interface StaffReturnSort {
  by: StaffReturnSortBy
  desc?: boolean | undefined
}

export interface StaffReview {
  id: string
  productId: string
  authorName: string
  locale: string
  stars: number
  title: string | null
  text: string
  verified: boolean
  helpful: number
  pinned: boolean
  reply: ReviewReply | null
  state: ReviewState
  refusal: string | null
  publishedAt: string | null
  createdAt: string
  updatedAt: string
  version: number
  customerId: string | null
  orderId: string | null
  reports: number
  photos: StaffReviewPhoto[]
}

export interface StaffReviewPage {
  items: StaffReview[]
  next: string | null
  total: PageTotal | null
}

export interface StaffReviewPhoto {
  fileId: string
  downloadUrl: string
  picture: Picture | null
}

export interface StaffReviewSort {
  by: StaffReviewSortBy
  desc?: boolean | undefined
}

export interface StaffSubscription {
  id: string
  state: StaffSubscriptionState
  email: string | null
  locale: string
  wording: string
  askedAt: string
  confirmedAt: string | null
  endedAt: string | null
  endedBy: StaffSubscriptionEndedBy | null
}

export interface StaffSubscriptionPage {
  items: StaffSubscription[]
  next: string | null
  total: PageTotal | null
}

export interface StockDifference {
  itemId: string
  sku: string
  locationId: string
  counter: StockDifferenceCounter
  counted: number
  proven: number
  repaired: boolean
}

export interface StockItem {
  id: string
  sku: string
  tracking: StockTracking
  variants: StockVariant[]
  levels: StockLevel[]
  onHand: number
  reserved: number
  available: number
}

export interface StockItemPage {
  items: StockItem[]
  next: string | null
  total: PageTotal | null
}

export interface StockItemSort {
  by: StockItemSortBy
  desc?: boolean | undefined
}

export interface StockItemTracking {
  itemId: string
  tracking: StockTracking
}

export interface StockLevel {
  itemId: string
  sku: string
  locationId: string
  onHand: number
  reserved: number
  safetyStock: number
  backorderLimit: number
  short: number
  lowAt: number | null
  available: number
  version: number
  updatedAt: string
}

export interface StockLocation {
  id: string
  key: string
  name: string
  country: string
  position: number
  leadDays: number
  address: Address | null
  version: number
}

export interface StockLocationList {
  items: StockLocation[]
}

export interface StockMovement {
  id: string
  itemId: string
  sku: string
  locationId: string
  delta: number
  reason: StockMovementReason
  note: string | null
  subjectKind: string | null
  subjectId: string | null
  actor: string
  cause: string
  at: string
}

export interface StockMovementPage {
  items: StockMovement[]
  next: string | null
  total: PageTotal | null
}

export interface StockPromise {
  kind: StockPromiseKind
  shipsOn: string | null
}

export interface StockReconciliation {
  holds: boolean
  levels: number
  differences: StockDifference[]
}

export interface StockTransfer {
  id: string
  number: number
  fromLocationId: string
  toLocationId: string
  state: StockTransferState
  expectedOn: string | null
  note: string | null
  lines: StockTransferLine[]
  sentAt: string | null
  endedAt: string | null
  createdAt: string
  version: number
}

export interface StockTransferLine {
  itemId: string
  sku: string
  quantity: number
  received: number
  returned: number
  lost: number
  onTheWay: number
}

export interface StockTransferPage {
  items: StockTransfer[]
  next: string | null
  total: PageTotal | null
}

export interface StockVariant {
  variantId: string
  sku: string
  name: string | null
  units: number
}

export interface Store {
  id: string
  code: string
  name: string
  email: string
  currency: string
  locale: string
  country: string
  timeZone: string
  returnDays: number | null
  newsletterInFooter: boolean
  version: number
}

export interface StoreLocale {
  code: string
  fallback: string | null
}

export interface Storefront {
  name: string
  locale: string
  locales: StorefrontLocale[]
  currency: string
  market: string
  markets: StorefrontMarket[]
  timeZone: string
  country: string | null
  countries: StorefrontCountry[]
  announcements: ShownAnnouncement[]
  returnDays: number | null
  newsletterInFooter: boolean
  demo: boolean
  indexed: boolean
  disallow: string[]
  titles: StorefrontTitle[]
}

export interface StorefrontCountry {
  code: string
  name: string
}

export interface StorefrontLocale {
  code: string
  name: string
  path: string
}

export interface StorefrontMarket {
  code: string
  name: string
  currency: string
  currencyName: string
  pricesIncludeTax: boolean
}

export interface StorefrontTitle {
  kind: PageKind
  title: string
}

export interface SubscriptionSort {
  by: SubscriptionSortBy
  desc?: boolean | undefined
}

export interface SuggestedCategory {
  slug: string
  name: string
}

export interface Suggestions {
  products: ProductCard[]
  categories: SuggestedCategory[]
  queries: string[]
}

export interface Supplier {
  id: string
  name: string
  email: string | null
  leadDays: number
  note: string | null
  version: number
}

export interface SupplierPage {
  items: Supplier[]
  next: string | null
  total: PageTotal | null
}

export interface Suppression {
  id: string
  email: string | null
  reason: SuppressionReason
  note: string | null
  addedBy: string
  createdAt: string
}

export interface SuppressionPage {
  items: Suppression[]
  next: string | null
  total: PageTotal | null
}

export interface TaskOverview {
  name: string
  waiting: number
  running: number
  failing: number
  dead: number
  dueSince: string | null
  isPaused: boolean
}

export interface TaxCategory {
  id: string
  key: string
  name: string
}

export interface TaxCategoryList {
  items: TaxCategory[]
}

/** It exempts what is handed over in its country, or of a region from the taxes of that region, from `validFrom` to `validTo` in the store’s zone. */
export interface TaxCertificate {
  id: string
  customerId: string | null
  companyId: string | null
  kind: TaxCertificateKind
  number: string
  country: string
  region: string | null
  validFrom: string
  validTo: string | null
  fileId: string | null
  version: number
}

export interface TaxCertificatePage {
  items: TaxCertificate[]
  next: string | null
  total: PageTotal | null
}

/** Whether a business or an exempt buyer pays tax, and by which evidence. */
export interface TaxDecision {
  outcome: TaxOutcome
  isRelieved: boolean
  note: string
  checkedAt: string | null
  consultationNumber: string | null
  certificateNumber: string | null
}

export interface TaxExplained {
  taxedIn: string
  net: Money
  tax: Money
  gross: Money
  relief: Money
  decision: TaxDecision | null
  reliefSteps: TaxReliefStep[]
  taxes: ChargedTax[]
  steps: TaxStep[]
}

export interface TaxIdCheck {
  id: string
  taxId: string
  state: TaxIdState
  requester: string | null
  provider: string
  wantedAt: string
  answeredAt: string | null
  consultationNumber: string | null
  traderName: string | null
  traderAddress: string | null
}

export interface TaxIdCheckPage {
  items: TaxIdCheck[]
  next: string | null
  total: PageTotal | null
}

export interface TaxLine {
  name: string
  rateBasisPoints: number
  rateHundredths: number
  base: Money
  amount: Money
}

/** 1900 basis points are 19 %. It holds from `startsOn` until the day before `endsOn`, for the country, a region of it or postal codes that begin with something from `postalFrom` to `postalTo`. Of each layer the rate of the narrowest place is charged, and layers add up; a compound one is charged on the taxes of the layers below as well. */
export interface TaxRate {
  id: string
  categoryId: string
  country: string
  region: string | null
  postalFrom: string | null
  postalTo: string | null
  layer: number
  compound: boolean
  name: string
  rateBasisPoints: number
  rateHundredths: number
  startsOn: string
  endsOn: string | null
  version: number
}

export interface TaxRatePage {
  items: TaxRate[]
  next: string | null
  total: PageTotal | null
}

export interface TaxReliefStep {
  question: string
  holds: boolean
  says: string
}

/** Sales from one member state of the European Union to shoppers in another are taxed at the rates of where the goods go, or, below the threshold, at those of where they come from. A buyer’s tax id that nobody has answered for is charged the tax, or is accepted for now and asked about again. */
export interface TaxSettings {
  unionSales: UnionSales
  ownTaxId: string | null
  idCheckDays: number
  whenUnanswered: WhenTaxIdUnanswered
  version: number
}

export interface TaxStep {
  rateId: string
  layer: number
  name: string
  rateBasisPoints: number
  rateHundredths: number
  outcome: TaxStepOutcome
  says: string
}

export interface TaxedPart {
  orderLineId: string | null
  orderDepositId: string | null
  name: string
  total: Money
  taxes: ChargedTax[]
}

export interface Tile {
  /** A category, collection, product or document has an `id`, an address has an `address`. */
  target: ContentTarget
  picture: ContentPicture | null
  texts: TileText[]
}

export interface TileText {
  locale: string
  title: string
}

/** A tile without a text is called what it leads to; one whose category is gone is not shown. */
export interface TilesBlock {
  kind: 'tiles'
  texts: TilesBlockText[]
  tiles: Tile[]
}

export interface TilesBlockText {
  locale: string
  title: string
}

export interface TimelineEntry {
  at: string
  kind: string
  text: string
}

export interface TitleTemplate {
  kind: PageKind
  locale: string
  title: string
}

export interface Totals {
  subtotal: Money
  deposit: Money
  discount: Money
  taxRelief: Money
  delivery: Money
  tax: Money
  total: Money
  taxIncluded: boolean
  taxes: TaxLine[]
  discounts: Discount[]
  bundles: BundleReduction[]
}

export interface TrackingNews {
  kind: TrackingKind
  at: string
  said: string
}

export interface TransferArrival {
  itemId: string
  quantity: number
}

export interface TransferShort {
  itemId: string
  sku: string
  left: number
}

export interface TypeAttribute {
  attributeId: string
  required: boolean
}

export interface UnionRatesSet {
  rates: number
  asOf: string
  sources: string[]
}

export interface UploadTicket {
  token: string
  uploadUrl: string
  expiresAt: string
}

export interface Variant {
  id: string
  sku: string
  choices: OptionChoice[]
  price: Money
  compareAt: Money | null
  lowestIn30Days: Money | null
  reducedUntil: string | null
  measurePrice: MeasurePrice | null
  tiers: PriceTier[]
  deposits: OfferedDeposit[]
  availability: VariantAvailability
  available: number
  promise: StockPromise | null
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule: QuantityRule
  pictureUrl: string | null
  pictureUrls: string[]
}

export interface VariantAxis {
  optionId: string
  valueIds: string[]
}

export interface VariantChoice {
  optionId: string
  optionName: string
  valueId: string
  valueName: string
  swatch: string | null
}

export interface VariantCombinations {
  there: number
  made: CombinedVariant[]
  version: number
}

export interface VariantDeposit {
  depositId: string
  count: number
}

export interface VariantDeposits {
  items: VariantDeposit[]
}

export interface VariantPage {
  items: Variant[]
  next: string | null
  total: PageTotal | null
}

export interface VariantPrice {
  id: string
  variantId: string
  listId: string
  minQuantity: number
  price: Money
  compareAt: Money | null
  derived: boolean
  updatedAt: string
  version: number
}

export interface VariantPriceList {
  items: VariantPrice[]
}

export interface VariantSize {
  variantId: string
  size: PackedSize | null
}

export interface VariantSizeList {
  items: VariantSize[]
}

export interface ViewedProducts {
  items: ProductCard[]
}

export interface Wait {
  kind: 'wait'
}

export interface WebhookAttempt {
  at: string
  milliseconds: number
  status: number | null
  answer: string | null
  fault: string | null
}

export interface WebhookDelivery {
  id: string
  endpointId: string
  messageId: string
  type: string
  state: WebhookDeliveryState
  tries: number
  dueAt: string | null
  createdAt: string
  endedAt: string | null
}

export interface WebhookDeliveryPage {
  items: WebhookDelivery[]
  next: string | null
  total: PageTotal | null
}

export interface WebhookDeliverySort {
  by: WebhookDeliverySortBy
  desc?: boolean | undefined
}

export interface WebhookDeliveryWithAttempts {
  id: string
  endpointId: string
  messageId: string
  type: string
  state: WebhookDeliveryState
  tries: number
  dueAt: string | null
  createdAt: string
  endedAt: string | null
  body: string
  attempts: WebhookAttempt[]
}

export interface WebhookEndpoint {
  id: string
  url: string
  description: string | null
  events: string[]
  state: WebhookEndpointState
  disabledBy: WebhookDisabledBy | null
  formerSecretUntil: string | null
  version: number
  createdAt: string
  updatedAt: string
}

export interface WebhookEndpointPage {
  items: WebhookEndpoint[]
  next: string | null
  total: PageTotal | null
}

export interface WebhookEndpointWithSecret {
  endpoint: WebhookEndpoint
  secret: string
}

export interface WebhooksRedelivered {
  count: number
  more: boolean
}

export interface WhichLot {
  code: string
  expiresOn?: string | null | undefined
}

export interface Wishlist {
  id: string
  kind: WishlistKind
  name: string
  isDefault: boolean
  itemCount: number
  shareToken: string | null
  version: number
  updatedAt: string
}

export interface WishlistAlerts {
  priceDrop: boolean
  backInStock: boolean
  isAddressProved: boolean
}

export interface WishlistItem {
  id: string
  productId: string
  variantId: string | null
  product: ProductCard | null
  choices: OptionChoice[]
  quantity: number
  price: Money | null
  seenPrice: Money | null
  isAvailable: boolean
  tellsOfDrop: boolean
  tellsWhenBack: boolean
  addedAt: string
}

export interface WishlistList {
  items: Wishlist[]
}

export interface WishlistMarks {
  productIds: string[]
}

export interface BrowseAdminReindexInput {}

export interface BrowseAdminWhyInput {
  q: string
  productId: string
}

export interface BrowseBundleInput {
  variantId: string
}

export interface BrowseCategoriesInput {}

export interface BrowseCategoryInput {
  slug: string
}

export interface BrowseCollectionInput {
  slug: string
}

export interface BrowseCollectionsInput {}

export interface BrowseEngineGetInput {}

export interface BrowseEngineRebuildInput {}

export interface BrowseEngineReconcileInput {}

export interface BrowsePlacementsListInput {}

export interface BrowsePlacementsSetInput {
  q: string
  pinned: string[]
  buried: string[]
}

export interface BrowsePreviewInput {
  token: string
}

export interface BrowseProductInput {
  slug: string
  variant?: string | undefined
}

export interface BrowseProductsInput {
  category?: string | undefined
  collection?: string | undefined
  q?: string | undefined
  sort?: ProductSort | undefined
  featured?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface BrowseRelatedInput {
  slug: string
}

export interface BrowseSearchInput {
  q?: string | undefined
  filter?: SearchFilter | undefined
  custom?: Custom | undefined
  sort?: SearchSort | undefined
  facets?: boolean | undefined
  highlights?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface BrowseSuggestInput {
  q: string
}

export interface BrowseSynonymsCreateInput {
  locale: string
  words: string[]
}

export interface BrowseSynonymsListInput {}

export interface BrowseSynonymsRemoveInput {
  synonymId: string
}

export interface BrowseVariantsInput {
  slug: string
  choices?: string[] | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface BrowseViewedAddInput {
  productId: string
}

export interface BrowseViewedClearInput {}

export interface BrowseViewedListInput {
  except?: string | undefined
}

export interface CartAddBundleInput {
  cartId: string
  variantId: string
  quantity: number
  choices?: BundleChoice[] | undefined
  expectedVersion?: number | undefined
}

export interface CartAddBySkuInput {
  cartId: string
  items: SkuWish[]
  expectedVersion?: number | undefined
}

export interface CartAddCodeInput {
  cartId: string
  code: string
  expectedVersion?: number | undefined
}

export interface CartAddItemInput {
  cartId: string
  variantId: string
  quantity: number
  expectedVersion?: number | undefined
}

export interface CartClearInput {
  cartId: string
  expectedVersion?: number | undefined
}

export interface CartCreateInput {}

export interface CartCurrentInput {}

export interface CartDeliveryOffersInput {
  cartId: string
  country?: string | undefined
  postalCode?: string | undefined
}

export interface CartFollowInput {
  cartId: string
}

export interface CartGetInput {
  cartId: string
}

export interface CartQuoteDeliveryInput {
  cartId: string
}

export interface CartRemoveCodeInput {
  cartId: string
  code: string
  expectedVersion?: number | undefined
}

export interface CartRemoveItemInput {
  cartId: string
  lineId: string
  expectedVersion?: number | undefined
}

export interface CartSetBundleQuantityInput {
  cartId: string
  bundleId: string
  quantity: number
  expectedVersion?: number | undefined
}

export interface CartSetDetailsInput {
  cartId: string
  expectedVersion?: number | undefined
  email?: string | null | undefined
  shippingAddress?: AddressInput | null | undefined
  billingAddress?: AddressInput | null | undefined
  deliveryMethodId?: string | null | undefined
}

export interface CartSetMarketInput {
  cartId: string
  market: string
  leaveOut?: boolean | undefined
  expectedVersion?: number | undefined
}

export interface CartSetQuantityInput {
  cartId: string
  lineId: string
  quantity: number
  expectedVersion?: number | undefined
}

export interface CartSetTaxIdInput {
  cartId: string
  companyName: string | null
  taxId: string | null
  expectedVersion?: number | undefined
}

export interface CartSettingsGetInput {}

export interface CartSettingsUpdateInput {
  priceHoldMinutes?: number | undefined
  mergeRule?: CartMergeRule | undefined
  expectedVersion?: number | undefined
}

export interface CartShareInput {
  cartId: string
}

export interface CartSharedInput {
  token: string
}

export interface CartTakeSharedInput {
  cartId: string
  token: string
  expectedVersion?: number | undefined
}

export interface CatalogAttributesArchiveInput {
  attributeId: string
  expectedVersion?: number | undefined
}

export interface CatalogAttributesCreateInput {
  key: string
  kind: AttributeKind
  unit?: string | undefined
  filterable?: boolean | undefined
  searchable?: boolean | undefined
  texts: AttributeText[]
  choices?: NewAttributeChoice[] | undefined
}

export interface CatalogAttributesListInput {}

export interface CatalogAttributesUpdateInput {
  attributeId: string
  expectedVersion?: number | undefined
  unit?: string | null | undefined
  filterable?: boolean | undefined
  searchable?: boolean | undefined
  position?: number | undefined
  texts?: AttributeText[] | undefined
  choices?: NewAttributeChoice[] | undefined
}

export interface CatalogBundlesGetInput {
  variantId: string
}

export interface CatalogBundlesRemoveInput {
  variantId: string
  expectedVersion?: number | undefined
}

export interface CatalogBundlesSetInput {
  variantId: string
  price: CatalogBundlesSetPrice
  reductionBasisPoints?: number | undefined
  parts?: NewBundlePart[] | undefined
  groups?: NewBundleGroup[] | undefined
  expectedVersion?: number | undefined
}

export interface CatalogCategoriesArchiveInput {
  categoryId: string
  expectedVersion?: number | undefined
}

export interface CatalogCategoriesCreateInput {
  parentId?: string | null | undefined
  position?: number | undefined
  texts: NewCategoryText[]
  custom?: Custom | undefined
}

export interface CatalogCategoriesListInput {}

export interface CatalogCategoriesMoveInput {
  categoryId: string
  expectedVersion?: number | undefined
  parentId?: string | null | undefined
  beforeId?: string | undefined
  afterId?: string | undefined
}

export interface CatalogCategoriesUpdateInput {
  categoryId: string
  expectedVersion?: number | undefined
  parentId?: string | null | undefined
  position?: number | undefined
  texts?: CategoryTextChange[] | undefined
  custom?: Custom | undefined
}

export interface CatalogCollectionsArchiveInput {
  collectionId: string
  expectedVersion?: number | undefined
}

export interface CatalogCollectionsCreateInput {
  texts: NewCollectionText[]
  rule?: NewCollectionRule | undefined
  productIds?: string[] | undefined
  position?: number | undefined
  custom?: Custom | undefined
}

export interface CatalogCollectionsListInput {}

export interface CatalogCollectionsSetProductsInput {
  collectionId: string
  expectedVersion?: number | undefined
  productIds: string[]
}

export interface CatalogCollectionsUpdateInput {
  collectionId: string
  expectedVersion?: number | undefined
  texts?: CollectionTextChange[] | undefined
  rule?: NewCollectionRule | undefined
  position?: number | undefined
  custom?: Custom | undefined
}

export interface CatalogFilmsSetInput {
  productId: string
  films: ProductFilm[]
  expectedVersion?: number | undefined
}

export interface CatalogMediaSetInput {
  productId: string
  media: ProductPicture[]
  expectedVersion?: number | undefined
}

export interface CatalogOptionsAddValueInput {
  optionId: string
  key: string
  swatch?: string | null | undefined
  texts: OptionText[]
}

export interface CatalogOptionsCreateInput {
  key: string
  texts: OptionText[]
  values?: NewOptionValue[] | undefined
}

export interface CatalogOptionsListInput {}

export interface CatalogProductsArchiveInput {
  productId: string
  expectedVersion?: number | undefined
}

export interface CatalogProductsCreateInput {
  id?: string | undefined
  taxCategoryId: string
  typeId?: string | undefined
  attributes?: NewProductAttribute[] | undefined
  custom?: Custom | undefined
  texts: NewProductText[]
  categoryIds?: string[] | undefined
  optionIds?: string[] | undefined
  variants?: NewVariant[] | undefined
  channelIds?: string[] | undefined
  shippable?: boolean | undefined
  featured?: boolean | undefined
  position?: number | undefined
}

export interface CatalogProductsGetInput {
  productId: string
}

export interface CatalogProductsListInput {
  state?: CatalogProductsListState | undefined
  q?: string | undefined
  categoryId?: string | undefined
  collectionId?: string | undefined
  custom?: Custom | undefined
  sort?: CatalogProductSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface CatalogProductsPreviewInput {
  productId: string
  expiresInHours?: number | undefined
}

export interface CatalogProductsPublishInput {
  productId: string
  expectedVersion?: number | undefined
}

export interface CatalogProductsRestoreInput {
  productId: string
  expectedVersion?: number | undefined
}

export interface CatalogProductsScheduleInput {
  productId: string
  expectedVersion?: number | undefined
  publishAt: string | null
  unpublishAt: string | null
}

export interface CatalogProductsUnpublishInput {
  productId: string
  expectedVersion?: number | undefined
}

export interface CatalogProductsUpdateInput {
  productId: string
  expectedVersion?: number | undefined
  taxCategoryId?: string | undefined
  typeId?: string | null | undefined
  attributes?: NewProductAttribute[] | undefined
  custom?: Custom | undefined
  texts?: ProductTextChange[] | undefined
  categoryIds?: string[] | undefined
  optionIds?: string[] | undefined
  channelIds?: string[] | undefined
  shippable?: boolean | undefined
  featured?: boolean | undefined
  position?: number | undefined
}

export interface CatalogRelatedListInput {
  productId: string
}

export interface CatalogRelatedSetInput {
  productId: string
  expectedVersion?: number | undefined
  items: RelatedLink[]
}

export interface CatalogTypesArchiveInput {
  typeId: string
  expectedVersion?: number | undefined
}

export interface CatalogTypesCreateInput {
  key: string
  name: string
  attributes?: TypeAttribute[] | undefined
}

export interface CatalogTypesListInput {}

export interface CatalogTypesUpdateInput {
  typeId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  attributes?: TypeAttribute[] | undefined
}

export interface CatalogVariantsArchiveInput {
  productId: string
  variantId: string
  expectedVersion?: number | undefined
}

export interface CatalogVariantsCombineInput {
  productId: string
  expectedVersion?: number | undefined
  axes: VariantAxis[]
  skuStart: string
  weightGrams?: number | undefined
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule?: QuantityRule | undefined
  content?: Content | null | undefined
  preview?: boolean | undefined
}

export interface CatalogVariantsCreateInput {
  productId: string
  id?: string | undefined
  sku: string
  weightGrams?: number | undefined
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule?: QuantityRule | undefined
  content?: Content | null | undefined
  choices?: NewVariantChoice[] | undefined
  custom?: Custom | undefined
  position?: number | undefined
  expectedVersion?: number | undefined
}

export interface CatalogVariantsListInput {
  productId: string
  custom?: Custom | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface CatalogVariantsUpdateInput {
  productId: string
  variantId: string
  sku?: string | undefined
  position?: number | undefined
  weightGrams?: number | undefined
  /** A quantity is a multiple of `step`, at least `minimum` and at most `maximum`. */
  quantityRule?: QuantityRule | undefined
  content?: Content | null | undefined
  choices?: NewVariantChoice[] | undefined
  custom?: Custom | undefined
  expectedVersion?: number | undefined
}

export interface ContentDocumentsArchiveInput {
  documentId: string
  expectedVersion?: number | undefined
}

export interface ContentDocumentsCreateInput {
  kind: DocumentKind
  slot?: string | undefined
  texts?: NewDocumentText[] | undefined
  blocks?: Block[] | undefined
  cover?: ContentPicture | null | undefined
  author?: string | undefined
  tags?: string[] | undefined
}

export interface ContentDocumentsGetInput {
  documentId: string
}

export interface ContentDocumentsListInput {
  kind?: DocumentKind | undefined
  archived?: boolean | undefined
  sort?: DocumentSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ContentDocumentsPreviewInput {
  documentId: string
  expiresInHours?: number | undefined
}

export interface ContentDocumentsPublishInput {
  documentId: string
  expectedVersion?: number | undefined
}

export interface ContentDocumentsScheduleInput {
  documentId: string
  expectedVersion?: number | undefined
  publishAt: string | null
  unpublishAt: string | null
}

export interface ContentDocumentsUnpublishInput {
  documentId: string
  expectedVersion?: number | undefined
}

export interface ContentDocumentsUpdateInput {
  documentId: string
  expectedVersion?: number | undefined
  texts?: NewDocumentText[] | undefined
  blocks?: Block[] | undefined
  cover?: ContentPicture | null | undefined
  author?: string | undefined
  tags?: string[] | undefined
}

export interface ContentHomeInput {}

export interface ContentJournalInput {
  tag?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ContentMenusListInput {}

export interface ContentMenusSetInput {
  key: MenuKey
  items: MenuItem[]
  expectedVersion?: number | undefined
}

export interface ContentNavigationInput {}

export interface ContentPageInput {
  slug: string
}

export interface ContentPostInput {
  slug: string
}

export interface ContentPreviewInput {
  token: string
}

export interface ContentRedirectInput {
  path: string
}

export interface ContentRedirectsListInput {
  sort?: RedirectSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ContentRedirectsPutInput {
  redirects: NewRedirect[]
}

export interface ContentRedirectsRemoveInput {
  redirectId: string
}

export interface ContentRevisionsListInput {
  documentId: string
}

export interface ContentRevisionsRestoreInput {
  documentId: string
  number: number
  expectedVersion?: number | undefined
}

export interface ContentSlotInput {
  slot: string
}

export interface CustomersAddressFormsGetInput {
  country: string
}

export interface CustomersAddressesCreateInput {
  name: string
  line1: string
  country: string
  postalCode?: string | undefined
  city?: string | undefined
  company?: string | null | undefined
  line2?: string | null | undefined
  region?: string | null | undefined
  phone?: string | null | undefined
  isDefault?: boolean | undefined
}

export interface CustomersAddressesListInput {}

export interface CustomersAddressesRemoveInput {
  addressId: string
  expectedVersion?: number | undefined
}

export interface CustomersAddressesUpdateInput {
  addressId: string
  name?: string | undefined
  line1?: string | undefined
  country?: string | undefined
  postalCode?: string | undefined
  city?: string | undefined
  company?: string | null | undefined
  line2?: string | null | undefined
  region?: string | null | undefined
  phone?: string | null | undefined
  isDefault?: boolean | undefined
  expectedVersion?: number | undefined
}

export interface CustomersCompaniesArchiveInput {
  companyId: string
  expectedVersion?: number | undefined
}

export interface CustomersCompaniesChangeMembersInput {
  companyId: string
  expectedVersion?: number | undefined
  add?: string[] | undefined
  remove?: string[] | undefined
}

export interface CustomersCompaniesCreateInput {
  name: string
  taxId?: string | null | undefined
}

export interface CustomersCompaniesGetInput {
  companyId: string
}

export interface CustomersCompaniesListInput {
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface CustomersCompaniesUpdateInput {
  companyId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  taxId?: string | null | undefined
}

export interface CustomersGetInput {
  customerId: string
}

export interface CustomersGroupsArchiveInput {
  groupId: string
  expectedVersion?: number | undefined
}

export interface CustomersGroupsChangeMembersInput {
  groupId: string
  expectedVersion?: number | undefined
  add?: string[] | undefined
  remove?: string[] | undefined
}

export interface CustomersGroupsCreateInput {
  key: string
  name: string
}

export interface CustomersGroupsListInput {}

export interface CustomersListInput {
  q?: string | undefined
  custom?: Custom | undefined
  sort?: CustomerSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface CustomersProfileGetInput {}

export interface CustomersProfileUpdateInput {
  name?: string | undefined
  phone?: string | null | undefined
  marketing?: boolean | undefined
  companyName?: string | null | undefined
  taxId?: string | null | undefined
  custom?: Custom | undefined
  expectedVersion?: number | undefined
}

export interface CustomersUpdateInput {
  customerId: string
  expectedVersion?: number | undefined
  custom?: Custom | undefined
}

export interface DeliveryCalendarGetInput {}

export interface DeliveryCalendarSetInput {
  expectedVersion?: number | undefined
  cutoffMinute?: number | undefined
  workingDays?: number[] | undefined
  holidays?: DeliveryHoliday[] | undefined
}

export interface DeliveryEstimateInput {
  variantId: string
  quantity?: number | undefined
  country?: string | undefined
  postalCode?: string | undefined
}

export interface DeliveryMethodsArchiveInput {
  methodId: string
  expectedVersion?: number | undefined
}

export interface DeliveryMethodsCreateInput {
  zoneId: string
  key: string
  taxCategoryId: string
  minDays: number
  maxDays: number
  position?: number | undefined
  locationId?: string | null | undefined
  texts: NewDeliveryMethodText[]
  rates: NewDeliveryRate[]
  combination?: DeliveryCombination | undefined
  limits?: NewDeliveryLimits | undefined
  live?: DeliveryLiveRate | null | undefined
}

export interface DeliveryMethodsListInput {}

export interface DeliveryMethodsUpdateInput {
  methodId: string
  expectedVersion?: number | undefined
  taxCategoryId?: string | undefined
  minDays?: number | undefined
  maxDays?: number | undefined
  position?: number | undefined
  locationId?: string | null | undefined
  texts?: NewDeliveryMethodText[] | undefined
  rates?: NewDeliveryRate[] | undefined
  combination?: DeliveryCombination | undefined
  limits?: NewDeliveryLimits | undefined
  live?: DeliveryLiveRate | null | undefined
}

export interface DeliveryProfilesArchiveInput {
  profileId: string
  expectedVersion?: number | undefined
}

export interface DeliveryProfilesAssignInput {
  profileId: string
  add?: string[] | undefined
  remove?: string[] | undefined
}

export interface DeliveryProfilesCreateInput {
  key: string
  name: string
  namedOnly?: boolean | undefined
}

export interface DeliveryProfilesListInput {}

export interface DeliveryProfilesUpdateInput {
  profileId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  namedOnly?: boolean | undefined
}

export interface DeliverySizesListInput {
  variantIds: string[]
}

export interface DeliverySizesSetInput {
  items: VariantSize[]
}

export interface DeliveryTryCarriersInput {
  lines: DeliveryTriedLine[]
  country: string
  region?: string | undefined
  postalCode?: string | undefined
  currency?: string | undefined
}

export interface DeliveryWhyInput {
  lines: DeliveryTriedLine[]
  country: string
  region?: string | undefined
  postalCode?: string | undefined
  currency?: string | undefined
}

export interface DeliveryZonesArchiveInput {
  zoneId: string
  expectedVersion?: number | undefined
}

export interface DeliveryZonesCreateInput {
  key: string
  name: string
  countries: string[]
  areas?: NewDeliveryArea[] | undefined
}

export interface DeliveryZonesListInput {}

export interface DeliveryZonesUpdateInput {
  zoneId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  countries?: string[] | undefined
  areas?: NewDeliveryArea[] | undefined
}

export interface EnquiriesAdminListInput {
  orderId?: string | undefined
  sort?: EnquirySort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface EnquiriesListInput {
  orderId: string
  token?: string | undefined
}

export interface EnquiriesWriteInput {
  name: string
  email: string
  subject: string
  text: string
}

export interface EnquiriesWriteAboutInput {
  orderId: string
  token?: string | undefined
  subject: string
  text: string
}

export interface ExchangeExportsCreateInput {
  resource: string
  format: ExchangeFileFormat
  narrow?: Custom | undefined
}

export interface ExchangeImportsCreateInput {
  resource: string
  fileId: string
  format?: ExchangeFileFormat | undefined
  mapping?: ExchangeColumnMapping[] | undefined
  delimiter?: ExchangeImportsCreateDelimiter | null | undefined
  dryRun?: boolean | undefined
  stopAtFault?: boolean | undefined
}

export interface ExchangeResourcesListInput {}

export interface ExchangeRunsCancelInput {
  runId: string
}

export interface ExchangeRunsFaultsInput {
  runId: string
  behind?: number | undefined
  limit?: number | undefined
}

export interface ExchangeRunsGetInput {
  runId: string
}

export interface ExchangeRunsListInput {
  kind?: ExchangeRunKind | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ExchangeRunsResultsInput {
  runId: string
  done?: boolean | undefined
  behind?: number | undefined
  limit?: number | undefined
}

export interface FulfilmentCarriersListInput {}

export interface FulfilmentDigitalGetInput {
  variantId: string
}

export interface FulfilmentDigitalSetInput {
  variantId: string
  fileIds?: string[] | undefined
  downloadLimit?: number | null | undefined
  linkDays?: number | undefined
  keys?: FulfilmentDigitalSetKeys | undefined
  expectedVersion?: number | undefined
}

export interface FulfilmentHandedOverInput {
  orderId: string
  token?: string | undefined
}

export interface FulfilmentKeysAddInput {
  variantId: string
  keys: string[]
}

export interface FulfilmentKeysListInput {
  variantId: string
  state?: LicenceKeyState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface FulfilmentLabelsBuyInput {
  shipmentId: string
  carrier?: string | undefined
  service?: string | undefined
  format?: LabelFormat | undefined
}

export interface FulfilmentLabelsListInput {
  shipmentId: string
}

export interface FulfilmentLabelsVoidInput {
  labelId: string
}

export interface FulfilmentServicesRenderInput {
  orderId: string
  lines?: ShipmentPart[] | undefined
}

export interface FulfilmentShipmentsCreateInput {
  orderId: string
  lines?: ShipmentPart[] | undefined
  locationId?: string | undefined
  lotIds?: string[] | undefined
  carrier?: string | null | undefined
  trackingCode?: string | null | undefined
  trackingUrl?: string | null | undefined
}

export interface FulfilmentShipmentsDeliverInput {
  shipmentId: string
  expectedVersion?: number | undefined
}

export interface FulfilmentSourcesListInput {
  orderId: string
}

export interface IdentityKeysCreateInput {
  name: string
  kind: ApiKeyKind
  permissions?: string[] | undefined
  plan?: ApiKeyPlan | undefined
  origins?: string[] | undefined
  expiresAt?: string | null | undefined
}

export interface IdentityKeysGetInput {
  keyId: string
}

export interface IdentityKeysListInput {
  sort?: ApiKeySort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface IdentityKeysRevokeInput {
  keyId: string
}

export interface IdentityKeysRotateInput {
  keyId: string
  overlapSeconds: number
  expectedVersion?: number | undefined
}

export interface IdentityKeysUpdateInput {
  keyId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  plan?: ApiKeyPlan | undefined
  origins?: string[] | undefined
  expiresAt?: string | null | undefined
}

export interface IdentityLogInInput {
  email: string
  password: string
}

export interface IdentityLogOutInput {}

export interface IdentityMeInput {}

export interface IdentityPasskeysAddInput {
  name: string
  passkey: MadePasskey
}

export interface IdentityPasskeysBeginInput {}

export interface IdentityPasskeysBeginLogInInput {}

export interface IdentityPasskeysBeginSignUpInput {
  email: string
  name: string
}

export interface IdentityPasskeysListInput {}

export interface IdentityPasskeysLogInInput {
  passkey: SignedByPasskey
}

export interface IdentityPasskeysRemoveInput {
  passkeyId: string
}

export interface IdentityPasskeysRenameInput {
  passkeyId: string
  name: string
}

export interface IdentityPasskeysSignUpInput {
  email: string
  name: string
  passkeyName: string
  passkey: MadePasskey
}

export interface IdentityPasswordsChangeInput {
  currentPassword: string
  newPassword: string
}

export interface IdentityPasswordsRequestInput {
  email: string
}

export interface IdentityPeopleGetInput {
  personId: string
}

export interface IdentityPeopleInviteInput {
  email: string
  name: string
  roleId: string
}

export interface IdentityPeopleListInput {
  q?: string | undefined
  staff?: boolean | undefined
  state?: PersonState | undefined
  sort?: PersonSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface IdentityPeopleReinstateInput {
  personId: string
  expectedVersion?: number | undefined
}

export interface IdentityPeopleSuspendInput {
  personId: string
  expectedVersion?: number | undefined
}

export interface IdentityPermissionsListInput {}

export interface IdentityRolesArchiveInput {
  roleId: string
  expectedVersion?: number | undefined
}

export interface IdentityRolesCreateInput {
  key: string
  name: string
  permissions: string[]
}

export interface IdentityRolesGrantInput {
  personId: string
  roleId: string
}

export interface IdentityRolesListInput {}

export interface IdentityRolesRevokeInput {
  personId: string
  roleId: string
}

export interface IdentityRolesUpdateInput {
  roleId: string
  name?: string | undefined
  permissions?: string[] | undefined
  expectedVersion?: number | undefined
}

export interface IdentitySetPasswordInput {
  token: string
  password: string
}

export interface IdentitySignUpInput {
  email: string
  password: string
  name: string
}

export interface IdentityStartGuestInput {}

export interface InventoryAllocationGetInput {}

export interface InventoryAllocationSetInput {
  channelId?: string | null | undefined
  strategy: string
}

export interface InventoryChannelsListInput {}

export interface InventoryChannelsSetPlacesInput {
  channelId: string
  locationIds: string[]
}

export interface InventoryExpectedListInput {
  itemIds: string[]
  locationId?: string | undefined
}

export interface InventoryItemsSetPromiseInput {
  itemId: string
  preOrder?: boolean | undefined
  shipsOn?: string | null | undefined
  expectedVersion?: number | undefined
}

export interface InventoryItemsSetTrackingInput {
  itemId: string
  tracking: StockTracking
}

export interface InventoryLevelsListInput {
  variantIds?: string[] | undefined
  locationId?: string | undefined
  availableAtMost?: number | undefined
  q?: string | undefined
  sort?: StockItemSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryLevelsSetLimitsInput {
  itemId: string
  locationId: string
  safetyStock?: number | undefined
  backorderLimit?: number | undefined
  lowAt?: number | null | undefined
  expectedVersion?: number | undefined
}

export interface InventoryLocationsCreateInput {
  key: string
  name: string
  country: string
  position?: number | undefined
  leadDays?: number | undefined
  address?: AddressInput | undefined
}

export interface InventoryLocationsListInput {}

export interface InventoryLocationsUpdateInput {
  locationId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  country?: string | undefined
  position?: number | undefined
  leadDays?: number | undefined
  address?: AddressInput | undefined
}

export interface InventoryLotsListInput {
  itemId?: string | undefined
  code?: string | undefined
  expiresBy?: string | undefined
  withEmpty?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryLotsRecallInput {
  lotId: string
  reason: string
}

export interface InventoryLowListInput {
  locationId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryMovementsListInput {
  itemId?: string | undefined
  variantId?: string | undefined
  locationId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryPurchasesCancelInput {
  purchaseId: string
  expectedVersion?: number | undefined
}

export interface InventoryPurchasesCloseInput {
  purchaseId: string
  expectedVersion?: number | undefined
}

export interface InventoryPurchasesCreateInput {
  supplierId: string
  locationId: string
  lines: NewPurchaseLine[]
  reference?: string | null | undefined
  expectedOn?: string | null | undefined
  overPercent?: number | undefined
  note?: string | null | undefined
}

export interface InventoryPurchasesGetInput {
  purchaseId: string
}

export interface InventoryPurchasesListInput {
  state?: PurchaseState | undefined
  supplierId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryPurchasesOrderInput {
  purchaseId: string
  expectedVersion?: number | undefined
}

export interface InventoryPurchasesReceiveInput {
  purchaseId: string
  lines?: PurchaseArrival[] | undefined
  reference?: string | null | undefined
  note?: string | null | undefined
  expectedVersion?: number | undefined
}

export interface InventoryPurchasesUpdateInput {
  purchaseId: string
  expectedVersion?: number | undefined
  reference?: string | null | undefined
  expectedOn?: string | null | undefined
  overPercent?: number | undefined
  note?: string | null | undefined
  lines?: NewPurchaseLine[] | undefined
  dates?: PurchaseLineDate[] | undefined
}

export interface InventoryReceiptsListInput {
  purchaseId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryReconcileInput {
  repair?: boolean | undefined
}

export interface InventoryStockAdjustInput {
  itemId?: string | undefined
  variantId?: string | undefined
  locationId: string
  delta: number
  reason: InventoryStockAdjustReason
  note?: string | undefined
  lot?: WhichLot | undefined
  expectedVersion?: number | undefined
}

export interface InventoryStockCountInput {
  itemId?: string | undefined
  variantId?: string | undefined
  locationId: string
  onHand: number
  note?: string | undefined
  lot?: WhichLot | undefined
  expectedVersion?: number | undefined
}

export interface InventorySuppliersArchiveInput {
  supplierId: string
  expectedVersion?: number | undefined
}

export interface InventorySuppliersCreateInput {
  name: string
  email?: string | null | undefined
  leadDays?: number | undefined
  note?: string | null | undefined
}

export interface InventorySuppliersListInput {
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventorySuppliersUpdateInput {
  supplierId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  email?: string | null | undefined
  leadDays?: number | undefined
  note?: string | null | undefined
}

export interface InventoryTransfersCancelInput {
  transferId: string
  expectedVersion?: number | undefined
}

export interface InventoryTransfersCloseInput {
  transferId: string
  missing: InventoryTransfersCloseMissing
  expectedVersion?: number | undefined
}

export interface InventoryTransfersCreateInput {
  fromLocationId: string
  toLocationId: string
  lines: NewStockTransferLine[]
  expectedOn?: string | null | undefined
  note?: string | null | undefined
}

export interface InventoryTransfersGetInput {
  transferId: string
}

export interface InventoryTransfersListInput {
  state?: StockTransferState | undefined
  fromLocationId?: string | undefined
  toLocationId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface InventoryTransfersReceiveInput {
  transferId: string
  lines?: TransferArrival[] | undefined
  expectedVersion?: number | undefined
}

export interface InventoryTransfersSendInput {
  transferId: string
  expectedVersion?: number | undefined
}

export interface InventoryTransfersUpdateInput {
  transferId: string
  expectedVersion?: number | undefined
  expectedOn?: string | null | undefined
  note?: string | null | undefined
  lines?: NewStockTransferLine[] | undefined
}

export interface LedgerProofsListInput {
  holds?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface LedgerTransactionsListInput {
  subjectId?: string | undefined
  kind?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface MediaFilesGetInput {
  fileId: string
}

export interface MediaFilesUpdateInput {
  fileId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  focus?: Focus | null | undefined
}

export interface MediaLinksCreateInput {
  fileId: string
  expiresInSeconds?: number | undefined
}

export interface MediaTicketsCreateInput {
  name: string
  type: string
  bytes: number
  visibility?: MediaTicketsCreateVisibility | undefined
  expiresInSeconds?: number | undefined
}

export interface MediaUsageGetInput {}

export interface MessagesSuppressionsAddInput {
  email: string
  reason: SuppressionReason
  note?: string | undefined
}

export interface MessagesSuppressionsListInput {
  email?: string | undefined
  reason?: SuppressionReason | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface MessagesSuppressionsRemoveInput {
  suppressionId: string
}

export interface NewsletterAdminEndInput {
  subscriptionId: string
}

export interface NewsletterAdminListInput {
  state?: NewsletterAdminListState | undefined
  email?: string | undefined
  sort?: SubscriptionSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface NewsletterAskInput {
  email: string
  wording: string
}

export interface NewsletterConfirmInput {
  token: string
}

export interface NewsletterEndInput {
  token: string
}

export interface NewsletterEndMineInput {}

export interface NewsletterMineInput {}

export interface OrdersAdminCancelInput {
  orderId: string
  reason?: string | undefined
  expectedVersion?: number | undefined
}

export interface OrdersAdminGetInput {
  orderId: string
}

export interface OrdersAdminListInput {
  state?: OrderState | undefined
  q?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface OrdersAdminPlaceInput {
  cartId: string
  paymentMethod: string
  returnUrl?: string | undefined
  cancelUrl?: string | undefined
  expectedTotal?: Money | undefined
}

export interface OrdersAdminRecallInput {
  lotId: string
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface OrdersAdminRefundInput {
  orderId: string
  lines?: RefundLine[] | undefined
  deposits?: RefundDeposit[] | undefined
  delivery?: number | undefined
  amount?: number | undefined
  reason: string
  expectedVersion?: number | undefined
}

export interface OrdersAdminRefundPreviewInput {
  orderId: string
  lines?: RefundLine[] | undefined
  deposits?: RefundDeposit[] | undefined
  delivery?: number | undefined
  amount?: number | undefined
}

export interface OrdersAdminSummaryInput {
  from: string
  to: string
  step?: SalesStep | undefined
  byMarket?: boolean | undefined
}

export interface OrdersAdminTaxesInput {
  orderId: string
}

export interface OrdersCancelInput {
  orderId: string
  token?: string | undefined
  expectedVersion?: number | undefined
}

export interface OrdersClaimsAcceptInput {
  token: string
}

export interface OrdersClaimsGetInput {
  token: string
}

export interface OrdersClaimsRequestInput {
  orderId: string
  token?: string | undefined
}

export interface OrdersFollowInput {
  orderId: string
  token?: string | undefined
}

export interface OrdersGetInput {
  orderId: string
  token?: string | undefined
}

export interface OrdersListInput {
  q?: string | undefined
  state?: OrderState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface OrdersPastListInput {
  email?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface OrdersPayInput {
  orderId: string
  token?: string | undefined
  paymentMethod: string
  returnUrl: string
  cancelUrl: string
}

export interface OrdersPlaceInput {
  cartId: string
  paymentMethod: string
  returnUrl: string
  cancelUrl: string
  expectedTotal?: Money | undefined
}

export interface OrdersReorderInput {
  cartId: string
  orderId: string
  token?: string | undefined
  expectedVersion?: number | undefined
}

export interface OrdersSendLinkInput {
  orderId: string
}

export interface OrdersSettingsGetInput {}

export interface OrdersSettingsUpdateInput {
  linkDays?: number | undefined
  returnDays?: number | undefined
  deliveredAfterDays?: number | null | undefined
  seller?: SellerInput | null | undefined
  invoicePrefix?: string | undefined
  expectedVersion?: number | undefined
}

export interface PaymentsAdminCaptureInput {
  paymentId: string
  amount?: number | undefined
}

export interface PaymentsAdminGetInput {
  paymentId: string
}

export interface PaymentsAdminListInput {
  state?: PaymentState | undefined
  payableId?: string | undefined
  reference?: string | undefined
  since?: string | undefined
  until?: string | undefined
  outcomeUnknown?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface PaymentsAdminRefundInput {
  paymentId: string
  amount?: number | undefined
  reason: string
}

export interface PaymentsAdminVoidInput {
  paymentId: string
}

export interface PaymentsInboxListInput {
  state?: PaymentsInboxListState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface PaymentsInboxRetryInput {
  entryId: string
}

export interface PaymentsMethodsInput {}

export interface PricingConversionsListInput {}

export interface PricingConversionsRemoveInput {
  currency: string
}

export interface PricingConversionsSetInput {
  currency: string
  rate: string
  rounding?: PricingConversionsSetRounding | undefined
  step?: number | undefined
  expectedVersion?: number | undefined
}

export interface PricingDepositsArchiveInput {
  depositId: string
  expectedVersion?: number | undefined
}

export interface PricingDepositsAssignInput {
  variantId: string
  items: VariantDeposit[]
}

export interface PricingDepositsAssignedInput {
  variantId: string
}

export interface PricingDepositsCreateInput {
  key: string
  taxCategoryId?: string | null | undefined
  texts: DepositText[]
  amounts: Money[]
}

export interface PricingDepositsListInput {}

export interface PricingDepositsUpdateInput {
  depositId: string
  expectedVersion?: number | undefined
  taxCategoryId?: string | null | undefined
  texts?: DepositText[] | undefined
  amounts?: Money[] | undefined
}

export interface PricingListsArchiveInput {
  listId: string
  expectedVersion?: number | undefined
}

export interface PricingListsCreateInput {
  key: string
  name: string
  priority: number
  channelId?: string | null | undefined
  groupIds?: string[] | undefined
  companyIds?: string[] | undefined
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
}

export interface PricingListsListInput {}

export interface PricingListsUpdateInput {
  listId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  priority?: number | undefined
  channelId?: string | null | undefined
  groupIds?: string[] | undefined
  companyIds?: string[] | undefined
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
}

export interface PricingPricesHistoryInput {
  variantId: string
  currency?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface PricingPricesListInput {
  variantIds: string[]
  listId?: string | undefined
}

export interface PricingPricesRemoveInput {
  priceIds: string[]
}

export interface PricingPricesSetInput {
  prices: NewVariantPrice[]
}

export interface PricingPricesWhyInput {
  variantId: string
  quantity?: number | undefined
  currency?: string | undefined
  customerId?: string | undefined
  channelId?: string | undefined
  at?: string | undefined
}

export interface PromotionsArchiveInput {
  promotionId: string
  expectedVersion?: number | undefined
}

export interface PromotionsCodesArchiveInput {
  codeId: string
}

export interface PromotionsCodesCreateInput {
  promotionId: string
  code: string
  usageLimit?: number | null | undefined
}

export interface PromotionsCodesGenerateInput {
  promotionId: string
  prefix?: string | undefined
  count: number
  usageLimit?: number | null | undefined
}

export interface PromotionsCodesListInput {
  promotionId: string
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface PromotionsCreateInput {
  kind: PromotionKind
  needsCode?: boolean | undefined
  names: PromotionName[]
  exclusive?: boolean | undefined
  priority?: number | undefined
  basisPoints?: number | null | undefined
  buyQuantity?: number | null | undefined
  getQuantity?: number | null | undefined
  minimumQuantity?: number | null | undefined
  firstOrderOnly?: boolean | undefined
  channelIds?: string[] | undefined
  groupIds?: string[] | undefined
  usageLimit?: number | null | undefined
  customerLimit?: number | null | undefined
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
  productIds?: string[] | undefined
  categoryIds?: string[] | undefined
  collectionIds?: string[] | undefined
  sums?: NewPromotionSum[] | undefined
  tiers?: NewPromotionTier[] | undefined
}

export interface PromotionsGetInput {
  promotionId: string
}

export interface PromotionsListInput {
  state?: PromotionState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface PromotionsPreviewInput {
  lines: PromotionPreviewLine[]
  codes?: string[] | undefined
  currency?: string | undefined
  channelId?: string | undefined
  deliveryAmount?: number | undefined
  customerId?: string | undefined
  email?: string | undefined
}

export interface PromotionsUpdateInput {
  promotionId: string
  expectedVersion?: number | undefined
  names?: PromotionName[] | undefined
  exclusive?: boolean | undefined
  priority?: number | undefined
  basisPoints?: number | null | undefined
  buyQuantity?: number | null | undefined
  getQuantity?: number | null | undefined
  minimumQuantity?: number | null | undefined
  firstOrderOnly?: boolean | undefined
  channelIds?: string[] | undefined
  groupIds?: string[] | undefined
  usageLimit?: number | null | undefined
  customerLimit?: number | null | undefined
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
  productIds?: string[] | undefined
  categoryIds?: string[] | undefined
  collectionIds?: string[] | undefined
  sums?: NewPromotionSum[] | undefined
  tiers?: NewPromotionTier[] | undefined
}

export interface ReturnsAdminApproveInput {
  returnId: string
  answer?: string | undefined
  expectedVersion?: number | undefined
}

export interface ReturnsAdminCloseInput {
  returnId: string
  answer?: string | undefined
  expectedVersion?: number | undefined
}

export interface ReturnsAdminListInput {
  state?: ReturnState | undefined
  orderId?: string | undefined
  sort?: StaffReturnSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReturnsAdminReceiveInput {
  returnId: string
  lines?: ReceivedLine[] | undefined
  answer?: string | undefined
  expectedVersion?: number | undefined
}

export interface ReturnsAdminRefundInput {
  returnId: string
  delivery?: number | undefined
  answer?: string | undefined
  expectedVersion?: number | undefined
}

export interface ReturnsAdminRefuseInput {
  returnId: string
  answer: string
  expectedVersion?: number | undefined
}

export interface ReturnsListInput {
  orderId: string
  token?: string | undefined
}

export interface ReturnsRequestInput {
  orderId: string
  token?: string | undefined
  lines: ReturnWish[]
  note?: string | undefined
}

export interface ReturnsWithdrawInput {
  orderId: string
  returnId: string
  token?: string | undefined
  expectedVersion?: number | undefined
}

export interface ReviewsAdminGetInput {
  reviewId: string
}

export interface ReviewsAdminListInput {
  state?: ReviewState | undefined
  productId?: string | undefined
  reported?: boolean | undefined
  sort?: StaffReviewSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReviewsAdminModerateInput {
  reviewId: string
  state: ReviewsAdminModerateState
  reason?: string | null | undefined
  expectedVersion?: number | undefined
}

export interface ReviewsAdminPinInput {
  reviewId: string
  pinned: boolean
  expectedVersion?: number | undefined
}

export interface ReviewsAdminReplyInput {
  reviewId: string
  text: string | null
  expectedVersion?: number | undefined
}

export interface ReviewsAnswersListInput {
  state?: ReviewState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReviewsAnswersModerateInput {
  answerId: string
  state: ReviewsAnswersModerateState
  reason?: string | null | undefined
  expectedVersion?: number | undefined
}

export interface ReviewsListInput {
  productId: string
  stars?: number | undefined
  sort?: ReviewSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReviewsMineInput {
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReviewsOwnInput {
  productId: string
  orderId?: string | undefined
  token?: string | undefined
}

export interface ReviewsPeopleForgetInput {
  customerId: string
}

export interface ReviewsPhotosCreateInput {
  type: string
  bytes: number
  orderId?: string | undefined
  token?: string | undefined
}

export interface ReviewsQuestionsAnswerInput {
  questionId: string
  text: string
  authorName: string
  orderId?: string | undefined
  token?: string | undefined
}

export interface ReviewsQuestionsAskInput {
  productId: string
  text: string
  authorName: string
  email?: string | undefined
}

export interface ReviewsQuestionsListInput {
  productId: string
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReviewsQuestionsModerateInput {
  questionId: string
  state: ReviewsQuestionsModerateState
  reason?: string | null | undefined
  expectedVersion?: number | undefined
}

export interface ReviewsQuestionsPinInput {
  questionId: string
  pinned: boolean
  expectedVersion?: number | undefined
}

export interface ReviewsQuestionsQueueInput {
  state?: ReviewState | undefined
  productId?: string | undefined
  sort?: StaffQuestionSort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface ReviewsQuestionsReplyInput {
  questionId: string
  text: string
  authorName: string
  expectedVersion?: number | undefined
}

export interface ReviewsRemoveInput {
  productId: string
  orderId?: string | undefined
  token?: string | undefined
}

export interface ReviewsReportInput {
  reviewId: string
  reason: ReviewReportReason
}

export interface ReviewsSettingsGetInput {}

export interface ReviewsSettingsUpdateInput {
  whoMayWrite?: ReviewsSettingsUpdateWhoMayWrite | undefined
  publishing?: ReviewsSettingsUpdatePublishing | undefined
  expectedVersion?: number | undefined
}

export interface ReviewsVoteInput {
  reviewId: string
  helpful: boolean
}

export interface ReviewsWriteInput {
  productId: string
  stars: number
  title?: string | null | undefined
  text: string
  authorName: string
  photoTokens?: string[] | undefined
  removePhotoIds?: string[] | undefined
  orderId?: string | undefined
  token?: string | undefined
}

export interface SettingsAnnouncementsArchiveInput {
  announcementId: string
}

export interface SettingsAnnouncementsCreateInput {
  kind: SettingsAnnouncementsCreateKind
  channelId?: string | null | undefined
  startsAt?: string | undefined
  endsAt?: string | null | undefined
  link?: string | null | undefined
  dismissible?: boolean | undefined
  texts: AnnouncementText[]
}

export interface SettingsAnnouncementsListInput {}

export interface SettingsChannelsCreateInput {
  code: string
  name: string
  holdMinutes?: number | undefined
  holdOnCheckout?: boolean | undefined
  gaplessNumbers?: boolean | undefined
}

export interface SettingsChannelsListInput {}

export interface SettingsCurrenciesListInput {}

export interface SettingsCurrenciesSetInput {
  currencies: string[]
}

export interface SettingsLocalesListInput {}

export interface SettingsLocalesSetInput {
  locales: StoreLocale[]
}

export interface SettingsMarketsCreateInput {
  code: string
  currency: string
  name: string
  countries: string[]
  pricesIncludeTax: boolean
  taxRounding: SettingsMarketsCreateTaxRounding
}

export interface SettingsMarketsListInput {}

export interface SettingsMarketsUpdateInput {
  marketId: string
  expectedVersion?: number | undefined
  name?: string | undefined
  countries?: string[] | undefined
  pricesIncludeTax?: boolean | undefined
  taxRounding?: SettingsMarketsUpdateTaxRounding | undefined
}

export interface SettingsSeoGetInput {}

export interface SettingsSeoUpdateInput {
  indexed?: boolean | undefined
  hiddenChannels?: string[] | undefined
  disallow?: string[] | undefined
  titles?: TitleTemplate[] | undefined
  expectedVersion?: number | undefined
}

export interface SettingsStoreGetInput {}

export interface SettingsStoreUpdateInput {
  name?: string | undefined
  email?: string | undefined
  returnDays?: number | null | undefined
  newsletterInFooter?: boolean | undefined
  expectedVersion?: number | undefined
}

export interface SettingsStorefrontInput {}

export interface SystemAuditListInput {
  operation?: string | undefined
  subjectId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface SystemErrorsListInput {
  limit?: number | undefined
}

export interface SystemEventsListInput {
  name?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface SystemHealthInput {}

export interface SystemInvariantsInput {}

export interface SystemJobsDeadInput {}

export interface SystemJobsDiscardInput {
  jobId: number
}

export interface SystemJobsListInput {
  state?: JobState | undefined
  name?: string | undefined
  before?: number | undefined
  limit?: number | undefined
}

export interface SystemJobsOverviewInput {}

export interface SystemJobsPauseInput {
  name?: string | undefined
  reason?: string | undefined
}

export interface SystemJobsResumeInput {
  name?: string | undefined
}

export interface SystemJobsRetryInput {
  jobId: number
}

export interface SystemLogLevelGetInput {}

export interface SystemLogLevelSetInput {
  level: LogLevelWord
  forMinutes?: number | undefined
}

export interface SystemSchedulesListInput {}

export interface SystemSchedulesRunInput {
  job: string
}

export interface SystemSchedulesRunsInput {
  job?: string | undefined
  outcome?: RunOutcome | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface SystemSqlAskInput {
  text: string
  values?: string[] | undefined
  limit?: number | undefined
}

export interface TaxCategoriesListInput {}

export interface TaxCertificatesArchiveInput {
  certificateId: string
  expectedVersion?: number | undefined
}

export interface TaxCertificatesCreateInput {
  customerId?: string | null | undefined
  companyId?: string | null | undefined
  kind: TaxCertificateKind
  number: string
  country: string
  region?: string | null | undefined
  validFrom: string
  validTo?: string | null | undefined
  fileId?: string | null | undefined
}

export interface TaxCertificatesListInput {
  customerId?: string | undefined
  companyId?: string | undefined
  endsFrom?: string | undefined
  endsTo?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface TaxCertificatesUpdateInput {
  certificateId: string
  expectedVersion?: number | undefined
  kind?: TaxCertificateKind | undefined
  number?: string | undefined
  country?: string | undefined
  region?: string | null | undefined
  validFrom?: string | undefined
  validTo?: string | null | undefined
  fileId?: string | null | undefined
}

export interface TaxIdsListInput {
  taxId?: string | undefined
  state?: TaxIdState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface TaxRatesListInput {
  country?: string | undefined
  categoryId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface TaxRatesSeedUnionInput {
  standardCategoryId: string
  reducedCategoryId?: string | undefined
  startsOn: string
}

export interface TaxRatesSetInput {
  categoryId: string
  country: string
  region?: string | null | undefined
  postalFrom?: string | null | undefined
  postalTo?: string | null | undefined
  layer?: number | undefined
  compound?: boolean | undefined
  name: string
  rateBasisPoints: number
  rateHundredths?: number | undefined
  startsOn: string
}

export interface TaxSettingsGetInput {}

export interface TaxSettingsUpdateInput {
  expectedVersion?: number | undefined
  unionSales?: UnionSales | undefined
  ownTaxId?: string | null | undefined
  idCheckDays?: number | undefined
  whenUnanswered?: WhenTaxIdUnanswered | undefined
}

export interface TaxWhyInput {
  categoryId: string
  country: string
  region?: string | undefined
  postalCode?: string | undefined
  on?: string | undefined
  amount: number
  currency?: string | undefined
  taxIncluded?: boolean | undefined
  taxId?: string | undefined
  customerId?: string | undefined
}

export interface WebhooksDeliveriesGetInput {
  deliveryId: string
}

export interface WebhooksDeliveriesListInput {
  endpointId?: string | undefined
  state?: WebhookDeliveryState | undefined
  sort?: WebhookDeliverySort | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface WebhooksDeliveriesRedeliverInput {
  deliveryId: string
}

export interface WebhooksDeliveriesRedeliverFailedInput {
  endpointId: string
  since: string
}

export interface WebhooksEndpointsCreateInput {
  url: string
  events: string[]
  description?: string | undefined
}

export interface WebhooksEndpointsGetInput {
  endpointId: string
}

export interface WebhooksEndpointsListInput {
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface WebhooksEndpointsRemoveInput {
  endpointId: string
}

export interface WebhooksEndpointsRotateSecretInput {
  endpointId: string
}

export interface WebhooksEndpointsSendTestInput {
  endpointId: string
}

export interface WebhooksEndpointsUpdateInput {
  endpointId: string
  expectedVersion?: number | undefined
  url?: string | undefined
  events?: string[] | undefined
  description?: string | null | undefined
  enabled?: boolean | undefined
}

export interface WishlistsAlertsProveInput {
  token: string
}

export interface WishlistsAlertsSetInput {
  listId: string
  itemId: string
  priceDrop: boolean
  backInStock: boolean
}

export interface WishlistsAlertsStopInput {
  token: string
}

export interface WishlistsItemsAddInput {
  productId: string
  variantId?: string | undefined
  listId?: string | undefined
}

export interface WishlistsItemsForgetInput {
  productId: string
}

export interface WishlistsItemsMoveInput {
  listId: string
  itemId: string
  toListId: string
}

export interface WishlistsItemsRemoveInput {
  listId: string
  itemId: string
}

export interface WishlistsLaterBackInput {
  cartId: string
  itemId: string
  expectedVersion?: number | undefined
}

export interface WishlistsLaterListInput {}

export interface WishlistsLaterPutInput {
  cartId: string
  lineId: string
  expectedVersion?: number | undefined
}

export interface WishlistsListsCreateInput {
  name: string
}

export interface WishlistsListsGetInput {
  listId: string
}

export interface WishlistsListsListInput {}

export interface WishlistsListsRemoveInput {
  listId: string
  expectedVersion?: number | undefined
}

export interface WishlistsListsShareInput {
  listId: string
}

export interface WishlistsListsUnshareInput {
  listId: string
}

export interface WishlistsListsUpdateInput {
  listId: string
  name?: string | undefined
  becomes?: WishlistsListsUpdateBecomes | undefined
  expectedVersion?: number | undefined
}

export interface WishlistsMarksInput {}

export interface WishlistsSharedInput {
  token: string
}

export type AddressTooLongProblem = ProblemOf<'address_too_long', 414, { limitBytes: number }>
export type BrowseProductGoneProblem = ProblemOf<'browse.product_gone', 410, Record<string, never>>
export type CartClosedProblem = ProblemOf<'cart.closed', 409, { state: CartState }>
export type CartDeliveryNotOfferedProblem = ProblemOf<'cart.delivery_not_offered', 422, Record<string, never>>
export type CartIncompleteProblem = ProblemOf<'cart.incomplete', 409, { missing: CartMissing[] }>
export type CartNotForSaleProblem = ProblemOf<'cart.not_for_sale', 409, { variantIds: string[] }>
export type CartNotSoldInMarketProblem = ProblemOf<'cart.not_sold_in_market', 409, { market: string; names: string[] }>
export type CartOutOfStockProblem = ProblemOf<'cart.out_of_stock', 409, { available: number; lines: ShortLine[] }>
export type CartPartOfBundleProblem = ProblemOf<'cart.part_of_bundle', 409, { bundleId: string }>
export type CartWrongQuantityProblem = ProblemOf<'cart.wrong_quantity', 422, { variantId: string; quantityRule: QuantityRule }>
export type CatalogArchivedProblem = ProblemOf<'catalog.archived', 409, Record<string, never>>
export type CatalogAttributeHasValuesProblem = ProblemOf<'catalog.attribute_has_values', 409, { attributes: string[] }>
export type CatalogAttributeInUseProblem = ProblemOf<'catalog.attribute_in_use', 409, { types: string[] }>
export type CatalogCategoryCircleProblem = ProblemOf<'catalog.category_circle', 409, Record<string, never>>
export type CatalogCategoryNotEmptyProblem = ProblemOf<'catalog.category_not_empty', 409, { subcategories: number }>
export type CatalogCombinationTakenProblem = ProblemOf<'catalog.combination_taken', 409, { sku: string }>
export type CatalogFoundByRuleProblem = ProblemOf<'catalog.found_by_rule', 409, Record<string, never>>
export type CatalogFullProblem = ProblemOf<'catalog.full', 409, { limit: number }>
export type CatalogLastVariantProblem = ProblemOf<'catalog.last_variant', 409, Record<string, never>>
export type CatalogNotReadyProblem = ProblemOf<'catalog.not_ready', 409, { missing: CatalogNotReadyDetailsMissing[]; attributes: string[] }>
export type CatalogOptionsInUseProblem = ProblemOf<'catalog.options_in_use', 409, Record<string, never>>
export type CatalogPartOfBundleProblem = ProblemOf<'catalog.part_of_bundle', 409, { bundles: string[] }>
export type CatalogPreviewOverProblem = ProblemOf<'catalog.preview_over', 403, Record<string, never>>
export type CatalogPurgedProblem = ProblemOf<'catalog.purged', 409, Record<string, never>>
export type CatalogSkuTakenProblem = ProblemOf<'catalog.sku_taken', 409, { skus: string[] }>
export type CatalogTypeInUseProblem = ProblemOf<'catalog.type_in_use', 409, Record<string, never>>
export type ContentArchivedProblem = ProblemOf<'content.archived', 409, Record<string, never>>
export type ContentNotReadyProblem = ProblemOf<'content.not_ready', 409, Record<string, never>>
export type ContentPlaceTakenProblem = ProblemOf<'content.place_taken', 409, { kind: ContentPlaceTakenDetailsKind; slot: string | null }>
export type ContentPreviewOverProblem = ProblemOf<'content.preview_over', 410, Record<string, never>>
export type ContentRedirectCircleProblem = ProblemOf<'content.redirect_circle', 409, { from: string }>
export type CrossSiteProblem = ProblemOf<'cross_site', 403, Record<string, never>>
export type CustomersAddressBookFullProblem = ProblemOf<'customers.address_book_full', 409, { limit: number }>
export type CustomersCompanyKnownProblem = ProblemOf<'customers.company_known', 409, { taxId: string; companyId: string }>
export type CustomersGroupKeyTakenProblem = ProblemOf<'customers.group_key_taken', 409, { key: string }>
export type CustomersTooManyGroupsProblem = ProblemOf<'customers.too_many_groups', 409, { limit: number }>
export type DeliveryTooManyProfilesProblem = ProblemOf<'delivery.too_many_profiles', 409, { limit: number }>
export type ExchangeRunEndedProblem = ProblemOf<'exchange.run_ended', 409, { state: ExchangeRunState }>
export type ForbiddenProblem = ProblemOf<'forbidden', 403, Record<string, never>>
export type FormTokenMissingProblem = ProblemOf<'form_token_missing', 403, Record<string, never>>
export type FulfilmentLabelRefusedProblem = ProblemOf<'fulfilment.label_refused', 409, { code: string }>
export type FulfilmentLabelThereProblem = ProblemOf<'fulfilment.label_there', 409, { labelId: string }>
export type FulfilmentLabelUsedProblem = ProblemOf<'fulfilment.label_used', 409, Record<string, never>>
export type FulfilmentMoreThanLeftProblem = ProblemOf<'fulfilment.more_than_left', 409, { orderLineId: string; left: number }>
export type FulfilmentNoAddressProblem = ProblemOf<'fulfilment.no_address', 409, Record<string, never>>
export type FulfilmentNotOnTheWayProblem = ProblemOf<'fulfilment.not_on_the_way', 409, { state: ShipmentState }>
export type FulfilmentNotShippableProblem = ProblemOf<'fulfilment.not_shippable', 409, { state: OrderState }>
export type FulfilmentNothingToRenderProblem = ProblemOf<'fulfilment.nothing_to_render', 409, Record<string, never>>
export type FulfilmentNothingToShipProblem = ProblemOf<'fulfilment.nothing_to_ship', 409, Record<string, never>>
export type HeadersTooLargeProblem = ProblemOf<'headers_too_large', 431, { limitBytes: number }>
export type HttpsNeededProblem = ProblemOf<'https_needed', 403, Record<string, never>>
export type IdempotencyInProgressProblem = ProblemOf<'idempotency_in_progress', 409, Record<string, never>>
export type IdempotencyKeyNeededProblem = ProblemOf<'idempotency_key_needed', 400, Record<string, never>>
export type IdempotencyKeyReusedProblem = ProblemOf<'idempotency_key_reused', 422, Record<string, never>>
export type IdentityAddressTakenProblem = ProblemOf<'identity.address_taken', 409, { personId: string }>
export type IdentityBeyondOwnRightsProblem = ProblemOf<'identity.beyond_own_rights', 403, { permissions: string[] }>
export type IdentityKeyRevokedProblem = ProblemOf<'identity.key_revoked', 409, Record<string, never>>
export type IdentityLastOwnerProblem = ProblemOf<'identity.last_owner', 409, Record<string, never>>
export type IdentityLastWayInProblem = ProblemOf<'identity.last_way_in', 409, Record<string, never>>
export type IdentityLinkNotValidProblem = ProblemOf<'identity.link_not_valid', 409, Record<string, never>>
export type IdentityLogInRefusedProblem = ProblemOf<'identity.log_in_refused', 401, Record<string, never>>
export type IdentityPasskeyNotMadeProblem = ProblemOf<'identity.passkey_not_made', 422, Record<string, never>>
export type IdentityPasskeyRefusedProblem = ProblemOf<'identity.passkey_refused', 401, Record<string, never>>
export type IdentityPasskeysNeedNameProblem = ProblemOf<'identity.passkeys_need_name', 409, Record<string, never>>
export type IdentityPasswordNotRightProblem = ProblemOf<'identity.password_not_right', 422, Record<string, never>>
export type IdentityRoleInUseProblem = ProblemOf<'identity.role_in_use', 409, { people: number }>
export type IdentityRoleKeyTakenProblem = ProblemOf<'identity.role_key_taken', 409, { key: string }>
export type IdentitySignUpRefusedProblem = ProblemOf<'identity.sign_up_refused', 409, Record<string, never>>
export type IdentityTooManyKeysProblem = ProblemOf<'identity.too_many_keys', 409, { limit: number }>
export type IdentityTooManyPasskeysProblem = ProblemOf<'identity.too_many_passkeys', 409, { limit: number }>
export type IdentityTooManyRolesProblem = ProblemOf<'identity.too_many_roles', 409, { limit: number }>
export type InternalProblem = ProblemOf<'internal', 500, Record<string, never>>
export type InvalidInputProblem = ProblemOf<'invalid_input', 422, Record<string, never>>
export type InventoryLocationKeyTakenProblem = ProblemOf<'inventory.location_key_taken', 409, { key: string }>
export type InventoryLotsShortProblem = ProblemOf<'inventory.lots_short', 409, { itemId: string; sku: string; left: number }>
export type InventoryMoreThanOrderedProblem = ProblemOf<'inventory.more_than_ordered', 409, { itemId: string; left: number }>
export type InventoryMoreThanSentProblem = ProblemOf<'inventory.more_than_sent', 409, { itemId: string; onTheWay: number }>
export type InventoryNotEmptyProblem = ProblemOf<'inventory.not_empty', 409, { onHand: number; onTheWay: number }>
export type InventoryNotThereProblem = ProblemOf<'inventory.not_there', 409, { lines: LineNotThere[] }>
export type InventoryPurchaseNotOpenProblem = ProblemOf<'inventory.purchase_not_open', 409, { state: PurchaseState }>
export type InventorySupplierNameTakenProblem = ProblemOf<'inventory.supplier_name_taken', 409, { name: string }>
export type InventoryTooLittleProblem = ProblemOf<'inventory.too_little', 409, { onHand: number; reserved: number; backorderLimit: number }>
export type InventoryTooLittleToSendProblem = ProblemOf<'inventory.too_little_to_send', 409, { lines: TransferShort[] }>
export type InventoryTooManyLocationsProblem = ProblemOf<'inventory.too_many_locations', 409, { limit: number }>
export type InventoryTransferNotOpenProblem = ProblemOf<'inventory.transfer_not_open', 409, { state: StockTransferState }>
export type MediaQuotaReachedProblem = ProblemOf<'media.quota_reached', 409, { usedBytes: number; quotaBytes: number }>
export type MediaTypeRefusedProblem = ProblemOf<'media.type_refused', 422, { allowed: string[] }>
export type MethodNotAllowedProblem = ProblemOf<'method_not_allowed', 405, { allowed: string[] }>
export type NewsletterLinkNotValidProblem = ProblemOf<'newsletter.link_not_valid', 409, Record<string, never>>
export type NotFoundProblem = ProblemOf<'not_found', 404, Record<string, never>>
export type OrdersClaimLinkNotValidProblem = ProblemOf<'orders.claim_link_not_valid', 409, { reason: OrdersClaimLinkNotValidDetailsReason }>
export type OrdersHasAccountProblem = ProblemOf<'orders.has_account', 409, Record<string, never>>
export type OrdersNotCancellableProblem = ProblemOf<'orders.not_cancellable', 409, { state: OrderState }>
export type OrdersNotPayableProblem = ProblemOf<'orders.not_payable', 409, { state: OrderState }>
export type OrdersNothingToRefundProblem = ProblemOf<'orders.nothing_to_refund', 409, Record<string, never>>
export type OrdersRestockTooManyProblem = ProblemOf<'orders.restock_too_many', 409, { orderLineId: string; left: number }>
export type OrdersTooManyEmptiesProblem = ProblemOf<'orders.too_many_empties', 409, { orderDepositId: string; left: number }>
export type OrdersTooManyPiecesProblem = ProblemOf<'orders.too_many_pieces', 409, { orderLineId: string; left: number }>
export type OrdersTotalChangedProblem = ProblemOf<'orders.total_changed', 409, { total: Money }>
export type PaymentsMethodUnknownProblem = ProblemOf<'payments.method_unknown', 422, { method: string }>
export type PaymentsNotCapturableProblem = ProblemOf<'payments.not_capturable', 409, { state: PaymentState; capturable: Money }>
export type PaymentsNotVoidableProblem = ProblemOf<'payments.not_voidable', 409, { state: PaymentState }>
export type PaymentsOutcomeUnknownProblem = ProblemOf<'payments.outcome_unknown', 409, Record<string, never>>
export type PaymentsRefundTooLargeProblem = ProblemOf<'payments.refund_too_large', 409, { refundable: Money }>
export type PaymentsRefusedProblem = ProblemOf<'payments.refused', 409, { code: string }>
export type PricingDepositKeyTakenProblem = ProblemOf<'pricing.deposit_key_taken', 409, { key: string }>
export type PricingListHasBegunProblem = ProblemOf<'pricing.list_has_begun', 409, Record<string, never>>
export type PricingListIsBaseProblem = ProblemOf<'pricing.list_is_base', 409, Record<string, never>>
export type PricingListKeyTakenProblem = ProblemOf<'pricing.list_key_taken', 409, { key: string }>
export type PricingTooManyDepositsProblem = ProblemOf<'pricing.too_many_deposits', 409, { limit: number }>
export type PricingTooManyListsProblem = ProblemOf<'pricing.too_many_lists', 409, { limit: number }>
export type PromotionsBelowMinimumProblem = ProblemOf<'promotions.below_minimum', 409, { missing: Money | null; missingQuantity: number | null }>
export type PromotionsCodeUnknownProblem = ProblemOf<'promotions.code_unknown', 422, Record<string, never>>
export type PromotionsNotCombinableProblem = ProblemOf<'promotions.not_combinable', 409, { with: string }>
export type PromotionsNotForYouProblem = ProblemOf<'promotions.not_for_you', 409, Record<string, never>>
export type PromotionsNotYetProblem = ProblemOf<'promotions.not_yet', 409, { startsAt: string }>
export type PromotionsNothingMatchesProblem = ProblemOf<'promotions.nothing_matches', 409, Record<string, never>>
export type PromotionsOverProblem = ProblemOf<'promotions.over', 409, { endedAt: string }>
export type PromotionsUsedByYouProblem = ProblemOf<'promotions.used_by_you', 409, { limit: number }>
export type PromotionsUsedUpProblem = ProblemOf<'promotions.used_up', 409, { names: string[] }>
export type ReturnsNotReturnableProblem = ProblemOf<'returns.not_returnable', 409, { orderLineId: string; left: number }>
export type ReturnsWrongStepProblem = ProblemOf<'returns.wrong_step', 409, { state: ReturnState }>
export type ReviewsNotBoughtProblem = ProblemOf<'reviews.not_bought', 409, Record<string, never>>
export type ReviewsNotPublishedProblem = ProblemOf<'reviews.not_published', 409, Record<string, never>>
export type ReviewsOwnVoteProblem = ProblemOf<'reviews.own_vote', 409, Record<string, never>>
export type SettingsChannelCodeTakenProblem = ProblemOf<'settings.channel_code_taken', 409, { code: string }>
export type SettingsMarketCodeTakenProblem = ProblemOf<'settings.market_code_taken', 409, { code: string }>
export type StaleVersionProblem = ProblemOf<'stale_version', 412, { currentVersion: number }>
export type SystemAlreadyRunningProblem = ProblemOf<'system.already_running', 409, { job: string }>
export type SystemSqlConsoleClosedProblem = ProblemOf<'system.sql_console_closed', 409, { role: string }>
export type SystemSqlRefusedProblem = ProblemOf<'system.sql_refused', 422, { reason: string; position: number | null }>
export type TooLargeProblem = ProblemOf<'too_large', 413, { limitBytes: number }>
export type TooManyRequestsProblem = ProblemOf<'too_many_requests', 429, { retryAfterSeconds: number }>
export type TooSlowProblem = ProblemOf<'too_slow', 408, Record<string, never>>
export type UnauthenticatedProblem = ProblemOf<'unauthenticated', 401, Record<string, never>>
export type UnavailableProblem = ProblemOf<'unavailable', 503, { retryAfterSeconds: number }>
export type UnknownExpectationProblem = ProblemOf<'unknown_expectation', 417, Record<string, never>>
export type UnknownFieldProblem = ProblemOf<'unknown_field', 400, Record<string, never>>
export type UnreadableProblem = ProblemOf<'unreadable', 400, Record<string, never>>
export type UnsupportedMediaTypeProblem = ProblemOf<'unsupported_media_type', 415, Record<string, never>>
export type WebhooksDeliveryNotOverProblem = ProblemOf<'webhooks.delivery_not_over', 409, Record<string, never>>
export type WebhooksEndpointDisabledProblem = ProblemOf<'webhooks.endpoint_disabled', 409, Record<string, never>>
export type WishlistsAlertLinkNotValidProblem = ProblemOf<'wishlists.alert_link_not_valid', 409, Record<string, never>>
export type WishlistsAlwaysThereProblem = ProblemOf<'wishlists.always_there', 409, Record<string, never>>
export type WishlistsListFullProblem = ProblemOf<'wishlists.list_full', 409, { limit: number }>
export type WishlistsTooManyListsProblem = ProblemOf<'wishlists.too_many_lists', 409, { limit: number }>

/** Everything that the server may refuse with, told apart by `code`. */
export type ServerProblem =
  | AddressTooLongProblem
  | BrowseProductGoneProblem
  | CartClosedProblem
  | CartDeliveryNotOfferedProblem
  | CartIncompleteProblem
  | CartNotForSaleProblem
  | CartNotSoldInMarketProblem
  | CartOutOfStockProblem
  | CartPartOfBundleProblem
  | CartWrongQuantityProblem
  | CatalogArchivedProblem
  | CatalogAttributeHasValuesProblem
  | CatalogAttributeInUseProblem
  | CatalogCategoryCircleProblem
  | CatalogCategoryNotEmptyProblem
  | CatalogCombinationTakenProblem
  | CatalogFoundByRuleProblem
  | CatalogFullProblem
  | CatalogLastVariantProblem
  | CatalogNotReadyProblem
  | CatalogOptionsInUseProblem
  | CatalogPartOfBundleProblem
  | CatalogPreviewOverProblem
  | CatalogPurgedProblem
  | CatalogSkuTakenProblem
  | CatalogTypeInUseProblem
  | ContentArchivedProblem
  | ContentNotReadyProblem
  | ContentPlaceTakenProblem
  | ContentPreviewOverProblem
  | ContentRedirectCircleProblem
  | CrossSiteProblem
  | CustomersAddressBookFullProblem
  | CustomersCompanyKnownProblem
  | CustomersGroupKeyTakenProblem
  | CustomersTooManyGroupsProblem
  | DeliveryTooManyProfilesProblem
  | ExchangeRunEndedProblem
  | ForbiddenProblem
  | FormTokenMissingProblem
  | FulfilmentLabelRefusedProblem
  | FulfilmentLabelThereProblem
  | FulfilmentLabelUsedProblem
  | FulfilmentMoreThanLeftProblem
  | FulfilmentNoAddressProblem
  | FulfilmentNotOnTheWayProblem
  | FulfilmentNotShippableProblem
  | FulfilmentNothingToRenderProblem
  | FulfilmentNothingToShipProblem
  | HeadersTooLargeProblem
  | HttpsNeededProblem
  | IdempotencyInProgressProblem
  | IdempotencyKeyNeededProblem
  | IdempotencyKeyReusedProblem
  | IdentityAddressTakenProblem
  | IdentityBeyondOwnRightsProblem
  | IdentityKeyRevokedProblem
  | IdentityLastOwnerProblem
  | IdentityLastWayInProblem
  | IdentityLinkNotValidProblem
  | IdentityLogInRefusedProblem
  | IdentityPasskeyNotMadeProblem
  | IdentityPasskeyRefusedProblem
  | IdentityPasskeysNeedNameProblem
  | IdentityPasswordNotRightProblem
  | IdentityRoleInUseProblem
  | IdentityRoleKeyTakenProblem
  | IdentitySignUpRefusedProblem
  | IdentityTooManyKeysProblem
  | IdentityTooManyPasskeysProblem
  | IdentityTooManyRolesProblem
  | InternalProblem
  | InvalidInputProblem
  | InventoryLocationKeyTakenProblem
  | InventoryLotsShortProblem
  | InventoryMoreThanOrderedProblem
  | InventoryMoreThanSentProblem
  | InventoryNotEmptyProblem
  | InventoryNotThereProblem
  | InventoryPurchaseNotOpenProblem
  | InventorySupplierNameTakenProblem
  | InventoryTooLittleProblem
  | InventoryTooLittleToSendProblem
  | InventoryTooManyLocationsProblem
  | InventoryTransferNotOpenProblem
  | MediaQuotaReachedProblem
  | MediaTypeRefusedProblem
  | MethodNotAllowedProblem
  | NewsletterLinkNotValidProblem
  | NotFoundProblem
  | OrdersClaimLinkNotValidProblem
  | OrdersHasAccountProblem
  | OrdersNotCancellableProblem
  | OrdersNotPayableProblem
  | OrdersNothingToRefundProblem
  | OrdersRestockTooManyProblem
  | OrdersTooManyEmptiesProblem
  | OrdersTooManyPiecesProblem
  | OrdersTotalChangedProblem
  | PaymentsMethodUnknownProblem
  | PaymentsNotCapturableProblem
  | PaymentsNotVoidableProblem
  | PaymentsOutcomeUnknownProblem
  | PaymentsRefundTooLargeProblem
  | PaymentsRefusedProblem
  | PricingDepositKeyTakenProblem
  | PricingListHasBegunProblem
  | PricingListIsBaseProblem
  | PricingListKeyTakenProblem
  | PricingTooManyDepositsProblem
  | PricingTooManyListsProblem
  | PromotionsBelowMinimumProblem
  | PromotionsCodeUnknownProblem
  | PromotionsNotCombinableProblem
  | PromotionsNotForYouProblem
  | PromotionsNotYetProblem
  | PromotionsNothingMatchesProblem
  | PromotionsOverProblem
  | PromotionsUsedByYouProblem
  | PromotionsUsedUpProblem
  | ReturnsNotReturnableProblem
  | ReturnsWrongStepProblem
  | ReviewsNotBoughtProblem
  | ReviewsNotPublishedProblem
  | ReviewsOwnVoteProblem
  | SettingsChannelCodeTakenProblem
  | SettingsMarketCodeTakenProblem
  | StaleVersionProblem
  | SystemAlreadyRunningProblem
  | SystemSqlConsoleClosedProblem
  | SystemSqlRefusedProblem
  | TooLargeProblem
  | TooManyRequestsProblem
  | TooSlowProblem
  | UnauthenticatedProblem
  | UnavailableProblem
  | UnknownExpectationProblem
  | UnknownFieldProblem
  | UnreadableProblem
  | UnsupportedMediaTypeProblem
  | WebhooksDeliveryNotOverProblem
  | WebhooksEndpointDisabledProblem
  | WishlistsAlertLinkNotValidProblem
  | WishlistsAlwaysThereProblem
  | WishlistsListFullProblem
  | WishlistsTooManyListsProblem

/** Each operation's own failures. */
export interface FailuresOf {
  'browse.admin.why': NotFoundProblem
  'browse.preview': CatalogPreviewOverProblem
  'browse.product': BrowseProductGoneProblem
  'browse.related': NotFoundProblem
  'browse.synonyms.remove': NotFoundProblem
  'browse.variants': NotFoundProblem
  'browse.viewed.add': NotFoundProblem
  'cart.addBundle': CartOutOfStockProblem | CartNotForSaleProblem | CartWrongQuantityProblem | CartClosedProblem
  'cart.addBySku': CartClosedProblem
  'cart.addCode': CartClosedProblem | PromotionsCodeUnknownProblem | PromotionsNotYetProblem | PromotionsOverProblem | PromotionsUsedUpProblem | PromotionsUsedByYouProblem | PromotionsBelowMinimumProblem | PromotionsNotCombinableProblem | PromotionsNotForYouProblem | PromotionsNothingMatchesProblem
  'cart.addItem': CartOutOfStockProblem | CartNotForSaleProblem | CartWrongQuantityProblem | CartClosedProblem
  'cart.clear': CartClosedProblem
  'cart.removeCode': CartClosedProblem
  'cart.removeItem': CartClosedProblem | CartPartOfBundleProblem
  'cart.setBundleQuantity': CartOutOfStockProblem | CartWrongQuantityProblem | CartClosedProblem
  'cart.setDetails': CartDeliveryNotOfferedProblem | CartClosedProblem
  'cart.setMarket': CartNotSoldInMarketProblem | CartClosedProblem
  'cart.setQuantity': CartOutOfStockProblem | CartNotForSaleProblem | CartWrongQuantityProblem | CartPartOfBundleProblem | CartClosedProblem
  'cart.setTaxId': CartClosedProblem
  'cart.share': CartIncompleteProblem
  'cart.shared': NotFoundProblem
  'cart.takeShared': NotFoundProblem | CartClosedProblem
  'catalog.attributes.archive': CatalogAttributeInUseProblem
  'catalog.attributes.create': CatalogFullProblem
  'catalog.attributes.update': CatalogFullProblem
  'catalog.bundles.remove': CatalogArchivedProblem
  'catalog.bundles.set': CatalogArchivedProblem
  'catalog.categories.archive': CatalogCategoryNotEmptyProblem
  'catalog.categories.create': CatalogFullProblem
  'catalog.categories.move': CatalogCategoryCircleProblem
  'catalog.categories.update': CatalogCategoryCircleProblem
  'catalog.collections.create': CatalogFullProblem
  'catalog.collections.setProducts': CatalogFoundByRuleProblem
  'catalog.films.set': CatalogArchivedProblem
  'catalog.media.set': CatalogArchivedProblem
  'catalog.options.addValue': CatalogFullProblem
  'catalog.options.create': CatalogFullProblem
  'catalog.products.archive': CatalogPartOfBundleProblem
  'catalog.products.create': CatalogCombinationTakenProblem
  'catalog.products.preview': CatalogArchivedProblem
  'catalog.products.publish': CatalogArchivedProblem | CatalogNotReadyProblem
  'catalog.products.restore': CatalogPurgedProblem | CatalogSkuTakenProblem
  'catalog.products.schedule': CatalogArchivedProblem | CatalogNotReadyProblem
  'catalog.products.unpublish': CatalogArchivedProblem
  'catalog.products.update': CatalogArchivedProblem | CatalogNotReadyProblem | CatalogOptionsInUseProblem
  'catalog.related.set': CatalogArchivedProblem
  'catalog.types.archive': CatalogTypeInUseProblem
  'catalog.types.create': CatalogFullProblem
  'catalog.types.update': CatalogAttributeHasValuesProblem
  'catalog.variants.archive': CatalogArchivedProblem | CatalogLastVariantProblem | CatalogPartOfBundleProblem
  'catalog.variants.combine': CatalogArchivedProblem | CatalogFullProblem | CatalogSkuTakenProblem
  'catalog.variants.create': CatalogArchivedProblem | CatalogCombinationTakenProblem | CatalogFullProblem
  'catalog.variants.update': CatalogArchivedProblem | CatalogCombinationTakenProblem
  'content.documents.create': ContentPlaceTakenProblem
  'content.documents.preview': ContentArchivedProblem
  'content.documents.publish': ContentArchivedProblem | ContentNotReadyProblem
  'content.documents.schedule': ContentArchivedProblem | ContentNotReadyProblem
  'content.documents.unpublish': ContentArchivedProblem
  'content.documents.update': ContentArchivedProblem
  'content.home': NotFoundProblem
  'content.preview': ContentPreviewOverProblem
  'content.redirect': NotFoundProblem
  'content.redirects.put': ContentRedirectCircleProblem
  'content.revisions.restore': ContentArchivedProblem
  'customers.addresses.create': CustomersAddressBookFullProblem
  'customers.companies.create': CustomersCompanyKnownProblem
  'customers.companies.update': CustomersCompanyKnownProblem
  'customers.groups.create': CustomersGroupKeyTakenProblem | CustomersTooManyGroupsProblem
  'delivery.profiles.create': DeliveryTooManyProfilesProblem
  'exchange.runs.cancel': ExchangeRunEndedProblem
  'fulfilment.labels.buy': FulfilmentNotOnTheWayProblem | FulfilmentLabelThereProblem | FulfilmentNoAddressProblem | FulfilmentLabelRefusedProblem
  'fulfilment.labels.void': FulfilmentLabelUsedProblem | FulfilmentLabelRefusedProblem
  'fulfilment.services.render': FulfilmentNotShippableProblem | FulfilmentNothingToRenderProblem | FulfilmentMoreThanLeftProblem | InventoryNotThereProblem
  'fulfilment.shipments.create': FulfilmentNotShippableProblem | FulfilmentNothingToShipProblem | FulfilmentMoreThanLeftProblem | InventoryNotThereProblem | InventoryLotsShortProblem
  'fulfilment.shipments.deliver': FulfilmentNotOnTheWayProblem
  'identity.keys.create': IdentityBeyondOwnRightsProblem | IdentityTooManyKeysProblem
  'identity.keys.rotate': IdentityBeyondOwnRightsProblem | IdentityKeyRevokedProblem
  'identity.keys.update': IdentityBeyondOwnRightsProblem | IdentityKeyRevokedProblem
  'identity.logIn': IdentityLogInRefusedProblem
  'identity.passkeys.add': IdentityPasskeyNotMadeProblem | IdentityTooManyPasskeysProblem
  'identity.passkeys.begin': IdentityTooManyPasskeysProblem | IdentityPasskeysNeedNameProblem
  'identity.passkeys.beginLogIn': IdentityPasskeysNeedNameProblem
  'identity.passkeys.beginSignUp': IdentityPasskeysNeedNameProblem
  'identity.passkeys.logIn': IdentityPasskeyRefusedProblem
  'identity.passkeys.remove': IdentityLastWayInProblem
  'identity.passkeys.signUp': IdentityPasskeyNotMadeProblem | IdentitySignUpRefusedProblem
  'identity.passwords.change': IdentityPasswordNotRightProblem
  'identity.people.invite': IdentityAddressTakenProblem | IdentityBeyondOwnRightsProblem | NotFoundProblem
  'identity.people.reinstate': IdentityBeyondOwnRightsProblem
  'identity.people.suspend': IdentityBeyondOwnRightsProblem | IdentityLastOwnerProblem
  'identity.roles.archive': IdentityRoleInUseProblem | IdentityBeyondOwnRightsProblem
  'identity.roles.create': IdentityRoleKeyTakenProblem | IdentityTooManyRolesProblem | IdentityBeyondOwnRightsProblem
  'identity.roles.grant': IdentityBeyondOwnRightsProblem
  'identity.roles.revoke': IdentityBeyondOwnRightsProblem | IdentityLastOwnerProblem
  'identity.roles.update': IdentityBeyondOwnRightsProblem | IdentityLastOwnerProblem
  'identity.setPassword': IdentityLinkNotValidProblem
  'identity.signUp': IdentitySignUpRefusedProblem
  'inventory.items.setTracking': InventoryNotEmptyProblem
  'inventory.levels.setLimits': InventoryTooLittleProblem
  'inventory.locations.create': InventoryLocationKeyTakenProblem | InventoryTooManyLocationsProblem
  'inventory.purchases.cancel': InventoryPurchaseNotOpenProblem
  'inventory.purchases.close': InventoryPurchaseNotOpenProblem
  'inventory.purchases.order': InventoryPurchaseNotOpenProblem
  'inventory.purchases.receive': InventoryPurchaseNotOpenProblem | InventoryMoreThanOrderedProblem
  'inventory.purchases.update': InventoryPurchaseNotOpenProblem
  'inventory.stock.adjust': NotFoundProblem | InventoryTooLittleProblem
  'inventory.stock.count': NotFoundProblem | InventoryTooLittleProblem
  'inventory.suppliers.create': InventorySupplierNameTakenProblem
  'inventory.suppliers.update': InventorySupplierNameTakenProblem
  'inventory.transfers.cancel': InventoryTransferNotOpenProblem
  'inventory.transfers.close': InventoryTransferNotOpenProblem
  'inventory.transfers.receive': InventoryTransferNotOpenProblem | InventoryMoreThanSentProblem
  'inventory.transfers.send': InventoryTransferNotOpenProblem | InventoryTooLittleToSendProblem | InventoryLotsShortProblem
  'inventory.transfers.update': InventoryTransferNotOpenProblem
  'media.tickets.create': MediaTypeRefusedProblem | MediaQuotaReachedProblem
  'newsletter.confirm': NewsletterLinkNotValidProblem
  'newsletter.end': NewsletterLinkNotValidProblem
  'orders.admin.cancel': OrdersNotCancellableProblem | PaymentsOutcomeUnknownProblem
  'orders.admin.place': NotFoundProblem | CartIncompleteProblem | CartClosedProblem | CartNotForSaleProblem | CartWrongQuantityProblem | CartOutOfStockProblem | PromotionsCodeUnknownProblem | PromotionsNotYetProblem | PromotionsOverProblem | PromotionsUsedUpProblem | PromotionsUsedByYouProblem | PromotionsBelowMinimumProblem | PromotionsNotCombinableProblem | PromotionsNotForYouProblem | PromotionsNothingMatchesProblem | OrdersTotalChangedProblem | OrdersNotPayableProblem | PaymentsMethodUnknownProblem
  'orders.admin.refund': OrdersNothingToRefundProblem | PaymentsRefundTooLargeProblem | OrdersTooManyPiecesProblem | OrdersTooManyEmptiesProblem | OrdersRestockTooManyProblem | PaymentsOutcomeUnknownProblem
  'orders.admin.refundPreview': OrdersNothingToRefundProblem | PaymentsRefundTooLargeProblem | OrdersTooManyPiecesProblem | OrdersTooManyEmptiesProblem | OrdersRestockTooManyProblem
  'orders.cancel': OrdersNotCancellableProblem
  'orders.claims.accept': OrdersClaimLinkNotValidProblem
  'orders.claims.get': OrdersClaimLinkNotValidProblem
  'orders.claims.request': OrdersHasAccountProblem
  'orders.pay': OrdersNotPayableProblem | PaymentsMethodUnknownProblem
  'orders.place': CartIncompleteProblem | CartClosedProblem | CartNotForSaleProblem | CartWrongQuantityProblem | CartOutOfStockProblem | PromotionsCodeUnknownProblem | PromotionsNotYetProblem | PromotionsOverProblem | PromotionsUsedUpProblem | PromotionsUsedByYouProblem | PromotionsBelowMinimumProblem | PromotionsNotCombinableProblem | PromotionsNotForYouProblem | PromotionsNothingMatchesProblem | OrdersTotalChangedProblem | OrdersNotPayableProblem | PaymentsMethodUnknownProblem
  'orders.reorder': NotFoundProblem | CartClosedProblem
  'payments.admin.capture': PaymentsNotCapturableProblem | PaymentsOutcomeUnknownProblem | PaymentsRefusedProblem
  'payments.admin.refund': PaymentsRefundTooLargeProblem | PaymentsOutcomeUnknownProblem
  'payments.admin.void': PaymentsNotVoidableProblem | PaymentsOutcomeUnknownProblem | PaymentsRefusedProblem
  'pricing.deposits.assign': NotFoundProblem
  'pricing.deposits.assigned': NotFoundProblem
  'pricing.deposits.create': PricingDepositKeyTakenProblem | PricingTooManyDepositsProblem
  'pricing.lists.archive': PricingListIsBaseProblem
  'pricing.lists.create': PricingListKeyTakenProblem | PricingTooManyListsProblem
  'pricing.lists.update': PricingListIsBaseProblem | PricingListHasBegunProblem
  'pricing.prices.why': NotFoundProblem
  'returns.admin.approve': ReturnsWrongStepProblem
  'returns.admin.close': ReturnsWrongStepProblem
  'returns.admin.receive': ReturnsWrongStepProblem | OrdersRestockTooManyProblem
  'returns.admin.refund': ReturnsWrongStepProblem | OrdersNothingToRefundProblem | PaymentsRefundTooLargeProblem | OrdersTooManyPiecesProblem | OrdersTooManyEmptiesProblem | PaymentsOutcomeUnknownProblem
  'returns.admin.refuse': ReturnsWrongStepProblem
  'returns.request': ReturnsNotReturnableProblem
  'returns.withdraw': ReturnsWrongStepProblem
  'reviews.admin.pin': ReviewsNotPublishedProblem
  'reviews.own': NotFoundProblem
  'reviews.photos.create': MediaTypeRefusedProblem | MediaQuotaReachedProblem | NotFoundProblem
  'reviews.questions.answer': ReviewsNotBoughtProblem | UnauthenticatedProblem
  'reviews.questions.ask': NotFoundProblem
  'reviews.questions.pin': ReviewsNotPublishedProblem
  'reviews.remove': NotFoundProblem | UnauthenticatedProblem
  'reviews.vote': ReviewsOwnVoteProblem
  'reviews.write': ReviewsNotBoughtProblem | NotFoundProblem | UnauthenticatedProblem
  'settings.channels.create': SettingsChannelCodeTakenProblem
  'settings.markets.create': SettingsMarketCodeTakenProblem
  'system.jobs.pause': NotFoundProblem
  'system.jobs.resume': NotFoundProblem
  'system.schedules.run': SystemAlreadyRunningProblem
  'system.sql.ask': SystemSqlRefusedProblem | SystemSqlConsoleClosedProblem
  'webhooks.deliveries.redeliver': WebhooksDeliveryNotOverProblem | WebhooksEndpointDisabledProblem
  'webhooks.deliveries.redeliverFailed': WebhooksEndpointDisabledProblem
  'webhooks.endpoints.sendTest': WebhooksEndpointDisabledProblem
  'wishlists.alerts.prove': WishlistsAlertLinkNotValidProblem
  'wishlists.alerts.stop': WishlistsAlertLinkNotValidProblem
  'wishlists.items.add': NotFoundProblem | WishlistsListFullProblem | WishlistsTooManyListsProblem
  'wishlists.items.move': WishlistsListFullProblem
  'wishlists.later.back': NotFoundProblem | CartOutOfStockProblem | CartNotForSaleProblem | CartWrongQuantityProblem | CartClosedProblem
  'wishlists.later.put': CartClosedProblem | CartPartOfBundleProblem | WishlistsListFullProblem | WishlistsTooManyListsProblem
  'wishlists.lists.create': WishlistsTooManyListsProblem
  'wishlists.lists.remove': WishlistsAlwaysThereProblem
  'wishlists.shared': NotFoundProblem
}

/** What 'batch' may hold. */
export interface ShopOperations {
  'browse.bundle': { input: BrowseBundleInput; output: ProductBundle }
  'browse.categories': { input: BrowseCategoriesInput; output: CategoryList }
  'browse.category': { input: BrowseCategoryInput; output: CategoryBranch }
  'browse.collection': { input: BrowseCollectionInput; output: Collection }
  'browse.collections': { input: BrowseCollectionsInput; output: CollectionList }
  'browse.preview': { input: BrowsePreviewInput; output: Product }
  'browse.product': { input: BrowseProductInput; output: Product }
  'browse.products': { input: BrowseProductsInput; output: ProductCardPage }
  'browse.related': { input: BrowseRelatedInput; output: RelatedProducts }
  'browse.search': { input: BrowseSearchInput; output: SearchResult }
  'browse.suggest': { input: BrowseSuggestInput; output: Suggestions }
  'browse.variants': { input: BrowseVariantsInput; output: VariantPage }
  'browse.viewed.add': { input: BrowseViewedAddInput; output: Done }
  'browse.viewed.clear': { input: BrowseViewedClearInput; output: Done }
  'browse.viewed.list': { input: BrowseViewedListInput; output: ViewedProducts }
  'cart.addBundle': { input: CartAddBundleInput; output: Cart }
  'cart.addBySku': { input: CartAddBySkuInput; output: Cart }
  'cart.addCode': { input: CartAddCodeInput; output: Cart }
  'cart.addItem': { input: CartAddItemInput; output: Cart }
  'cart.clear': { input: CartClearInput; output: Cart }
  'cart.create': { input: CartCreateInput; output: Cart }
  'cart.current': { input: CartCurrentInput; output: CurrentCart }
  'cart.deliveryOffers': { input: CartDeliveryOffersInput; output: DeliveryOfferList }
  'cart.get': { input: CartGetInput; output: Cart }
  'cart.quoteDelivery': { input: CartQuoteDeliveryInput; output: DeliveryOfferList }
  'cart.removeCode': { input: CartRemoveCodeInput; output: Cart }
  'cart.removeItem': { input: CartRemoveItemInput; output: Cart }
  'cart.setBundleQuantity': { input: CartSetBundleQuantityInput; output: Cart }
  'cart.setDetails': { input: CartSetDetailsInput; output: Cart }
  'cart.setMarket': { input: CartSetMarketInput; output: MovedCart }
  'cart.setQuantity': { input: CartSetQuantityInput; output: Cart }
  'cart.setTaxId': { input: CartSetTaxIdInput; output: Cart }
  'cart.share': { input: CartShareInput; output: CartLink }
  'cart.shared': { input: CartSharedInput; output: SharedCart }
  'cart.takeShared': { input: CartTakeSharedInput; output: SharedCartTaken }
  'content.home': { input: ContentHomeInput; output: ShownDocument }
  'content.journal': { input: ContentJournalInput; output: PostCardPage }
  'content.navigation': { input: ContentNavigationInput; output: Navigation }
  'content.page': { input: ContentPageInput; output: ShownDocument }
  'content.post': { input: ContentPostInput; output: ShownDocument }
  'content.preview': { input: ContentPreviewInput; output: ShownDocument }
  'content.redirect': { input: ContentRedirectInput; output: RedirectTo }
  'content.slot': { input: ContentSlotInput; output: ShownDocument }
  'customers.addressForms.get': { input: CustomersAddressFormsGetInput; output: AddressForm }
  'customers.addresses.create': { input: CustomersAddressesCreateInput; output: SavedAddress }
  'customers.addresses.list': { input: CustomersAddressesListInput; output: AddressBook }
  'customers.addresses.remove': { input: CustomersAddressesRemoveInput; output: Done }
  'customers.addresses.update': { input: CustomersAddressesUpdateInput; output: SavedAddress }
  'customers.profile.get': { input: CustomersProfileGetInput; output: Profile }
  'customers.profile.update': { input: CustomersProfileUpdateInput; output: Profile }
  'delivery.estimate': { input: DeliveryEstimateInput; output: DeliveryEstimateList }
  'enquiries.list': { input: EnquiriesListInput; output: EnquiryList }
  'enquiries.write': { input: EnquiriesWriteInput; output: Enquiry }
  'enquiries.writeAbout': { input: EnquiriesWriteAboutInput; output: Enquiry }
  'fulfilment.handedOver': { input: FulfilmentHandedOverInput; output: HandedOver }
  'identity.me': { input: IdentityMeInput; output: Me }
  'identity.passkeys.add': { input: IdentityPasskeysAddInput; output: Passkey }
  'identity.passkeys.begin': { input: IdentityPasskeysBeginInput; output: PasskeyCreation }
  'identity.passkeys.beginLogIn': { input: IdentityPasskeysBeginLogInInput; output: PasskeyRequest }
  'identity.passkeys.beginSignUp': { input: IdentityPasskeysBeginSignUpInput; output: PasskeyCreation }
  'identity.passkeys.list': { input: IdentityPasskeysListInput; output: PasskeyList }
  'identity.passkeys.remove': { input: IdentityPasskeysRemoveInput; output: Done }
  'identity.passkeys.rename': { input: IdentityPasskeysRenameInput; output: Passkey }
  'identity.passwords.change': { input: IdentityPasswordsChangeInput; output: Done }
  'identity.passwords.request': { input: IdentityPasswordsRequestInput; output: Done }
  'identity.setPassword': { input: IdentitySetPasswordInput; output: Done }
  'newsletter.ask': { input: NewsletterAskInput; output: Done }
  'newsletter.confirm': { input: NewsletterConfirmInput; output: Done }
  'newsletter.end': { input: NewsletterEndInput; output: Done }
  'newsletter.endMine': { input: NewsletterEndMineInput; output: Done }
  'newsletter.mine': { input: NewsletterMineInput; output: MyNewsletter }
  'orders.cancel': { input: OrdersCancelInput; output: Order }
  'orders.claims.accept': { input: OrdersClaimsAcceptInput; output: Claimed }
  'orders.claims.get': { input: OrdersClaimsGetInput; output: Claim }
  'orders.claims.request': { input: OrdersClaimsRequestInput; output: Done }
  'orders.get': { input: OrdersGetInput; output: Order }
  'orders.list': { input: OrdersListInput; output: OrderCardPage }
  'orders.pay': { input: OrdersPayInput; output: Placement }
  'orders.place': { input: OrdersPlaceInput; output: Placement }
  'orders.reorder': { input: OrdersReorderInput; output: Reordered }
  'orders.sendLink': { input: OrdersSendLinkInput; output: Done }
  'payments.methods': { input: PaymentsMethodsInput; output: PaymentMethodList }
  'returns.list': { input: ReturnsListInput; output: OrderReturns }
  'returns.request': { input: ReturnsRequestInput; output: Return }
  'returns.withdraw': { input: ReturnsWithdrawInput; output: Return }
  'reviews.list': { input: ReviewsListInput; output: ReviewPage }
  'reviews.mine': { input: ReviewsMineInput; output: OwnReviewPage }
  'reviews.own': { input: ReviewsOwnInput; output: OwnOpinion }
  'reviews.photos.create': { input: ReviewsPhotosCreateInput; output: UploadTicket }
  'reviews.questions.answer': { input: ReviewsQuestionsAnswerInput; output: GivenAnswer }
  'reviews.questions.ask': { input: ReviewsQuestionsAskInput; output: AskedQuestion }
  'reviews.questions.list': { input: ReviewsQuestionsListInput; output: ProductQuestionPage }
  'reviews.remove': { input: ReviewsRemoveInput; output: Done }
  'reviews.report': { input: ReviewsReportInput; output: Done }
  'reviews.vote': { input: ReviewsVoteInput; output: ReviewVotes }
  'reviews.write': { input: ReviewsWriteInput; output: OwnReview }
  'settings.storefront': { input: SettingsStorefrontInput; output: Storefront }
  'wishlists.alerts.prove': { input: WishlistsAlertsProveInput; output: Done }
  'wishlists.alerts.set': { input: WishlistsAlertsSetInput; output: WishlistAlerts }
  'wishlists.alerts.stop': { input: WishlistsAlertsStopInput; output: Done }
  'wishlists.items.add': { input: WishlistsItemsAddInput; output: Wishlist }
  'wishlists.items.forget': { input: WishlistsItemsForgetInput; output: Done }
  'wishlists.items.move': { input: WishlistsItemsMoveInput; output: Wishlist }
  'wishlists.items.remove': { input: WishlistsItemsRemoveInput; output: Wishlist }
  'wishlists.later.back': { input: WishlistsLaterBackInput; output: Cart }
  'wishlists.later.list': { input: WishlistsLaterListInput; output: SavedItems }
  'wishlists.later.put': { input: WishlistsLaterPutInput; output: Cart }
  'wishlists.lists.create': { input: WishlistsListsCreateInput; output: Wishlist }
  'wishlists.lists.get': { input: WishlistsListsGetInput; output: FullWishlist }
  'wishlists.lists.list': { input: WishlistsListsListInput; output: WishlistList }
  'wishlists.lists.remove': { input: WishlistsListsRemoveInput; output: Done }
  'wishlists.lists.share': { input: WishlistsListsShareInput; output: Wishlist }
  'wishlists.lists.unshare': { input: WishlistsListsUnshareInput; output: Wishlist }
  'wishlists.lists.update': { input: WishlistsListsUpdateInput; output: Wishlist }
  'wishlists.marks': { input: WishlistsMarksInput; output: WishlistMarks }
  'wishlists.shared': { input: WishlistsSharedInput; output: SharedWishlist }
}

/** What 'admin.batch' may hold. */
export interface AdminOperations {
  'browse.admin.reindex': { input: BrowseAdminReindexInput; output: Done }
  'browse.admin.why': { input: BrowseAdminWhyInput; output: SearchRank }
  'browse.engine.get': { input: BrowseEngineGetInput; output: SearchEngineState }
  'browse.engine.rebuild': { input: BrowseEngineRebuildInput; output: SearchEngineState }
  'browse.engine.reconcile': { input: BrowseEngineReconcileInput; output: SearchEngineState }
  'browse.placements.list': { input: BrowsePlacementsListInput; output: SearchPlacementList }
  'browse.placements.set': { input: BrowsePlacementsSetInput; output: SearchPlacements }
  'browse.synonyms.create': { input: BrowseSynonymsCreateInput; output: SearchSynonym }
  'browse.synonyms.list': { input: BrowseSynonymsListInput; output: SearchSynonymList }
  'browse.synonyms.remove': { input: BrowseSynonymsRemoveInput; output: Done }
  'cart.settings.get': { input: CartSettingsGetInput; output: CartSettings }
  'cart.settings.update': { input: CartSettingsUpdateInput; output: CartSettings }
  'catalog.attributes.archive': { input: CatalogAttributesArchiveInput; output: Done }
  'catalog.attributes.create': { input: CatalogAttributesCreateInput; output: CatalogAttribute }
  'catalog.attributes.list': { input: CatalogAttributesListInput; output: CatalogAttributeList }
  'catalog.attributes.update': { input: CatalogAttributesUpdateInput; output: CatalogAttribute }
  'catalog.bundles.get': { input: CatalogBundlesGetInput; output: CatalogBundle }
  'catalog.bundles.remove': { input: CatalogBundlesRemoveInput; output: Done }
  'catalog.bundles.set': { input: CatalogBundlesSetInput; output: CatalogBundle }
  'catalog.categories.archive': { input: CatalogCategoriesArchiveInput; output: Done }
  'catalog.categories.create': { input: CatalogCategoriesCreateInput; output: CatalogCategory }
  'catalog.categories.list': { input: CatalogCategoriesListInput; output: CatalogCategoryList }
  'catalog.categories.move': { input: CatalogCategoriesMoveInput; output: CatalogCategory }
  'catalog.categories.update': { input: CatalogCategoriesUpdateInput; output: CatalogCategory }
  'catalog.collections.archive': { input: CatalogCollectionsArchiveInput; output: Done }
  'catalog.collections.create': { input: CatalogCollectionsCreateInput; output: CatalogCollection }
  'catalog.collections.list': { input: CatalogCollectionsListInput; output: CatalogCollectionList }
  'catalog.collections.setProducts': { input: CatalogCollectionsSetProductsInput; output: CatalogCollection }
  'catalog.collections.update': { input: CatalogCollectionsUpdateInput; output: CatalogCollection }
  'catalog.films.set': { input: CatalogFilmsSetInput; output: CatalogProduct }
  'catalog.media.set': { input: CatalogMediaSetInput; output: CatalogProduct }
  'catalog.options.addValue': { input: CatalogOptionsAddValueInput; output: CatalogOption }
  'catalog.options.create': { input: CatalogOptionsCreateInput; output: CatalogOption }
  'catalog.options.list': { input: CatalogOptionsListInput; output: CatalogOptionList }
  'catalog.products.archive': { input: CatalogProductsArchiveInput; output: CatalogProduct }
  'catalog.products.create': { input: CatalogProductsCreateInput; output: CatalogProduct }
  'catalog.products.get': { input: CatalogProductsGetInput; output: CatalogProduct }
  'catalog.products.list': { input: CatalogProductsListInput; output: CatalogProductCardPage }
  'catalog.products.preview': { input: CatalogProductsPreviewInput; output: ProductPreview }
  'catalog.products.publish': { input: CatalogProductsPublishInput; output: CatalogProduct }
  'catalog.products.restore': { input: CatalogProductsRestoreInput; output: CatalogProduct }
  'catalog.products.schedule': { input: CatalogProductsScheduleInput; output: CatalogProduct }
  'catalog.products.unpublish': { input: CatalogProductsUnpublishInput; output: CatalogProduct }
  'catalog.products.update': { input: CatalogProductsUpdateInput; output: CatalogProduct }
  'catalog.related.list': { input: CatalogRelatedListInput; output: CatalogRelated }
  'catalog.related.set': { input: CatalogRelatedSetInput; output: CatalogRelated }
  'catalog.types.archive': { input: CatalogTypesArchiveInput; output: Done }
  'catalog.types.create': { input: CatalogTypesCreateInput; output: CatalogType }
  'catalog.types.list': { input: CatalogTypesListInput; output: CatalogTypeList }
  'catalog.types.update': { input: CatalogTypesUpdateInput; output: CatalogType }
  'catalog.variants.archive': { input: CatalogVariantsArchiveInput; output: Done }
  'catalog.variants.combine': { input: CatalogVariantsCombineInput; output: VariantCombinations }
  'catalog.variants.create': { input: CatalogVariantsCreateInput; output: CatalogVariant }
  'catalog.variants.list': { input: CatalogVariantsListInput; output: CatalogVariantPage }
  'catalog.variants.update': { input: CatalogVariantsUpdateInput; output: CatalogVariant }
  'content.documents.archive': { input: ContentDocumentsArchiveInput; output: ContentDocument }
  'content.documents.create': { input: ContentDocumentsCreateInput; output: ContentDocument }
  'content.documents.get': { input: ContentDocumentsGetInput; output: ContentDocument }
  'content.documents.list': { input: ContentDocumentsListInput; output: DocumentCardPage }
  'content.documents.preview': { input: ContentDocumentsPreviewInput; output: DocumentPreview }
  'content.documents.publish': { input: ContentDocumentsPublishInput; output: ContentDocument }
  'content.documents.schedule': { input: ContentDocumentsScheduleInput; output: ContentDocument }
  'content.documents.unpublish': { input: ContentDocumentsUnpublishInput; output: ContentDocument }
  'content.documents.update': { input: ContentDocumentsUpdateInput; output: ContentDocument }
  'content.menus.list': { input: ContentMenusListInput; output: MenuList }
  'content.menus.set': { input: ContentMenusSetInput; output: Menu }
  'content.redirects.list': { input: ContentRedirectsListInput; output: LedOnPage }
  'content.redirects.put': { input: ContentRedirectsPutInput; output: Done }
  'content.redirects.remove': { input: ContentRedirectsRemoveInput; output: Done }
  'content.revisions.list': { input: ContentRevisionsListInput; output: DocumentRevisionList }
  'content.revisions.restore': { input: ContentRevisionsRestoreInput; output: ContentDocument }
  'customers.companies.archive': { input: CustomersCompaniesArchiveInput; output: Done }
  'customers.companies.changeMembers': { input: CustomersCompaniesChangeMembersInput; output: Company }
  'customers.companies.create': { input: CustomersCompaniesCreateInput; output: Company }
  'customers.companies.get': { input: CustomersCompaniesGetInput; output: CompanyWithMembers }
  'customers.companies.list': { input: CustomersCompaniesListInput; output: CompanyPage }
  'customers.companies.update': { input: CustomersCompaniesUpdateInput; output: Company }
  'customers.get': { input: CustomersGetInput; output: StaffCustomer }
  'customers.groups.archive': { input: CustomersGroupsArchiveInput; output: Done }
  'customers.groups.changeMembers': { input: CustomersGroupsChangeMembersInput; output: CustomerGroup }
  'customers.groups.create': { input: CustomersGroupsCreateInput; output: CustomerGroup }
  'customers.groups.list': { input: CustomersGroupsListInput; output: CustomerGroupList }
  'customers.list': { input: CustomersListInput; output: StaffCustomerCardPage }
  'customers.update': { input: CustomersUpdateInput; output: StaffCustomer }
  'delivery.calendar.get': { input: DeliveryCalendarGetInput; output: DeliveryCalendar }
  'delivery.calendar.set': { input: DeliveryCalendarSetInput; output: DeliveryCalendar }
  'delivery.methods.archive': { input: DeliveryMethodsArchiveInput; output: Done }
  'delivery.methods.create': { input: DeliveryMethodsCreateInput; output: DeliveryMethod }
  'delivery.methods.list': { input: DeliveryMethodsListInput; output: DeliveryMethodList }
  'delivery.methods.update': { input: DeliveryMethodsUpdateInput; output: DeliveryMethod }
  'delivery.profiles.archive': { input: DeliveryProfilesArchiveInput; output: Done }
  'delivery.profiles.assign': { input: DeliveryProfilesAssignInput; output: DeliveryProfile }
  'delivery.profiles.create': { input: DeliveryProfilesCreateInput; output: DeliveryProfile }
  'delivery.profiles.list': { input: DeliveryProfilesListInput; output: DeliveryProfileList }
  'delivery.profiles.update': { input: DeliveryProfilesUpdateInput; output: DeliveryProfile }
  'delivery.sizes.list': { input: DeliverySizesListInput; output: VariantSizeList }
  'delivery.sizes.set': { input: DeliverySizesSetInput; output: Done }
  'delivery.tryCarriers': { input: DeliveryTryCarriersInput; output: DeliveryWhy }
  'delivery.why': { input: DeliveryWhyInput; output: DeliveryWhy }
  'delivery.zones.archive': { input: DeliveryZonesArchiveInput; output: Done }
  'delivery.zones.create': { input: DeliveryZonesCreateInput; output: DeliveryZone }
  'delivery.zones.list': { input: DeliveryZonesListInput; output: DeliveryZoneList }
  'delivery.zones.update': { input: DeliveryZonesUpdateInput; output: DeliveryZone }
  'enquiries.admin.list': { input: EnquiriesAdminListInput; output: StaffEnquiryPage }
  'exchange.exports.create': { input: ExchangeExportsCreateInput; output: ExchangeRun }
  'exchange.imports.create': { input: ExchangeImportsCreateInput; output: ExchangeRun }
  'exchange.resources.list': { input: ExchangeResourcesListInput; output: ExchangeResourceList }
  'exchange.runs.cancel': { input: ExchangeRunsCancelInput; output: ExchangeRun }
  'exchange.runs.faults': { input: ExchangeRunsFaultsInput; output: ExchangeFaultList }
  'exchange.runs.get': { input: ExchangeRunsGetInput; output: ExchangeRun }
  'exchange.runs.list': { input: ExchangeRunsListInput; output: ExchangeRunPage }
  'exchange.runs.results': { input: ExchangeRunsResultsInput; output: ExchangeResultList }
  'fulfilment.carriers.list': { input: FulfilmentCarriersListInput; output: CarrierHookList }
  'fulfilment.digital.get': { input: FulfilmentDigitalGetInput; output: DigitalTerms }
  'fulfilment.digital.set': { input: FulfilmentDigitalSetInput; output: DigitalTerms }
  'fulfilment.keys.add': { input: FulfilmentKeysAddInput; output: DigitalTerms }
  'fulfilment.keys.list': { input: FulfilmentKeysListInput; output: LicenceKeyPage }
  'fulfilment.labels.buy': { input: FulfilmentLabelsBuyInput; output: ShippingLabel }
  'fulfilment.labels.list': { input: FulfilmentLabelsListInput; output: ShippingLabelList }
  'fulfilment.labels.void': { input: FulfilmentLabelsVoidInput; output: ShippingLabel }
  'fulfilment.services.render': { input: FulfilmentServicesRenderInput; output: Done }
  'fulfilment.shipments.create': { input: FulfilmentShipmentsCreateInput; output: Shipment }
  'fulfilment.shipments.deliver': { input: FulfilmentShipmentsDeliverInput; output: Shipment }
  'fulfilment.sources.list': { input: FulfilmentSourcesListInput; output: OrderSourceList }
  'identity.keys.get': { input: IdentityKeysGetInput; output: ApiKey }
  'identity.keys.list': { input: IdentityKeysListInput; output: ApiKeyPage }
  'identity.keys.revoke': { input: IdentityKeysRevokeInput; output: ApiKey }
  'identity.keys.update': { input: IdentityKeysUpdateInput; output: ApiKey }
  'identity.people.get': { input: IdentityPeopleGetInput; output: StaffPerson }
  'identity.people.invite': { input: IdentityPeopleInviteInput; output: StaffPerson }
  'identity.people.list': { input: IdentityPeopleListInput; output: StaffPersonCardPage }
  'identity.people.reinstate': { input: IdentityPeopleReinstateInput; output: StaffPerson }
  'identity.people.suspend': { input: IdentityPeopleSuspendInput; output: StaffPerson }
  'identity.permissions.list': { input: IdentityPermissionsListInput; output: PermissionList }
  'identity.roles.archive': { input: IdentityRolesArchiveInput; output: Done }
  'identity.roles.create': { input: IdentityRolesCreateInput; output: Role }
  'identity.roles.grant': { input: IdentityRolesGrantInput; output: StaffPerson }
  'identity.roles.list': { input: IdentityRolesListInput; output: RoleList }
  'identity.roles.revoke': { input: IdentityRolesRevokeInput; output: StaffPerson }
  'identity.roles.update': { input: IdentityRolesUpdateInput; output: Role }
  'inventory.allocation.get': { input: InventoryAllocationGetInput; output: Allocation }
  'inventory.allocation.set': { input: InventoryAllocationSetInput; output: AllocationRuleSet }
  'inventory.channels.list': { input: InventoryChannelsListInput; output: ChannelPlacesList }
  'inventory.channels.setPlaces': { input: InventoryChannelsSetPlacesInput; output: ChannelPlaces }
  'inventory.expected.list': { input: InventoryExpectedListInput; output: ExpectedStockList }
  'inventory.items.setPromise': { input: InventoryItemsSetPromiseInput; output: ItemPromise }
  'inventory.items.setTracking': { input: InventoryItemsSetTrackingInput; output: StockItemTracking }
  'inventory.levels.list': { input: InventoryLevelsListInput; output: StockItemPage }
  'inventory.levels.setLimits': { input: InventoryLevelsSetLimitsInput; output: StockLevel }
  'inventory.locations.create': { input: InventoryLocationsCreateInput; output: StockLocation }
  'inventory.locations.list': { input: InventoryLocationsListInput; output: StockLocationList }
  'inventory.locations.update': { input: InventoryLocationsUpdateInput; output: StockLocation }
  'inventory.lots.list': { input: InventoryLotsListInput; output: LotPage }
  'inventory.lots.recall': { input: InventoryLotsRecallInput; output: Lot }
  'inventory.low.list': { input: InventoryLowListInput; output: LowStockPage }
  'inventory.movements.list': { input: InventoryMovementsListInput; output: StockMovementPage }
  'inventory.purchases.cancel': { input: InventoryPurchasesCancelInput; output: Purchase }
  'inventory.purchases.close': { input: InventoryPurchasesCloseInput; output: Purchase }
  'inventory.purchases.create': { input: InventoryPurchasesCreateInput; output: Purchase }
  'inventory.purchases.get': { input: InventoryPurchasesGetInput; output: Purchase }
  'inventory.purchases.list': { input: InventoryPurchasesListInput; output: PurchasePage }
  'inventory.purchases.order': { input: InventoryPurchasesOrderInput; output: Purchase }
  'inventory.purchases.receive': { input: InventoryPurchasesReceiveInput; output: Purchase }
  'inventory.purchases.update': { input: InventoryPurchasesUpdateInput; output: Purchase }
  'inventory.receipts.list': { input: InventoryReceiptsListInput; output: GoodsReceiptPage }
  'inventory.reconcile': { input: InventoryReconcileInput; output: StockReconciliation }
  'inventory.stock.adjust': { input: InventoryStockAdjustInput; output: StockLevel }
  'inventory.stock.count': { input: InventoryStockCountInput; output: StockLevel }
  'inventory.suppliers.archive': { input: InventorySuppliersArchiveInput; output: Done }
  'inventory.suppliers.create': { input: InventorySuppliersCreateInput; output: Supplier }
  'inventory.suppliers.list': { input: InventorySuppliersListInput; output: SupplierPage }
  'inventory.suppliers.update': { input: InventorySuppliersUpdateInput; output: Supplier }
  'inventory.transfers.cancel': { input: InventoryTransfersCancelInput; output: StockTransfer }
  'inventory.transfers.close': { input: InventoryTransfersCloseInput; output: StockTransfer }
  'inventory.transfers.create': { input: InventoryTransfersCreateInput; output: StockTransfer }
  'inventory.transfers.get': { input: InventoryTransfersGetInput; output: StockTransfer }
  'inventory.transfers.list': { input: InventoryTransfersListInput; output: StockTransferPage }
  'inventory.transfers.receive': { input: InventoryTransfersReceiveInput; output: StockTransfer }
  'inventory.transfers.send': { input: InventoryTransfersSendInput; output: StockTransfer }
  'inventory.transfers.update': { input: InventoryTransfersUpdateInput; output: StockTransfer }
  'ledger.proofs.list': { input: LedgerProofsListInput; output: LedgerProofPage }
  'ledger.transactions.list': { input: LedgerTransactionsListInput; output: LedgerTransactionPage }
  'media.files.get': { input: MediaFilesGetInput; output: MediaFile }
  'media.files.update': { input: MediaFilesUpdateInput; output: MediaFile }
  'media.links.create': { input: MediaLinksCreateInput; output: DownloadLink }
  'media.tickets.create': { input: MediaTicketsCreateInput; output: UploadTicket }
  'media.usage.get': { input: MediaUsageGetInput; output: MediaUsage }
  'messages.suppressions.add': { input: MessagesSuppressionsAddInput; output: Suppression }
  'messages.suppressions.list': { input: MessagesSuppressionsListInput; output: SuppressionPage }
  'messages.suppressions.remove': { input: MessagesSuppressionsRemoveInput; output: Done }
  'newsletter.admin.end': { input: NewsletterAdminEndInput; output: Done }
  'newsletter.admin.list': { input: NewsletterAdminListInput; output: StaffSubscriptionPage }
  'orders.admin.cancel': { input: OrdersAdminCancelInput; output: StaffOrder }
  'orders.admin.get': { input: OrdersAdminGetInput; output: StaffOrder }
  'orders.admin.list': { input: OrdersAdminListInput; output: StaffOrderCardPage }
  'orders.admin.place': { input: OrdersAdminPlaceInput; output: StaffPlacement }
  'orders.admin.recall': { input: OrdersAdminRecallInput; output: LotOrderPage }
  'orders.admin.refund': { input: OrdersAdminRefundInput; output: OrderRefunds }
  'orders.admin.refundPreview': { input: OrdersAdminRefundPreviewInput; output: RefundPreview }
  'orders.admin.summary': { input: OrdersAdminSummaryInput; output: SalesSummary }
  'orders.admin.taxes': { input: OrdersAdminTaxesInput; output: OrderTaxes }
  'orders.past.list': { input: OrdersPastListInput; output: PastOrderPage }
  'orders.settings.get': { input: OrdersSettingsGetInput; output: OrderSettings }
  'orders.settings.update': { input: OrdersSettingsUpdateInput; output: OrderSettings }
  'payments.admin.capture': { input: PaymentsAdminCaptureInput; output: PaymentDetail }
  'payments.admin.get': { input: PaymentsAdminGetInput; output: PaymentDetail }
  'payments.admin.list': { input: PaymentsAdminListInput; output: PaymentPage }
  'payments.admin.refund': { input: PaymentsAdminRefundInput; output: PaymentRefund }
  'payments.admin.void': { input: PaymentsAdminVoidInput; output: PaymentDetail }
  'payments.inbox.list': { input: PaymentsInboxListInput; output: PaymentInboxEntryPage }
  'payments.inbox.retry': { input: PaymentsInboxRetryInput; output: PaymentInboxEntry }
  'pricing.conversions.list': { input: PricingConversionsListInput; output: ConversionList }
  'pricing.conversions.remove': { input: PricingConversionsRemoveInput; output: Done }
  'pricing.conversions.set': { input: PricingConversionsSetInput; output: Conversion }
  'pricing.deposits.archive': { input: PricingDepositsArchiveInput; output: Done }
  'pricing.deposits.assign': { input: PricingDepositsAssignInput; output: VariantDeposits }
  'pricing.deposits.assigned': { input: PricingDepositsAssignedInput; output: VariantDeposits }
  'pricing.deposits.create': { input: PricingDepositsCreateInput; output: Deposit }
  'pricing.deposits.list': { input: PricingDepositsListInput; output: DepositList }
  'pricing.deposits.update': { input: PricingDepositsUpdateInput; output: Deposit }
  'pricing.lists.archive': { input: PricingListsArchiveInput; output: Done }
  'pricing.lists.create': { input: PricingListsCreateInput; output: PriceList }
  'pricing.lists.list': { input: PricingListsListInput; output: PriceListList }
  'pricing.lists.update': { input: PricingListsUpdateInput; output: PriceList }
  'pricing.prices.history': { input: PricingPricesHistoryInput; output: PastPricePage }
  'pricing.prices.list': { input: PricingPricesListInput; output: VariantPriceList }
  'pricing.prices.remove': { input: PricingPricesRemoveInput; output: Done }
  'pricing.prices.set': { input: PricingPricesSetInput; output: VariantPriceList }
  'pricing.prices.why': { input: PricingPricesWhyInput; output: PriceExplained }
  'promotions.archive': { input: PromotionsArchiveInput; output: Done }
  'promotions.codes.archive': { input: PromotionsCodesArchiveInput; output: Done }
  'promotions.codes.create': { input: PromotionsCodesCreateInput; output: PromotionCode }
  'promotions.codes.generate': { input: PromotionsCodesGenerateInput; output: PromotionCodes }
  'promotions.codes.list': { input: PromotionsCodesListInput; output: PromotionCodePage }
  'promotions.create': { input: PromotionsCreateInput; output: Promotion }
  'promotions.get': { input: PromotionsGetInput; output: Promotion }
  'promotions.list': { input: PromotionsListInput; output: PromotionPage }
  'promotions.preview': { input: PromotionsPreviewInput; output: PromotionPreview }
  'promotions.update': { input: PromotionsUpdateInput; output: Promotion }
  'returns.admin.approve': { input: ReturnsAdminApproveInput; output: StaffReturn }
  'returns.admin.close': { input: ReturnsAdminCloseInput; output: StaffReturn }
  'returns.admin.list': { input: ReturnsAdminListInput; output: StaffReturnPage }
  'returns.admin.receive': { input: ReturnsAdminReceiveInput; output: StaffReturn }
  'returns.admin.refund': { input: ReturnsAdminRefundInput; output: StaffReturn }
  'returns.admin.refuse': { input: ReturnsAdminRefuseInput; output: StaffReturn }
  'reviews.admin.get': { input: ReviewsAdminGetInput; output: StaffReview }
  'reviews.admin.list': { input: ReviewsAdminListInput; output: StaffReviewPage }
  'reviews.admin.moderate': { input: ReviewsAdminModerateInput; output: StaffReview }
  'reviews.admin.pin': { input: ReviewsAdminPinInput; output: StaffReview }
  'reviews.admin.reply': { input: ReviewsAdminReplyInput; output: StaffReview }
  'reviews.answers.list': { input: ReviewsAnswersListInput; output: StaffAnswerPage }
  'reviews.answers.moderate': { input: ReviewsAnswersModerateInput; output: StaffAnswer }
  'reviews.people.forget': { input: ReviewsPeopleForgetInput; output: ForgottenWriter }
  'reviews.questions.moderate': { input: ReviewsQuestionsModerateInput; output: StaffQuestion }
  'reviews.questions.pin': { input: ReviewsQuestionsPinInput; output: StaffQuestion }
  'reviews.questions.queue': { input: ReviewsQuestionsQueueInput; output: StaffQuestionPage }
  'reviews.questions.reply': { input: ReviewsQuestionsReplyInput; output: StaffQuestion }
  'reviews.settings.get': { input: ReviewsSettingsGetInput; output: ReviewSettings }
  'reviews.settings.update': { input: ReviewsSettingsUpdateInput; output: ReviewSettings }
  'settings.announcements.archive': { input: SettingsAnnouncementsArchiveInput; output: Announcement }
  'settings.announcements.create': { input: SettingsAnnouncementsCreateInput; output: NewAnnouncement }
  'settings.announcements.list': { input: SettingsAnnouncementsListInput; output: AnnouncementList }
  'settings.channels.create': { input: SettingsChannelsCreateInput; output: Channel }
  'settings.channels.list': { input: SettingsChannelsListInput; output: ChannelList }
  'settings.currencies.list': { input: SettingsCurrenciesListInput; output: CurrencyList }
  'settings.currencies.set': { input: SettingsCurrenciesSetInput; output: CurrencyList }
  'settings.locales.list': { input: SettingsLocalesListInput; output: LocaleList }
  'settings.locales.set': { input: SettingsLocalesSetInput; output: LocaleList }
  'settings.markets.create': { input: SettingsMarketsCreateInput; output: Market }
  'settings.markets.list': { input: SettingsMarketsListInput; output: MarketList }
  'settings.markets.update': { input: SettingsMarketsUpdateInput; output: Market }
  'settings.seo.get': { input: SettingsSeoGetInput; output: SeoSettings }
  'settings.seo.update': { input: SettingsSeoUpdateInput; output: SeoSettings }
  'settings.store.get': { input: SettingsStoreGetInput; output: Store }
  'settings.store.update': { input: SettingsStoreUpdateInput; output: Store }
  'system.audit.list': { input: SystemAuditListInput; output: AuditEntryPage }
  'system.errors.list': { input: SystemErrorsListInput; output: ErrorGroupList }
  'system.events.list': { input: SystemEventsListInput; output: LoggedEventPage }
  'system.health': { input: SystemHealthInput; output: Health }
  'system.invariants': { input: SystemInvariantsInput; output: InvariantReport }
  'system.jobs.dead': { input: SystemJobsDeadInput; output: DeadJobList }
  'system.jobs.discard': { input: SystemJobsDiscardInput; output: Done }
  'system.jobs.list': { input: SystemJobsListInput; output: QueuedJobList }
  'system.jobs.overview': { input: SystemJobsOverviewInput; output: JobOverview }
  'system.jobs.pause': { input: SystemJobsPauseInput; output: Done }
  'system.jobs.resume': { input: SystemJobsResumeInput; output: Done }
  'system.jobs.retry': { input: SystemJobsRetryInput; output: Done }
  'system.logLevel.get': { input: SystemLogLevelGetInput; output: LogLevel }
  'system.logLevel.set': { input: SystemLogLevelSetInput; output: LogLevel }
  'system.schedules.list': { input: SystemSchedulesListInput; output: ScheduleList }
  'system.schedules.run': { input: SystemSchedulesRunInput; output: Done }
  'system.schedules.runs': { input: SystemSchedulesRunsInput; output: JobRunPage }
  'system.sql.ask': { input: SystemSqlAskInput; output: SqlAnswer }
  'tax.categories.list': { input: TaxCategoriesListInput; output: TaxCategoryList }
  'tax.certificates.archive': { input: TaxCertificatesArchiveInput; output: Done }
  'tax.certificates.create': { input: TaxCertificatesCreateInput; output: TaxCertificate }
  'tax.certificates.list': { input: TaxCertificatesListInput; output: TaxCertificatePage }
  'tax.certificates.update': { input: TaxCertificatesUpdateInput; output: TaxCertificate }
  'tax.ids.list': { input: TaxIdsListInput; output: TaxIdCheckPage }
  'tax.rates.list': { input: TaxRatesListInput; output: TaxRatePage }
  'tax.rates.seedUnion': { input: TaxRatesSeedUnionInput; output: UnionRatesSet }
  'tax.rates.set': { input: TaxRatesSetInput; output: TaxRate }
  'tax.settings.get': { input: TaxSettingsGetInput; output: TaxSettings }
  'tax.settings.update': { input: TaxSettingsUpdateInput; output: TaxSettings }
  'tax.why': { input: TaxWhyInput; output: TaxExplained }
  'webhooks.deliveries.get': { input: WebhooksDeliveriesGetInput; output: WebhookDeliveryWithAttempts }
  'webhooks.deliveries.list': { input: WebhooksDeliveriesListInput; output: WebhookDeliveryPage }
  'webhooks.deliveries.redeliver': { input: WebhooksDeliveriesRedeliverInput; output: WebhookDelivery }
  'webhooks.deliveries.redeliverFailed': { input: WebhooksDeliveriesRedeliverFailedInput; output: WebhooksRedelivered }
  'webhooks.endpoints.get': { input: WebhooksEndpointsGetInput; output: WebhookEndpoint }
  'webhooks.endpoints.list': { input: WebhooksEndpointsListInput; output: WebhookEndpointPage }
  'webhooks.endpoints.remove': { input: WebhooksEndpointsRemoveInput; output: Done }
  'webhooks.endpoints.sendTest': { input: WebhooksEndpointsSendTestInput; output: WebhookDelivery }
  'webhooks.endpoints.update': { input: WebhooksEndpointsUpdateInput; output: WebhookEndpoint }
}

/** Every operation, by its id. */
export interface Client {
  browse: {
    admin: {
      /** Write what searches and lists find anew */
      reindex(input?: BrowseAdminReindexInput, options?: CallOptions): Promise<Done>
      /** Explain the rank of a product in a search */
      why(input: BrowseAdminWhyInput, options?: CallOptions): Promise<SearchRank>
    }
    /** What is in a bundle, and what can be chosen */
    bundle(input: BrowseBundleInput, options?: CallOptions): Promise<ProductBundle>
    /** Categories of the shop */
    categories(input?: BrowseCategoriesInput, options?: CallOptions): Promise<CategoryList>
    /** One category, with those above and below it */
    category(input: BrowseCategoryInput, options?: CallOptions): Promise<CategoryBranch>
    /** One collection */
    collection(input: BrowseCollectionInput, options?: CallOptions): Promise<Collection>
    /** Collections of the shop that are not empty */
    collections(input?: BrowseCollectionsInput, options?: CallOptions): Promise<CollectionList>
    engine: {
      /** How the search engine outside stands to the store */
      get(input?: BrowseEngineGetInput, options?: CallOptions): Promise<SearchEngineState>
      /** Fill the search engine outside anew */
      rebuild(input?: BrowseEngineRebuildInput, options?: CallOptions): Promise<SearchEngineState>
      /** Compare the search engine outside with the store, and mend what differs */
      reconcile(input?: BrowseEngineReconcileInput, options?: CallOptions): Promise<SearchEngineState>
    }
    placements: {
      /** What staff put first and last in searches */
      list(input?: BrowsePlacementsListInput, options?: CallOptions): Promise<SearchPlacementList>
      /** Pin products to the top of a search, or bury them */
      set(input: BrowsePlacementsSetInput, options?: CallOptions): Promise<SearchPlacements>
    }
    /** A product as its page will be, by a link that staff gave */
    preview(input: BrowsePreviewInput, options?: CallOptions): Promise<Product>
    /** One product, with all that can be chosen */
    product(input: BrowseProductInput, options?: CallOptions): Promise<Product>
    /** Products for sale */
    products(input?: BrowseProductsInput, options?: CallOptions): Promise<ProductCardPage>
    /** What is shown beside a product, and why */
    related(input: BrowseRelatedInput, options?: CallOptions): Promise<RelatedProducts>
    /** Find products */
    search(input?: BrowseSearchInput, options?: CallOptions): Promise<SearchResult>
    /** What might be meant while somebody is typing */
    suggest(input: BrowseSuggestInput, options?: CallOptions): Promise<Suggestions>
    synonyms: {
      /** Say that words mean the same */
      create(input: BrowseSynonymsCreateInput, options?: CallOptions): Promise<SearchSynonym>
      /** Words that mean the same to who searches */
      list(input?: BrowseSynonymsListInput, options?: CallOptions): Promise<SearchSynonymList>
      /** Say no longer that words mean the same */
      remove(input: BrowseSynonymsRemoveInput, options?: CallOptions): Promise<Done>
    }
    /** The variants of a product */
    variants(input: BrowseVariantsInput, options?: CallOptions): Promise<VariantPage>
    viewed: {
      /** Note that a product was looked at */
      add(input: BrowseViewedAddInput, options?: CallOptions): Promise<Done>
      /** Forget what was looked at */
      clear(input?: BrowseViewedClearInput, options?: CallOptions): Promise<Done>
      /** Products looked at last */
      list(input?: BrowseViewedListInput, options?: CallOptions): Promise<ViewedProducts>
    }
  }
  cart: {
    /** Put a bundle in the cart */
    addBundle(input: CartAddBundleInput, options?: CallOptions): Promise<Cart>
    /** Put things in the cart by their article numbers */
    addBySku(input: CartAddBySkuInput, options?: CallOptions): Promise<Cart>
    /** Enter a code for a promotion */
    addCode(input: CartAddCodeInput, options?: CallOptions): Promise<Cart>
    /** Put a variant in the cart */
    addItem(input: CartAddItemInput, options?: CallOptions): Promise<Cart>
    /** Empty the cart */
    clear(input: CartClearInput, options?: CallOptions): Promise<Cart>
    /** Start a cart */
    create(input?: CartCreateInput, options?: CallOptions): Promise<Cart>
    /** The caller’s present cart */
    current(input?: CartCurrentInput, options?: CallOptions): Promise<CurrentCart>
    /** How the cart can be delivered, and for how much */
    deliveryOffers(input: CartDeliveryOffersInput, options?: CallOptions): Promise<DeliveryOfferList>
    /** A cart, again after each change */
    follow(input: CartFollowInput, options?: StreamOptions): AsyncIterable<Cart>
    /** A cart with its totals and problems */
    get(input: CartGetInput, options?: CallOptions): Promise<Cart>
    /** Ask carriers what the cart costs to send */
    quoteDelivery(input: CartQuoteDeliveryInput, options?: CallOptions): Promise<DeliveryOfferList>
    /** Take a code out of the cart */
    removeCode(input: CartRemoveCodeInput, options?: CallOptions): Promise<Cart>
    /** Take a line out of the cart */
    removeItem(input: CartRemoveItemInput, options?: CallOptions): Promise<Cart>
    /** Set how many of a bundle are wanted */
    setBundleQuantity(input: CartSetBundleQuantityInput, options?: CallOptions): Promise<Cart>
    /** Set e-mail, addresses and delivery */
    setDetails(input: CartSetDetailsInput, options?: CallOptions): Promise<Cart>
    /** Move a cart to another market and its currency */
    setMarket(input: CartSetMarketInput, options?: CallOptions): Promise<MovedCart>
    /** Set how many of a line are wanted */
    setQuantity(input: CartSetQuantityInput, options?: CallOptions): Promise<Cart>
    /** Set the business that buys, by its tax id */
    setTaxId(input: CartSetTaxIdInput, options?: CallOptions): Promise<Cart>
    settings: {
      /** How the store deals with carts */
      get(input?: CartSettingsGetInput, options?: CallOptions): Promise<CartSettings>
      /** Change how the store deals with carts */
      update(input?: CartSettingsUpdateInput, options?: CallOptions): Promise<CartSettings>
    }
    /** Make a link to what is in a cart */
    share(input: CartShareInput, options?: CallOptions): Promise<CartLink>
    /** What somebody shared of their cart */
    shared(input: CartSharedInput, options?: CallOptions): Promise<SharedCart>
    /** Put what somebody shared into the cart */
    takeShared(input: CartTakeSharedInput, options?: CallOptions): Promise<SharedCartTaken>
  }
  catalog: {
    attributes: {
      /** Archive an attribute */
      archive(input: CatalogAttributesArchiveInput, options?: CallOptions): Promise<Done>
      /** Add an attribute, with its choices */
      create(input: CatalogAttributesCreateInput, options?: CallOptions): Promise<CatalogAttribute>
      /** What can be said of products, such as volume and material */
      list(input?: CatalogAttributesListInput, options?: CallOptions): Promise<CatalogAttributeList>
      /** Change an attribute */
      update(input: CatalogAttributesUpdateInput, options?: CallOptions): Promise<CatalogAttribute>
    }
    bundles: {
      /** What a bundle is made of */
      get(input: CatalogBundlesGetInput, options?: CallOptions): Promise<CatalogBundle>
      /** Make a bundle a variant like any */
      remove(input: CatalogBundlesRemoveInput, options?: CallOptions): Promise<Done>
      /** Say what a bundle is made of */
      set(input: CatalogBundlesSetInput, options?: CallOptions): Promise<CatalogBundle>
    }
    categories: {
      /** Archive a category */
      archive(input: CatalogCategoriesArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a category */
      create(input: CatalogCategoriesCreateInput, options?: CallOptions): Promise<CatalogCategory>
      /** All categories; `parentId` makes them a tree */
      list(input?: CatalogCategoriesListInput, options?: CallOptions): Promise<CatalogCategoryList>
      /** Move a category to another place in the tree */
      move(input: CatalogCategoriesMoveInput, options?: CallOptions): Promise<CatalogCategory>
      /** Change or move a category */
      update(input: CatalogCategoriesUpdateInput, options?: CallOptions): Promise<CatalogCategory>
    }
    collections: {
      /** Archive a collection */
      archive(input: CatalogCollectionsArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a collection */
      create(input: CatalogCollectionsCreateInput, options?: CallOptions): Promise<CatalogCollection>
      /** Collections by hand and by rule */
      list(input?: CatalogCollectionsListInput, options?: CallOptions): Promise<CatalogCollectionList>
      /** Set the products of a collection by hand, in their order */
      setProducts(input: CatalogCollectionsSetProductsInput, options?: CallOptions): Promise<CatalogCollection>
      /** Change a collection, or its rule */
      update(input: CatalogCollectionsUpdateInput, options?: CallOptions): Promise<CatalogCollection>
    }
    films: {
      /** Set the films of a product */
      set(input: CatalogFilmsSetInput, options?: CallOptions): Promise<CatalogProduct>
    }
    media: {
      /** Set the pictures of a product */
      set(input: CatalogMediaSetInput, options?: CallOptions): Promise<CatalogProduct>
    }
    options: {
      /** Add a value to an option */
      addValue(input: CatalogOptionsAddValueInput, options?: CallOptions): Promise<CatalogOption>
      /** Add an option, with its values */
      create(input: CatalogOptionsCreateInput, options?: CallOptions): Promise<CatalogOption>
      /** What products can be chosen by, such as colour and size */
      list(input?: CatalogOptionsListInput, options?: CallOptions): Promise<CatalogOptionList>
    }
    products: {
      /** Archive a product */
      archive(input: CatalogProductsArchiveInput, options?: CallOptions): Promise<CatalogProduct>
      /** Add a product, as a draft */
      create(input: CatalogProductsCreateInput, options?: CallOptions): Promise<CatalogProduct>
      /** One product with all its texts, variants and pictures */
      get(input: CatalogProductsGetInput, options?: CallOptions): Promise<CatalogProduct>
      /** The products of the store */
      list(input?: CatalogProductsListInput, options?: CallOptions): Promise<CatalogProductCardPage>
      /** Ask for a link to see a product before it is in the shop */
      preview(input: CatalogProductsPreviewInput, options?: CallOptions): Promise<ProductPreview>
      /** Show a product in the shop */
      publish(input: CatalogProductsPublishInput, options?: CallOptions): Promise<CatalogProduct>
      /** Restore an archived product, as a draft */
      restore(input: CatalogProductsRestoreInput, options?: CallOptions): Promise<CatalogProduct>
      /** Set when a product comes into the shop, and when it goes */
      schedule(input: CatalogProductsScheduleInput, options?: CallOptions): Promise<CatalogProduct>
      /** Take a product out of the shop */
      unpublish(input: CatalogProductsUnpublishInput, options?: CallOptions): Promise<CatalogProduct>
      /** Change a product */
      update(input: CatalogProductsUpdateInput, options?: CallOptions): Promise<CatalogProduct>
    }
    related: {
      /** What is shown beside a product by hand */
      list(input: CatalogRelatedListInput, options?: CallOptions): Promise<CatalogRelated>
      /** Set what is shown beside a product */
      set(input: CatalogRelatedSetInput, options?: CallOptions): Promise<CatalogRelated>
    }
    types: {
      /** Archive a type of products */
      archive(input: CatalogTypesArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a type of products */
      create(input: CatalogTypesCreateInput, options?: CallOptions): Promise<CatalogType>
      /** Types of products, with what is said of each */
      list(input?: CatalogTypesListInput, options?: CallOptions): Promise<CatalogTypeList>
      /** Change a type of products */
      update(input: CatalogTypesUpdateInput, options?: CallOptions): Promise<CatalogType>
    }
    variants: {
      /** Archive a variant */
      archive(input: CatalogVariantsArchiveInput, options?: CallOptions): Promise<Done>
      /** Make the variants of all combinations of values */
      combine(input: CatalogVariantsCombineInput, options?: CallOptions): Promise<VariantCombinations>
      /** Add a variant to a product */
      create(input: CatalogVariantsCreateInput, options?: CallOptions): Promise<CatalogVariant>
      /** The variants of a product */
      list(input: CatalogVariantsListInput, options?: CallOptions): Promise<CatalogVariantPage>
      /** Change a variant */
      update(input: CatalogVariantsUpdateInput, options?: CallOptions): Promise<CatalogVariant>
    }
  }
  content: {
    documents: {
      /** Archive a document */
      archive(input: ContentDocumentsArchiveInput, options?: CallOptions): Promise<ContentDocument>
      /** Begin a page, a journal entry, the home, or what stands in a slot */
      create(input: ContentDocumentsCreateInput, options?: CallOptions): Promise<ContentDocument>
      /** One document as staff work at it */
      get(input: ContentDocumentsGetInput, options?: CallOptions): Promise<ContentDocument>
      /** Pages, journal entries, the home and what stands in slots */
      list(input?: ContentDocumentsListInput, options?: CallOptions): Promise<DocumentCardPage>
      /** Ask for a link to see a draft as its page will be */
      preview(input: ContentDocumentsPreviewInput, options?: CallOptions): Promise<DocumentPreview>
      /** Show the draft of a document to shoppers */
      publish(input: ContentDocumentsPublishInput, options?: CallOptions): Promise<ContentDocument>
      /** Set when the draft is shown to shoppers, and when it goes */
      schedule(input: ContentDocumentsScheduleInput, options?: CallOptions): Promise<ContentDocument>
      /** Take a document out of the shop */
      unpublish(input: ContentDocumentsUnpublishInput, options?: CallOptions): Promise<ContentDocument>
      /** Change the draft of a document */
      update(input: ContentDocumentsUpdateInput, options?: CallOptions): Promise<ContentDocument>
    }
    /** The home of the shop, as its owner arranged it */
    home(input?: ContentHomeInput, options?: CallOptions): Promise<ShownDocument>
    /** The entries of the journal, the newest first */
    journal(input?: ContentJournalInput, options?: CallOptions): Promise<PostCardPage>
    menus: {
      /** The menus as they were written */
      list(input?: ContentMenusListInput, options?: CallOptions): Promise<MenuList>
      /** Write a menu */
      set(input: ContentMenusSetInput, options?: CallOptions): Promise<Menu>
    }
    /** The menus of the shop */
    navigation(input?: ContentNavigationInput, options?: CallOptions): Promise<Navigation>
    /** One page of the shop */
    page(input: ContentPageInput, options?: CallOptions): Promise<ShownDocument>
    /** One entry of the journal */
    post(input: ContentPostInput, options?: CallOptions): Promise<ShownDocument>
    /** A draft as its page will be, by a link that staff gave */
    preview(input: ContentPreviewInput, options?: CallOptions): Promise<ShownDocument>
    /** Where an old address leads */
    redirect(input: ContentRedirectInput, options?: CallOptions): Promise<RedirectTo>
    redirects: {
      /** Old addresses, and where they lead */
      list(input?: ContentRedirectsListInput, options?: CallOptions): Promise<LedOnPage>
      /** Say where old addresses lead */
      put(input: ContentRedirectsPutInput, options?: CallOptions): Promise<Done>
      /** Forget a redirect */
      remove(input: ContentRedirectsRemoveInput, options?: CallOptions): Promise<Done>
    }
    revisions: {
      /** The revisions of a document */
      list(input: ContentRevisionsListInput, options?: CallOptions): Promise<DocumentRevisionList>
      /** Make an earlier revision the draft again */
      restore(input: ContentRevisionsRestoreInput, options?: CallOptions): Promise<ContentDocument>
    }
    /** What the owner of the shop put in a slot of another page */
    slot(input: ContentSlotInput, options?: CallOptions): Promise<ShownDocument>
  }
  customers: {
    addressForms: {
      /** How addresses of a country are written */
      get(input: CustomersAddressFormsGetInput, options?: CallOptions): Promise<AddressForm>
    }
    addresses: {
      /** Keep an address */
      create(input: CustomersAddressesCreateInput, options?: CallOptions): Promise<SavedAddress>
      /** My address book */
      list(input?: CustomersAddressesListInput, options?: CallOptions): Promise<AddressBook>
      /** Remove a kept address */
      remove(input: CustomersAddressesRemoveInput, options?: CallOptions): Promise<Done>
      /** Change a kept address */
      update(input: CustomersAddressesUpdateInput, options?: CallOptions): Promise<SavedAddress>
    }
    companies: {
      /** Archive a company */
      archive(input: CustomersCompaniesArchiveInput, options?: CallOptions): Promise<Done>
      /** Put customers into a company, or take them out */
      changeMembers(input: CustomersCompaniesChangeMembersInput, options?: CallOptions): Promise<Company>
      /** Add a company */
      create(input: CustomersCompaniesCreateInput, options?: CallOptions): Promise<Company>
      /** A company with its members */
      get(input: CustomersCompaniesGetInput, options?: CallOptions): Promise<CompanyWithMembers>
      /** Companies, by name */
      list(input?: CustomersCompaniesListInput, options?: CallOptions): Promise<CompanyPage>
      /** Change a company */
      update(input: CustomersCompaniesUpdateInput, options?: CallOptions): Promise<Company>
    }
    /** A customer with their addresses */
    get(input: CustomersGetInput, options?: CallOptions): Promise<StaffCustomer>
    groups: {
      /** Archive a group of customers */
      archive(input: CustomersGroupsArchiveInput, options?: CallOptions): Promise<Done>
      /** Put customers into a group, or take them out */
      changeMembers(input: CustomersGroupsChangeMembersInput, options?: CallOptions): Promise<CustomerGroup>
      /** Add a group of customers */
      create(input: CustomersGroupsCreateInput, options?: CallOptions): Promise<CustomerGroup>
      /** Groups of customers, by name */
      list(input?: CustomersGroupsListInput, options?: CallOptions): Promise<CustomerGroupList>
    }
    /** The customers of the store */
    list(input?: CustomersListInput, options?: CallOptions): Promise<StaffCustomerCardPage>
    profile: {
      /** My profile */
      get(input?: CustomersProfileGetInput, options?: CallOptions): Promise<Profile>
      /** Change my profile */
      update(input?: CustomersProfileUpdateInput, options?: CallOptions): Promise<Profile>
    }
    /** Change what the store keeps of a customer */
    update(input: CustomersUpdateInput, options?: CallOptions): Promise<StaffCustomer>
  }
  delivery: {
    calendar: {
      /** On which days the store sends, and until when */
      get(input?: DeliveryCalendarGetInput, options?: CallOptions): Promise<DeliveryCalendar>
      /** Set on which days the store sends, and until when */
      set(input?: DeliveryCalendarSetInput, options?: CallOptions): Promise<DeliveryCalendar>
    }
    /** How a product would be delivered, when, and for how much */
    estimate(input: DeliveryEstimateInput, options?: CallOptions): Promise<DeliveryEstimateList>
    methods: {
      /** Archive a way of delivery */
      archive(input: DeliveryMethodsArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a way of delivery */
      create(input: DeliveryMethodsCreateInput, options?: CallOptions): Promise<DeliveryMethod>
      /** Ways of delivery in all zones */
      list(input?: DeliveryMethodsListInput, options?: CallOptions): Promise<DeliveryMethodList>
      /** Change a way of delivery */
      update(input: DeliveryMethodsUpdateInput, options?: CallOptions): Promise<DeliveryMethod>
    }
    profiles: {
      /** Archive a shipping profile */
      archive(input: DeliveryProfilesArchiveInput, options?: CallOptions): Promise<Done>
      /** Say which products are sent by a profile */
      assign(input: DeliveryProfilesAssignInput, options?: CallOptions): Promise<DeliveryProfile>
      /** Add a shipping profile */
      create(input: DeliveryProfilesCreateInput, options?: CallOptions): Promise<DeliveryProfile>
      /** Shipping profiles */
      list(input?: DeliveryProfilesListInput, options?: CallOptions): Promise<DeliveryProfileList>
      /** Change a shipping profile */
      update(input: DeliveryProfilesUpdateInput, options?: CallOptions): Promise<DeliveryProfile>
    }
    sizes: {
      /** How large variants are when packed */
      list(input: DeliverySizesListInput, options?: CallOptions): Promise<VariantSizeList>
      /** Set how large variants are when packed */
      set(input: DeliverySizesSetInput, options?: CallOptions): Promise<Done>
    }
    /** How a basket could be delivered, with what carriers ask for it now */
    tryCarriers(input: DeliveryTryCarriersInput, options?: CallOptions): Promise<DeliveryWhy>
    /** How a basket could be delivered, and why not otherwise */
    why(input: DeliveryWhyInput, options?: CallOptions): Promise<DeliveryWhy>
    zones: {
      /** Archive a zone */
      archive(input: DeliveryZonesArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a zone that is delivered to */
      create(input: DeliveryZonesCreateInput, options?: CallOptions): Promise<DeliveryZone>
      /** Zones that are delivered to */
      list(input?: DeliveryZonesListInput, options?: CallOptions): Promise<DeliveryZoneList>
      /** Change a zone that is delivered to */
      update(input: DeliveryZonesUpdateInput, options?: CallOptions): Promise<DeliveryZone>
    }
  }
  enquiries: {
    admin: {
      /** What people wrote to the shop */
      list(input?: EnquiriesAdminListInput, options?: CallOptions): Promise<StaffEnquiryPage>
    }
    /** What was written to the shop about an order */
    list(input: EnquiriesListInput, options?: CallOptions): Promise<EnquiryList>
    /** Write to the shop */
    write(input: EnquiriesWriteInput, options?: CallOptions): Promise<Enquiry>
    /** Write to the shop about an order */
    writeAbout(input: EnquiriesWriteAboutInput, options?: CallOptions): Promise<Enquiry>
  }
  exchange: {
    exports: {
      /** Export a resource to a file */
      create(input: ExchangeExportsCreateInput, options?: CallOptions): Promise<ExchangeRun>
    }
    imports: {
      /** Import a file */
      create(input: ExchangeImportsCreateInput, options?: CallOptions): Promise<ExchangeRun>
    }
    resources: {
      /** What can be imported and exported, and its columns */
      list(input?: ExchangeResourcesListInput, options?: CallOptions): Promise<ExchangeResourceList>
    }
    runs: {
      /** Cancel an import or export */
      cancel(input: ExchangeRunsCancelInput, options?: CallOptions): Promise<ExchangeRun>
      /** What is wrong with the rows of an import */
      faults(input: ExchangeRunsFaultsInput, options?: CallOptions): Promise<ExchangeFaultList>
      /** How far an import or export has come */
      get(input: ExchangeRunsGetInput, options?: CallOptions): Promise<ExchangeRun>
      /** Imports and exports, the newest first */
      list(input?: ExchangeRunsListInput, options?: CallOptions): Promise<ExchangeRunPage>
      /** What each operation of a large batch answered */
      results(input: ExchangeRunsResultsInput, options?: CallOptions): Promise<ExchangeResultList>
    }
  }
  fulfilment: {
    carriers: {
      /** Carriers that may tell of deliveries */
      list(input?: FulfilmentCarriersListInput, options?: CallOptions): Promise<CarrierHookList>
    }
    digital: {
      /** How a variant is handed over by files or keys */
      get(input: FulfilmentDigitalGetInput, options?: CallOptions): Promise<DigitalTerms>
      /** Hand a variant over by files or keys */
      set(input: FulfilmentDigitalSetInput, options?: CallOptions): Promise<DigitalTerms>
    }
    /** Files and licence keys of an order */
    handedOver(input: FulfilmentHandedOverInput, options?: CallOptions): Promise<HandedOver>
    keys: {
      /** Put licence keys into a pool */
      add(input: FulfilmentKeysAddInput, options?: CallOptions): Promise<DigitalTerms>
      /** Licence keys of a variant, newest first */
      list(input: FulfilmentKeysListInput, options?: CallOptions): Promise<LicenceKeyPage>
    }
    labels: {
      /** Buy a label for a parcel */
      buy(input: FulfilmentLabelsBuyInput, options?: CallOptions): Promise<ShippingLabel>
      /** Labels of a parcel */
      list(input: FulfilmentLabelsListInput, options?: CallOptions): Promise<ShippingLabelList>
      /** Give a label back */
      void(input: FulfilmentLabelsVoidInput, options?: CallOptions): Promise<ShippingLabel>
    }
    services: {
      /** Note that services of an order were rendered */
      render(input: FulfilmentServicesRenderInput, options?: CallOptions): Promise<Done>
    }
    shipments: {
      /** Send a parcel of an order */
      create(input: FulfilmentShipmentsCreateInput, options?: CallOptions): Promise<Shipment>
      /** Note that a parcel has arrived */
      deliver(input: FulfilmentShipmentsDeliverInput, options?: CallOptions): Promise<Shipment>
    }
    sources: {
      /** Where the goods of an order lie, and what of them is not there yet */
      list(input: FulfilmentSourcesListInput, options?: CallOptions): Promise<OrderSourceList>
    }
  }
  identity: {
    keys: {
      /** Make an API key */
      create(input: IdentityKeysCreateInput, options?: CallOptions): Promise<ApiKeyMade>
      /** An API key */
      get(input: IdentityKeysGetInput, options?: CallOptions): Promise<ApiKey>
      /** API keys */
      list(input?: IdentityKeysListInput, options?: CallOptions): Promise<ApiKeyPage>
      /** Revoke an API key */
      revoke(input: IdentityKeysRevokeInput, options?: CallOptions): Promise<ApiKey>
      /** Give an API key a new secret */
      rotate(input: IdentityKeysRotateInput, options?: CallOptions): Promise<ApiKeyMade>
      /** Change an API key */
      update(input: IdentityKeysUpdateInput, options?: CallOptions): Promise<ApiKey>
    }
    /** Log in */
    logIn(input: IdentityLogInInput, options?: CallOptions): Promise<Session>
    /** Log out */
    logOut(input?: IdentityLogOutInput, options?: CallOptions): Promise<Done>
    /** Who am I? */
    me(input?: IdentityMeInput, options?: CallOptions): Promise<Me>
    passkeys: {
      /** Keep a passkey of mine */
      add(input: IdentityPasskeysAddInput, options?: CallOptions): Promise<Passkey>
      /** Begin a passkey of mine */
      begin(input?: IdentityPasskeysBeginInput, options?: CallOptions): Promise<PasskeyCreation>
      /** Begin a log-in by passkey */
      beginLogIn(input?: IdentityPasskeysBeginLogInInput, options?: CallOptions): Promise<PasskeyRequest>
      /** Begin an account with a passkey */
      beginSignUp(input: IdentityPasskeysBeginSignUpInput, options?: CallOptions): Promise<PasskeyCreation>
      /** My passkeys */
      list(input?: IdentityPasskeysListInput, options?: CallOptions): Promise<PasskeyList>
      /** Log in by passkey */
      logIn(input: IdentityPasskeysLogInInput, options?: CallOptions): Promise<Session>
      /** Remove a passkey of mine */
      remove(input: IdentityPasskeysRemoveInput, options?: CallOptions): Promise<Done>
      /** Name a passkey of mine */
      rename(input: IdentityPasskeysRenameInput, options?: CallOptions): Promise<Passkey>
      /** Open an account with a passkey */
      signUp(input: IdentityPasskeysSignUpInput, options?: CallOptions): Promise<Session>
    }
    passwords: {
      /** Change my password */
      change(input: IdentityPasswordsChangeInput, options?: CallOptions): Promise<Done>
      /** Ask for the link to choose a new password */
      request(input: IdentityPasswordsRequestInput, options?: CallOptions): Promise<Done>
    }
    people: {
      /** A person with roles and open sessions */
      get(input: IdentityPeopleGetInput, options?: CallOptions): Promise<StaffPerson>
      /** Invite somebody to work here */
      invite(input: IdentityPeopleInviteInput, options?: CallOptions): Promise<StaffPerson>
      /** People with an account */
      list(input?: IdentityPeopleListInput, options?: CallOptions): Promise<StaffPersonCardPage>
      /** Let somebody in again */
      reinstate(input: IdentityPeopleReinstateInput, options?: CallOptions): Promise<StaffPerson>
      /** Shut somebody out */
      suspend(input: IdentityPeopleSuspendInput, options?: CallOptions): Promise<StaffPerson>
    }
    permissions: {
      /** All permissions there are */
      list(input?: IdentityPermissionsListInput, options?: CallOptions): Promise<PermissionList>
    }
    roles: {
      /** Set a role aside */
      archive(input: IdentityRolesArchiveInput, options?: CallOptions): Promise<Done>
      /** Make a role */
      create(input: IdentityRolesCreateInput, options?: CallOptions): Promise<Role>
      /** Give somebody a role */
      grant(input: IdentityRolesGrantInput, options?: CallOptions): Promise<StaffPerson>
      /** Roles and what they may do */
      list(input?: IdentityRolesListInput, options?: CallOptions): Promise<RoleList>
      /** Take a role from somebody */
      revoke(input: IdentityRolesRevokeInput, options?: CallOptions): Promise<StaffPerson>
      /** Change a role */
      update(input: IdentityRolesUpdateInput, options?: CallOptions): Promise<Role>
    }
    /** Set a password by the link from a mail */
    setPassword(input: IdentitySetPasswordInput, options?: CallOptions): Promise<Done>
    /** Open an account */
    signUp(input: IdentitySignUpInput, options?: CallOptions): Promise<Session>
    /** Begin as a guest */
    startGuest(input?: IdentityStartGuestInput, options?: CallOptions): Promise<Session>
  }
  inventory: {
    allocation: {
      /** By which rules goods are taken from places */
      get(input?: InventoryAllocationGetInput, options?: CallOptions): Promise<Allocation>
      /** Choose by which rule goods are taken from places */
      set(input: InventoryAllocationSetInput, options?: CallOptions): Promise<AllocationRuleSet>
    }
    channels: {
      /** From which places each channel sells */
      list(input?: InventoryChannelsListInput, options?: CallOptions): Promise<ChannelPlacesList>
      /** Choose from which places a channel sells */
      setPlaces(input: InventoryChannelsSetPlacesInput, options?: CallOptions): Promise<ChannelPlaces>
    }
    expected: {
      /** What is expected of some items, the soonest first */
      list(input: InventoryExpectedListInput, options?: CallOptions): Promise<ExpectedStockList>
    }
    items: {
      /** Say when goods leave that are sold before they are there */
      setPromise(input: InventoryItemsSetPromiseInput, options?: CallOptions): Promise<ItemPromise>
      /** Tell the pieces of an item apart by lots or serial numbers */
      setTracking(input: InventoryItemsSetTrackingInput, options?: CallOptions): Promise<StockItemTracking>
    }
    levels: {
      /** Stock, item by item */
      list(input?: InventoryLevelsListInput, options?: CallOptions): Promise<StockItemPage>
      /** Set safety stock, back-order limit and what is low */
      setLimits(input: InventoryLevelsSetLimitsInput, options?: CallOptions): Promise<StockLevel>
    }
    locations: {
      /** Add a place where stock lies */
      create(input: InventoryLocationsCreateInput, options?: CallOptions): Promise<StockLocation>
      /** Places where stock lies, in the order in which orders are filled from them */
      list(input?: InventoryLocationsListInput, options?: CallOptions): Promise<StockLocationList>
      /** Change a place where stock lies */
      update(input: InventoryLocationsUpdateInput, options?: CallOptions): Promise<StockLocation>
    }
    lots: {
      /** Lots and serial numbers */
      list(input?: InventoryLotsListInput, options?: CallOptions): Promise<LotPage>
      /** Recall a lot: none of it is sold any more */
      recall(input: InventoryLotsRecallInput, options?: CallOptions): Promise<Lot>
    }
    low: {
      /** What has run low */
      list(input?: InventoryLowListInput, options?: CallOptions): Promise<LowStockPage>
    }
    movements: {
      /** How counts came about */
      list(input?: InventoryMovementsListInput, options?: CallOptions): Promise<StockMovementPage>
    }
    purchases: {
      /** Cancel a purchase of which nothing has come */
      cancel(input: InventoryPurchasesCancelInput, options?: CallOptions): Promise<Purchase>
      /** Close a purchase of which nothing more will come */
      close(input: InventoryPurchasesCloseInput, options?: CallOptions): Promise<Purchase>
      /** Prepare a purchase from a supplier */
      create(input: InventoryPurchasesCreateInput, options?: CallOptions): Promise<Purchase>
      /** A purchase, and what of it has come */
      get(input: InventoryPurchasesGetInput, options?: CallOptions): Promise<Purchase>
      /** Purchases from suppliers */
      list(input?: InventoryPurchasesListInput, options?: CallOptions): Promise<PurchasePage>
      /** Note that a purchase was ordered */
      order(input: InventoryPurchasesOrderInput, options?: CallOptions): Promise<Purchase>
      /** Count in what has come of a purchase */
      receive(input: InventoryPurchasesReceiveInput, options?: CallOptions): Promise<Purchase>
      /** Change a purchase */
      update(input: InventoryPurchasesUpdateInput, options?: CallOptions): Promise<Purchase>
    }
    receipts: {
      /** What suppliers delivered, and what it cost */
      list(input?: InventoryReceiptsListInput, options?: CallOptions): Promise<GoodsReceiptPage>
    }
    /** Prove that counts equal their movements and reservations; mend them if asked to */
    reconcile(input?: InventoryReconcileInput, options?: CallOptions): Promise<StockReconciliation>
    stock: {
      /** Raise or lower a count */
      adjust(input: InventoryStockAdjustInput, options?: CallOptions): Promise<StockLevel>
      /** Set a count to what is there */
      count(input: InventoryStockCountInput, options?: CallOptions): Promise<StockLevel>
    }
    suppliers: {
      /** Archive a supplier */
      archive(input: InventorySuppliersArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a supplier */
      create(input: InventorySuppliersCreateInput, options?: CallOptions): Promise<Supplier>
      /** Suppliers by name */
      list(input?: InventorySuppliersListInput, options?: CallOptions): Promise<SupplierPage>
      /** Change a supplier */
      update(input: InventorySuppliersUpdateInput, options?: CallOptions): Promise<Supplier>
    }
    transfers: {
      /** Cancel a transfer of which nothing has arrived */
      cancel(input: InventoryTransfersCancelInput, options?: CallOptions): Promise<StockTransfer>
      /** Close a transfer of which something is missing */
      close(input: InventoryTransfersCloseInput, options?: CallOptions): Promise<StockTransfer>
      /** Plan a transfer from one place to another */
      create(input: InventoryTransfersCreateInput, options?: CallOptions): Promise<StockTransfer>
      /** A transfer, and what of it is on the way */
      get(input: InventoryTransfersGetInput, options?: CallOptions): Promise<StockTransfer>
      /** Transfers between places */
      list(input?: InventoryTransfersListInput, options?: CallOptions): Promise<StockTransferPage>
      /** Count in what has arrived of a transfer */
      receive(input: InventoryTransfersReceiveInput, options?: CallOptions): Promise<StockTransfer>
      /** Send a transfer on its way */
      send(input: InventoryTransfersSendInput, options?: CallOptions): Promise<StockTransfer>
      /** Change a transfer */
      update(input: InventoryTransfersUpdateInput, options?: CallOptions): Promise<StockTransfer>
    }
  }
  ledger: {
    proofs: {
      /** The nightly proofs of the books, newest first */
      list(input?: LedgerProofsListInput, options?: CallOptions): Promise<LedgerProofPage>
    }
    transactions: {
      /** The bookings of the ledger, newest first */
      list(input?: LedgerTransactionsListInput, options?: CallOptions): Promise<LedgerTransactionPage>
    }
  }
  media: {
    files: {
      /** One file with its smaller copies */
      get(input: MediaFilesGetInput, options?: CallOptions): Promise<MediaFile>
      /** Change a file’s name or the focus of a picture */
      update(input: MediaFilesUpdateInput, options?: CallOptions): Promise<MediaFile>
    }
    links: {
      /** Ask for a link to a file */
      create(input: MediaLinksCreateInput, options?: CallOptions): Promise<DownloadLink>
    }
    tickets: {
      /** Ask to upload a file */
      create(input: MediaTicketsCreateInput, options?: CallOptions): Promise<UploadTicket>
    }
    usage: {
      /** How much the store keeps, and may keep */
      get(input?: MediaUsageGetInput, options?: CallOptions): Promise<MediaUsage>
    }
  }
  messages: {
    suppressions: {
      /** Send no mail to an address */
      add(input: MessagesSuppressionsAddInput, options?: CallOptions): Promise<Suppression>
      /** Addresses that get no mail */
      list(input?: MessagesSuppressionsListInput, options?: CallOptions): Promise<SuppressionPage>
      /** Send mail to an address again */
      remove(input: MessagesSuppressionsRemoveInput, options?: CallOptions): Promise<Done>
    }
  }
  newsletter: {
    admin: {
      /** End the letters to somebody */
      end(input: NewsletterAdminEndInput, options?: CallOptions): Promise<Done>
      /** Who wants the newsletter */
      list(input?: NewsletterAdminListInput, options?: CallOptions): Promise<StaffSubscriptionPage>
    }
    /** Ask for the newsletter */
    ask(input: NewsletterAskInput, options?: CallOptions): Promise<Done>
    /** Show that the address for letters is mine */
    confirm(input: NewsletterConfirmInput, options?: CallOptions): Promise<Done>
    /** Get no more letters of the shop */
    end(input: NewsletterEndInput, options?: CallOptions): Promise<Done>
    /** Get no more letters of the shop */
    endMine(input?: NewsletterEndMineInput, options?: CallOptions): Promise<Done>
    /** Whether I get the newsletter */
    mine(input?: NewsletterMineInput, options?: CallOptions): Promise<MyNewsletter>
  }
  orders: {
    admin: {
      /** Cancel an order that has not shipped, and refund it */
      cancel(input: OrdersAdminCancelInput, options?: CallOptions): Promise<StaffOrder>
      /** An order with its whole history */
      get(input: OrdersAdminGetInput, options?: CallOptions): Promise<StaffOrder>
      /** The orders of the store */
      list(input?: OrdersAdminListInput, options?: CallOptions): Promise<StaffOrderCardPage>
      /** Place a customer’s cart for them */
      place(input: OrdersAdminPlaceInput, options?: CallOptions): Promise<StaffPlacement>
      /** Which orders got pieces of a lot */
      recall(input: OrdersAdminRecallInput, options?: CallOptions): Promise<LotOrderPage>
      /** Refund an order, whole or in part */
      refund(input: OrdersAdminRefundInput, options?: CallOptions): Promise<OrderRefunds>
      /** What a refund would give back */
      refundPreview(input: OrdersAdminRefundPreviewInput, options?: CallOptions): Promise<RefundPreview>
      /** What was sold: counts, sums and averages */
      summary(input: OrdersAdminSummaryInput, options?: CallOptions): Promise<SalesSummary>
      /** Which rates the taxes of an order came from */
      taxes(input: OrdersAdminTaxesInput, options?: CallOptions): Promise<OrderTaxes>
    }
    /** Cancel an order of which nothing was charged or sent */
    cancel(input: OrdersCancelInput, options?: CallOptions): Promise<Order>
    claims: {
      /** Take the orders of a proven address into my account */
      accept(input: OrdersClaimsAcceptInput, options?: CallOptions): Promise<Claimed>
      /** The orders that a link from the mail would take into an account */
      get(input: OrdersClaimsGetInput, options?: CallOptions): Promise<Claim>
      /** Ask for the link that takes a guest’s orders into an account */
      request(input: OrdersClaimsRequestInput, options?: CallOptions): Promise<Done>
    }
    /** An order, again after each change */
    follow(input: OrdersFollowInput, options?: StreamOptions): AsyncIterable<Order>
    /** An order */
    get(input: OrdersGetInput, options?: CallOptions): Promise<Order>
    /** The caller’s orders */
    list(input?: OrdersListInput, options?: CallOptions): Promise<OrderCardPage>
    past: {
      /** Orders from before this shop, as they were imported */
      list(input?: OrdersPastListInput, options?: CallOptions): Promise<PastOrderPage>
    }
    /** Pay an order that waits for its payment */
    pay(input: OrdersPayInput, options?: CallOptions): Promise<Placement>
    /** Place an order from a cart */
    place(input: OrdersPlaceInput, options?: CallOptions): Promise<Placement>
    /** Put what an order had in the cart again */
    reorder(input: OrdersReorderInput, options?: CallOptions): Promise<Reordered>
    /** Send the link of an order to its address */
    sendLink(input: OrdersSendLinkInput, options?: CallOptions): Promise<Done>
    settings: {
      /** How the store deals with orders */
      get(input?: OrdersSettingsGetInput, options?: CallOptions): Promise<OrderSettings>
      /** Change how the store deals with orders */
      update(input?: OrdersSettingsUpdateInput, options?: CallOptions): Promise<OrderSettings>
    }
  }
  payments: {
    admin: {
      /** Capture an authorised payment */
      capture(input: PaymentsAdminCaptureInput, options?: CallOptions): Promise<PaymentDetail>
      /** A payment with its refunds and its history */
      get(input: PaymentsAdminGetInput, options?: CallOptions): Promise<PaymentDetail>
      /** The payments of the store, newest first */
      list(input?: PaymentsAdminListInput, options?: CallOptions): Promise<PaymentPage>
      /** Refund a payment */
      refund(input: PaymentsAdminRefundInput, options?: CallOptions): Promise<PaymentRefund>
      /** Void what is not captured of a payment */
      void(input: PaymentsAdminVoidInput, options?: CallOptions): Promise<PaymentDetail>
    }
    inbox: {
      /** What payment providers told the store, newest first */
      list(input?: PaymentsInboxListInput, options?: CallOptions): Promise<PaymentInboxEntryPage>
      /** Handle a parked webhook again */
      retry(input: PaymentsInboxRetryInput, options?: CallOptions): Promise<PaymentInboxEntry>
    }
    /** The ways to pay */
    methods(input?: PaymentsMethodsInput, options?: CallOptions): Promise<PaymentMethodList>
  }
  pricing: {
    conversions: {
      /** Currencies whose prices follow by rate */
      list(input?: PricingConversionsListInput, options?: CallOptions): Promise<ConversionList>
      /** Let the prices of a currency no longer follow by rate */
      remove(input: PricingConversionsRemoveInput, options?: CallOptions): Promise<Done>
      /** Let the prices of a currency follow by rate */
      set(input: PricingConversionsSetInput, options?: CallOptions): Promise<Conversion>
    }
    deposits: {
      /** Archive a deposit */
      archive(input: PricingDepositsArchiveInput, options?: CallOptions): Promise<Done>
      /** Say which deposits go with a variant */
      assign(input: PricingDepositsAssignInput, options?: CallOptions): Promise<VariantDeposits>
      /** The deposits that go with a variant */
      assigned(input: PricingDepositsAssignedInput, options?: CallOptions): Promise<VariantDeposits>
      /** Add a deposit */
      create(input: PricingDepositsCreateInput, options?: CallOptions): Promise<Deposit>
      /** What is asked for bottles and the like */
      list(input?: PricingDepositsListInput, options?: CallOptions): Promise<DepositList>
      /** Change a deposit */
      update(input: PricingDepositsUpdateInput, options?: CallOptions): Promise<Deposit>
    }
    lists: {
      /** Archive a price list */
      archive(input: PricingListsArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a price list */
      create(input: PricingListsCreateInput, options?: CallOptions): Promise<PriceList>
      /** Price lists, first the ones that win */
      list(input?: PricingListsListInput, options?: CallOptions): Promise<PriceListList>
      /** Change a price list */
      update(input: PricingListsUpdateInput, options?: CallOptions): Promise<PriceList>
    }
    prices: {
      /** What a variant cost, and since when */
      history(input: PricingPricesHistoryInput, options?: CallOptions): Promise<PastPricePage>
      /** The prices of some variants in a list, in all currencies and from all quantities on */
      list(input: PricingPricesListInput, options?: CallOptions): Promise<VariantPriceList>
      /** Take prices away */
      remove(input: PricingPricesRemoveInput, options?: CallOptions): Promise<Done>
      /** Set prices of variants, in one or several lists */
      set(input: PricingPricesSetInput, options?: CallOptions): Promise<VariantPriceList>
      /** Why a variant costs what it costs */
      why(input: PricingPricesWhyInput, options?: CallOptions): Promise<PriceExplained>
    }
  }
  promotions: {
    /** Archive a promotion and its codes */
    archive(input: PromotionsArchiveInput, options?: CallOptions): Promise<Done>
    codes: {
      /** End a code */
      archive(input: PromotionsCodesArchiveInput, options?: CallOptions): Promise<Done>
      /** Add a code of your own words */
      create(input: PromotionsCodesCreateInput, options?: CallOptions): Promise<PromotionCode>
      /** Make many codes that nobody can guess */
      generate(input: PromotionsCodesGenerateInput, options?: CallOptions): Promise<PromotionCodes>
      /** The codes of a promotion */
      list(input: PromotionsCodesListInput, options?: CallOptions): Promise<PromotionCodePage>
    }
    /** Add a promotion */
    create(input: PromotionsCreateInput, options?: CallOptions): Promise<Promotion>
    /** A promotion with its counts */
    get(input: PromotionsGetInput, options?: CallOptions): Promise<Promotion>
    /** The promotions of the store */
    list(input?: PromotionsListInput, options?: CallOptions): Promise<PromotionPage>
    /** What promotions would do to a basket, and why */
    preview(input: PromotionsPreviewInput, options?: CallOptions): Promise<PromotionPreview>
    /** Change a promotion */
    update(input: PromotionsUpdateInput, options?: CallOptions): Promise<Promotion>
  }
  returns: {
    admin: {
      /** Let a buyer send goods back */
      approve(input: ReturnsAdminApproveInput, options?: CallOptions): Promise<StaffReturn>
      /** Close a return without money */
      close(input: ReturnsAdminCloseInput, options?: CallOptions): Promise<StaffReturn>
      /** Returns, the newest first */
      list(input?: ReturnsAdminListInput, options?: CallOptions): Promise<StaffReturnPage>
      /** Count in what came back */
      receive(input: ReturnsAdminReceiveInput, options?: CallOptions): Promise<StaffReturn>
      /** Refund what came back */
      refund(input: ReturnsAdminRefundInput, options?: CallOptions): Promise<StaffReturn>
      /** Refuse a return */
      refuse(input: ReturnsAdminRefuseInput, options?: CallOptions): Promise<StaffReturn>
    }
    /** What of an order is sent back, and what may be */
    list(input: ReturnsListInput, options?: CallOptions): Promise<OrderReturns>
    /** Ask to send goods of an order back */
    request(input: ReturnsRequestInput, options?: CallOptions): Promise<Return>
    /** Keep the goods after all */
    withdraw(input: ReturnsWithdrawInput, options?: CallOptions): Promise<Return>
  }
  reviews: {
    admin: {
      /** One review with all that staff need to judge it */
      get(input: ReviewsAdminGetInput, options?: CallOptions): Promise<StaffReview>
      /** Reviews, those that wait among them */
      list(input?: ReviewsAdminListInput, options?: CallOptions): Promise<StaffReviewPage>
      /** Publish or refuse a review */
      moderate(input: ReviewsAdminModerateInput, options?: CallOptions): Promise<StaffReview>
      /** Show a review before the others */
      pin(input: ReviewsAdminPinInput, options?: CallOptions): Promise<StaffReview>
      /** Answer a review in the shop’s name */
      reply(input: ReviewsAdminReplyInput, options?: CallOptions): Promise<StaffReview>
    }
    answers: {
      /** Answers to questions, those that wait among them */
      list(input?: ReviewsAnswersListInput, options?: CallOptions): Promise<StaffAnswerPage>
      /** Publish or refuse an answer */
      moderate(input: ReviewsAnswersModerateInput, options?: CallOptions): Promise<StaffAnswer>
    }
    /** What is said of a product */
    list(input: ReviewsListInput, options?: CallOptions): Promise<ReviewPage>
    /** What one has said of products oneself */
    mine(input?: ReviewsMineInput, options?: CallOptions): Promise<OwnReviewPage>
    /** One’s own review of a product */
    own(input: ReviewsOwnInput, options?: CallOptions): Promise<OwnOpinion>
    people: {
      /** Take a customer’s name out of what they wrote */
      forget(input: ReviewsPeopleForgetInput, options?: CallOptions): Promise<ForgottenWriter>
    }
    photos: {
      /** Ask to upload a photo for a review */
      create(input: ReviewsPhotosCreateInput, options?: CallOptions): Promise<UploadTicket>
    }
    questions: {
      /** Answer a question about what one has bought */
      answer(input: ReviewsQuestionsAnswerInput, options?: CallOptions): Promise<GivenAnswer>
      /** Ask something about a product */
      ask(input: ReviewsQuestionsAskInput, options?: CallOptions): Promise<AskedQuestion>
      /** What was asked about a product, and answered */
      list(input: ReviewsQuestionsListInput, options?: CallOptions): Promise<ProductQuestionPage>
      /** Publish or refuse a question */
      moderate(input: ReviewsQuestionsModerateInput, options?: CallOptions): Promise<StaffQuestion>
      /** Show a question before the others */
      pin(input: ReviewsQuestionsPinInput, options?: CallOptions): Promise<StaffQuestion>
      /** Questions, those that wait among them */
      queue(input?: ReviewsQuestionsQueueInput, options?: CallOptions): Promise<StaffQuestionPage>
      /** Answer a question in the shop’s name */
      reply(input: ReviewsQuestionsReplyInput, options?: CallOptions): Promise<StaffQuestion>
    }
    /** Take one’s own review away */
    remove(input: ReviewsRemoveInput, options?: CallOptions): Promise<Done>
    /** Ask staff to look at a review */
    report(input: ReviewsReportInput, options?: CallOptions): Promise<Done>
    settings: {
      /** How the store deals with reviews */
      get(input?: ReviewsSettingsGetInput, options?: CallOptions): Promise<ReviewSettings>
      /** Change how the store deals with reviews */
      update(input?: ReviewsSettingsUpdateInput, options?: CallOptions): Promise<ReviewSettings>
    }
    /** Say whether a review helped */
    vote(input: ReviewsVoteInput, options?: CallOptions): Promise<ReviewVotes>
    /** Say what one thinks of a product */
    write(input: ReviewsWriteInput, options?: CallOptions): Promise<OwnReview>
  }
  settings: {
    announcements: {
      /** End an announcement, or open the shop again */
      archive(input: SettingsAnnouncementsArchiveInput, options?: CallOptions): Promise<Announcement>
      /** Announce something to shoppers, or close the shop for maintenance */
      create(input: SettingsAnnouncementsCreateInput, options?: CallOptions): Promise<NewAnnouncement>
      /** Announcements, those to come and those that ended too */
      list(input?: SettingsAnnouncementsListInput, options?: CallOptions): Promise<AnnouncementList>
    }
    channels: {
      /** Add a sales channel */
      create(input: SettingsChannelsCreateInput, options?: CallOptions): Promise<Channel>
      /** Sales channels of the store */
      list(input?: SettingsChannelsListInput, options?: CallOptions): Promise<ChannelList>
    }
    currencies: {
      /** Currencies the store sells in, its own first */
      list(input?: SettingsCurrenciesListInput, options?: CallOptions): Promise<CurrencyList>
      /** Set the currencies the store sells in */
      set(input: SettingsCurrenciesSetInput, options?: CallOptions): Promise<CurrencyList>
    }
    locales: {
      /** Languages the store speaks, its own first */
      list(input?: SettingsLocalesListInput, options?: CallOptions): Promise<LocaleList>
      /** Set the languages the store speaks */
      set(input: SettingsLocalesSetInput, options?: CallOptions): Promise<LocaleList>
    }
    markets: {
      /** Add a market */
      create(input: SettingsMarketsCreateInput, options?: CallOptions): Promise<Market>
      /** Markets of the store: countries, currency and how tax is shown */
      list(input?: SettingsMarketsListInput, options?: CallOptions): Promise<MarketList>
      /** Change a market */
      update(input: SettingsMarketsUpdateInput, options?: CallOptions): Promise<Market>
    }
    seo: {
      /** What search engines are told of the store */
      get(input?: SettingsSeoGetInput, options?: CallOptions): Promise<SeoSettings>
      /** Change what search engines are told of the store */
      update(input?: SettingsSeoUpdateInput, options?: CallOptions): Promise<SeoSettings>
    }
    store: {
      /** The store’s own settings */
      get(input?: SettingsStoreGetInput, options?: CallOptions): Promise<Store>
      /** Change the store’s name, e-mail, time for returns or the foot of its pages */
      update(input?: SettingsStoreUpdateInput, options?: CallOptions): Promise<Store>
    }
    /** The store as shoppers meet it */
    storefront(input?: SettingsStorefrontInput, options?: CallOptions): Promise<Storefront>
  }
  system: {
    audit: {
      /** Who did what */
      list(input?: SystemAuditListInput, options?: CallOptions): Promise<AuditEntryPage>
    }
    errors: {
      /** Errors, grouped */
      list(input?: SystemErrorsListInput, options?: CallOptions): Promise<ErrorGroupList>
    }
    events: {
      /** The event log */
      list(input?: SystemEventsListInput, options?: CallOptions): Promise<LoggedEventPage>
    }
    /** How the store is */
    health(input?: SystemHealthInput, options?: CallOptions): Promise<Health>
    /** Prove that money, stock and orders are consistent */
    invariants(input?: SystemInvariantsInput, options?: CallOptions): Promise<InvariantReport>
    jobs: {
      /** Jobs that failed for good */
      dead(input?: SystemJobsDeadInput, options?: CallOptions): Promise<DeadJobList>
      /** Give a dead job up */
      discard(input: SystemJobsDiscardInput, options?: CallOptions): Promise<Done>
      /** The job queue */
      list(input?: SystemJobsListInput, options?: CallOptions): Promise<QueuedJobList>
      /** The job queue at a glance */
      overview(input?: SystemJobsOverviewInput, options?: CallOptions): Promise<JobOverview>
      /** Pause a task, or all of them */
      pause(input?: SystemJobsPauseInput, options?: CallOptions): Promise<Done>
      /** Resume what was paused */
      resume(input?: SystemJobsResumeInput, options?: CallOptions): Promise<Done>
      /** Try a dead job again */
      retry(input: SystemJobsRetryInput, options?: CallOptions): Promise<Done>
    }
    logLevel: {
      /** The level of the logs */
      get(input?: SystemLogLevelGetInput, options?: CallOptions): Promise<LogLevel>
      /** Change the level of the logs */
      set(input: SystemLogLevelSetInput, options?: CallOptions): Promise<LogLevel>
    }
    schedules: {
      /** What runs by the clock */
      list(input?: SystemSchedulesListInput, options?: CallOptions): Promise<ScheduleList>
      /** Run a scheduled job now */
      run(input: SystemSchedulesRunInput, options?: CallOptions): Promise<Done>
      /** How jobs ended */
      runs(input?: SystemSchedulesRunsInput, options?: CallOptions): Promise<JobRunPage>
    }
    sql: {
      /** Ask the database in SQL, reading only */
      ask(input: SystemSqlAskInput, options?: CallOptions): Promise<SqlAnswer>
    }
  }
  tax: {
    categories: {
      /** Kinds of goods that are taxed differently */
      list(input?: TaxCategoriesListInput, options?: CallOptions): Promise<TaxCategoryList>
    }
    certificates: {
      /** Take an exemption certificate back */
      archive(input: TaxCertificatesArchiveInput, options?: CallOptions): Promise<Done>
      /** Note an exemption certificate */
      create(input: TaxCertificatesCreateInput, options?: CallOptions): Promise<TaxCertificate>
      /** Exemption certificates, those that run out first */
      list(input?: TaxCertificatesListInput, options?: CallOptions): Promise<TaxCertificatePage>
      /** Change an exemption certificate */
      update(input: TaxCertificatesUpdateInput, options?: CallOptions): Promise<TaxCertificate>
    }
    ids: {
      /** What was asked about tax ids, and the answers */
      list(input?: TaxIdsListInput, options?: CallOptions): Promise<TaxIdCheckPage>
    }
    rates: {
      /** Tax rates by country */
      list(input?: TaxRatesListInput, options?: CallOptions): Promise<TaxRatePage>
      /** Set the VAT rates of the European Union */
      seedUnion(input: TaxRatesSeedUnionInput, options?: CallOptions): Promise<UnionRatesSet>
      /** Set a tax rate from a day on */
      set(input: TaxRatesSetInput, options?: CallOptions): Promise<TaxRate>
    }
    settings: {
      /** By which rules the store charges tax */
      get(input?: TaxSettingsGetInput, options?: CallOptions): Promise<TaxSettings>
      /** Change by which rules the store charges tax */
      update(input?: TaxSettingsUpdateInput, options?: CallOptions): Promise<TaxSettings>
    }
    /** Why an amount is taxed as it is */
    why(input: TaxWhyInput, options?: CallOptions): Promise<TaxExplained>
  }
  webhooks: {
    deliveries: {
      /** A webhook delivery and its attempts */
      get(input: WebhooksDeliveriesGetInput, options?: CallOptions): Promise<WebhookDeliveryWithAttempts>
      /** Webhook deliveries */
      list(input?: WebhooksDeliveriesListInput, options?: CallOptions): Promise<WebhookDeliveryPage>
      /** Send a webhook again */
      redeliver(input: WebhooksDeliveriesRedeliverInput, options?: CallOptions): Promise<WebhookDelivery>
      /** Send all webhooks again that were given up */
      redeliverFailed(input: WebhooksDeliveriesRedeliverFailedInput, options?: CallOptions): Promise<WebhooksRedelivered>
    }
    endpoints: {
      /** Add a webhook endpoint */
      create(input: WebhooksEndpointsCreateInput, options?: CallOptions): Promise<WebhookEndpointWithSecret>
      /** A webhook endpoint */
      get(input: WebhooksEndpointsGetInput, options?: CallOptions): Promise<WebhookEndpoint>
      /** Webhook endpoints */
      list(input?: WebhooksEndpointsListInput, options?: CallOptions): Promise<WebhookEndpointPage>
      /** Remove a webhook endpoint */
      remove(input: WebhooksEndpointsRemoveInput, options?: CallOptions): Promise<Done>
      /** Change the secret that signs webhooks */
      rotateSecret(input: WebhooksEndpointsRotateSecretInput, options?: CallOptions): Promise<WebhookEndpointWithSecret>
      /** Send a webhook to try */
      sendTest(input: WebhooksEndpointsSendTestInput, options?: CallOptions): Promise<WebhookDelivery>
      /** Change a webhook endpoint */
      update(input: WebhooksEndpointsUpdateInput, options?: CallOptions): Promise<WebhookEndpoint>
    }
  }
  wishlists: {
    alerts: {
      /** Show that the address for mails about my lists is mine */
      prove(input: WishlistsAlertsProveInput, options?: CallOptions): Promise<Done>
      /** Be told when a thing becomes cheaper or is there again */
      set(input: WishlistsAlertsSetInput, options?: CallOptions): Promise<WishlistAlerts>
      /** Get no more mails about my lists */
      stop(input: WishlistsAlertsStopInput, options?: CallOptions): Promise<Done>
    }
    items: {
      /** Put a product on a list */
      add(input: WishlistsItemsAddInput, options?: CallOptions): Promise<Wishlist>
      /** Take a product off all my lists */
      forget(input: WishlistsItemsForgetInput, options?: CallOptions): Promise<Done>
      /** Take a thing to another list */
      move(input: WishlistsItemsMoveInput, options?: CallOptions): Promise<Wishlist>
      /** Take a thing off a list */
      remove(input: WishlistsItemsRemoveInput, options?: CallOptions): Promise<Wishlist>
    }
    later: {
      /** Take what was set aside back into the cart */
      back(input: WishlistsLaterBackInput, options?: CallOptions): Promise<Cart>
      /** What I set aside from the cart */
      list(input?: WishlistsLaterListInput, options?: CallOptions): Promise<SavedItems>
      /** Set a line of the cart aside for later */
      put(input: WishlistsLaterPutInput, options?: CallOptions): Promise<Cart>
    }
    lists: {
      /** Make a list */
      create(input: WishlistsListsCreateInput, options?: CallOptions): Promise<Wishlist>
      /** One of my lists with all that is on it */
      get(input: WishlistsListsGetInput, options?: CallOptions): Promise<FullWishlist>
      /** My lists */
      list(input?: WishlistsListsListInput, options?: CallOptions): Promise<WishlistList>
      /** Remove a list */
      remove(input: WishlistsListsRemoveInput, options?: CallOptions): Promise<Done>
      /** Share a list by a link */
      share(input: WishlistsListsShareInput, options?: CallOptions): Promise<Wishlist>
      /** Share a list no more */
      unshare(input: WishlistsListsUnshareInput, options?: CallOptions): Promise<Wishlist>
      /** Rename a list, or make it the usual one */
      update(input: WishlistsListsUpdateInput, options?: CallOptions): Promise<Wishlist>
    }
    /** Products that are on my lists */
    marks(input?: WishlistsMarksInput, options?: CallOptions): Promise<WishlistMarks>
    /** A list that somebody shared */
    shared(input: WishlistsSharedInput, options?: CallOptions): Promise<SharedWishlist>
  }
  /** Do several operations in one request */
  batch: DoBatch<ShopOperations>
  admin: {
    /** Do several operations in one request */
    batch: DoBatch<AdminOperations>
  }
}
