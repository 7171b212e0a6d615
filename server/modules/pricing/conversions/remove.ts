/** Ends a conversion. The prices that followed from it are taken away by the job; those that were set stay. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Currency, Type } from '#kit/types.ts'
import { columns, type Conversion } from './conversion.ts'
import { FIRST_ID } from './derive-all.ts'

export const remove = command({
  id: 'pricing.conversions.remove',
  summary: 'Let the prices of a currency no longer follow by rate',
  rest: 'DELETE /conversions/:currency',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ currency: Currency }),
  output: Done,
  async run({ currency }, ctx) {
    const { rows } = await sql<Conversion>`
      update pricing.conversion set ending = true, after_id = ${FIRST_ID}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and currency = ${currency} and not ending returning ${columns}`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    ctx.audit({ subject: 'pricing.conversion', subjectId: ctx.storeId, before: rows[0], after: null })
    return { done: true as const }
  },
})
