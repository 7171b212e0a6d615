/** Keeps orders from before this shop, as they were. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { minorOf } from '#kit/money.ts'
import type { Item, Row } from '#kit/resource.ts'
import { SUMS } from './order-rows.ts'

export async function putPastOrders(ctx: Ctx, items: Item[]): Promise<void> {
  const groups = [...Map.groupBy(items, ({ row }) => row['number']).values()].map((group) => ({
    id: newId(),
    group: group.toSorted((a, b) => Number(a.row['line']) - Number(b.row['line'])),
  }))
  await sql`
    insert into orders.past_order (id, store_id, number, state, email, name, country, currency, prices_include_tax, subtotal_amount,
      deposit_amount, delivery_amount, discount_amount, tax_relief_amount, tax_amount, total_amount, placed_at, created_at)
    select id, ${ctx.storeId}, number, state, email, name, country, currency, "pricesIncludeTax", subtotal, deposit, delivery, discount, "taxRelief", tax, total,
      "placedAt", ${ctx.now()}
    from json_to_recordset(${JSON.stringify(groups.map(({ id, group }) => head(id, group[0]!.row)))})
      as o(id uuid, number text, state text, email text, name text, country text, currency text, "pricesIncludeTax" boolean,
        subtotal bigint, deposit bigint, delivery bigint, discount bigint, "taxRelief" bigint, tax bigint, total bigint, "placedAt" timestamptz)`.execute(
    ctx.db,
  )
  const lines = groups.flatMap(({ id, group }) =>
    group.map(({ row }, index) => ({ ...row, id, position: index + 1, unit: minor(row, 'unitPrice') })),
  )
  await sql`
    insert into orders.past_line (store_id, past_order_id, currency, position, sku, name, quantity, unit_amount)
    select ${ctx.storeId}, id, currency, position, sku, item, quantity, unit
    from json_to_recordset(${JSON.stringify(lines)})
      as l(id uuid, currency text, position int, sku text, item text, quantity int, unit bigint)`.execute(
    ctx.db,
  )
}

const minor = (row: Row, name: string) => minorOf(String(row[name]), String(row['currency']))!

function head(id: string, row: Row) {
  const sums = SUMS.map((name) => [name, minor(row, name)])
  return { ...row, id, ...Object.fromEntries(sums) }
}
