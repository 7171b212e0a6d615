/** A code as shoppers type it: in any case, with blanks around it, as long as it is one. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { EnteredCode } from '../weigh.ts'

/** A row of promotions.code, known as `alias`, as an EnteredCode. */
export function codeEntered(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`json_build_object('codeId', ${column('id')}, 'code', ${column('code')}, 'promotionId', ${column('promotion_id')},
    'usedUp', coalesce(${column('used')} >= ${column('usage_limit')}, false), 'archived', ${column('archived_at')} is not null)`
}

export function asCode(typed: string): string {
  return typed.trim().toUpperCase()
}

export async function enteredCode(typed: string, ctx: Ctx): Promise<EnteredCode | null> {
  const { rows } = await sql<{
    entered: EnteredCode
  }>`select ${codeEntered('c')} as entered from promotions.code c
    where c.store_id = ${ctx.storeId} and c.code = ${asCode(typed)} and c.archived_at is null`.execute(ctx.db)
  return rows[0]?.entered ?? null
}
