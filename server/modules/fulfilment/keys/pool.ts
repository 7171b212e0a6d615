/**
 * The pool of licence keys of a variant.
 *
 * Where nothing is sold without one, the pool is counted as stock, at the first place of the store: so keys are set
 * aside at checkout like goods are, and the last one is sold once.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { unseal } from '#kit/seal.ts'
import { countIn, placesSnapshot } from '../../inventory/index.ts'

/** What the seal and the fingerprint are drawn for. */
export const PURPOSE = 'licence key'

export interface Key {
  id: string
  orderLineId: string
  text: string
}

/** Where keys lie. */
export async function poolPlace(ctx: Ctx): Promise<string> {
  const [first] = await ctx.app.snapshots.read(placesSnapshot, ctx)
  if (!first) throw NotFound({})
  return first.id
}

export async function countPool(
  ctx: Ctx,
  variantId: string,
  locationId: string,
  more: number,
  cause: string,
): Promise<void> {
  await countIn(ctx, { variantId, locationId, pieces: more, cause })
}

/** Hands over so many keys, or as many as there are; the oldest first. The order is locked. Answers how many. */
export async function giveKeys(
  ctx: Ctx,
  line: { orderId: string; orderLineId: string; variantId: string },
  pieces: number,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update fulfilment.licence_key set state = 'given', order_id = ${line.orderId}, order_line_id = ${line.orderLineId}, given_at = ${ctx.now()}
    where id in (
      select id from fulfilment.licence_key where store_id = ${ctx.storeId} and variant_id = ${line.variantId} and state = 'free'
      order by id limit ${pieces} for update skip locked)
    returning id`.execute(ctx.db)
  return rows.length
}

/** Of the keys of a line, all but so many; the last ones that were given. */
export async function revokeKeys(ctx: Ctx, orderLineId: string, keep: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update fulfilment.licence_key set state = 'revoked', revoked_at = ${ctx.now()}
    where id in (
      select id from fulfilment.licence_key where store_id = ${ctx.storeId} and order_line_id = ${orderLineId} and state = 'given'
      order by given_at, id offset ${keep} for update)
    returning id`.execute(ctx.db)
  return rows.length
}

/** Of an order, those that hold. */
export async function keysOf(ctx: Ctx, orderId: string): Promise<Key[]> {
  const { rows } = await sql<{ id: string; orderLineId: string; sealed: Buffer }>`
    select id, order_line_id as "orderLineId", sealed from fulfilment.licence_key
    where store_id = ${ctx.storeId} and order_id = ${orderId} and state = 'given' order by given_at, id limit 1000`.execute(
    ctx.db,
  )
  return rows.map(({ sealed, ...key }) => ({ ...key, text: unseal(ctx.app.config.secret, PURPOSE, sealed) }))
}
