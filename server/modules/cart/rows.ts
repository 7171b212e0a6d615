/**
 * A cart as the database has it, with everything its totals and problems need, in one statement.
 *
 * Prices, names and stock are the present ones; what they add up to is worked out
 * in `view.ts`. Texts follow the fallback chain of the asker's language.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Picture } from '../media/index.ts'
import { carriersMatter, quotesOfCart } from './carrier-quotes.ts'
import { bundlesOf, type BundleRow } from './bundle-rows.ts'
import { ownText, type OwnOf } from './own-fields.ts'
import { pictureOfVariant } from './picture.ts'
import type { Address } from '../customers/index.ts'
import {
  choicesOfVariant,
  contentText,
  ruleText,
  soldIn,
  type Content,
  type OptionChoice,
  type QuantityRule,
} from '../catalog/index.ts'
import {
  deliverySnapshot,
  parcelText,
  parcelsMatter,
  type CarrierQuote,
  type Parcel,
} from '../delivery/index.ts'
import {
  availableOf,
  ifPlacesDiffer,
  levelsOf,
  placesSnapshot,
  sourcesMatter,
  type Level,
} from '../inventory/index.ts'
import { depositsSnapshot, depositsText, listsNow, priceFor, type DepositCounts } from '../pricing/index.ts'
import { codeEntered, type EnteredCode } from '../promotions/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import {
  dayIn,
  heldCertificates,
  heldCheck,
  taxSnapshot,
  type HeldCertificate,
  type HeldCheck,
} from '../tax/index.ts'
import type { CartState } from './cart.ts'

export interface CartRow {
  id: string
  state: CartState
  version: number
  guest_id: string | null
  customer_id: string | null
  channel_id: string
  market_id: string
  currency: string
  locale: string
  email: string | null
  shipping_address: Address | null
  billing_address: Address | null
  delivery_method_id: string | null
  company_name: string | null
  tax_id: string | null
  tax_check: HeldCheck | null
  tax_certificates: HeldCertificate[]
  updated_at: Date
  expires_at: Date
  lines: LineRow[]
  bundles: BundleRow[]
  codes: EnteredCode[]
  /** What carriers said; empty while no price comes from one. */
  quotes: CarrierQuote[]
}

export interface LineRow extends OwnOf {
  id: string
  variantId: string
  productId: string
  quantity: number
  /** The price as it was when last looked at in the cart. */
  seenAmount: number
  seenPriceId: string | null
  seenAt: string | null
  forSale: boolean
  shippable: boolean
  sku: string
  name: string
  slug: string
  taxCategoryId: string
  choices: OptionChoice[]
  picture: Picture | null
  /** Null: not for sale in this currency. */
  priceId: string | null
  amount: number | null
  compareAt: number | null
  /** The lowest price of the 30 days before a reduction. */
  lowest: number | null
  available: number
  /** What of it lies where; empty while that makes no difference. */
  levels: Level[]
  /** How large and heavy a piece is, and how it is sent; null while that makes no difference. */
  parcel: Parcel | null
  quantityRule: QuantityRule
  content: Content | null
  /** What is asked beside the price for one; null: nothing. */
  deposits: DepositCounts | null
  bundleId: string | null
}

/**
 * `which` is a condition on `c`, the cart; `before` are CTEs that change carts in the same statement, `more` further columns.
 *
 * NOTE: what such a CTE changes is not seen here; the row answers with the state before it.
 */
export async function readCartRow(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  before: RawBuilder<unknown> = sql``,
  more: RawBuilder<unknown> = sql``,
): Promise<CartRow | undefined> {
  const settings = await currentSettings(ctx)
  const locales = localeChain(settings, ctx.scope.locale)
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  const channel = await ifPlacesDiffer(ctx, sql`c.channel_id`)
  const levels = sourcesMatter(places) ? levelsOf('v.id', ctx.now(), channel) : sql`'[]'::json`
  const rules = await ctx.app.snapshots.read(deliverySnapshot, ctx)
  const parcel = parcelsMatter(rules) ? parcelText : sql`null::json`
  const quotes = carriersMatter(rules) ? quotesOfCart : sql`'[]'::json`
  const deposits = depositsText('v.id', await ctx.app.snapshots.read(depositsSnapshot, ctx))
  const lists = await listsNow(ctx)
  const { exemption } = await ctx.app.snapshots.read(taxSnapshot, ctx)
  const certificates = exemption.hasCertificates
    ? heldCertificates(sql`c.store_id`, sql`c.customer_id`, dayIn(settings.store.timeZone, ctx.now()))
    : sql`'[]'::json`
  const priceOf = (quantity: RawBuilder<unknown>) =>
    priceFor(
      {
        variant: sql`v.id`,
        currency: sql`c.currency`,
        quantity,
        channel: sql`c.channel_id`,
        customer: sql`c.customer_id`,
      },
      lists,
    )
  const rule = sql.raw(ruleText('v'))
  const own = ownText(ctx)
  const { rows } = await sql<CartRow>`${before}
    select c.id, c.state, c.version, c.guest_id, c.customer_id, c.channel_id, c.market_id, c.currency, c.locale, c.email,
      c.shipping_address, c.billing_address, c.delivery_method_id, c.updated_at, c.expires_at,
      c.company_name, c.tax_id, ${heldCheck(sql`c.store_id`, sql`c.tax_id`)} as tax_check, ${certificates} as tax_certificates,
      coalesce((
        select json_agg(json_build_object('id', l.id, 'variantId', v.id, 'productId', p.id, 'quantity', l.quantity,
          'seenAmount', l.seen_amount, 'seenPriceId', l.seen_price_id, 'seenAt', kit.utc(l.seen_at), 'shippable', p.shippable, 'sku', v.sku, 'name', t.name, 'slug', t.slug,
          'forSale', (p.state = 'published' and ${sql.raw(soldIn('p', 'c.channel_id'))} or l.bundle_id is not null) and p.archived_at is null and v.archived_at is null,
          'taxCategoryId', p.tax_category_id, 'choices', ${choicesOfVariant(locales)}, 'picture', ${pictureOfVariant(locales)},
          'priceId', price.id, 'amount', price.amount, 'compareAt', price.compare_at_amount, 'lowest', price.lowest,
          'available', ${availableOf('v.id', ctx.now(), channel)}, 'levels', ${levels}, 'parcel', ${parcel}, 'quantityRule', ${rule}, 'content', ${sql.raw(contentText('v'))}, 'deposits', ${sql.raw(deposits)}, ${own}, 'bundleId', l.bundle_id) order by l.created_at, l.id)
        from cart.line l
        join catalog.variant v on v.id = l.variant_id
        join catalog.product p on p.id = v.product_id
        left join lateral (select pt.name, pt.slug from catalog.product_text pt where pt.product_id = p.id
          order by array_position(${locales}::text[], pt.locale) nulls last limit 1) t on true
        left join lateral ${priceOf(sql`l.quantity`)} price on true
        where l.cart_id = c.id), '[]') as lines,
      ${bundlesOf(locales, { rule, own, price: priceOf(sql`k.quantity`) })} as bundles,
      coalesce((select json_agg(${codeEntered('pc')} order by k.created_at, k.code_id) from cart.code k
        join promotions.code pc on pc.id = k.code_id where k.cart_id = c.id), '[]') as codes,
      ${quotes} as quotes${more}
    from cart.cart c
    where c.store_id = ${ctx.storeId} and ${which}`.execute(ctx.db)
  return rows[0]
}
