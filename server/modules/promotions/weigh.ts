/**
 * Which promotions hold for a basket, what they take off, and why the others do not.
 *
 * Weighed anew on every look. A store without promotions pays nothing for it: they are held
 * in memory, and only what moves (counts, budgets, categories) is asked of the database.
 */
import type { Ctx } from '#kit/context.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { discountsOf, type Rule } from './discounts.ts'
import { nameIn, promotionsSnapshot, type Live } from './live.ts'
import { isFirstOrder, standingOf, type Buyer, type Standing } from './standing.ts'
import type { Verdict } from './verdict.ts'

/** A code as it was entered, with the present count of its row. */
export interface EnteredCode {
  codeId: string
  code: string
  promotionId: string
  usedUp: boolean
  archived: boolean
}

export interface Basket {
  /** `off`: what bundles took off the line. */
  lines: readonly { productId: string; quantity: number; unitAmount: number; off?: number }[]
  /** Minor units; null while no way of delivery is chosen. */
  delivery: number | null
  currency: string
  channelId: string
  codes: readonly EnteredCode[]
  buyer: Buyer
  /** An order holds the uses of this basket already: counts would count them twice. */
  held: boolean
}

export interface Discount {
  promotionId: string
  codeId: string | null
  code: string | null
  name: string
  amount: number
}

export interface Weighed {
  discounts: Discount[]
  /** Taken off each line, in the order given. */
  lines: number[]
  delivery: number
  /** Of every promotion that was looked at. */
  verdicts: Map<string, Verdict>
  /** In the reader's language; null: there is no such promotion any more. */
  nameOf: (promotionId: string) => string | null
}

export async function weigh(basket: Basket, ctx: Ctx): Promise<Weighed> {
  const live = await ctx.app.snapshots.read(promotionsSnapshot, ctx)
  const entered = new Map(basket.codes.map((code) => [code.promotionId, code]))
  const asked = live.filter((each) => (each.needsCode ? entered.has(each.id) : !isOver(each, ctx)))
  const verdicts = new Map<string, Verdict>()
  const rules = asked.length > 0 ? await rulesOf(asked, entered, basket, verdicts, ctx) : []
  const { applied, refused, lines, delivery } = discountsOf(basket.lines, basket.delivery, rules)
  for (const [id, refusal] of refused) verdicts.set(id, refusal)
  for (const { promotionId, amount } of applied) verdicts.set(promotionId, { reason: 'applied', amount })
  const locales = asked.length > 0 ? localeChain(await currentSettings(ctx), ctx.scope.locale) : []
  const nameOf = (id: string) => {
    const found = live.find((each) => each.id === id)
    return found ? nameIn(locales, found) : null
  }
  return {
    discounts: applied.map(({ promotionId, amount }) => {
      const code = entered.get(promotionId)
      return {
        promotionId,
        codeId: code?.codeId ?? null,
        code: code?.code ?? null,
        name: nameOf(promotionId)!,
        amount,
      }
    }),
    lines,
    delivery,
    verdicts,
    nameOf,
  }
}

async function rulesOf(
  asked: Live[],
  entered: Map<string, EnteredCode>,
  basket: Basket,
  verdicts: Map<string, Verdict>,
  ctx: Ctx,
): Promise<Rule[]> {
  const open = asked.filter((each) => {
    const verdict = closedBy(each, entered.get(each.id), basket, ctx)
    if (verdict) verdicts.set(each.id, verdict)
    return !verdict
  })
  const productIds = basket.lines.map((line) => line.productId)
  const { currency, buyer } = basket
  const standings = await standingOf(ctx, open, { currency, productIds, buyer })
  const first =
    open.some((each) => each.firstOrderOnly) && !basket.held ? await isFirstOrder(buyer, ctx) : true
  return open.flatMap((each) => {
    const standing = standings.get(each.id)
    const verdict = (basket.held || !standing ? null : countedOut(standing)) ?? notFor(each, standing, first)
    if (verdict) verdicts.set(each.id, verdict)
    return verdict ? [] : [ruleOf(each, standing, basket)]
  })
}

function isOver({ endsAt }: Live, ctx: Ctx): boolean {
  return endsAt !== null && new Date(endsAt) <= ctx.now()
}

function closedBy(promotion: Live, code: EnteredCode | undefined, basket: Basket, ctx: Ctx): Verdict | null {
  const { startsAt, endsAt, channelIds, sums } = promotion
  if (code?.archived) return { reason: 'unknown' }
  if (startsAt !== null && new Date(startsAt) > ctx.now()) return { reason: 'not_yet', startsAt }
  if (isOver(promotion, ctx)) return { reason: 'over', endedAt: endsAt! }
  if (code?.usedUp && !basket.held) return { reason: 'used_up' }
  if (channelIds.length > 0 && !channelIds.includes(basket.channelId)) return { reason: 'other_channel' }
  // What asks for sums knows nothing of a currency it has none in.
  if (sums.length > 0 && !sums.some((sum) => sum.currency === basket.currency))
    return { reason: 'not_in_currency' }
  return null
}

function countedOut({ used, usageLimit, mine, customerLimit }: Standing): Verdict | null {
  if (usageLimit !== null && used >= usageLimit) return { reason: 'used_up' }
  if (customerLimit !== null && mine >= customerLimit) return { reason: 'used_by_you', limit: customerLimit }
  return null
}

function notFor(
  { firstOrderOnly, groupIds }: Live,
  standing: Standing | undefined,
  first: boolean,
): Verdict | null {
  if (groupIds.length > 0 && !standing?.member) return { reason: 'other_group' }
  return firstOrderOnly && !first ? { reason: 'not_first_order' } : null
}

function ruleOf(promotion: Live, standing: Standing | undefined, basket: Basket): Rule {
  const { productIds, categoryIds, collectionIds, sums, tiers } = promotion
  const sum = sums.find((each) => each.currency === basket.currency)
  const isFor = new Set([...productIds, ...(standing?.productIds ?? [])])
  const some = productIds.length + categoryIds.length + collectionIds.length > 0
  return {
    ...promotion,
    offAmount: sum?.off ?? null,
    minimumAmount: sum?.minimum ?? null,
    tiers: tiers.filter((tier) => tier.currency === null || tier.currency === basket.currency),
    lines: some ? basket.lines.flatMap((line, index) => (isFor.has(line.productId) ? [index] : [])) : null,
    budgetLeft: basket.held ? null : (standing?.budgetLeft ?? null),
  }
}
