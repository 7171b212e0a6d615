/** Checks a promotion as a whole and writes what hangs on it; its own row is locked or new. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import type { Static } from '#kit/types.ts'
import { currentSettings } from '../settings/index.ts'
import { promotionsSnapshot } from './live.ts'
import type { Given, PromotionKind } from './promotion.ts'

type Kind = Static<typeof PromotionKind>

/** What a kind is made of, beside what all have. */
const NEEDS: Record<Kind, readonly (keyof Given)[]> = {
  percentage: ['basisPoints'],
  amount: [],
  free_delivery: [],
  buy_x_get_y: ['basisPoints', 'buyQuantity', 'getQuantity'],
  tiers: [],
}

/** What and whom a promotion is for. */
const SUBJECTS = ['channelIds', 'groupIds', 'productIds', 'categoryIds', 'collectionIds'] as const
type Subject = (typeof SUBJECTS)[number]

/** `before`: as it was, or nothing. */
export async function checkPromotion(
  ctx: Ctx,
  kind: Kind,
  next: Given,
  before: Pick<Given, Subject>,
): Promise<void> {
  for (const field of ['basisPoints', 'buyQuantity', 'getQuantity'] as const) {
    const needed = NEEDS[kind].includes(field)
    if (needed && next[field] === null)
      throw invalid(field, 'required', `Say this for a promotion of the kind ${kind}.`)
    if (!needed && next[field] !== null)
      throw invalid(field, 'not_of_kind', `A promotion of the kind ${kind} has no such thing.`)
  }
  if ((kind === 'tiers') !== next.tiers.length > 0)
    throw invalid(
      'tiers',
      kind === 'tiers' ? 'required' : 'not_of_kind',
      'Tiers make a promotion of the kind tiers, and only that.',
    )
  if (
    kind === 'free_delivery' &&
    next.productIds.length + next.categoryIds.length + next.collectionIds.length > 0
  )
    throw invalid('productIds', 'not_of_kind', 'Delivery is free for the whole order.')
  if (next.startsAt !== null && next.endsAt !== null && next.endsAt <= next.startsAt)
    throw invalid('endsAt', 'too_early', 'It must end after it has started.')
  mustDiffer(
    next.names.map(({ locale }) => locale),
    'names',
    'locale',
  )
  for (const field of SUBJECTS) mustDiffer(next[field], field)
  const { currencies } = await currentSettings(ctx)
  checkSums(kind, next, currencies)
  checkTiers(next.tiers, currencies)
  await allExist(ctx, next, before)
}

function mustDiffer(values: string[], field: string, part?: string): void {
  const index = values.findIndex((value, at) => values.indexOf(value) < at)
  if (index >= 0)
    throw invalid(`${field}.${index}${part ? `.${part}` : ''}`, 'duplicate', 'This is named already.')
}

function checkSums(kind: Kind, { sums }: Given, currencies: string[]): void {
  mustDiffer(
    sums.map((sum) => sum.currency),
    'sums',
    'currency',
  )
  if (kind === 'amount' && sums.length === 0) throw invalid('sums', 'required', 'Say what it takes off.')
  sums.forEach(({ currency, offAmount }, index) => {
    if (!currencies.includes(currency))
      throw invalid(`sums.${index}.currency`, 'unknown', `The store sells in ${currencies.join(', ')}.`)
    if ((kind === 'amount') !== (offAmount != null))
      throw invalid(
        `sums.${index}.offAmount`,
        kind === 'amount' ? 'required' : 'not_of_kind',
        'A promotion of the kind amount takes off sums, and only that.',
      )
  })
}

function checkTiers(tiers: Given['tiers'], currencies: string[]): void {
  const byQuantity = tiers[0]?.fromQuantity != null
  tiers.forEach(({ fromQuantity, fromAmount, currency }, index) => {
    const path = `tiers.${index}`
    if ((fromQuantity == null) === (fromAmount == null))
      throw invalid(`${path}.fromQuantity`, 'one_of_two', 'A tier begins at a quantity or at a sum.')
    if ((fromQuantity != null) !== byQuantity)
      throw invalid(`${path}.fromQuantity`, 'mixed', 'All tiers begin at quantities, or all at sums.')
    if ((fromAmount == null) !== (currency == null) || (currency != null && !currencies.includes(currency)))
      throw invalid(`${path}.currency`, 'unknown', `A sum has a currency: ${currencies.join(', ')}.`)
  })
}

/** What it was for already may have ended since. */
async function allExist(ctx: Ctx, next: Given, before: Pick<Given, Subject>): Promise<void> {
  const fresh = (field: Subject) => next[field].filter((id) => !before[field].includes(id))
  const live = (table: string, field: Subject) => sql`array(select id from ${sql.table(table)}
    where store_id = ${ctx.storeId} and id = any(${fresh(field)}::uuid[]) and archived_at is null) as ${sql.ref(field)}`
  const { rows } = await sql<Record<Subject, string[]>>`
    select ${live('settings.channel', 'channelIds')}, ${live('customers.customer_group', 'groupIds')},
      ${live('catalog.product', 'productIds')}, ${live('catalog.category', 'categoryIds')}, ${live('catalog.collection', 'collectionIds')}`.execute(
    ctx.db,
  )
  for (const field of SUBJECTS)
    for (const id of fresh(field))
      if (!rows[0]![field].includes(id))
        throw invalid(`${field}.${next[field].indexOf(id)}`, 'unknown', 'There is no such thing.')
}

/** Names, sums, tiers and targets as a whole; what a sum has given away stays. */
export async function writeParts(ctx: Ctx, id: string, next: Given): Promise<void> {
  const names = next.names.map(({ locale, name }) => ({ locale, name: tidy(name) }))
  const targets = [
    ...next.productIds.map((productId) => ({ productId })),
    ...next.categoryIds.map((categoryId) => ({ categoryId })),
    ...next.collectionIds.map((collectionId) => ({ collectionId })),
  ]
  await sql`with gone as (delete from promotions.promotion_text where promotion_id = ${id} and store_id = ${ctx.storeId} and not locale = any(${names.map(({ locale }) => locale)}))
    insert into promotions.promotion_text (store_id, promotion_id, locale, name)
    select ${ctx.storeId}, ${id}, locale, name from json_to_recordset(${JSON.stringify(names)}) as t(locale text, name text)
    on conflict (promotion_id, locale) do update set name = excluded.name`.execute(ctx.db)
  await sql`with gone as (delete from promotions.sum where promotion_id = ${id} and store_id = ${ctx.storeId} and not currency = any(${next.sums.map(({ currency }) => currency)}::text[]))
    insert into promotions.sum (store_id, promotion_id, currency, off_amount, minimum_amount, budget_amount, spent_amount)
    select ${ctx.storeId}, ${id}, s.currency, s."offAmount", s."minimumAmount", s."budgetAmount",
      (select coalesce(sum(r.amount), 0) from promotions.redemption r where r.promotion_id = ${id} and r.currency = s.currency and r.state = 'used')
    from json_to_recordset(${JSON.stringify(next.sums)}) as s(currency text, "offAmount" bigint, "minimumAmount" bigint, "budgetAmount" bigint)
    on conflict (promotion_id, currency) do update set off_amount = excluded.off_amount, minimum_amount = excluded.minimum_amount,
      budget_amount = excluded.budget_amount`.execute(ctx.db)
  await sql`delete from promotions.tier where store_id = ${ctx.storeId} and promotion_id = ${id}`.execute(
    ctx.db,
  )
  await sql`insert into promotions.tier (store_id, promotion_id, position, from_quantity, from_amount, currency, basis_points)
    select ${ctx.storeId}, ${id}, t.position - 1, (t.tier->>'fromQuantity')::int, (t.tier->>'fromAmount')::bigint, t.tier->>'currency', (t.tier->>'basisPoints')::int
    from json_array_elements(${JSON.stringify(next.tiers)}::json) with ordinality as t(tier, position)`.execute(
    ctx.db,
  )
  await sql`delete from promotions.target where store_id = ${ctx.storeId} and promotion_id = ${id}`.execute(
    ctx.db,
  )
  await sql`insert into promotions.target (store_id, promotion_id, position, product_id, category_id, collection_id)
    select ${ctx.storeId}, ${id}, t.position - 1, (t.target->>'productId')::uuid, (t.target->>'categoryId')::uuid, (t.target->>'collectionId')::uuid
    from json_array_elements(${JSON.stringify(targets)}::json) with ordinality as t(target, position)`.execute(
    ctx.db,
  )
  if (next.customerLimit !== null) await recount(ctx, id)
  await ctx.app.snapshots.changed(promotionsSnapshot, ctx)
}

/** Uses by customer are counted only while there is a limit to them; what is held says how many there are. */
async function recount(ctx: Ctx, id: string): Promise<void> {
  await sql`delete from promotions.customer_use where store_id = ${ctx.storeId} and promotion_id = ${id}`.execute(
    ctx.db,
  )
  await sql`insert into promotions.customer_use (store_id, promotion_id, who, used)
    select ${ctx.storeId}, ${id}, w.who, count(*) from promotions.redemption r, unnest(r.who) as w(who)
    where r.store_id = ${ctx.storeId} and r.promotion_id = ${id} and r.state = 'used' group by w.who`.execute(
    ctx.db,
  )
}
