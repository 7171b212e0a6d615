/** All API keys of the store, also those that were revoked. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { ApiKey, keyColumns } from './key.ts'

const order = sorts(
  'ApiKeySort',
  { created: { column: 'k.created_at', type: 'timestamptz' } },
  { id: 'k.id', first: '-created' },
)

export const list = query({
  id: 'identity.keys.list',
  summary: 'API keys',
  rest: 'GET /keys',
  audience: 'staff',
  access: permission('keys.read'),
  input: Type.Object({ sort: Type.Optional(order.shape), ...pageInput }),
  output: pageOf(ApiKey),
  async run(page, ctx) {
    const keys = sql<ApiKey & { created_at: Date }>`(
      select ${keyColumns}, k.created_at from identity.api_key k where k.store_id = ${ctx.storeId})`.as<'k'>(
      'k',
    )
    const found = ctx.db.selectFrom(keys).selectAll('k')
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map(({ created_at: at, ...key }) => ({ ...key, createdAt: at.toISOString() })),
      ...rest,
    }
  },
})
