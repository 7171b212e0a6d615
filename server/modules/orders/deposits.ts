/** What was asked for the bottles of an order: lines of their own, each with the line of goods it goes with. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Id, Int, Money, Text, shape, type Static } from '#kit/types.ts'
import { MOST_ON_DEPOSIT, type PricedDeposit } from '../cart/index.ts'
import type { TaxPart } from '../tax/index.ts'

export const OrderDeposit = shape('OrderDeposit', {
  id: Id,
  /** The line it goes with. */
  lineId: Id,
  name: Text(120),
  quantity: Int(1, MOST_ON_DEPOSIT),
  unitPrice: Money,
  /** Without the tax that is not charged. */
  total: Money,
})
export type OrderDeposit = Static<typeof OrderDeposit>

export interface OrderDepositRow {
  id: string
  lineId: string
  name: string
  quantity: number
  unitAmount: number
  total: number
  taxName: string
  taxRateBasisPoints: number
  taxParts: TaxPart[]
}

/** A statement (for a CTE). `idOf` says which line of the order one of the cart became. */
export function keepDeposits(
  ctx: Ctx,
  order: { id: string; currency: string },
  deposits: readonly PricedDeposit[],
  idOf: (cartLineId: string) => string,
): RawBuilder<unknown> {
  const born = deposits.map((deposit, position) => ({
    id: ctx.id(),
    line_id: idOf(deposit.lineId),
    deposit_id: deposit.depositId,
    position,
    name: deposit.name,
    quantity: deposit.quantity,
    unit_amount: deposit.unitAmount,
    tax_relief_amount: deposit.taxRelief,
    total_amount: deposit.total,
    tax_name: deposit.rate.name,
    tax_rate_basis_points: deposit.rate.rateBasisPoints,
    tax_amount: deposit.tax,
    tax_parts: deposit.taxParts,
  }))
  return sql`
      insert into orders.deposit (id, store_id, order_id, line_id, deposit_id, currency, position, name, quantity, unit_amount, tax_relief_amount, total_amount,
        tax_name, tax_rate_basis_points, tax_amount, tax_parts)
      select d.id, ${ctx.storeId}, ${order.id}, d.line_id, d.deposit_id, ${order.currency}, d.position, d.name, d.quantity, d.unit_amount,
        d.tax_relief_amount, d.total_amount, d.tax_name, d.tax_rate_basis_points, d.tax_amount, d.tax_parts
      from jsonb_to_recordset(${JSON.stringify(born)}::jsonb) as d(id uuid, line_id uuid, deposit_id uuid, position int, name text, quantity int,
        unit_amount bigint, tax_relief_amount bigint, total_amount bigint, tax_name text, tax_rate_basis_points int, tax_amount bigint, tax_parts jsonb)`
}

/** As JSON; `o` is the order. */
export const DEPOSITS_OF_ORDER = sql<
  OrderDepositRow[]
>`coalesce((select json_agg(json_build_object('id', d.id, 'lineId', d.line_id, 'name', d.name, 'quantity', d.quantity,
        'unitAmount', d.unit_amount, 'total', d.total_amount, 'taxName', d.tax_name, 'taxRateBasisPoints', d.tax_rate_basis_points,
        'taxParts', d.tax_parts) order by d.position) from orders.deposit d where d.order_id = o.id), '[]')`

export function depositView(row: OrderDepositRow, currency: string): OrderDeposit {
  const { id, lineId, name, quantity, unitAmount, total } = row
  const money = (amount: number): Money => ({ amount, currency })
  return { id, lineId, name, quantity, unitPrice: money(unitAmount), total: money(total) }
}
