/** A code as staff see it, and how codes are added to a promotion. */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { Count, Flag, Id, Instant, Int, Key, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { lockPromotion } from '../promotion.ts'

/** Letters and digits, also between hyphens and underlines; kept in capitals. */
export const CodeWord = Key
/** How often a code may be used in all; null: as often as its promotion. */
export const CodeLimit = Nullable(Int(1, 1_000_000))

export const PromotionCode = shape('PromotionCode', {
  id: Id,
  promotionId: Id,
  code: Text(80),
  usageLimit: CodeLimit,
  used: Count,
  archived: Flag,
  createdAt: Instant,
})
export type PromotionCode = Static<typeof PromotionCode>

export const codeColumns = sql`c.id, c.promotion_id as "promotionId", c.code, c.usage_limit as "usageLimit", c.used,
  c.archived_at is not null as archived, kit.utc(c.created_at) as "createdAt"`

/** Codes go to promotions that need one. The promotion is locked. */
export async function mustTakeCodes(ctx: Ctx, promotionId: string): Promise<void> {
  const { needsCode } = await lockPromotion(ctx, promotionId, undefined)
  if (!needsCode)
    throw invalid('promotionId', 'needs_no_code', 'This promotion holds by itself, without a code.')
}

/** Answers with those that were free; the others are left out. */
export async function writeCodes(
  ctx: Ctx,
  promotionId: string,
  codes: string[],
  usageLimit: number | null,
): Promise<PromotionCode[]> {
  const rows = codes.map((code) => ({ id: newId(), code: code.toUpperCase() }))
  const written = await sql<PromotionCode>`
    insert into promotions.code as c (id, store_id, promotion_id, code, usage_limit, created_at, updated_at)
    select r.id, ${ctx.storeId}, ${promotionId}, r.code, ${usageLimit}::int, ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as r(id uuid, code text)
    on conflict (store_id, code) where archived_at is null do nothing returning ${codeColumns}`.execute(
    ctx.db,
  )
  return written.rows
}

/** What is not mistaken for another when it is read aloud or from paper: no I, L, O, U, 0, 1. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
/** 30^12 possibilities: 10,000 live codes and a million guesses make one hit in fifty million. */
const LENGTH = 12

export function unguessable(prefix: string): string {
  return prefix + Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
