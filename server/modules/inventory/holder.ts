/**
 * Who holds promises of stock, and how long they are left alone.
 *
 * Promises that are paid for may be moved to another place while their holder is at work on them: a row that goes and
 * one that comes, of which whoever waits for the first would see nothing. So whoever sends or gives back what is paid
 * locks the holder first, and whoever moves passes over holders that are locked.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'

export interface Holder {
  kind: string
  id: string
}

const NAME = 'inventory.holder '

/** A statement of its own: the ones after it see what was moved before. */
export async function lockHolder(ctx: Ctx, { id }: Holder): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${NAME + id}, 0))`.execute(ctx.db)
}

/** True where nobody else has the holder, who is locked from now on; plain SQL. */
export const holderIsFree = (id: string) =>
  `pg_try_advisory_xact_lock(hashtextextended('${NAME}' || ${id}, 0))`
