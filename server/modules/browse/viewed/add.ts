/** Notes that a shopper looked at a product. Looking again makes it the newest. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { Done, command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { keepNewest, viewerOf } from './viewed.ts'

export const add = command({
  id: 'browse.viewed.add',
  summary: 'Note that a product was looked at',
  rest: 'POST /viewed-products',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ productId: Id }),
  output: Done,
  failures: [NotFound],
  async run({ productId }, ctx) {
    const viewerId = viewerOf(ctx)
    const { rows } = await sql`
      insert into browse.viewed (store_id, viewer_id, product_id, seen_at)
      select p.store_id, ${viewerId}, p.id, ${ctx.now()} from catalog.product p
      where p.store_id = ${ctx.storeId} and p.id = ${productId} and p.state = 'published' and p.archived_at is null
      on conflict (store_id, viewer_id, product_id) do update set seen_at = excluded.seen_at
      returning product_id`.execute(ctx.db)
    if (rows.length === 0) throw NotFound({})
    await keepNewest(ctx, viewerId)
    return { done: true as const }
  },
})
