/** The list that holds for everybody and always. */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'

export const BASE_LIST = 'base'

const held = new WeakMap<App, Map<string, string>>()

/** The base list of the store. Its id never changes, so it is held for the life of the process. */
export async function baseListId(ctx: Ctx): Promise<string> {
  const known = held.get(ctx.app) ?? new Map<string, string>()
  held.set(ctx.app, known)
  const found = known.get(ctx.storeId)
  if (found) return found
  const { rows } = await sql<{ id: string }>`
    select id from pricing.list where store_id = ${ctx.storeId} and key = ${BASE_LIST} and archived_at is null`.execute(
    ctx.db,
  )
  const id = rows[0]?.id ?? NO_LIST
  const hold = () => void known.set(ctx.storeId, id)
  if (id === NO_LIST) return id
  // What a transaction sees may be its own, and is nothing when it rolls back; the pool sees what is there.
  if (ctx.db === ctx.app.pool.db) hold()
  else ctx.afterCommit(hold)
  return id
}

/** A store without prices yet: nothing has this id. */
export const NO_LIST = '00000000-0000-0000-0000-000000000000'
