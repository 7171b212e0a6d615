/** Imports and exports, the newest first. */
import { sql, type Kysely } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { ExchangeRun, RunKind, columns, shown, type RunRow } from '../run.ts'

const newestFirst = sorts(
  'ExchangeRunSort',
  { created: { column: 'x.created_at', type: 'timestamptz' } },
  { id: 'x.id', first: '-created' },
)

export const list = query({
  id: 'exchange.runs.list',
  summary: 'Imports and exports, the newest first',
  rest: 'GET /exchange/runs',
  audience: 'staff',
  access: permission('exchange.read'),
  input: Type.Object({ kind: Type.Optional(RunKind), ...pageInput }),
  output: pageOf(ExchangeRun),
  async run({ kind, ...page }, ctx) {
    const found = (ctx.db as unknown as Kysely<Record<string, never>>)
      .selectFrom(
        sql<RunRow>`(select r.created_at, ${columns} from exchange.run r where r.store_id = ${ctx.storeId}
          and ${kind === undefined ? sql`true` : sql`r.kind = ${kind}`})`.as<'x'>('x'),
      )
      .selectAll('x')
    const { rows, next, total } = await readPage(found as never, page, newestFirst, ctx.db)
    const items = rows.map((row) => {
      const { created_at: _, ...run } = row as RunRow & { created_at: Date }
      return shown(ctx, run)
    })
    return { items, next, total }
  },
})
