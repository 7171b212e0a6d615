/** What a refund of an order is, as its buyer and as staff see it. */
import {
  Flag,
  Id,
  Instant,
  Int,
  Key,
  List,
  Money,
  Nullable,
  OneOf,
  Text,
  shape,
  type Static,
} from '#kit/types.ts'
import { spread } from '#kit/money.ts'
import { MOST_DEPOSITS, MOST_ON_DEPOSIT, TaxLine } from '../../cart/index.ts'
import { taxLines, type TaxPart } from '../../tax/index.ts'
import type { OrderRow } from '../rows.ts'
import type { Part, Restock } from './plan.ts'

/** More are not made of one order. */
export const MOST_REFUNDS = 200

const line = {
  orderLineId: Id,
  /** Pieces that are paid back; the amount is theirs. */
  quantity: Int(1, 9999),
  amount: Money,
  tax: Money,
}
const OrderRefundLine = shape('OrderRefundLine', line)
const StaffRefundLine = shape('StaffRefundLine', {
  ...line,
  restock: OneOf('none', 'cancel', 'return'),
  locationId: Nullable(Id),
})

const OrderRefundDeposit = shape('OrderRefundDeposit', {
  orderDepositId: Id,
  quantity: Int(1, MOST_ON_DEPOSIT),
  amount: Money,
  tax: Money,
})

/** What is given back: the pieces by line, deposits, the delivery, and what is meant for no part in particular. */
const sums = {
  amount: Money,
  /** Included in the amount, exactly; by rates in `taxes`. */
  tax: Money,
  taxes: List(TaxLine, 20),
  delivery: Money,
  deposits: List(OrderRefundDeposit, MOST_DEPOSITS),
}

const head = {
  id: Id,
  paymentId: Id,
  state: OneOf('approved', 'sent', 'succeeded', 'failed'),
  ...sums,
  createdAt: Instant,
  updatedAt: Instant,
}

export const OrderRefund = shape('OrderRefund', { ...head, lines: List(OrderRefundLine, 200) })
export type OrderRefund = Static<typeof OrderRefund>

export const StaffOrderRefund = shape('StaffOrderRefund', {
  ...head,
  lines: List(StaffRefundLine, 200),
  reason: Text(400),
  actor: Text(80),
  /** The provider has not answered; it is being asked. */
  outcomeUnknown: Flag,
  declineCode: Nullable(Key),
})
export type StaffOrderRefund = Static<typeof StaffOrderRefund>

/** What one request made: one refund for each payment it draws on. */
export const OrderRefunds = shape('OrderRefunds', { refunds: List(StaffOrderRefund, 50, { minItems: 1 }) })

export const RefundPreview = shape('RefundPreview', {
  ...sums,
  lines: List(StaffRefundLine, 200),
  /** The most that one refund can give back now. */
  refundable: Money,
})
export type RefundPreview = Static<typeof RefundPreview>

export interface RefundRow {
  id: string
  paymentId: string
  state: StaffOrderRefund['state']
  unknown: boolean
  amount: number
  reason: string
  actor: string
  declineCode: string | null
  createdAt: string
  updatedAt: string
  parts: Part[]
}

type Rates = Pick<OrderRow, 'currency' | 'delivery'> & {
  lines: (TaxedAs & { id: string })[]
  deposits: (TaxedAs & { id: string })[]
}

/** One that failed gave nothing back, so its buyer does not hear of it. */
export function refundsView(row: OrderRow): OrderRefund[] {
  return row.refunds
    .filter((refund) => refund.state !== 'failed')
    .map((refund) => {
      const { id, paymentId, state, createdAt, updatedAt } = refund
      const sums = sumsOf(refund.parts, refund.amount, row)
      const lines = linesOf(refund.parts, row.currency).map((line) => {
        const { orderLineId, quantity, amount, tax } = line
        return { orderLineId, quantity, amount, tax }
      })
      return { id, paymentId, state, ...sums, lines, createdAt, updatedAt }
    })
}

export function staffRefund(refund: RefundRow, row: Rates): StaffOrderRefund {
  const { unknown: outcomeUnknown, parts, amount, ...head } = refund
  return { ...head, ...sumsOf(parts, amount, row), lines: linesOf(parts, row.currency), outcomeUnknown }
}

export function previewOf(parts: Part[], amount: number, refundable: number, row: Rates): RefundPreview {
  return {
    ...sumsOf(parts, amount, row),
    lines: linesOf(parts, row.currency),
    refundable: { amount: refundable, currency: row.currency },
  }
}

function linesOf(parts: Part[], currency: string) {
  return parts
    .filter((part) => part.lineId !== null && part.quantity > 0)
    .map(({ lineId, quantity, amount, tax, restock, locationId }) => ({
      orderLineId: lineId!,
      quantity,
      amount: { amount, currency },
      tax: { amount: tax, currency },
      restock: restock satisfies Restock,
      locationId,
    }))
}

function sumsOf(parts: Part[], amount: number, { currency, lines, deposits, delivery }: Rates) {
  const money = (sum: number): Money => ({ amount: sum, currency })
  const taxedAs = ({ lineId, depositId }: Part) =>
    [...lines, ...deposits].find(({ id }) => id === lineId || id === depositId) ?? delivery!
  const taxes = taxLines(
    parts.map((part) => ({ net: part.amount - part.tax, taxes: taxesIn(part, taxedAs(part)) })),
  )
  return {
    amount: money(amount),
    tax: money(parts.reduce((sum, part) => sum + part.tax, 0)),
    taxes: taxes.map((tax) => ({ ...tax, base: money(tax.base), amount: money(tax.amount) })),
    delivery: money(parts.find((part) => part.lineId === null && part.depositId === null)?.amount ?? 0),
    deposits: parts.flatMap(({ depositId, quantity, amount: back, tax }) =>
      depositId && quantity > 0
        ? [{ orderDepositId: depositId, quantity, amount: money(back), tax: money(tax) }]
        : [],
    ),
  }
}

interface TaxedAs {
  taxName: string
  taxRateBasisPoints: number
  taxParts?: TaxPart[]
}

/** The tax that is given back, by the taxes it was charged as. */
function taxesIn({ tax }: Part, { taxName, taxRateBasisPoints, taxParts = [] }: TaxedAs): TaxPart[] {
  if (taxParts.length < 2) {
    const rule = { rateId: null, name: taxName, rateBasisPoints: taxRateBasisPoints, rateHundredths: 0 }
    return [{ ...rule, compound: false, ...taxParts[0], amount: tax }]
  }
  const amounts =
    tax === 0
      ? taxParts.map(() => 0)
      : spread(
          tax,
          taxParts.map(({ amount }) => amount),
        )
  return taxParts.map((part, index) => ({ ...part, amount: amounts[index]! }))
}
