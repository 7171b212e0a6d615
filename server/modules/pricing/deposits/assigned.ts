/** Which deposits are asked for one of a variant. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { VariantDeposits, depositsOf } from './deposit.ts'

export const assigned = query({
  id: 'pricing.deposits.assigned',
  summary: 'The deposits that go with a variant',
  rest: 'GET /variants/:variantId/deposits',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Type.Object({ variantId: Id }),
  output: VariantDeposits,
  failures: [NotFound],
  async run({ variantId }, ctx) {
    const { rows } =
      await sql`select from catalog.variant where store_id = ${ctx.storeId} and id = ${variantId}`.execute(
        ctx.db,
      )
    if (rows.length === 0) throw NotFound({})
    return depositsOf(ctx, variantId)
  },
})
