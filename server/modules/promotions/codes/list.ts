/** The codes of a promotion, the newest first. */
import { sql, type Kysely } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { PromotionCode, codeColumns } from './code.ts'

const newestFirst = sorts(
  'PromotionCodeSort',
  { created: { column: 'c.created_at', type: 'timestamptz' } },
  { id: 'c.id', first: '-created' },
)

export const list = query({
  id: 'promotions.codes.list',
  summary: 'The codes of a promotion',
  rest: 'GET /promotions/:promotionId/codes',
  audience: 'staff',
  access: permission('promotions.read'),
  input: Type.Object({ promotionId: Id, ...pageInput }),
  output: pageOf(PromotionCode),
  async run({ promotionId, ...page }, ctx) {
    const found = (ctx.db as unknown as Kysely<Record<string, never>>)
      .selectFrom(
        sql<PromotionCode>`(select c.created_at, ${codeColumns} from promotions.code c
          where c.store_id = ${ctx.storeId} and c.promotion_id = ${promotionId})`.as<'c'>('c'),
      )
      .selectAll('c')
    const { rows, next, total } = await readPage(found as never, page, newestFirst, ctx.db)
    const items = rows.map((row) => {
      const { created_at: _, ...code } = row as PromotionCode & { created_at: Date }
      return code
    })
    return { items, next, total }
  },
})
