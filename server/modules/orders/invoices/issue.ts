/**
 * Makes the invoices that are due: numbered one after the other in each year, in the order in which orders were confirmed.
 *
 * The store's settings are locked meanwhile, so that no two take one number and none is left out; nothing of the
 * checkout waits for that lock.
 */
import { sql, type RawBuilder } from 'kysely'
import { after, hours } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import type { Seller } from './seller.ts'

const AT_ONCE = 500
/** Longer than any transaction that confirms an order is open. */
const SETTLED = hours(1)

interface Due {
  seller: Seller | null
  since: Date | null
}

/** Of `o`, the order: was an invoice made for it, or will one be? */
export const HAS_INVOICE = sql<boolean>`(exists (select from orders.invoice i where i.order_id = o.id) or exists (
  select from orders.setting s where s.store_id = o.store_id and o.confirmed_at >= s.invoices_from and o.state not in ('cancelled', 'expired')))`

/** Those of all orders, or the one of this order. True: there may be more. */
export async function issueInvoices(ctx: Ctx, orderId?: string): Promise<boolean> {
  const { rows: settings } = await sql<Due>`
    select seller, invoices_from as since from orders.setting where store_id = ${ctx.storeId} for update`.execute(
    ctx.db,
  )
  const { seller, since } = settings[0] ?? { seller: null, since: null }
  if (!seller || !since) return false
  const due = await dueSince(ctx, since, orderId ? sql`o.id = ${orderId}` : sql`true`)
  if (due.length > 0) await write(ctx, due)
  if (orderId === undefined && due.length < AT_ONCE) await moveOn(ctx, since)
  return due.length === AT_ONCE
}

async function dueSince(ctx: Ctx, since: Date, which: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from orders.order o
    where o.store_id = ${ctx.storeId} and o.confirmed_at >= ${since} and o.state not in ('cancelled', 'expired') and ${which}
      and not exists (select from orders.invoice i where i.order_id = o.id)
    order by o.confirmed_at, o.id limit ${AT_ONCE}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function write(ctx: Ctx, orderIds: string[]): Promise<void> {
  await sql`
    with day as (select extract(year from ${ctx.now()}::timestamptz at time zone ${ctx.scope.timeZone})::int as year)
    insert into orders.invoice (id, store_id, order_id, year, number, prefix, seller, buyer, total_amount, currency, issued_at)
    select w.id, o.store_id, o.id, day.year,
      w.place + (select coalesce(max(i.number), 0) from orders.invoice i where i.store_id = o.store_id and i.year = day.year),
      s.invoice_prefix, s.seller, jsonb_build_object('address', o.billing_address, 'companyName', o.company_name, 'taxId', o.tax_id),
      o.total_amount, o.currency, ${ctx.now()}
    from unnest(${orderIds.map(() => ctx.id())}::uuid[], ${orderIds}::uuid[]) with ordinality as w(id, order_id, place)
    join orders.order o on o.store_id = ${ctx.storeId} and o.id = w.order_id
    join orders.setting s on s.store_id = o.store_id
    cross join day`.execute(ctx.db)
}

/** What has its invoices is not looked at again. */
async function moveOn(ctx: Ctx, since: Date): Promise<void> {
  const settled = after(ctx.now(), -SETTLED)
  if (after(since, SETTLED) > settled) return
  await sql`update orders.setting set invoices_from = ${settled} where store_id = ${ctx.storeId}`.execute(
    ctx.db,
  )
}
