/** Orders with a number, of here and of before, as rows of a file: in the order in which they were placed. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { decimalOf } from '#kit/money.ts'
import type { PageOfRows, Row } from '#kit/resource.ts'

/** Orders on a page of an export. */
const PAGE = 500
/** A column that no file has: whose rows these are. */
export const ORDER = '$order'
/** Of an order, in the order of the columns. */
export const SUMS = ['subtotal', 'deposit', 'delivery', 'discount', 'taxRelief', 'tax', 'total']

interface Found {
  id: string
  number: string
  placedAt: string
  state: string
  email: string
  name: string | null
  country: string | null
  currency: string
  pricesIncludeTax: boolean
  amounts: Record<string, number>
  lines: { sku: string; name: string; quantity: number; unit: number }[]
}

export async function rowsOfOrders(ctx: Ctx, numbers: string[]): Promise<Row[]> {
  // Larger numbers than these are not drawn here.
  const drawn = numbers.filter((number) => /^[1-9]\d{0,14}$/.test(number))
  const found = await read(
    ctx,
    sql`o.number = any(${drawn}::bigint[])`,
    sql`o.number = any(${numbers})`,
    numbers.length * 2,
  )
  return found.flatMap(rowsOf)
}

export async function pageOfOrders(
  ctx: Ctx,
  after: string | null,
  { from = '0001-01-01T00:00:00Z', to = '9999-12-31T00:00:00Z' }: Record<string, string>,
): Promise<PageOfRows> {
  const [at, number] = after === null ? ['0001-01-01T00:00:00Z', ''] : (JSON.parse(after) as [string, string])
  const within = sql`o.placed_at >= ${from}::timestamptz and o.placed_at < ${to}::timestamptz and o.placed_at >= ${at}::timestamptz
    and (o.placed_at > ${at}::timestamptz or o.number::text > ${number})`
  const found = await read(ctx, within, within, PAGE)
  const last = found.at(-1)
  return {
    rows: found.flatMap(rowsOf),
    next: found.length === PAGE ? JSON.stringify([last!.placedAt, last!.number]) : null,
  }
}

async function read(
  ctx: Ctx,
  here: RawBuilder<unknown>,
  before: RawBuilder<unknown>,
  limit: number,
): Promise<Found[]> {
  const columns = sql`o.state, o.email, o.currency, o.prices_include_tax as "pricesIncludeTax", o.placed_at as at,
    kit.utc(o.placed_at) as "placedAt", json_build_object('subtotal', o.subtotal_amount, 'deposit', o.deposit_amount,
      'delivery', o.delivery_amount, 'discount', o.discount_amount, 'taxRelief', o.tax_relief_amount, 'tax', o.tax_amount,
      'total', o.total_amount) as amounts`
  const line = sql`'sku', l.sku, 'name', l.name, 'quantity', l.quantity, 'unit', l.unit_amount`
  const { rows } = await sql<Found>`
    select * from (
      (select o.id, o.number::text as number, o.billing_address->>'name' as name, o.billing_address->>'country' as country, ${columns},
        (select json_agg(json_build_object(${line}) order by l.position, l.id) from orders.line l where l.order_id = o.id) as lines
      from orders.order o where o.store_id = ${ctx.storeId} and o.number is not null and ${here} order by o.placed_at, o.number::text limit ${limit})
      union all
      (select o.id, o.number, o.name, o.country, ${columns},
        (select json_agg(json_build_object(${line}) order by l.position) from orders.past_line l where l.past_order_id = o.id) as lines
      from orders.past_order o where o.store_id = ${ctx.storeId} and ${before} order by o.placed_at, o.number limit ${limit})
    ) o order by o.at, o.number limit ${limit}`.execute(ctx.db)
  return rows
}

function rowsOf({ id, lines, amounts, currency, ...order }: Found): Row[] {
  const { number, placedAt, state, email, name, country, pricesIncludeTax } = order
  const decimal = (amount: number) => decimalOf({ amount, currency })
  const sums = Object.fromEntries(Object.entries(amounts).map(([part, amount]) => [part, decimal(amount)]))
  const shared = {
    [ORDER]: id,
    number,
    placedAt,
    state,
    email,
    name,
    country,
    currency,
    pricesIncludeTax,
    ...sums,
  }
  return (lines ?? []).map((line, index) => ({
    ...shared,
    line: index + 1,
    sku: line.sku,
    item: line.name,
    quantity: line.quantity,
    unitPrice: decimal(line.unit),
  }))
}
