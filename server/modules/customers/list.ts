/** Everybody who bought with an account or kept an address. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { customFilter } from '#kit/custom.ts'
import { beginsWith } from '#kit/filter.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Custom, Text, Type, type Static } from '#kit/types.ts'
import { CUSTOMER } from './custom.ts'
import { StaffCustomerCard } from './staff-customer.ts'

const order = sorts(
  'CustomerSort',
  {
    created: { column: 'c.created_at', type: 'timestamptz' },
    name: { column: 'c.name', type: 'text' },
    email: { column: 'c.email', type: 'text' },
  },
  { id: 'c.id', first: '-created' },
)

export const list = query({
  id: 'customers.list',
  summary: 'The customers of the store',
  description: '`q` is the beginning of an e-mail address or a name.',
  rest: 'GET /customers',
  audience: 'staff',
  access: permission('customers.read'),
  input: Type.Object({
    q: Type.Optional(Text(254)),
    custom: Type.Optional(Custom),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StaffCustomerCard),
  async run({ q, custom, ...page }, ctx) {
    const customers = sql<Row>`(
      select c.id, p.email, p.name, c.phone, c.marketing, c.version, c.created_at
      from customers.customer c join identity.person p on (p.store_id, p.id) = (c.store_id, c.id)
      where c.store_id = ${ctx.storeId} and c.archived_at is null and p.archived_at is null
        and ${q === undefined ? sql`true` : startsWith(q, ctx)}
        and ${customFilter(ctx, CUSTOMER, 'c', custom)})`.as<'c'>('c')
    const found = ctx.db.selectFrom(customers).selectAll('c')
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map(({ created_at: createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
      })),
      ...rest,
    }
  },
})

/** identity has the indexes `person_email_start` and `person_name_start`. */
function startsWith(q: string, ctx: Ctx) {
  const start = q.trim().toLowerCase()
  const among = sql`from identity.person s where s.store_id = ${ctx.storeId}`
  return sql`c.id = any(array(select s.id ${among} and ${beginsWith(sql`s.email`, start)}
    union all select s.id ${among} and ${beginsWith(sql`lower(s.name)`, start)}))`
}

type Row = Omit<Static<typeof StaffCustomerCard>, 'createdAt'> & { created_at: Date }
