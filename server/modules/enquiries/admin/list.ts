/** What people wrote, for those who answer. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { STAFF, StaffEnquiry } from '../enquiry.ts'

const order = sorts(
  'EnquirySort',
  { created: { column: 'e.created_at', type: 'timestamptz' } },
  { id: 'e.id', first: '-created' },
)

export const list = query({
  id: 'enquiries.admin.list',
  summary: 'What people wrote to the shop',
  rest: 'GET /enquiries',
  audience: 'staff',
  access: permission('enquiries.read'),
  input: Type.Object({ orderId: Type.Optional(Id), sort: Type.Optional(order.shape), ...pageInput }),
  output: pageOf(StaffEnquiry),
  async run({ orderId, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('enquiries.enquiry as e')
      .select(sql<StaffEnquiry>`to_json(s)`.as('found'))
      .leftJoin('orders.order as o', 'o.id', 'e.order_id')
      .innerJoinLateral(sql`(select ${STAFF})`.as('s'), (join) => join.onTrue())
      .where('e.store_id', '=', ctx.storeId)
    if (orderId) found = found.where('e.order_id', '=', orderId)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map((row) => row.found), ...rest }
  },
})
