/** What is on a list, in two statements: the things with the prices of their variants, and the cards of their products. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { cardsOf } from '../browse/index.ts'
import { choicesOfVariant, type OptionChoice } from '../catalog/index.ts'
import { availableOf, ifPlacesDiffer } from '../inventory/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { priceNow } from './price-now.ts'
import { MOST_ITEMS, type WishlistItem } from './wishlist.ts'

interface ItemRow {
  id: string
  productId: string
  variantId: string | null
  quantity: number
  seenAmount: number | null
  currency: string
  createdAt: Date
  tellsOfDrop: boolean
  tellsWhenBack: boolean
  choices: OptionChoice[] | null
  amount: number | null
  /** Of the variant. */
  available: number
}

export async function itemsOf(ctx: Ctx, listId: string): Promise<WishlistItem[]> {
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const price = await priceNow(ctx, sql`v.id`)
  const channel = await ifPlacesDiffer(ctx, sql`${ctx.scope.channelId}::uuid`)
  const { rows } = await sql<ItemRow>`
    select i.id, i.product_id as "productId", i.variant_id as "variantId", i.quantity, i.seen_amount as "seenAmount", i.currency,
      i.created_at as "createdAt", i.tells_of_drop as "tellsOfDrop", i.tells_when_back as "tellsWhenBack", case when v.id is not null then ${choicesOfVariant(locales)} end as choices, price.amount,
      case when v.id is null then 0 else ${availableOf('v.id', ctx.now(), channel)} end as available
    from wishlists.item i
    left join catalog.variant v on v.id = i.variant_id and v.archived_at is null
    left join lateral ${price} price on v.id is not null
    where i.store_id = ${ctx.storeId} and i.list_id = ${listId}
    order by i.created_at desc, i.id desc limit ${MOST_ITEMS}`.execute(ctx.db)
  const cards = await cardsOf(ctx, [...new Set(rows.map(({ productId }) => productId))])
  return rows.map(({ seenAmount, currency, createdAt, amount, available, choices, ...item }) => {
    const card = cards.get(item.productId)
    const isSold = card !== undefined && (item.variantId === null || amount !== null)
    const own = amount === null ? null : { amount, currency: ctx.scope.currency }
    return {
      ...item,
      choices: choices ?? [],
      product: isSold ? card : null,
      price: isSold ? (item.variantId === null ? card.price : own) : null,
      seenPrice: seenAmount === null ? null : { amount: seenAmount, currency },
      isAvailable: isSold && (item.variantId === null ? card.availability !== 'out_of_stock' : available > 0),
      addedAt: createdAt.toISOString(),
    }
  })
}
