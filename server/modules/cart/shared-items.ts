/** What lies behind a link to a cart, as it is offered to who asks now. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { hashToken } from '#kit/id.ts'
import { Flag, Id, Int, List, Money, Nullable, Slug, Text, shape, type Static } from '#kit/types.ts'
import { OptionChoice, choicesOfVariant } from '../catalog/index.ts'
import { availableOf, ifPlacesDiffer } from '../inventory/index.ts'
import { Picture } from '../media/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { MOST_LINES, MOST_ON_LINE } from './cart.ts'
import { pictureOfVariant } from './picture.ts'

const SharedItem = shape('SharedCartItem', {
  variantId: Id,
  name: Text(300),
  slug: Slug,
  choices: List(OptionChoice, 5),
  picture: Nullable(Picture),
  quantity: Int(1, MOST_ON_LINE),
  /** Of one; null: it is not for sale any more. */
  price: Nullable(Money),
  /** Whether any of it can be had. What a bundle is made of is not asked. */
  isAvailable: Flag,
})
export type SharedItem = Static<typeof SharedItem>
export const SharedCart = shape('SharedCart', { items: List(SharedItem, 2 * MOST_LINES) })

interface Row extends Omit<SharedItem, 'price' | 'isAvailable'> {
  amount: number | null
  isBundle: boolean
  available: number
}

/** The id of what is shared; links that ended are not found. */
export async function sharedBy(ctx: Ctx, token: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from cart.shared where store_id = ${ctx.storeId} and token_hash = ${hashToken(token)} and expires_at > ${ctx.now()}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0].id
}

export async function sharedItems(ctx: Ctx, sharedId: string): Promise<SharedItem[]> {
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const { currency, channelId } = ctx.scope
  const customer = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const price = priceFor(
    {
      variant: sql`v.id`,
      currency: sql`${currency}::text`,
      quantity: sql`s.quantity`,
      channel: sql`${channelId}::uuid`,
      customer: sql`${customer}::uuid`,
    },
    await listsNow(ctx),
  )
  const channel = await ifPlacesDiffer(ctx, sql`${channelId}::uuid`)
  const { rows } = await sql<Row>`
    select v.id as "variantId", t.name, t.slug, ${choicesOfVariant(locales)} as choices, ${pictureOfVariant(locales)} as picture, s.quantity,
      s.choice is not null as "isBundle", ${availableOf('v.id', ctx.now(), channel)} as available,
      case when p.state = 'published' and p.archived_at is null and v.archived_at is null
        and (p.channel_ids is null or ${channelId}::uuid = any(p.channel_ids)) then price.amount end as amount
    from cart.shared_item s
    join catalog.variant v on v.id = s.variant_id
    join catalog.product p on p.id = v.product_id
    left join lateral (select pt.name, pt.slug from catalog.product_text pt where pt.product_id = p.id
      order by array_position(${locales}::text[], pt.locale) nulls last limit 1) t on true
    left join lateral ${price} price on true
    where s.store_id = ${ctx.storeId} and s.shared_id = ${sharedId}
    order by s.position`.execute(ctx.db)
  return rows.map(({ amount, isBundle, available, ...item }) => ({
    ...item,
    price: amount === null ? null : { amount, currency },
    isAvailable: amount !== null && (isBundle || available > 0),
  }))
}
