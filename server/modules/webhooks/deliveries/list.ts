/** What was sent, is under way or was given up (`state=dead`: the dead letters), the latest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { Delivery, DeliveryState, deliveryColumns } from '../delivery.ts'

const order = sorts(
  'WebhookDeliverySort',
  { created: { column: 'd.created_at', type: 'timestamptz' } },
  { id: 'd.id', first: '-created' },
)

export const list = query({
  id: 'webhooks.deliveries.list',
  summary: 'Webhook deliveries',
  description: 'With `state=dead` those that were given up.',
  rest: 'GET /webhook-deliveries',
  audience: 'staff',
  access: permission('webhooks.read'),
  input: Type.Object({
    endpointId: Type.Optional(Id),
    state: Type.Optional(DeliveryState),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(Delivery),
  async run({ endpointId, state, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('webhooks.delivery as d')
      .select(sql<Delivery>`to_json(s)`.as('found'))
      .innerJoinLateral(sql`(select ${deliveryColumns})`.as('s'), (join) => join.onTrue())
      .where('d.store_id', '=', ctx.storeId)
    if (endpointId) found = found.where('d.endpoint_id', '=', endpointId)
    if (state) found = found.where('d.state', '=', state)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map((row) => row.found), ...rest }
  },
})
