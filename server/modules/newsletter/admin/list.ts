/** Who asked for letters, gets them or has ended them, with what they agreed to. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { normalEmail } from '#kit/text.ts'
import { Email, Type } from '#kit/types.ts'
import { STAFF, StaffSubscription, SubscriptionState, hashOf } from '../subscription.ts'

const order = sorts(
  'SubscriptionSort',
  { asked: { column: 's.asked_at', type: 'timestamptz' } },
  { id: 's.id', first: '-asked' },
)

export const list = query({
  id: 'newsletter.admin.list',
  summary: 'Who wants the newsletter',
  description:
    'By `email` also those are found that have ended: their address is erased, and what proves the consent is kept for three years.',
  rest: 'GET /newsletter/subscriptions',
  audience: 'staff',
  access: permission('newsletter.read'),
  input: Type.Object({
    state: Type.Optional(SubscriptionState),
    email: Type.Optional(Email),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StaffSubscription),
  async run({ state, email, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('newsletter.subscription as s')
      .select(sql<StaffSubscription>`to_json(t)`.as('found'))
      .innerJoinLateral(sql`(select ${STAFF})`.as('t'), (join) => join.onTrue())
      .where('s.store_id', '=', ctx.storeId)
    if (state) found = found.where('s.state', '=', state)
    if (email) {
      const normal = normalEmail(email)
      found = found.where((is) =>
        is.or([
          is('s.email', '=', normal),
          is.and([is('s.email_hash', '=', hashOf(ctx, normal)), is('s.ended_at', 'is not', null)]),
        ]),
      )
    }
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map((row) => row.found), ...rest }
  },
})
