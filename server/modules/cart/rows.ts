/**
 * A cart as the database has it, with everything its totals and problems need, in one statement.
 *
 * Prices, names and stock are the present ones; what they add up to is worked out
 * in `view.ts`. Texts follow the fallback chain of the asker's language.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Picture } from '../media/index.ts'
import { pictureOfVariant } from './picture.ts'
import type { Address } from '../customers/index.ts'
import { ruleText, type OptionChoice, type QuantityRule } from '../catalog/index.ts'
import { deliverySnapshot, parcelText, parcelsMatter, type Parcel } from '../delivery/index.ts'
import { availableOf, levelsOf, placesSnapshot, sourcesMatter, type Level } from '../inventory/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { codeEntered, type EnteredCode } from '../promotions/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
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
  updated_at: Date
  expires_at: Date
  lines: LineRow[]
  codes: EnteredCode[]
}

export interface LineRow {
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
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  const levels = sourcesMatter(places) ? levelsOf('v.id', ctx.now()) : sql`'[]'::json`
  const parcel = parcelsMatter(await ctx.app.snapshots.read(deliverySnapshot, ctx))
    ? parcelText
    : sql`null::json`
  const price = priceFor(
    {
      variant: sql`v.id`,
      currency: sql`c.currency`,
      quantity: sql`l.quantity`,
      channel: sql`c.channel_id`,
      customer: sql`c.customer_id`,
    },
    await listsNow(ctx),
  )
  const { rows } = await sql<CartRow>`${before}
    select c.id, c.state, c.version, c.guest_id, c.customer_id, c.channel_id, c.market_id, c.currency, c.locale, c.email,
      c.shipping_address, c.billing_address, c.delivery_method_id, c.updated_at, c.expires_at,
      coalesce((
        select json_agg(json_build_object('id', l.id, 'variantId', v.id, 'productId', p.id, 'quantity', l.quantity,
          'seenAmount', l.seen_amount, 'seenPriceId', l.seen_price_id, 'seenAt', kit.utc(l.seen_at), 'shippable', p.shippable, 'sku', v.sku, 'name', t.name, 'slug', t.slug,
          'forSale', p.state = 'published' and p.archived_at is null and v.archived_at is null,
          'taxCategoryId', p.tax_category_id, 'choices', ${choicesOf(locales)}, 'picture', ${pictureOfVariant(locales)},
          'priceId', price.id, 'amount', price.amount, 'compareAt', price.compare_at_amount, 'lowest', price.lowest,
          'available', ${availableOf('v.id', ctx.now())}, 'levels', ${levels}, 'parcel', ${parcel}, 'quantityRule', ${sql.raw(ruleText('v'))}) order by l.created_at, l.id)
        from cart.line l
        join catalog.variant v on v.id = l.variant_id
        join catalog.product p on p.id = v.product_id
        left join lateral (select pt.name, pt.slug from catalog.product_text pt where pt.product_id = p.id
          order by array_position(${locales}::text[], pt.locale) nulls last limit 1) t on true
        left join lateral ${price} price on true
        where l.cart_id = c.id), '[]') as lines,
      coalesce((select json_agg(${codeEntered('pc')} order by k.created_at, k.code_id) from cart.code k
        join promotions.code pc on pc.id = k.code_id where k.cart_id = c.id), '[]') as codes${more}
    from cart.cart c
    where c.store_id = ${ctx.storeId} and ${which}`.execute(ctx.db)
  return rows[0]
}

function choicesOf(locales: string[]): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(json_build_object('option', o.key, 'optionName', coalesce(ot.name, o.key), 'value', ov.key,
      'valueName', coalesce(vt.name, ov.key), 'swatch', ov.swatch) order by po.position, o.key)
    from catalog.variant_value vv
    join catalog.product_option po on po.product_id = vv.product_id and po.option_id = vv.option_id
    join catalog.option o on o.id = vv.option_id
    join catalog.option_value ov on ov.id = vv.value_id
    left join lateral (select name from catalog.option_text x where x.option_id = o.id
      order by array_position(${locales}::text[], x.locale) nulls last limit 1) ot on true
    left join lateral (select name from catalog.option_value_text x where x.value_id = ov.id
      order by array_position(${locales}::text[], x.locale) nulls last limit 1) vt on true
    where vv.variant_id = v.id), '[]')`
}
