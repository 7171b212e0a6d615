/**
 * The taxes of a cart as a tax provider answered them, where one is asked.
 *
 * Reading a cart looks for an answer and never waits for one; changing it writes down what is to be asked. Without an
 * address, without a provider and until it has answered, the store's own rates hold.
 */
import type { Ctx } from '#kit/context.ts'
import type { Address } from '../customers/index.ts'
import {
  askBehind,
  partsOf,
  providerOf,
  quoteOf,
  rateOf,
  wantQuote,
  type Decided,
  type Rate,
  type TaxPart,
  type TaxQuestion,
  type TaxRates,
} from '../tax/index.ts'
import type { CartRow } from './rows.ts'
import type { TotalsInput } from './totals.ts'

export interface About {
  currency: string
  on: string
  from: string
  to: Address | null | undefined
  categories: TaxRates['categories']
}

/** A line of the totals with the id of its tax category. */
type Categorised<T> = T & { taxCategoryId: string }

interface Goods extends TotalsInput {
  lines: readonly Categorised<TotalsInput['lines'][number]>[]
  delivery: Categorised<NonNullable<TotalsInput['delivery']>> | null
}

export interface Quoted {
  /** Of the lines in their order and then of the delivery; null: the store's own rates hold. */
  taxes: TaxPart[][] | null
  /** What the provider has yet to answer. */
  unanswered: TaxQuestion | null
}

export const OWN_RATES: Quoted = { taxes: null, unanswered: null }

export async function quotedTaxes(goods: Goods, about: About, ctx: Ctx): Promise<Quoted> {
  const provider = providerOf(ctx)
  if (!provider || !about.to || goods.lines.length === 0) return OWN_RATES
  const question = questionOf(goods, about, about.to)
  const answer = await quoteOf(ctx, provider, question)
  return answer
    ? { taxes: partsOf(answer).map(orNone), unanswered: null }
    : { taxes: null, unanswered: question }
}

/** After a change: whoever has yet to say something of the cart is asked, once this is committed. */
export async function askForTaxes(
  ctx: Ctx,
  { row, quoted: { unanswered }, decided }: { row: CartRow; quoted: Quoted; decided: Decided },
): Promise<void> {
  const provider = providerOf(ctx)
  if (provider && unanswered) await wantQuote(ctx, provider, unanswered)
  if (row.tax_id !== null && decided.isCheckDue) await askBehind(ctx, row.tax_id)
}

/** What a line is charged, as a rate: what was quoted, else the store's own. */
export function quotedRate({ taxes }: Quoted, index: number, own: Rate): Rate {
  const parts = taxes?.at(index)
  return parts ? rateOf(parts) : own
}

const NONE: TaxPart = {
  rateId: null,
  name: 'No tax',
  rateBasisPoints: 0,
  rateHundredths: 0,
  compound: false,
  amount: 0,
}
const orNone = (parts: TaxPart[]) => (parts.length > 0 ? parts : [NONE])

function questionOf(
  { lines, delivery, taxIncluded, rounding }: Goods,
  about: About,
  to: Address,
): TaxQuestion {
  const keyOf = (id: string) => about.categories.find((category) => category.id === id)?.key ?? id
  const asked = lines.map(({ quantity, unitAmount, discount = 0, taxCategoryId }) => ({
    category: keyOf(taxCategoryId),
    amount: quantity * unitAmount - discount,
    delivery: false,
  }))
  const brought = delivery && {
    category: keyOf(delivery.taxCategoryId),
    amount: delivery.amount - (delivery.discount ?? 0),
    delivery: true,
  }
  return {
    currency: about.currency,
    taxIncluded,
    rounding,
    on: about.on,
    from: { country: about.from, region: null, postalCode: null },
    to: { country: to.country, region: to.region, postalCode: to.postalCode },
    lines: brought ? [...asked, brought] : asked,
  }
}
