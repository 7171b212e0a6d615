/** The event log: what became true, newest first. */
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, Key, List, Text, Type, shape } from '#kit/types.ts'

const LoggedEvent = shape('LoggedEvent', {
  id: Id,
  name: Key,
  ids: List(Id, 1000),
  actor: Text(80),
  traceId: Text(64),
  at: Instant,
})
const order = sorts(
  'LoggedEventSort',
  { at: { column: 'e.at', type: 'timestamptz' } },
  { id: 'e.id', first: '-at' },
)

export const list = query({
  id: 'system.events.list',
  summary: 'The event log',
  rest: 'GET /events',
  audience: 'staff',
  access: permission('system.read'),
  input: Type.Object({ name: Type.Optional(Key), ...pageInput }),
  output: pageOf(LoggedEvent),
  async run({ name, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('kit.event as e')
      .select(['e.id', 'e.name', 'e.payload', 'e.actor', 'e.trace_id', 'e.at'])
      .where('e.store_id', '=', ctx.storeId)
    if (name) found = found.where('e.name', '=', name)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        ids: (row.payload as { ids?: string[] }).ids ?? [],
        actor: row.actor,
        traceId: row.trace_id,
        at: row.at.toISOString(),
      })),
      ...rest,
    }
  },
})
