import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Flag, Id, Instant, Text, Type } from '#kit/types.ts'
import type { PaymentRow } from '../payment.ts'
import { Payment, shownPayment } from '../shown.ts'
import { PaymentState } from '../state.ts'

const newestFirst = sorts(
  'PaymentSort',
  { createdAt: { column: 'p.created_at', type: 'timestamptz' } },
  { id: 'p.id', first: '-createdAt' },
)

export const list = query({
  id: 'payments.admin.list',
  summary: 'The payments of the store, newest first',
  description:
    '`reference` finds a payment by any name its provider has for it or a part of it, `payableId` the attempts to pay one order, `outcomeUnknown` those whose provider is silent. `since` and `until` are moments of their beginning; `until` itself is left out.',
  rest: 'GET /payments',
  audience: 'staff',
  access: permission('payments.read'),
  input: Type.Object({
    state: Type.Optional(PaymentState),
    payableId: Type.Optional(Id),
    reference: Type.Optional(Text(2000)),
    since: Type.Optional(Instant),
    until: Type.Optional(Instant),
    outcomeUnknown: Type.Optional(Flag),
    ...pageInput,
  }),
  output: pageOf(Payment),
  async run(input, ctx) {
    const { state, payableId, reference, since, until, outcomeUnknown } = input
    const conditions = [
      sql`store_id = ${ctx.storeId}`,
      state && sql`state = ${state}`,
      payableId && sql`payable_id = ${payableId}`,
      reference &&
        sql`id in (select payment_id from payments.reference where store_id = ${ctx.storeId} and reference = ${reference})`,
      since && sql`created_at >= ${since}`,
      until && sql`created_at < ${until}`,
      outcomeUnknown !== undefined && sql`(unknown_since is not null) = ${outcomeUnknown}`,
    ].filter((condition) => condition !== undefined && condition !== false)
    const payments = sql<PaymentRow>`(
      select * from payments.payment where ${sql.join(conditions, sql` and `)})`.as<'p'>('p')
    const query = ctx.db.selectFrom(payments).selectAll('p')
    const { rows, next, total } = await readPage(query, input, newestFirst, ctx.db)
    return { items: rows.map(shownPayment), next, total }
  },
})
