/** All promotions, the newest first. */
import { sql, type Kysely } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type, type Static } from '#kit/types.ts'
import { Promotion, PromotionState, columns } from './promotion.ts'

const newestFirst = sorts(
  'PromotionSort',
  { created: { column: 'x.created_at', type: 'timestamptz' } },
  { id: 'x.id', first: '-created' },
)

export const list = query({
  id: 'promotions.list',
  summary: 'The promotions of the store',
  rest: 'GET /promotions',
  audience: 'staff',
  access: permission('promotions.read'),
  input: Type.Object({ state: Type.Optional(PromotionState), ...pageInput }),
  output: pageOf(Promotion),
  async run({ state, ...page }, ctx) {
    const found = (ctx.db as unknown as Kysely<Record<string, never>>)
      .selectFrom(
        sql<Promotion>`(select p.created_at, ${columns(ctx.now())} from promotions.promotion p
          where p.store_id = ${ctx.storeId} and ${inState(state, ctx.now())})`.as<'x'>('x'),
      )
      .selectAll('x')
    const { rows, next, total } = await readPage(found as never, page, newestFirst, ctx.db)
    const items = rows.map((row) => {
      const { created_at: _, ...promotion } = row as Promotion & { created_at: Date }
      return promotion
    })
    return { items, next, total }
  },
})

function inState(state: Static<typeof PromotionState> | undefined, now: Date) {
  if (state === undefined) return sql`true`
  if (state === 'archived') return sql`p.archived_at is not null`
  if (state === 'over') return sql`p.archived_at is null and p.ends_at <= ${now}`
  if (state === 'scheduled') return sql`p.archived_at is null and p.starts_at > ${now}`
  return sql`p.archived_at is null and coalesce(p.ends_at > ${now}, true) and coalesce(p.starts_at <= ${now}, true)`
}
