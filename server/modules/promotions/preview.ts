/**
 * Tries promotions on a basket that nobody has: what each would take off, and why the others would not.
 *
 * For staff who set up an offer or are asked why a code does not work. Counts and limits are the present ones.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import {
  Currency,
  Email,
  Id,
  Int,
  List,
  Money,
  Nullable,
  Text,
  Type,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { enteredCode } from './codes/entered.ts'
import { promotionsSnapshot } from './live.ts'
import { PromotionKind } from './promotion.ts'
import { REASONS, refusalOf, type Verdict } from './verdict.ts'
import { weigh } from './weigh.ts'

const MOST_LINES = 50
const MOST_TRIED = 1000

const PreviewLine = shape('PromotionPreviewLine', { variantId: Id, quantity: Int(1, 9999) })
const Reason = Words(
  'PromotionReason',
  ...(REASONS as unknown as [Verdict['reason'], ...Verdict['reason'][]]),
)
const Tried = shape('PromotionTried', {
  promotionId: Id,
  name: Text(120),
  kind: PromotionKind,
  code: Nullable(Text(80)),
  reason: Reason,
  /** In a sentence, as a shopper would read it; null: it holds. */
  message: Nullable(Text(400)),
  discount: Money,
})
const PreviewedLine = shape('PromotionPreviewedLine', { variantId: Id, subtotal: Money, discount: Money })
const PromotionPreview = shape('PromotionPreview', {
  subtotal: Money,
  discount: Money,
  deliveryDiscount: Money,
  lines: List(PreviewedLine, MOST_LINES),
  tried: List(Tried, MOST_TRIED),
  /** Codes that do not exist, or no longer. */
  unknownCodes: List(Text(80), 10),
})

export const preview = query({
  id: 'promotions.preview',
  summary: 'What promotions would do to a basket, and why',
  rest: 'POST /promotions/preview',
  audience: 'staff',
  access: permission('promotions.read'),
  input: Type.Object({
    lines: List(PreviewLine, MOST_LINES, { minItems: 1 }),
    codes: Type.Optional(List(Text(80), 10)),
    currency: Type.Optional(Currency),
    channelId: Type.Optional(Id),
    deliveryAmount: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, scalar: 'Minor' })),
    customerId: Type.Optional(Id),
    email: Type.Optional(Email),
  }),
  output: PromotionPreview,
  async run(input, ctx) {
    const { currency = ctx.scope.currency, channelId = ctx.scope.channelId } = input
    const buyer = { customerId: input.customerId ?? null, email: input.email ?? null }
    const about = { currency, channelId, customerId: buyer.customerId }
    const lines = await priced(input.lines, about, ctx)
    const codes = await Promise.all((input.codes ?? []).map((code) => enteredCode(code, ctx)))
    const known = codes.filter((code) => code !== null)
    const weighed = await weigh(
      {
        lines,
        delivery: input.deliveryAmount ?? null,
        currency,
        channelId,
        codes: known,
        buyer,
        held: false,
      },
      ctx,
    )
    const money = (amount: number): Money => ({ amount, currency })
    const whole = lines.map((line) => line.quantity * line.unitAmount)
    const live = await ctx.app.snapshots.read(promotionsSnapshot, ctx)
    return {
      subtotal: money(sumOf(whole)),
      discount: money(sumOf(weighed.discounts.map((discount) => discount.amount))),
      deliveryDiscount: money(weighed.delivery),
      lines: lines.map(({ variantId }, index) => ({
        variantId,
        subtotal: money(whole[index]!),
        discount: money(weighed.lines[index]!),
      })),
      tried: live
        .filter(({ id }) => weighed.verdicts.has(id))
        .slice(0, MOST_TRIED)
        .map(({ id, kind }) => {
          const verdict = weighed.verdicts.get(id)!
          return {
            promotionId: id,
            name: weighed.nameOf(id)!,
            kind,
            code: known.find((code) => code.promotionId === id)?.code ?? null,
            reason: verdict.reason,
            message: refusalOf(weighed, id, currency)?.message ?? null,
            discount: money(verdict.reason === 'applied' ? verdict.amount : 0),
          }
        }),
      unknownCodes: (input.codes ?? []).filter((_, index) => codes[index] === null),
    }
  },
})

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

interface Priced {
  variantId: string
  productId: string
  quantity: number
  unitAmount: number
}

/** At the present prices; a variant without one in this currency is named. */
async function priced(
  wanted: Static<typeof PreviewLine>[],
  about: { currency: string; channelId: string; customerId: string | null },
  ctx: Ctx,
): Promise<Priced[]> {
  const price = priceFor(
    {
      variant: sql`v.id`,
      currency: sql`${about.currency}::text`,
      quantity: sql`w.quantity`,
      channel: sql`${about.channelId}::uuid`,
      customer: sql`${about.customerId}::uuid`,
    },
    await listsNow(ctx),
  )
  const { rows } = await sql<Priced>`
    select w."variantId", v.product_id as "productId", w.quantity, price.amount as "unitAmount"
    from json_to_recordset(${JSON.stringify(wanted)}) as w("variantId" uuid, quantity int)
    join catalog.variant v on v.store_id = ${ctx.storeId} and v.id = w."variantId"
    join lateral ${price} price on true`.execute(ctx.db)
  const lines = wanted.map(({ variantId, quantity }, index) => {
    const found = rows.find((row) => row.variantId === variantId && row.quantity === quantity)
    if (found) return found
    const message = `There is no such variant with a price in ${about.currency}.`
    throw invalid(`lines.${index}.variantId`, 'unknown', message)
  })
  if (!Number.isSafeInteger(sumOf(lines.map((line) => line.quantity * line.unitAmount))))
    throw invalid('lines', 'too_large', 'The total would be larger than the store can count.')
  return lines
}
