/** Returns, for those who answer and receive them. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { ReturnState, STAFF, StaffReturn } from '../return.ts'

const order = sorts(
  'StaffReturnSort',
  { created: { column: 'r.created_at', type: 'timestamptz' } },
  { id: 'r.id', first: '-created' },
)

export const list = query({
  id: 'returns.admin.list',
  summary: 'Returns, the newest first',
  rest: 'GET /returns',
  audience: 'staff',
  access: permission('returns.read'),
  input: Type.Object({
    state: Type.Optional(ReturnState),
    orderId: Type.Optional(Id),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StaffReturn),
  async run({ state, orderId, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('returns.return as r')
      .select(sql<StaffReturn>`to_json(s)`.as('found'))
      .innerJoinLateral(sql`(${STAFF})`.as('s'), (join) => join.onTrue())
      .where('r.store_id', '=', ctx.storeId)
    if (state) found = found.where('r.state', '=', state)
    if (orderId) found = found.where('r.order_id', '=', orderId)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map((row) => row.found), ...rest }
  },
})
