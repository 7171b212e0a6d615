import { sql, type Kysely } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Flag, Id, Type } from '#kit/types.ts'
import { PaymentState, type PaymentRow } from '../payment.ts'
import { Payment, shownPayment } from '../shown.ts'

const newestFirst = sorts(
  'PaymentSort',
  { createdAt: { column: 'p.created_at', type: 'timestamptz' } },
  { id: 'p.id', first: '-createdAt' },
)

export const list = query({
  id: 'payments.admin.list',
  summary: 'The payments of the store, newest first',
  description:
    '`payableId` finds the attempts to pay one order; `outcomeUnknown` those whose provider is silent.',
  rest: 'GET /payments',
  audience: 'staff',
  access: permission('payments.read'),
  input: Type.Object({
    state: Type.Optional(PaymentState),
    payableId: Type.Optional(Id),
    outcomeUnknown: Type.Optional(Flag),
    ...pageInput,
  }),
  output: pageOf(Payment),
  async run(input, ctx) {
    const payments = sql<PaymentRow>`(
      select * from payments.payment where store_id = ${ctx.storeId}
        and ${input.state === undefined ? sql`true` : sql`state = ${input.state}`}
        and ${input.payableId === undefined ? sql`true` : sql`payable_id = ${input.payableId}`}
        and ${input.outcomeUnknown === undefined ? sql`true` : sql`(unknown_since is not null) = ${input.outcomeUnknown}`})`.as<'p'>(
      'p',
    )
    const query = (ctx.db as unknown as Kysely<Record<string, never>>).selectFrom(payments).selectAll('p')
    const { rows, next, total } = await readPage(query as never, input, newestFirst, ctx.db)
    return { items: (rows as PaymentRow[]).map(shownPayment), next, total }
  },
})
