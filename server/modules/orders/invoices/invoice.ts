/** An invoice as it was made. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Address } from '../../customers/index.ts'
import type { Seller } from './seller.ts'

export interface Invoice {
  /** As people say it: `RE-2026-00042`. */
  number: string
  seller: Seller
  buyer: { address: Address; companyName: string | null; taxId: string | null }
  issuedAt: string
}

export async function readInvoice(ctx: Ctx, orderId: string): Promise<Invoice | null> {
  const { rows } = await sql<Omit<Invoice, 'number'> & { prefix: string; year: number; nth: number }>`
    select prefix, year, number as nth, seller, buyer, kit.utc(issued_at) as "issuedAt"
    from orders.invoice where store_id = ${ctx.storeId} and order_id = ${orderId}`.execute(ctx.db)
  const [row] = rows
  if (!row) return null
  const { prefix, year, nth, ...rest } = row
  return { ...rest, number: `${prefix}${year}-${String(nth).padStart(5, '0')}` }
}
