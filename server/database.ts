/**
 * What the rows of every table hold, so that a query with a wrong table, column or value does not compile.
 *
 * Drawn by `npm run tables` from a migrated database; `npm run check` compares it. Nobody edits it. Each interface is
 * a row as Kysely sees it; `Selectable<CartLine>` is one that was read. Words come from the table's own checks.
 */
import type { ColumnType, GeneratedAlways } from 'kysely'

/** Read as `Date`; written as that or as text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** Read as what lies in it; written as JSON text. */
type Json = ColumnType<unknown, string, string>
/** May be left out when a row is added. */
type Generated<T> =
  T extends ColumnType<infer Read, infer Added, infer Changed>
    ? ColumnType<Read, Added | undefined, Changed>
    : ColumnType<T, T | undefined, T>

declare module './kit/db.ts' {
  interface Database {
    'browse.engine_due': BrowseEngineDue
    'browse.engine_state': BrowseEngineState
    'browse.entry': BrowseEntry
    'browse.list_price': BrowseListPrice
    'browse.placement': BrowsePlacement
    'browse.price': BrowsePrice
    'browse.progress': BrowseProgress
    'browse.rating': BrowseRating
    'browse.synonym': BrowseSynonym
    'browse.viewed': BrowseViewed
    'browse.word': BrowseWord
    'cart.bundle': CartBundle
    'cart.carrier_quote': CartCarrierQuote
    'cart.cart': Cart
    'cart.code': CartCode
    'cart.line': CartLine
    'cart.setting': CartSetting
    'cart.shared': CartShared
    'cart.shared_item': CartSharedItem
    'catalog.attribute': CatalogAttribute
    'catalog.attribute_choice': CatalogAttributeChoice
    'catalog.attribute_choice_text': CatalogAttributeChoiceText
    'catalog.attribute_text': CatalogAttributeText
    'catalog.bought_together': CatalogBoughtTogether
    'catalog.bundle': CatalogBundle
    'catalog.bundle_group': CatalogBundleGroup
    'catalog.bundle_group_text': CatalogBundleGroupText
    'catalog.bundle_part': CatalogBundlePart
    'catalog.category': CatalogCategory
    'catalog.category_slug_history': CatalogCategorySlugHistory
    'catalog.category_text': CatalogCategoryText
    'catalog.collection': CatalogCollection
    'catalog.collection_condition': CatalogCollectionCondition
    'catalog.collection_product': CatalogCollectionProduct
    'catalog.collection_slug_history': CatalogCollectionSlugHistory
    'catalog.collection_text': CatalogCollectionText
    'catalog.counted_together': CatalogCountedTogether
    'catalog.option': CatalogOption
    'catalog.option_text': CatalogOptionText
    'catalog.option_value': CatalogOptionValue
    'catalog.option_value_text': CatalogOptionValueText
    'catalog.product': CatalogProduct
    'catalog.product_attribute': CatalogProductAttribute
    'catalog.product_category': CatalogProductCategory
    'catalog.product_film': CatalogProductFilm
    'catalog.product_film_text': CatalogProductFilmText
    'catalog.product_media': CatalogProductMedia
    'catalog.product_media_text': CatalogProductMediaText
    'catalog.product_option': CatalogProductOption
    'catalog.product_text': CatalogProductText
    'catalog.product_type': CatalogProductType
    'catalog.product_type_attribute': CatalogProductTypeAttribute
    'catalog.related_product': CatalogRelatedProduct
    'catalog.slug_history': CatalogSlugHistory
    'catalog.variant': CatalogVariant
    'catalog.variant_value': CatalogVariantValue
    'content.address': ContentAddress
    'content.address_history': ContentAddressHistory
    'content.document': ContentDocument
    'content.menu': ContentMenu
    'content.redirect': ContentRedirect
    'content.revision': ContentRevision
    'customers.address': CustomersAddress
    'customers.company': CustomersCompany
    'customers.company_member': CustomersCompanyMember
    'customers.customer': CustomersCustomer
    'customers.customer_group': CustomersCustomerGroup
    'customers.group_member': CustomersGroupMember
    'delivery.calendar': DeliveryCalendar
    'delivery.holiday': DeliveryHoliday
    'delivery.method': DeliveryMethod
    'delivery.method_text': DeliveryMethodText
    'delivery.profile': DeliveryProfile
    'delivery.profile_product': DeliveryProfileProduct
    'delivery.rate': DeliveryRate
    'delivery.rate_range': DeliveryRateRange
    'delivery.size': DeliverySize
    'delivery.zone': DeliveryZone
    'delivery.zone_area': DeliveryZoneArea
    'enquiries.enquiry': EnquiriesEnquiry
    'exchange.fault': ExchangeFault
    'exchange.result': ExchangeResult
    'exchange.run': ExchangeRun
    'fulfilment.digital': FulfilmentDigital
    'fulfilment.digital_file': FulfilmentDigitalFile
    'fulfilment.download': FulfilmentDownload
    'fulfilment.history': FulfilmentHistory
    'fulfilment.label': FulfilmentLabel
    'fulfilment.licence_key': FulfilmentLicenceKey
    'fulfilment.shipment': FulfilmentShipment
    'fulfilment.shipment_line': FulfilmentShipmentLine
    'fulfilment.tracking': FulfilmentTracking
    'identity.answered_challenge': IdentityAnsweredChallenge
    'identity.api_key': IdentityApiKey
    'identity.api_key_secret': IdentityApiKeySecret
    'identity.passkey': IdentityPasskey
    'identity.password': IdentityPassword
    'identity.password_link': IdentityPasswordLink
    'identity.person': IdentityPerson
    'identity.person_role': IdentityPersonRole
    'identity.role': IdentityRole
    'identity.security_event': IdentitySecurityEvent
    'identity.session': IdentitySession
    'inventory.allocation': InventoryAllocation
    'inventory.channel_place': InventoryChannelPlace
    'inventory.item': InventoryItem
    'inventory.level': InventoryLevel
    'inventory.location': InventoryLocation
    'inventory.lot': InventoryLot
    'inventory.lot_level': InventoryLotLevel
    'inventory.lot_movement': InventoryLotMovement
    'inventory.low_stock': InventoryLowStock
    'inventory.movement': InventoryMovement
    'inventory.purchase': InventoryPurchase
    'inventory.purchase_line': InventoryPurchaseLine
    'inventory.receipt': InventoryReceipt
    'inventory.receipt_line': InventoryReceiptLine
    'inventory.reservation': InventoryReservation
    'inventory.supplier': InventorySupplier
    'inventory.transfer': InventoryTransfer
    'inventory.transfer_line': InventoryTransferLine
    'inventory.variant_item': InventoryVariantItem
    'kit.audit': KitAudit
    'kit.bucket': KitBucket
    'kit.cursor': KitCursor
    'kit.error_group': KitErrorGroup
    'kit.event': KitEvent
    'kit.external_ref': KitExternalRef
    'kit.handled': KitHandled
    'kit.idempotency': KitIdempotency
    'kit.job_run': KitJobRun
    'kit.log_level': KitLogLevel
    'kit.migration': KitMigration
    'kit.pause': KitPause
    'kit.schedule': KitSchedule
    'kit.snapshot': KitSnapshot
    'kit.worker': KitWorker
    'ledger.account': LedgerAccount
    'ledger.entry': LedgerEntry
    'ledger.proof': LedgerProof
    'ledger.transaction': LedgerTransaction
    'media.allowance': MediaAllowance
    'media.file': MediaFile
    'media.piece': MediaPiece
    'media.rendition': MediaRendition
    'media.ticket': MediaTicket
    'messages.mailbox': MessagesMailbox
    'messages.message': MessagesMessage
    'messages.suppression': MessagesSuppression
    'newsletter.subscription': NewsletterSubscription
    'orders.bundle': OrdersBundle
    'orders.claim_link': OrdersClaimLink
    'orders.deposit': OrdersDeposit
    'orders.discount': OrdersDiscount
    'orders.history': OrdersHistory
    'orders.invoice': OrdersInvoice
    'orders.line': OrdersLine
    'orders.number_counter': OrdersNumberCounter
    'orders.order': OrdersOrder
    'orders.past_line': OrdersPastLine
    'orders.past_order': OrdersPastOrder
    'orders.promise': OrdersPromise
    'orders.refund_part': OrdersRefundPart
    'orders.setting': OrdersSetting
    'orders.tax_line': OrdersTaxLine
    'payments.dispute': PaymentsDispute
    'payments.history': PaymentsHistory
    'payments.inbox': PaymentsInbox
    'payments.payment': PaymentsPayment
    'payments.reference': PaymentsReference
    'payments.refund': PaymentsRefund
    'payments.step': PaymentsStep
    'pricing.conversion': PricingConversion
    'pricing.deposit': PricingDeposit
    'pricing.deposit_price': PricingDepositPrice
    'pricing.deposit_text': PricingDepositText
    'pricing.list': PricingList
    'pricing.list_company': PricingListCompany
    'pricing.list_group': PricingListGroup
    'pricing.price': PricingPrice
    'pricing.price_history': PricingPriceHistory
    'pricing.variant_deposit': PricingVariantDeposit
    'promotions.code': PromotionsCode
    'promotions.customer_use': PromotionsCustomerUse
    'promotions.promotion': PromotionsPromotion
    'promotions.promotion_text': PromotionsPromotionText
    'promotions.redemption': PromotionsRedemption
    'promotions.sum': PromotionsSum
    'promotions.target': PromotionsTarget
    'promotions.tier': PromotionsTier
    'returns.history': ReturnsHistory
    'returns.line': ReturnsLine
    'returns.refund': ReturnsRefund
    'returns.return': ReturnsReturn
    'reviews.answer': ReviewsAnswer
    'reviews.photo': ReviewsPhoto
    'reviews.question': ReviewsQuestion
    'reviews.report': ReviewsReport
    'reviews.review': ReviewsReview
    'reviews.setting': ReviewsSetting
    'reviews.vote': ReviewsVote
    'settings.announcement': SettingsAnnouncement
    'settings.announcement_text': SettingsAnnouncementText
    'settings.channel': SettingsChannel
    'settings.currency': SettingsCurrency
    'settings.locale': SettingsLocale
    'settings.market': SettingsMarket
    'settings.seo': SettingsSeo
    'settings.store': SettingsStore
    'tax.category': TaxCategory
    'tax.certificate': TaxCertificate
    'tax.id_check': TaxIdCheck
    'tax.quote': TaxQuote
    'tax.rate': TaxRate
    'tax.setting': TaxSetting
    'webhooks.attempt': WebhooksAttempt
    'webhooks.delivery': WebhooksDelivery
    'webhooks.endpoint': WebhooksEndpoint
    'webhooks.progress': WebhooksProgress
    'wishlists.item': WishlistsItem
    'wishlists.list': WishlistsList
    'wishlists.reader': WishlistsReader
  }
}

export interface BrowseEngineDue {
  store_id: string
  product_id: string
  turn: number
}

export interface BrowseEngineState {
  store_id: string
  engine: string
  locales: string[]
  generation: Generated<number>
  left_over: Generated<boolean>
  ready_at: Moment | null
  filled_to: string | null
  steered: Generated<boolean>
  comparing: Generated<boolean>
  compared_at: Moment | null
  mended: Generated<number>
  held_until: Moment | null
  trouble: string | null
  updated_at: Moment
}

export interface BrowseEntry {
  store_id: string
  product_id: string
  published_at: Moment
  updated_at: Moment
  alike: GeneratedAlways<number>
  position: number
  sold: Generated<number>
  available: boolean
  featured: boolean
  locale: string
  currencies: string[]
  lowest: number[]
  highest: number[]
  name_words: string
  category_ids: string[]
  value_ids: string[]
  channel_ids: string[] | null
  available_in: Generated<string[]>
  name: string
  sort_name: string
  slug: string | null
  words: string
}

export interface BrowseListPrice {
  store_id: string
  product_id: string
  list_id: string
  currency: string
  lowest: number
  highest: number
  whole: boolean
}

export interface BrowsePlacement {
  store_id: string
  phrase: string
  product_id: string
  place: number | null
  created_at: Moment
}

export interface BrowsePrice {
  store_id: string
  product_id: string
  currency: string
  lowest: number
}

export interface BrowseProgress {
  store_id: string
  after_id: string | null
  written: Generated<number>
  whole_at: Moment | null
  stock_tx: string | null
  stock_event_id: string | null
  updated_at: Moment
}

export interface BrowseRating {
  store_id: string
  product_id: string
  stars_1: Generated<number>
  stars_2: Generated<number>
  stars_3: Generated<number>
  stars_4: Generated<number>
  stars_5: Generated<number>
  ratings: GeneratedAlways<number>
  average_hundredths: GeneratedAlways<number>
  updated_at: Moment
}

export interface BrowseSynonym {
  id: string
  store_id: string
  locale: string
  words: string[]
  created_at: Moment
}

export interface BrowseViewed {
  store_id: string
  viewer_id: string
  product_id: string
  seen_at: Moment
}

export interface BrowseWord {
  store_id: string
  locale: string
  word: string
}

export interface CartBundle {
  id: string
  store_id: string
  cart_id: string
  variant_id: string
  choice: string
  bundle_version: number
  quantity: number
  seen_amount: number
  created_at: Moment
}

export interface CartCarrierQuote {
  store_id: string
  cart_id: string
  carrier: string
  fingerprint: string
  rates: Json | null
  asked_at: Moment
}

export interface Cart {
  id: string
  store_id: string
  state: 'open' | 'completing' | 'completed' | 'abandoned' | 'merged'
  guest_id: string | null
  customer_id: string | null
  channel_id: string
  market_id: string
  currency: string
  locale: string
  email: string | null
  shipping_address: Json | null
  billing_address: Json | null
  delivery_method_id: string | null
  custom: Generated<Json>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  expires_at: Moment
  company_name: string | null
  tax_id: string | null
}

export interface CartCode {
  store_id: string
  cart_id: string
  code_id: string
  created_at: Moment
}

export interface CartLine {
  id: string
  store_id: string
  cart_id: string
  variant_id: string
  quantity: number
  seen_amount: number
  custom: Generated<Json>
  created_at: Moment
  seen_price_id: string | null
  seen_at: Moment | null
  bundle_id: string | null
}

export interface CartSetting {
  store_id: string
  price_hold_minutes: number
  version: Generated<number>
  updated_at: Moment
  merge_rule: Generated<'sum' | 'larger' | 'newest'>
}

export interface CartShared {
  id: string
  store_id: string
  token_hash: Buffer
  created_at: Moment
  expires_at: Moment
}

export interface CartSharedItem {
  store_id: string
  shared_id: string
  position: number
  variant_id: string
  quantity: number
  choice: string | null
}

export interface CatalogAttribute {
  id: string
  store_id: string
  key: string
  kind: 'text' | 'number' | 'flag' | 'day' | 'choice'
  unit: string | null
  filterable: Generated<boolean>
  searchable: Generated<boolean>
  position: Generated<number>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CatalogAttributeChoice {
  id: string
  store_id: string
  attribute_id: string
  key: string
  position: Generated<number>
}

export interface CatalogAttributeChoiceText {
  store_id: string
  choice_id: string
  locale: string
  name: string
}

export interface CatalogAttributeText {
  store_id: string
  attribute_id: string
  locale: string
  name: string
}

export interface CatalogBoughtTogether {
  store_id: string
  product_id: string
  other_id: string
  orders: number
  last_at: Moment
}

export interface CatalogBundle {
  variant_id: string
  store_id: string
  price: 'own' | 'sum'
  reduction_basis_points: Generated<number>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface CatalogBundleGroup {
  id: string
  store_id: string
  variant_id: string
  position: number
  minimum: number
  maximum: number
}

export interface CatalogBundleGroupText {
  store_id: string
  group_id: string
  locale: string
  name: string
}

export interface CatalogBundlePart {
  store_id: string
  variant_id: string
  group_id: string | null
  part_variant_id: string
  quantity: number
  position: number
}

export interface CatalogCategory {
  id: string
  store_id: string
  parent_id: string | null
  position: Generated<number>
  custom: Generated<Json>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CatalogCategorySlugHistory {
  store_id: string
  locale: string
  slug: string
  category_id: string
  replaced_at: Moment
}

export interface CatalogCategoryText {
  store_id: string
  category_id: string
  locale: string
  name: string
  slug: string
  description: Generated<string>
  live: Generated<boolean>
  meta_title: string | null
  meta_description: string | null
}

export interface CatalogCollection {
  id: string
  store_id: string
  kind: 'manual' | 'rule'
  matching: Generated<'all' | 'any'>
  position: Generated<number>
  fill_after: string | null
  custom: Generated<Json>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CatalogCollectionCondition {
  store_id: string
  collection_id: string
  position: number
  kind: 'every' | 'featured' | 'category' | 'type' | 'choice' | 'option_value' | 'number' | 'flag'
  category_id: string | null
  product_type_id: string | null
  attribute_id: string | null
  choice_id: string | null
  value_id: string | null
  lowest: number | null
  highest: number | null
  flag: boolean | null
  subject_id: GeneratedAlways<string>
}

export interface CatalogCollectionProduct {
  store_id: string
  collection_id: string
  product_id: string
  position: Generated<number>
}

export interface CatalogCollectionSlugHistory {
  store_id: string
  locale: string
  slug: string
  collection_id: string
  replaced_at: Moment
}

export interface CatalogCollectionText {
  store_id: string
  collection_id: string
  locale: string
  name: string
  slug: string
  description: Generated<string>
  live: Generated<boolean>
  meta_title: string | null
  meta_description: string | null
}

export interface CatalogCountedTogether {
  store_id: string
  confirmed_at: Moment
  order_id: string
  updated_at: Moment
}

export interface CatalogOption {
  id: string
  store_id: string
  key: string
  position: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CatalogOptionText {
  store_id: string
  option_id: string
  locale: string
  name: string
}

export interface CatalogOptionValue {
  id: string
  store_id: string
  option_id: string
  key: string
  swatch: string | null
  position: Generated<number>
}

export interface CatalogOptionValueText {
  store_id: string
  value_id: string
  locale: string
  name: string
}

export interface CatalogProduct {
  id: string
  store_id: string
  tax_category_id: string
  state: 'draft' | 'published'
  shippable: Generated<boolean>
  position: Generated<number>
  featured: Generated<boolean>
  custom: Generated<Json>
  version: Generated<number>
  published_at: Moment | null
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  product_type_id: string | null
  purged_at: Moment | null
  publish_at: Moment | null
  unpublish_at: Moment | null
  channel_ids: string[] | null
  is_bundle: Generated<boolean>
}

export interface CatalogProductAttribute {
  store_id: string
  product_id: string
  attribute_id: string
  kind: string
  position: Generated<number>
  words: string | null
  thousandths: number | null
  flag: boolean | null
  day: string | null
  choice_id: string | null
}

export interface CatalogProductCategory {
  store_id: string
  product_id: string
  category_id: string
  position: Generated<number>
}

export interface CatalogProductFilm {
  id: string
  store_id: string
  product_id: string
  file_id: string
  poster_id: string | null
  position: number
}

export interface CatalogProductFilmText {
  store_id: string
  product_film_id: string
  locale: string
  title: string
}

export interface CatalogProductMedia {
  id: string
  store_id: string
  product_id: string
  variant_id: string | null
  file_id: string
  position: Generated<number>
}

export interface CatalogProductMediaText {
  store_id: string
  product_media_id: string
  locale: string
  alt: string
}

export interface CatalogProductOption {
  store_id: string
  product_id: string
  option_id: string
  position: Generated<number>
}

export interface CatalogProductText {
  store_id: string
  product_id: string
  locale: string
  name: string
  slug: string
  subtitle: string | null
  description: Generated<string>
  facts: Generated<Json>
  live: Generated<boolean>
  meta_title: string | null
  meta_description: string | null
}

export interface CatalogProductType {
  id: string
  store_id: string
  key: string
  name: string
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CatalogProductTypeAttribute {
  store_id: string
  product_type_id: string
  attribute_id: string
  required: boolean
  position: Generated<number>
}

export interface CatalogRelatedProduct {
  store_id: string
  product_id: string
  related_id: string
  kind: 'accessory' | 'alternative' | 'related'
  position: number
}

export interface CatalogSlugHistory {
  store_id: string
  locale: string
  slug: string
  product_id: string
  replaced_at: Moment
}

export interface CatalogVariant {
  id: string
  store_id: string
  product_id: string
  sku: string
  position: Generated<number>
  weight_grams: Generated<number>
  custom: Generated<Json>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  min_quantity: Generated<number>
  max_quantity: number | null
  quantity_step: Generated<number>
  content_size: number | null
  content_unit: string | null
  per_size: number | null
  per_unit: string | null
}

export interface CatalogVariantValue {
  store_id: string
  product_id: string
  variant_id: string
  option_id: string
  value_id: string
}

export interface ContentAddress {
  store_id: string
  document_id: string
  locale: string
  slug: string
  live: Generated<boolean>
}

export interface ContentAddressHistory {
  store_id: string
  locale: string
  slug: string
  document_id: string
  replaced_at: Moment
}

export interface ContentDocument {
  id: string
  store_id: string
  kind: 'home' | 'page' | 'post' | 'slot'
  slot: string | null
  draft_revision: number
  published_revision: number | null
  tags: Generated<string[]>
  published_at: Moment | null
  publish_at: Moment | null
  unpublish_at: Moment | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface ContentMenu {
  store_id: string
  key: 'header' | 'footer'
  items: Json
  file_ids: string[]
  product_ids: string[]
  category_ids: string[]
  collection_ids: string[]
  document_ids: string[]
  version: Generated<number>
  updated_at: Moment
}

export interface ContentRedirect {
  id: string
  store_id: string
  from_path: string
  target: string
  target_path: string
  elsewhere: boolean
  status: number
  hits: Generated<number>
  last_hit_on: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface ContentRevision {
  store_id: string
  document_id: string
  number: number
  texts: Json
  blocks: Json
  cover: Json | null
  author: Generated<string>
  tags: Generated<string[]>
  file_ids: string[]
  product_ids: string[]
  category_ids: string[]
  collection_ids: string[]
  document_ids: string[]
  made_by: string
  made_at: Moment
}

export interface CustomersAddress {
  id: string
  store_id: string
  customer_id: string
  name: string
  company: string | null
  line1: string
  line2: string | null
  postal_code: string
  city: string
  region: string | null
  country: string
  phone: string | null
  is_default: Generated<boolean>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CustomersCompany {
  id: string
  store_id: string
  name: string
  tax_id: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface CustomersCompanyMember {
  store_id: string
  company_id: string
  customer_id: string
}

export interface CustomersCustomer {
  id: string
  store_id: string
  phone: string | null
  marketing: Generated<boolean>
  custom: Generated<Json>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  company_name: string | null
  tax_id: string | null
}

export interface CustomersCustomerGroup {
  id: string
  store_id: string
  key: string
  name: string
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  version: Generated<number>
}

export interface CustomersGroupMember {
  store_id: string
  group_id: string
  customer_id: string
}

export interface DeliveryCalendar {
  store_id: string
  cutoff_minute: Generated<number>
  working_days: Generated<number[]>
  version: Generated<number>
  updated_at: Moment
}

export interface DeliveryHoliday {
  store_id: string
  day: string
  name: string
}

export interface DeliveryMethod {
  id: string
  store_id: string
  zone_id: string
  key: string
  tax_category_id: string
  min_days: number
  max_days: number
  position: Generated<number>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  location_id: string | null
  combination: Generated<'sum' | 'dearest'>
  max_weight_grams: number | null
  max_length_mm: number | null
  max_volume_ccm: number | null
  max_items: number | null
  carrier: string | null
  carrier_service: string | null
  carrier_markup_basis_points: number | null
  carrier_answer_within_ms: number | null
}

export interface DeliveryMethodText {
  store_id: string
  method_id: string
  locale: string
  name: string
  description: Generated<string>
}

export interface DeliveryProfile {
  id: string
  store_id: string
  key: string
  name: string
  named_only: Generated<boolean>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface DeliveryProfileProduct {
  store_id: string
  profile_id: string
  product_id: string
}

export interface DeliveryRate {
  id: string
  store_id: string
  method_id: string
  currency: string
  amount: number
  free_from_amount: number | null
  profile_id: string | null
  measure: Generated<'none' | 'weight_grams' | 'volume_ccm' | 'value' | 'items'>
  up_to: number | null
}

export interface DeliveryRateRange {
  store_id: string
  rate_id: string
  from_measure: number
  amount: number
  step: number | null
  step_amount: number | null
}

export interface DeliverySize {
  store_id: string
  variant_id: string
  length_mm: number
  width_mm: number
  height_mm: number
}

export interface DeliveryZone {
  id: string
  store_id: string
  key: string
  name: string
  countries: string[]
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface DeliveryZoneArea {
  store_id: string
  zone_id: string
  position: number
  country: string
  region: string | null
  postal_from: string | null
  postal_to: string | null
  excluded: Generated<boolean>
}

export interface EnquiriesEnquiry {
  id: string
  store_id: string
  order_id: string | null
  name: string
  email: string
  locale: string
  subject: string
  body: string
  created_at: Moment
}

export interface ExchangeFault {
  store_id: string
  run_id: string
  position: number
  line: number
  column_name: string
  code: string
  message: string
}

export interface ExchangeResult {
  store_id: string
  run_id: string
  line: number
  key: string
  done: boolean
  output: Json | null
}

export interface ExchangeRun {
  id: string
  store_id: string
  kind: 'import' | 'export'
  resource: string
  format: 'csv' | 'json' | 'jsonl' | 'xlsx'
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  asked: Json
  asked_by: string
  file_id: string | null
  faults_file_id: string | null
  rows_done: Generated<number>
  rows_created: Generated<number>
  rows_changed: Generated<number>
  rows_same: Generated<number>
  rows_faulty: Generated<number>
  fault_count: Generated<number>
  failure_code: string | null
  failure_message: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  ended_at: Moment | null
}

export interface FulfilmentDigital {
  variant_id: string
  store_id: string
  download_limit: number | null
  link_days: number
  keys: 'none' | 'wait' | 'sold_out'
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface FulfilmentDigitalFile {
  store_id: string
  variant_id: string
  file_id: string
  position: number
}

export interface FulfilmentDownload {
  id: string
  store_id: string
  order_id: string
  order_line_id: string
  file_id: string
  downloads: Generated<number>
  download_limit: number | null
  expires_at: Moment
  revoked_at: Moment | null
  created_at: Moment
}

export interface FulfilmentHistory {
  id: string
  store_id: string
  shipment_id: string
  from_state: string | null
  to_state: string
  actor: string
  cause: string
  trace_id: string
  at: Moment
}

export interface FulfilmentLabel {
  id: string
  store_id: string
  shipment_id: string
  carrier: string
  service: string
  format: 'pdf' | 'zpl'
  state: 'asked' | 'bought' | 'refused' | 'voiding' | 'voided'
  carrier_label_id: string | null
  tracking_code: string | null
  tracking_url: string | null
  cost_amount: number | null
  currency: string
  file_id: string | null
  refused_code: string | null
  asked: Generated<number>
  ask_at: Moment | null
  created_at: Moment
  updated_at: Moment
}

export interface FulfilmentLicenceKey {
  id: string
  store_id: string
  variant_id: string
  sealed: Buffer
  fingerprint: Buffer
  ending: string
  state: 'free' | 'given' | 'revoked'
  order_id: string | null
  order_line_id: string | null
  created_at: Moment
  given_at: Moment | null
  revoked_at: Moment | null
}

export interface FulfilmentShipment {
  id: string
  store_id: string
  order_id: string
  state: 'planned' | 'picked' | 'packed' | 'shipped' | 'delivered' | 'cancelled' | 'lost' | 'returned_to_sender'
  carrier: string | null
  tracking_code: string | null
  tracking_url: string | null
  custom: Generated<Json>
  version: Generated<number>
  shipped_at: Moment | null
  delivered_at: Moment | null
  created_at: Moment
  updated_at: Moment
  returnable_until: Moment | null
  location_id: string | null
}

export interface FulfilmentShipmentLine {
  store_id: string
  order_id: string
  shipment_id: string
  order_line_id: string
  quantity: number
}

export interface FulfilmentTracking {
  id: string
  store_id: string
  shipment_id: string
  carrier: string
  kind: 'in_transit' | 'exception' | 'delivered' | 'returned'
  happened_at: Moment
  said: string
  told_at: Moment
}

export interface IdentityAnsweredChallenge {
  challenge_hash: Buffer
  store_id: string
  answered_at: Moment
  expires_at: Moment
}

export interface IdentityApiKey {
  id: string
  store_id: string
  name: string
  kind: 'secret' | 'publishable'
  prefix: string
  permissions: string[]
  maker_id: string
  plan: string
  origins: string[]
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  expires_at: Moment | null
  revoked_at: Moment | null
  last_used_at: Moment | null
}

export interface IdentityApiKeySecret {
  secret_hash: Buffer
  store_id: string
  key_id: string
  created_at: Moment
  ends_at: Moment | null
}

export interface IdentityPasskey {
  id: string
  store_id: string
  person_id: string
  credential_id: Buffer
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  backed_up: boolean
  created_at: Moment
  last_used_at: Moment | null
}

export interface IdentityPassword {
  person_id: string
  store_id: string
  hash: string
  seeded: Generated<boolean>
  changed_at: Moment
}

export interface IdentityPasswordLink {
  token_hash: Buffer
  store_id: string
  person_id: string
  created_at: Moment
  expires_at: Moment
  used_at: Moment | null
}

export interface IdentityPerson {
  id: string
  store_id: string
  email: string
  name: string
  locale: string
  state: 'invited' | 'active' | 'suspended'
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface IdentityPersonRole {
  store_id: string
  person_id: string
  role_id: string
  granted_at: Moment
  granted_by: string
}

export interface IdentityRole {
  id: string
  store_id: string
  key: string
  name: string
  permissions: string[]
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface IdentitySecurityEvent {
  id: string
  store_id: string
  person_id: string | null
  kind: string
  address: string
  trace_id: string
  at: Moment
}

export interface IdentitySession {
  id: string
  store_id: string
  token_hash: Buffer
  person_id: string | null
  guest_id: string
  created_at: Moment
  seen_at: Moment
  expires_at: Moment
  revoked_at: Moment | null
}

export interface InventoryAllocation {
  id: string
  store_id: string
  channel_id: string | null
  strategy: string
  version: Generated<number>
  updated_at: Moment
}

export interface InventoryChannelPlace {
  store_id: string
  channel_id: string
  location_id: string
}

export interface InventoryItem {
  id: string
  store_id: string
  sku: string
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  tracking: Generated<'none' | 'lot' | 'serial'>
  pre_order: Generated<boolean>
  ships_on: string | null
  version: Generated<number>
}

export interface InventoryLevel {
  store_id: string
  item_id: string
  location_id: string
  on_hand: Generated<number>
  reserved: Generated<number>
  safety_stock: Generated<number>
  backorder_limit: Generated<number>
  version: Generated<number>
  updated_at: Moment
  low_limit: number | null
  short: Generated<number>
}

export interface InventoryLocation {
  id: string
  store_id: string
  key: string
  name: string
  country: string
  position: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  lead_days: Generated<number>
  address: Json | null
  version: Generated<number>
}

export interface InventoryLot {
  id: string
  store_id: string
  item_id: string
  code: string
  single: boolean
  expires_on: string | null
  on_hand: Generated<number>
  recalled_at: Moment | null
  recall_reason: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface InventoryLotLevel {
  store_id: string
  lot_id: string
  item_id: string
  location_id: string
  on_hand: number
}

export interface InventoryLotMovement {
  store_id: string
  movement_id: string
  lot_id: string
  delta: number
}

export interface InventoryLowStock {
  id: string
  store_id: string
  item_id: string
  location_id: string
  since: Moment
  told_at: Moment | null
}

export interface InventoryMovement {
  id: string
  store_id: string
  item_id: string
  location_id: string
  delta: number
  reason: 'opening' | 'received' | 'counted' | 'damaged' | 'shipped' | 'returned' | 'corrected' | 'transferred' | 'expired' | 'recalled'
  subject_kind: string | null
  subject_id: string | null
  note: string | null
  actor: string
  cause: string
  trace_id: string
  at: Moment
}

export interface InventoryPurchase {
  id: string
  store_id: string
  number: number
  supplier_id: string
  location_id: string
  currency: string
  state: 'draft' | 'ordered' | 'receiving' | 'closed' | 'cancelled'
  reference: string | null
  expected_on: string | null
  over_percent: Generated<number>
  note: string | null
  version: Generated<number>
  ordered_at: Moment | null
  ended_at: Moment | null
  created_at: Moment
  updated_at: Moment
}

export interface InventoryPurchaseLine {
  store_id: string
  purchase_id: string
  item_id: string
  currency: string
  quantity: number
  received: Generated<number>
  unit_cost_amount: number
  expected_on: string | null
}

export interface InventoryReceipt {
  id: string
  store_id: string
  purchase_id: string
  reference: string | null
  note: string | null
  actor: string
  at: Moment
}

export interface InventoryReceiptLine {
  store_id: string
  receipt_id: string
  purchase_id: string
  item_id: string
  currency: string
  quantity: number
  unit_cost_amount: number
}

export interface InventoryReservation {
  id: string
  store_id: string
  holder_kind: string
  holder_id: string
  line_id: string
  item_id: string
  location_id: string
  quantity: number
  state: 'held' | 'confirmed' | 'consumed' | 'released' | 'expired'
  expires_at: Moment | null
  created_at: Moment
  updated_at: Moment
  fixed: Generated<boolean>
}

export interface InventorySupplier {
  id: string
  store_id: string
  name: string
  email: string | null
  lead_days: Generated<number>
  note: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface InventoryTransfer {
  id: string
  store_id: string
  number: number
  from_location_id: string
  to_location_id: string
  state: 'draft' | 'sent' | 'receiving' | 'closed' | 'cancelled'
  expected_on: string | null
  note: string | null
  version: Generated<number>
  sent_at: Moment | null
  ended_at: Moment | null
  created_at: Moment
  updated_at: Moment
}

export interface InventoryTransferLine {
  store_id: string
  transfer_id: string
  item_id: string
  quantity: number
  received: Generated<number>
  returned: Generated<number>
  lost: Generated<number>
}

export interface InventoryVariantItem {
  store_id: string
  variant_id: string
  item_id: string
  units: Generated<number>
}

export interface KitAudit {
  id: string
  store_id: string
  at: Moment
  actor: string
  operation: string
  subject: string | null
  subject_id: string | null
  before: Json | null
  after: Json | null
  address: string
  trace_id: string
  seal: Buffer | null
}

export interface KitBucket {
  key: string
  tokens: number
  at: Moment
}

export interface KitCursor {
  name: string
  tx: string
  event_id: string
  updated_at: Moment
}

export interface KitErrorGroup {
  fingerprint: Buffer
  name: string
  message: string
  place: string
  count: number
  first_at: Moment
  last_at: Moment
  last_trace: string | null
}

export interface KitEvent {
  id: string
  store_id: string
  tx: Generated<string>
  name: string
  payload: Json
  actor: string
  trace_id: string
  at: Moment
}

export interface KitExternalRef {
  store_id: string
  kind: string
  id: string
  system: string
  external_id: string
  created_at: Moment
}

export interface KitHandled {
  event_id: string
  reaction: string
  at: Moment
}

export interface KitIdempotency {
  store_id: string
  caller: string
  operation: string
  key: string
  body_hash: Buffer
  state: 'running' | 'done'
  resource_id: string | null
  response: Json | null
  created_at: Moment
}

export interface KitJobRun {
  id: string
  store_id: string | null
  job: string
  due_at: Moment
  began_at: Moment
  ended_at: Moment
  attempt: number
  outcome: 'done' | 'failed'
  error: string | null
  asked_by: string | null
  trace_id: string
}

export interface KitLogLevel {
  one: Generated<boolean>
  level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  until: Moment | null
  changed_by: string
  changed_at: Moment
}

export interface KitMigration {
  module: string
  name: string
  checksum: string
  applied_at: Moment
  contract: Generated<boolean>
}

export interface KitPause {
  store_id: string | null
  task: string | null
  reason: string | null
  paused_by: string
  paused_at: Moment
}

export interface KitSchedule {
  name: string
  last_at: Moment
  store_id: string | null
}

export interface KitSnapshot {
  store_id: string
  name: string
  version: number
}

export interface KitWorker {
  id: string
  seen_at: Moment
}

export interface LedgerAccount {
  id: string
  store_id: string
  code: string
  currency: string
  created_at: Moment
}

export interface LedgerEntry {
  store_id: string
  transaction_id: string
  position: number
  account_id: string
  currency: string
  amount: number
}

export interface LedgerProof {
  id: string
  store_id: string
  holds: boolean
  transactions: number
  entries: number
  balances: Json
  faults: Json
  at: Moment
}

export interface LedgerTransaction {
  id: string
  store_id: string
  currency: string
  kind: string
  reference: string
  subject_kind: string
  subject_id: string
  actor: string
  cause: string
  trace_id: string
  at: Moment
}

export interface MediaAllowance {
  store_id: string
  used_bytes: Generated<number>
  quota_bytes: Generated<number>
}

export interface MediaFile {
  id: string
  store_id: string
  storage_key: string
  name: string
  type: string
  bytes: number
  sha256: Buffer
  width: number | null
  height: number | null
  visibility: 'public' | 'private'
  state: 'ready' | 'refused'
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  version: Generated<number>
  focus_x: number | null
  focus_y: number | null
  awaits: Generated<string[]>
  tries: Generated<number>
  sources: Generated<Json>
  duration_ms: number | null
  source: string | null
}

export interface MediaPiece {
  store_id: string
  ticket_id: string
  at_byte: number
  bytes: number
  storage_key: string
}

export interface MediaRendition {
  store_id: string
  file_id: string
  width: number
  height: number
  type: string
  storage_key: string
  bytes: number
  created_at: Moment
}

export interface MediaTicket {
  id: string
  store_id: string
  token_hash: Buffer
  name: string
  type: string
  max_bytes: number
  visibility: 'public' | 'private'
  file_id: string | null
  expires_at: Moment
  created_at: Moment
  received_bytes: Generated<number>
}

export interface MessagesMailbox {
  id: string
  store_id: string
  recipient: string
  subject: string
  body_text: string
  body_html: string
  at: Moment
}

export interface MessagesMessage {
  id: string
  store_id: string
  channel: string
  template: string
  dedupe_key: string
  recipient_hash: Buffer
  sealed: Buffer | null
  state: 'queued' | 'sent' | 'failed' | 'suppressed'
  attempts: Generated<number>
  last_error: string | null
  subject_kind: string | null
  subject_id: string | null
  queued_at: Moment
  due_at: Moment
  sent_at: Moment | null
}

export interface MessagesSuppression {
  store_id: string
  recipient_hash: Buffer
  reason: 'bounce' | 'complaint' | 'refused' | 'wish'
  created_at: Moment
  id: string
  sealed: Buffer | null
  note: string | null
  added_by: string
}

export interface NewsletterSubscription {
  id: string
  store_id: string
  email: string | null
  email_hash: Buffer | null
  person_id: string | null
  locale: string
  wording: string
  asked_at: Moment
  confirmed_at: Moment | null
  ended_at: Moment | null
  ended_by: 'link' | 'account' | 'staff' | null
  mails: Generated<number>
  mailed_at: Moment
  state: GeneratedAlways<'asked' | 'confirmed' | 'ended'>
}

export interface OrdersBundle {
  id: string
  store_id: string
  order_id: string
  currency: string
  position: number
  product_id: string
  variant_id: string
  sku: string
  name: string
  slug: string
  quantity: number
  unit_amount: number
  separately_amount: number
  reduction_amount: number
}

export interface OrdersClaimLink {
  token_hash: Buffer
  store_id: string
  email: string
  created_at: Moment
  expires_at: Moment
  used_at: Moment | null
  used_by: string | null
}

export interface OrdersDeposit {
  id: string
  store_id: string
  order_id: string
  line_id: string
  deposit_id: string
  currency: string
  position: number
  name: string
  quantity: number
  unit_amount: number
  tax_relief_amount: number
  total_amount: number
  tax_name: string
  tax_rate_basis_points: number
  tax_amount: number
  tax_parts: Json
}

export interface OrdersDiscount {
  store_id: string
  order_id: string
  position: number
  promotion_id: string
  code: string | null
  name: string
  currency: string
  amount: number
}

export interface OrdersHistory {
  id: string
  store_id: string
  order_id: string
  kind: string
  from_state: string | null
  to_state: string | null
  facts: Generated<Json>
  public: boolean
  actor: string
  cause: string
  trace_id: string
  at: Moment
}

export interface OrdersInvoice {
  id: string
  store_id: string
  order_id: string
  year: number
  number: number
  prefix: string
  seller: Json
  buyer: Json
  total_amount: number
  currency: string
  issued_at: Moment
}

export interface OrdersLine {
  id: string
  store_id: string
  order_id: string
  currency: string
  position: number
  product_id: string
  variant_id: string
  sku: string
  name: string
  slug: string
  options: Json
  picture: Json | null
  quantity: number
  unit_amount: number
  discount_amount: Generated<number>
  total_amount: number
  tax_name: string
  tax_rate_basis_points: number
  tax_amount: number
  price_id: string
  quantity_shipped: Generated<number>
  quantity_delivered: Generated<number>
  quantity_cancelled: Generated<number>
  quantity_returned: Generated<number>
  custom: Generated<Json>
  shippable: Generated<boolean>
  priced_at: Moment | null
  bundle_id: string | null
  tax_parts: Generated<Json>
  tax_relief_amount: Generated<number>
}

export interface OrdersNumberCounter {
  store_id: string
  first: number
  last: number
}

export interface OrdersOrder {
  id: string
  store_id: string
  number: number | null
  cart_id: string
  state: 'draft' | 'pending' | 'confirmed' | 'on_hold' | 'completed' | 'cancelled' | 'expired' | 'archived'
  customer_id: string | null
  guest_id: string | null
  access_hash: Buffer
  email: string
  channel_id: string
  market_id: string
  locale: string
  currency: string
  prices_include_tax: boolean
  tax_rounding: 'line' | 'total'
  subtotal_amount: number
  delivery_amount: number
  discount_amount: Generated<number>
  delivery_tax_amount: Generated<number>
  tax_amount: number
  total_amount: number
  shipping_address: Json | null
  billing_address: Json
  delivery: Json | null
  custom: Generated<Json>
  hold_until: Moment | null
  cancel_reason: string | null
  version: Generated<number>
  placed_at: Moment
  confirmed_at: Moment | null
  closed_at: Moment | null
  created_at: Moment
  updated_at: Moment
  link_series: Generated<number>
  link_renewed_at: Moment | null
  delivery_discount_amount: Generated<number>
  company_name: string | null
  tax_id: string | null
  tax_decision: Json | null
  tax_relief_amount: Generated<number>
  delivery_tax_relief_amount: Generated<number>
  deposit_amount: Generated<number>
}

export interface OrdersPastLine {
  store_id: string
  past_order_id: string
  currency: string
  position: number
  sku: string
  name: string
  quantity: number
  unit_amount: number
}

export interface OrdersPastOrder {
  id: string
  store_id: string
  number: string
  state: 'confirmed' | 'on_hold' | 'completed' | 'cancelled' | 'archived'
  email: string
  name: string | null
  country: string | null
  currency: string
  prices_include_tax: boolean
  subtotal_amount: number
  delivery_amount: number
  discount_amount: number
  tax_amount: number
  total_amount: number
  placed_at: Moment
  created_at: Moment
  deposit_amount: Generated<number>
  tax_relief_amount: Generated<number>
}

export interface OrdersPromise {
  store_id: string
  order_id: string
  line_id: string
  kind: 'pre_order' | 'back_order'
  quantity: number
  ships_on: string | null
}

export interface OrdersRefundPart {
  store_id: string
  order_id: string
  refund_id: string
  position: number
  line_id: string | null
  currency: string
  quantity: number
  amount: number
  tax_amount: number
  restock: 'none' | 'cancel' | 'return'
  location_id: string | null
  deposit_id: string | null
}

export interface OrdersSetting {
  store_id: string
  link_days: number
  return_days: number
  delivered_after_days: number | null
  version: Generated<number>
  updated_at: Moment
  seller: Json | null
  invoice_prefix: Generated<string>
  invoices_from: Moment | null
}

export interface OrdersTaxLine {
  store_id: string
  order_id: string
  position: number
  name: string
  rate_basis_points: number
  base_amount: number
  tax_amount: number
  rate_hundredths: Generated<number>
}

export interface PaymentsDispute {
  id: string
  store_id: string
  payment_id: string
  currency: string
  provider_reference: string
  amount: number
  state: 'open' | 'won' | 'lost'
  reason: string
  opened_at: Moment
  closed_at: Moment | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface PaymentsHistory {
  id: string
  store_id: string
  payment_id: string
  from_state: string | null
  to_state: string
  actor: string
  cause: string
  trace_id: string
  at: Moment
}

export interface PaymentsInbox {
  id: string
  store_id: string
  provider: string
  event_id: string
  fact: Json
  state: 'received' | 'handled' | 'parked' | 'ignored'
  reason: string | null
  attempts: Generated<number>
  next_at: Moment | null
  received_at: Moment
  handled_at: Moment | null
}

export interface PaymentsPayment {
  id: string
  store_id: string
  provider: string
  provider_reference: string | null
  payable_kind: string
  payable_id: string
  currency: string
  amount: number
  capture: 'automatic' | 'manual'
  state: 'created' | 'requires_action' | 'processing' | 'authorised' | 'part_captured' | 'captured' | 'failed' | 'cancelled' | 'expired' | 'voided' | 'disputed' | 'won' | 'lost'
  unknown_since: Moment | null
  unknown_step: string | null
  ask_at: Moment | null
  asked: Generated<number>
  authorised_amount: Generated<number>
  captured_amount: Generated<number>
  refunded_amount: Generated<number>
  provider_version: Generated<number>
  decline_code: string | null
  next_url: string | null
  return_url: string
  cancel_url: string
  paid_at: Moment | null
  provider_paid_at: Moment | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  method: string
  fee_amount: Generated<number>
  disputed_amount: Generated<number>
}

export interface PaymentsReference {
  store_id: string
  provider: string
  reference: string
  kind: string
  payment_id: string
  noted_at: Moment
}

export interface PaymentsRefund {
  id: string
  store_id: string
  payment_id: string
  currency: string
  amount: number
  state: 'approved' | 'sent' | 'succeeded' | 'failed'
  unknown_since: Moment | null
  ask_at: Moment | null
  asked: Generated<number>
  provider_reference: string | null
  decline_code: string | null
  reason: string
  actor: string
  trace_id: string
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface PaymentsStep {
  id: string
  store_id: string
  payment_id: string
  currency: string
  kind: 'capture' | 'void'
  amount: number | null
  state: 'asked' | 'done' | 'refused'
  code: string | null
  ask_at: Moment | null
  asked: Generated<number>
  actor: string
  cause: string
  trace_id: string
  created_at: Moment
  updated_at: Moment
}

export interface PricingConversion {
  store_id: string
  currency: string
  rate_billionths: number
  rounding: 'nearest' | 'up' | 'down'
  step: number
  after_id: string | null
  ending: Generated<boolean>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface PricingDeposit {
  id: string
  store_id: string
  key: string
  tax_category_id: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface PricingDepositPrice {
  store_id: string
  deposit_id: string
  currency: string
  amount: number
}

export interface PricingDepositText {
  store_id: string
  deposit_id: string
  locale: string
  name: string
}

export interface PricingList {
  id: string
  store_id: string
  key: string
  name: string
  priority: Generated<number>
  starts_at: Moment | null
  ends_at: Moment | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  channel_id: string | null
}

export interface PricingListCompany {
  store_id: string
  list_id: string
  company_id: string
}

export interface PricingListGroup {
  store_id: string
  list_id: string
  group_id: string
}

export interface PricingPrice {
  id: string
  store_id: string
  list_id: string
  variant_id: string
  currency: string
  min_quantity: Generated<number>
  amount: number
  compare_at_amount: number | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  derived: Generated<boolean>
}

export interface PricingPriceHistory {
  id: string
  store_id: string
  price_id: string
  variant_id: string
  currency: string
  amount: number
  compare_at_amount: number | null
  actor: string
  cause: string
  trace_id: string
  at: Moment
  list_id: string | null
  min_quantity: Generated<number>
  removed: Generated<boolean>
}

export interface PricingVariantDeposit {
  store_id: string
  variant_id: string
  deposit_id: string
  count: number
}

export interface PromotionsCode {
  id: string
  store_id: string
  promotion_id: string
  code: string
  usage_limit: number | null
  used: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface PromotionsCustomerUse {
  store_id: string
  promotion_id: string
  who: string
  used: number
}

export interface PromotionsPromotion {
  id: string
  store_id: string
  kind: 'percentage' | 'amount' | 'free_delivery' | 'buy_x_get_y' | 'tiers'
  needs_code: boolean
  exclusive: boolean
  priority: Generated<number>
  basis_points: number | null
  buy_quantity: number | null
  get_quantity: number | null
  minimum_quantity: number | null
  first_order_only: Generated<boolean>
  channel_ids: Generated<string[]>
  usage_limit: number | null
  customer_limit: number | null
  used: Generated<number>
  starts_at: Moment | null
  ends_at: Moment | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  group_ids: Generated<string[]>
}

export interface PromotionsPromotionText {
  store_id: string
  promotion_id: string
  locale: string
  name: string
}

export interface PromotionsRedemption {
  store_id: string
  holder_kind: string
  holder_id: string
  promotion_id: string
  code_id: string | null
  currency: string
  amount: number
  who: string[]
  state: 'used' | 'released'
  created_at: Moment
  released_at: Moment | null
}

export interface PromotionsSum {
  store_id: string
  promotion_id: string
  currency: string
  off_amount: number | null
  minimum_amount: number | null
  budget_amount: number | null
  spent_amount: Generated<number>
}

export interface PromotionsTarget {
  store_id: string
  promotion_id: string
  position: number
  product_id: string | null
  category_id: string | null
  collection_id: string | null
}

export interface PromotionsTier {
  store_id: string
  promotion_id: string
  position: number
  from_quantity: number | null
  from_amount: number | null
  currency: string | null
  basis_points: number
}

export interface ReturnsHistory {
  id: string
  store_id: string
  return_id: string
  from_state: string | null
  to_state: string
  actor: string
  cause: string
  trace_id: string
  at: Moment
}

export interface ReturnsLine {
  store_id: string
  order_id: string
  return_id: string
  order_line_id: string
  quantity: number
  reason: 'changed_mind' | 'does_not_fit' | 'not_as_described' | 'damaged' | 'faulty' | 'wrong_item' | 'too_late' | 'other'
  quantity_received: Generated<number>
  quantity_restocked: Generated<number>
}

export interface ReturnsRefund {
  store_id: string
  return_id: string
  refund_id: string
}

export interface ReturnsReturn {
  id: string
  store_id: string
  order_id: string
  state: 'requested' | 'approved' | 'refused' | 'withdrawn' | 'in_transit' | 'received' | 'inspected' | 'closed' | 'lapsed'
  note: string
  answer: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface ReviewsAnswer {
  id: string
  store_id: string
  question_id: string
  by_staff: boolean
  writer_hash: Buffer | null
  customer_id: string | null
  author_name: string
  body: string
  state: 'pending' | 'published' | 'refused'
  refusal: string | null
  version: Generated<number>
  published_at: Moment | null
  created_at: Moment
  updated_at: Moment
}

export interface ReviewsPhoto {
  store_id: string
  review_id: string
  file_id: string
  shown_id: string | null
  position: number
}

export interface ReviewsQuestion {
  id: string
  store_id: string
  product_id: string
  customer_id: string | null
  email: string | null
  author_name: string
  locale: string
  body: string
  state: 'pending' | 'published' | 'refused'
  refusal: string | null
  pinned: Generated<boolean>
  version: Generated<number>
  published_at: Moment | null
  created_at: Moment
  updated_at: Moment
}

export interface ReviewsReport {
  store_id: string
  review_id: string
  reporter_id: string
  reason: 'advertising' | 'insult' | 'personal_data' | 'off_topic' | 'untrue'
  created_at: Moment
}

export interface ReviewsReview {
  id: string
  store_id: string
  product_id: string
  customer_id: string | null
  order_id: string | null
  writer_hash: Buffer | null
  author_name: string
  locale: string
  stars: number
  title: string | null
  body: string
  state: 'pending' | 'published' | 'refused'
  refusal: string | null
  verified: boolean
  pinned: Generated<boolean>
  helpful: Generated<number>
  reports: Generated<number>
  reply: string | null
  replied_at: Moment | null
  version: Generated<number>
  published_at: Moment | null
  created_at: Moment
  updated_at: Moment
}

export interface ReviewsSetting {
  store_id: string
  who_may_write: 'members' | 'buyers'
  publishing: 'verified' | 'by_hand'
  version: Generated<number>
  updated_at: Moment
}

export interface ReviewsVote {
  store_id: string
  review_id: string
  voter_id: string
  created_at: Moment
}

export interface SettingsAnnouncement {
  id: string
  store_id: string
  kind: 'bar' | 'maintenance'
  channel_id: string | null
  starts_at: Moment
  ends_at: Moment | null
  link: string | null
  dismissible: boolean
  bypass_hash: Buffer | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface SettingsAnnouncementText {
  store_id: string
  announcement_id: string
  locale: string
  text: string
}

export interface SettingsChannel {
  id: string
  store_id: string
  code: string
  name: string
  hold_minutes: Generated<number>
  hold_on_checkout: Generated<boolean>
  gapless_numbers: Generated<boolean>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface SettingsCurrency {
  store_id: string
  code: string
  position: number
}

export interface SettingsLocale {
  store_id: string
  code: string
  fallback: string | null
  position: number
}

export interface SettingsMarket {
  id: string
  store_id: string
  code: string
  name: string
  currency: string
  countries: string[]
  prices_include_tax: boolean
  tax_rounding: 'line' | 'total'
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface SettingsSeo {
  store_id: string
  indexed: boolean
  hidden_channels: string[]
  disallow: string[]
  titles: Json
  version: Generated<number>
  updated_at: Moment
}

export interface SettingsStore {
  id: string
  code: string
  name: string
  email: string
  currency: string
  locale: string
  country: string
  time_zone: string
  domains: Generated<string[]>
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  return_days: number | null
  newsletter_in_footer: Generated<boolean>
}

export interface TaxCategory {
  id: string
  store_id: string
  key: string
  name: string
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface TaxCertificate {
  id: string
  store_id: string
  customer_id: string | null
  company_id: string | null
  kind: 'resale' | 'government' | 'charity' | 'education' | 'agriculture' | 'diplomatic' | 'other'
  number: string
  country: string
  region: string | null
  valid_from: string
  valid_to: string | null
  file_id: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface TaxIdCheck {
  id: string
  store_id: string
  tax_id: string
  requester: string | null
  provider: string
  state: 'wanted' | 'unanswered' | 'valid' | 'invalid'
  wanted_at: Moment
  asked_at: Moment | null
  answered_at: Moment | null
  consultation_number: string | null
  trader_name: string | null
  trader_address: string | null
}

export interface TaxQuote {
  id: string
  store_id: string
  provider: string
  fingerprint: string
  question: Json
  answer: Json | null
  state: 'wanted' | 'answered' | 'failed'
  wanted_at: Moment
  answered_at: Moment | null
}

export interface TaxRate {
  id: string
  store_id: string
  category_id: string
  country: string
  region: string | null
  name: string
  rate_basis_points: number
  starts_on: string
  ends_on: string | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
  postal_from: string | null
  postal_to: string | null
  layer: Generated<number>
  compound: Generated<boolean>
  rate_hundredths: Generated<number>
}

export interface TaxSetting {
  store_id: string
  union_sales: Generated<'destination' | 'origin'>
  version: Generated<number>
  updated_at: Moment
  own_tax_id: string | null
  id_check_days: Generated<number>
  when_unanswered: Generated<'charge' | 'accept'>
}

export interface WebhooksAttempt {
  id: string
  store_id: string
  delivery_id: string
  at: Moment
  milliseconds: number
  status: number | null
  answer: string | null
  fault: string | null
}

export interface WebhooksDelivery {
  id: string
  store_id: string
  endpoint_id: string
  place: number
  message_id: string
  type: string
  body: string
  objects: string[]
  state: 'queued' | 'sending' | 'retrying' | 'delivered' | 'dead'
  tries: Generated<number>
  due_at: Moment
  created_at: Moment
  ended_at: Moment | null
}

export interface WebhooksEndpoint {
  id: string
  store_id: string
  url: string
  description: string | null
  events: string[]
  state: 'active' | 'failing' | 'disabled'
  disabled_by: 'staff' | 'answer' | null
  sealed: Buffer
  former_sealed: Buffer | null
  former_until: Moment | null
  since: Moment
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
  archived_at: Moment | null
}

export interface WebhooksProgress {
  store_id: string
  tx: string
  event_id: string
  updated_at: Moment
}

export interface WishlistsItem {
  id: string
  store_id: string
  list_id: string
  product_id: string
  variant_id: string | null
  quantity: Generated<number>
  seen_amount: number | null
  currency: string
  created_at: Moment
  tells_of_drop: Generated<boolean>
  tells_when_back: Generated<boolean>
  known_amount: number | null
  known_is_available: Generated<boolean>
}

export interface WishlistsList {
  id: string
  store_id: string
  owner_id: string
  is_guest: boolean
  kind: 'wish' | 'later'
  name: string
  is_default: boolean
  share_round: Generated<number>
  share_token_hash: Buffer | null
  version: Generated<number>
  created_at: Moment
  updated_at: Moment
}

export interface WishlistsReader {
  person_id: string
  store_id: string
  email: string
  asked_at: Moment
  proved_at: Moment | null
}
