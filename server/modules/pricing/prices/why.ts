/** Explains a price step by step: every list in its rank, why it does or does not count, and which price won. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import {
  Currency,
  Id,
  Instant,
  List,
  Money,
  Nullable,
  OneOf,
  Text,
  Type,
  shape,
  type Static,
} from '#kit/types.ts'
import { belongingsOf, isBase, isFor, listsSnapshot, MOST_LISTS, NOBODYS, standing } from '../lists.ts'
import { Priority } from '../price-list.ts'
import { MinQuantity } from '../price.ts'
import { candidatesText, resolvePrice, type Candidate } from '../resolve.ts'

const Outcome = OneOf(
  'won',
  'outranked',
  'no_price',
  'too_few',
  'later',
  'over',
  'other_channel',
  'other_group',
  'other_company',
)

const Step = shape('PriceStep', {
  listId: Id,
  key: Text(80),
  name: Text(120),
  outcome: Outcome,
  /** The price of the list for so many pieces, also where it does not count. */
  price: Nullable(Money),
  /** From how many pieces on that price holds. */
  minQuantity: Nullable(MinQuantity),
  /** The higher one wins. */
  priority: Priority,
  says: Text(300),
})

export const why = query({
  id: 'pricing.prices.why',
  summary: 'Why a variant costs what it costs',
  description:
    'For a customer or a guest, in a channel. With `at` the lists that hold then, with the prices that they have now.',
  rest: 'GET /prices/why',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Type.Object({
    variantId: Id,
    quantity: Type.Optional(MinQuantity),
    currency: Type.Optional(Currency),
    customerId: Type.Optional(Id),
    channelId: Type.Optional(Id),
    at: Type.Optional(Instant),
  }),
  output: shape('PriceExplained', {
    price: Nullable(Money),
    compareAt: Nullable(Money),
    /** The lowest price of the 30 days before a reduction. */
    lowest: Nullable(Money),
    steps: List(Step, MOST_LISTS),
  }),
  failures: [NotFound],
  async run({ variantId, quantity = 1, currency, customerId, channelId, at }, ctx) {
    const unit = currency ?? ctx.scope.currency
    const moment = at ? new Date(at) : ctx.now()
    const lists = await ctx.app.snapshots.read(listsSnapshot, ctx)
    const belongsTo = customerId ? await belongingsOf(ctx, customerId) : NOBODYS
    const base = lists.find(isBase)
    const { rows } = await sql<{ candidates: Candidate[] | null }>`
      select ${sql.raw(candidatesText('v.id', 'x.currency', 'x.lists', 'x.base'))} as candidates
      from catalog.variant v, (select ${unit}::text as currency, ${lists.map(({ id }) => id)}::uuid[] as lists,
        ${base?.id ?? null}::uuid as base) x
      where v.store_id = ${ctx.storeId} and v.id = ${variantId} and v.archived_at is null`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    const candidates = rows[0].candidates ?? []
    const money = (amount: number | null) => (amount === null ? null : { amount, currency: unit })

    const barOf = (list: (typeof lists)[number]): Bar | null => {
      const found = standing(list, channelId ?? ctx.scope.channelId, moment)
      if (found !== 'live') return found
      if (isFor(list, belongsTo)) return null
      return list.groupIds.length > 0 ? 'other_group' : 'other_company'
    }
    const open = lists.filter((list) => barOf(list) === null)
    const won = resolvePrice(candidates, open, quantity)
    const steps = lists.map((list): Static<typeof Step> => {
      const own = resolvePrice(candidates, [list], quantity)
      const has = candidates.some(([, listId]) => listId === list.id)
      const outcome =
        barOf(list) ??
        (own === null ? (has ? 'too_few' : 'no_price') : won?.list.id === list.id ? 'won' : 'outranked')
      return {
        listId: list.id,
        key: list.key,
        name: list.name,
        outcome,
        price: money(own?.amount ?? null),
        minQuantity: own?.minQuantity ?? null,
        priority: list.priority,
        says: SAYS[outcome](list, quantity),
      }
    })
    return {
      price: money(won?.amount ?? null),
      compareAt: money(won?.compareAt ?? null),
      lowest: money(won?.lowest ?? null),
      steps,
    }
  },
})

type Bar = 'later' | 'over' | 'other_channel' | 'other_group' | 'other_company'

const SAYS: Record<
  Static<typeof Outcome>,
  (list: { startsAt: string | null; endsAt: string | null }, quantity: number) => string
> = {
  won: () => 'The first list in rank with a price for this: it holds.',
  outranked: () => 'It has a price, but a list before it has one too.',
  no_price: () => 'It has no price for this variant in this currency.',
  too_few: (_, quantity) => `Its prices begin with more than ${quantity} pieces.`,
  later: ({ startsAt }) => `It begins at ${startsAt}.`,
  over: ({ endsAt }) => `It ended at ${endsAt}.`,
  other_channel: () => 'It is for another channel.',
  other_group: () => 'It is for groups of customers or companies to which this buyer does not belong.',
  other_company: () => 'It is for companies to which this buyer does not belong.',
}
