/**
 * What a variant costs. The rule of every surface, from the product page to the order:
 *
 *   of the lists that are for this buyer now, the first in rank that has a price for so many pieces;
 *   in it, the price of the largest quantity that is reached.
 *
 * The database hands over all prices that could win, few as they are, and the choice is made here.
 */
import { sql, type RawBuilder } from 'kysely'
import { isBase, isForAll } from './lists.ts'
import type { PriceList } from './price-list.ts'

export type Candidate = [
  priceId: string,
  listId: string,
  minQuantity: number,
  /** Minor units. */
  amount: number,
  compareAt: number | null,
  /** The lowest price of the 30 days before, where this one may be a reduction for everybody. */
  lowest: number | null,
]

export interface Resolved {
  priceId: string
  list: PriceList
  minQuantity: number
  amount: number
  /** The higher price that is struck through: the one that was set, else the base price in a list below it. */
  compareAt: number | null
  /** The lowest price of the 30 days before a reduction for everybody; null without a reduction or an earlier price. */
  lowest: number | null
  /** What it costs from a quantity on, in the same list; the smallest quantity first. */
  tiers: { minQuantity: number; amount: number }[]
}

/** `candidates` of one variant in one currency, in any order; `lists` as they rank. Null: not for sale so. */
export function resolvePrice(
  candidates: readonly Candidate[],
  lists: readonly PriceList[],
  quantity: number,
): Resolved | null {
  for (const list of lists) {
    const own = candidates
      .filter(([, listId]) => listId === list.id)
      .toSorted(([, , one], [, , other]) => one - other)
    const won = own.findLast(([, , minQuantity]) => minQuantity <= quantity)
    if (!won) continue
    const [priceId, , minQuantity, amount, set, lowest] = won
    const compareAt = set ?? baseAbove(amount, list, candidates, lists)
    return {
      priceId,
      list,
      minQuantity,
      amount,
      compareAt,
      lowest: compareAt === null ? null : lowest,
      tiers: own
        .filter(([, , from]) => from > 1)
        .map(([, , from, tier]) => ({ minQuantity: from, amount: tier })),
    }
  }
  return null
}

function baseAbove(
  amount: number,
  list: PriceList,
  candidates: readonly Candidate[],
  lists: readonly PriceList[],
): number | null {
  const base = isBase(list) ? undefined : lists.find(isBase)
  const found = base && candidates.find(([, listId, from]) => listId === base.id && from === 1)
  return found && found[3] > amount ? found[3] : null
}

/**
 * The candidates of a variant as JSON, as plain SQL: `lists` is an array of list ids. A reduction's lowest
 * earlier price is looked up only where there may be one: where a price is struck through, or stands in another list than `base`.
 *
 * NOTE: the lists are wrapped in a query, whose length the planner guesses the same for every execution; seeing the array itself it
 * would plan the whole statement anew each time, which costs four times as much as running it.
 */
export const candidatesText = (variant: string, currency: string, lists: string, base: string) =>
  `(select json_agg(json_build_array(pr.id, pr.list_id, pr.min_quantity, pr.amount, pr.compare_at_amount,
      case when pr.min_quantity = 1 and (pr.compare_at_amount is not null or pr.list_id <> ${base}) then pricing.lowest_before(pr.id) end))
    from pricing.price pr where pr.variant_id = ${variant} and pr.currency = ${currency} and pr.list_id = any(array(select unnest(${lists}))))`

/** Whose price is asked for, as expressions of the statement around. */
interface Asked {
  variant: RawBuilder<unknown>
  currency: RawBuilder<unknown>
  quantity: RawBuilder<unknown>
  channel: RawBuilder<unknown>
  /** Null: a guest. */
  customer: RawBuilder<unknown>
}

/**
 * The same choice in a statement: a lateral table with id, amount, compare_at_amount and lowest of the price that holds.
 * `lists` are `listsNow`. While there is only the base list, nothing else is looked at.
 */
export function priceFor(asked: Asked, lists: readonly PriceList[]): RawBuilder<unknown> {
  const { variant, currency, quantity, channel, customer } = asked
  const base = lists.find(isBase)?.id ?? null
  if (lists.every(isBase))
    return sql`(
    select pp.id, pp.amount, pp.compare_at_amount,
      case when pp.compare_at_amount is not null then pricing.lowest_before(pp.id) end as lowest from pricing.price pp
    where pp.variant_id = ${variant} and pp.currency = ${currency} and pp.list_id = ${base}::uuid and pp.min_quantity <= ${quantity}
    order by pp.min_quantity desc limit 1)`
  const ids = sql`${lists.map(({ id }) => id)}::uuid[]`
  const forAll = sql`pp.list_id = any(${lists.filter(isForAll).map(({ id }) => id)}::uuid[])`
  const ofCompanies = lists.some(({ companyIds }) => companyIds.length > 0)
    ? sql`
          or exists (select from pricing.list_company lc join customers.company_member m on m.company_id = lc.company_id
            join customers.company co on co.id = lc.company_id and co.archived_at is null
            where lc.list_id = plist.id and m.customer_id = ${customer})`
    : sql``
  return sql`(
    select won.id, won.amount, won.compare_at_amount,
      case when won.compare_at_amount is not null then pricing.lowest_before(won.id) end as lowest
    from (
      select pp.id, pp.amount, coalesce(pp.compare_at_amount, case when pbase.amount > pp.amount then pbase.amount end) as compare_at_amount
      from pricing.price pp
      join pricing.list plist on plist.id = pp.list_id and (plist.channel_id is null or plist.channel_id = ${channel})
      left join pricing.price pbase on pbase.variant_id = pp.variant_id and pbase.currency = pp.currency and pbase.list_id = ${base}::uuid
        and pbase.min_quantity = 1 and pp.list_id <> pbase.list_id
      where pp.variant_id = ${variant} and pp.currency = ${currency} and pp.list_id = any(${ids}) and pp.min_quantity <= ${quantity}
        and (${forAll}
          or exists (select from pricing.list_group g join customers.group_member m on m.group_id = g.group_id
            join customers.customer_group cg on cg.id = g.group_id and cg.archived_at is null
            where g.list_id = plist.id and m.customer_id = ${customer})${ofCompanies})
      order by array_position(${ids}, pp.list_id), pp.min_quantity desc limit 1) won)`
}
