/** How a store deals with orders once they are placed. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Int, Nullable, Version, shape, type Static } from '#kit/types.ts'
import { InvoicePrefix, Seller } from './invoices/seller.ts'

export const OrderSettings = shape('OrderSettings', {
  /** How long the signed link of an order works after the order's last step. */
  linkDays: Int(1, 3650),
  /** How long goods may be sent back after they arrived. */
  returnDays: Int(0, 3650),
  /** A parcel of which nobody says more counts as delivered so many days after it left; null: never by itself. */
  deliveredAfterDays: Nullable(Int(1, 365)),
  /** Who sells, as it stands on invoices. Null: orders get receipts and no invoices. */
  seller: Nullable(Seller),
  /** Before the year and number of an invoice. */
  invoicePrefix: InvoicePrefix,
  version: Version,
})
export type OrderSettings = Static<typeof OrderSettings>

export const DEFAULTS: OrderSettings = {
  linkDays: 90,
  returnDays: 14,
  deliveredAfterDays: null,
  seller: null,
  invoicePrefix: '',
  version: 1,
}

const COLUMNS = sql`link_days as "linkDays", return_days as "returnDays", delivered_after_days as "deliveredAfterDays",
  seller, invoice_prefix as "invoicePrefix", version`

export async function orderSettings(ctx: Ctx): Promise<OrderSettings> {
  const { rows } = await sql<OrderSettings>`
    select ${COLUMNS} from orders.setting where store_id = ${ctx.storeId}`.execute(ctx.db)
  return rows[0] ?? DEFAULTS
}

/** Locked for the transaction; a store that never changed them gets its row now. */
export async function lockOrderSettings(ctx: Ctx): Promise<OrderSettings> {
  const { linkDays, returnDays, deliveredAfterDays } = DEFAULTS
  const { rows } = await sql<OrderSettings>`
    insert into orders.setting as s (store_id, link_days, return_days, delivered_after_days, updated_at)
    values (${ctx.storeId}, ${linkDays}, ${returnDays}, ${deliveredAfterDays}, ${ctx.now()})
    on conflict (store_id) do update set version = s.version
    returning ${COLUMNS}`.execute(ctx.db)
  return rows[0]!
}

/** The settings are locked, and `after` is what they are from now on. */
export async function writeOrderSettings(ctx: Ctx, after: OrderSettings): Promise<void> {
  const { linkDays, returnDays, deliveredAfterDays, seller, invoicePrefix, version } = after
  await sql`
    update orders.setting set link_days = ${linkDays}, return_days = ${returnDays}, delivered_after_days = ${deliveredAfterDays},
      seller = ${seller && JSON.stringify(seller)}::jsonb, invoice_prefix = ${invoicePrefix},
      invoices_from = case when ${seller === null} then null else coalesce(invoices_from, ${ctx.now()}) end,
      version = ${version}, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId}`.execute(ctx.db)
}
