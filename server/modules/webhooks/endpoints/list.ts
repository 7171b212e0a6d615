/** Who hears of events, the newest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { Endpoint, endpointColumns } from '../endpoint.ts'

const order = sorts(
  'WebhookEndpointSort',
  { created: { column: 'e.created_at', type: 'timestamptz' } },
  { id: 'e.id', first: '-created' },
)

export const list = query({
  id: 'webhooks.endpoints.list',
  summary: 'Webhook endpoints',
  rest: 'GET /webhook-endpoints',
  audience: 'staff',
  access: permission('webhooks.read'),
  input: Type.Object({ ...pageInput }),
  output: pageOf(Endpoint),
  async run(page, ctx) {
    const found = ctx.db
      .selectFrom('webhooks.endpoint as e')
      .select(sql<Endpoint>`to_json(s)`.as('found'))
      .innerJoinLateral(sql`(select ${endpointColumns})`.as('s'), (join) => join.onTrue())
      .where('e.store_id', '=', ctx.storeId)
      .where('e.archived_at', 'is', null)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map((row) => row.found), ...rest }
  },
})
