/**
 * Who judges: a member by their account, or a guest by the link of an order of theirs.
 *
 * Each has one review of a product, which the hash makes sure of: of the account, or of the address the order was
 * placed with, so that two orders of one guest are one person.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { blindIndex } from '#kit/seal.ts'
import { normalEmail } from '#kit/text.ts'
import { Id, Token, Type } from '#kit/types.ts'
import { customerId } from '../customers/index.ts'
import { readOwn, seesOwnOrder } from '../orders/index.ts'

/** Spread into inputs: what a guest shows instead of an account. */
export const byOrder = { orderId: Type.Optional(Id), token: Type.Optional(Token) }

interface ByOrder {
  orderId?: string | undefined
  token?: string | undefined
}

export interface Writer {
  hash: Buffer
  customerId: string | null
  /** Of a guest. */
  orderId: string | null
}

export async function writerOf({ orderId, token }: ByOrder, ctx: Ctx): Promise<Writer> {
  if (orderId === undefined) return memberBy(customerId(ctx))
  await seesOwnOrder.check({ orderId, ...(token && { token }) } as never, ctx)
  const { customer_id, email } = await readOwn(orderId, ctx)
  if (customer_id) return memberBy(customer_id)
  const hash = blindIndex(ctx.app.config.secret, 'writer of reviews', normalEmail(email))
  return { hash, customerId: null, orderId }
}

const memberBy = (id: string): Writer => ({
  hash: createHash('sha256').update(id).digest(),
  customerId: id,
  orderId: null,
})

/** Whether they bought it, and it was not called off. */
export async function hasBought(ctx: Ctx, writer: Writer, productId: string): Promise<boolean> {
  const { rows } = await sql<{ bought: boolean }>`
    select exists (select from orders.order o join orders.line l on l.order_id = o.id
      where o.store_id = ${ctx.storeId} and o.state in ('confirmed', 'completed', 'archived')
        and ${writer.customerId ? sql`o.customer_id = ${writer.customerId}` : sql`o.id = ${writer.orderId}`}
        and l.product_id = ${productId} and l.quantity > l.quantity_cancelled) as bought`.execute(ctx.db)
  return rows[0]!.bought
}

/** Only what is or was for sale can be judged. */
export async function mustBeThere(ctx: Ctx, productId: string): Promise<void> {
  const { rows } = await sql`select 1 from catalog.product
    where store_id = ${ctx.storeId} and id = ${productId} and state = 'published' and archived_at is null`.execute(
    ctx.db,
  )
  if (rows.length === 0) throw NotFound({})
}
