import { sql, type SqlBool } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { LedOn } from './redirect.ts'

const order = sorts(
  'RedirectSort',
  {
    updated: { column: 'r.updated_at', type: 'timestamptz' },
    from: { column: 'r.from_path', type: 'text' },
    hits: { column: 'r.hits', type: 'bigint' },
  },
  { id: 'r.id', first: '-updated' },
)

export const list = query({
  id: 'content.redirects.list',
  summary: 'Old addresses, and where they lead',
  description: 'Hits are counted in batches, and may lack those of the last minute.',
  rest: 'GET /content/redirects',
  audience: 'staff',
  access: permission('content.read'),
  input: Type.Object({ sort: Type.Optional(order.shape), ...pageInput }),
  output: pageOf(LedOn),
  async run({ sort, ...page }, ctx) {
    const found = ctx.db
      .selectFrom(sql<Record<string, unknown>>`content.redirect`.as('r'))
      .select([
        sql<string>`r.id`.as('id'),
        sql<string>`r.from_path`.as('from'),
        sql<string>`r.target`.as('to'),
        sql<boolean>`r.elsewhere`.as('elsewhere'),
        sql<number>`r.status`.as('status'),
        sql<number>`r.hits`.as('hits'),
        sql<string | null>`r.last_hit_on::text`.as('lastHitOn'),
        sql<string>`kit.utc(r.updated_at)`.as('updatedAt'),
        sql<number>`r.version`.as('version'),
      ])
      .where(sql<SqlBool>`r.store_id = ${ctx.storeId}`)
    const { rows, ...rest } = await readPage(found as never, sort ? { ...page, sort } : page, order, ctx.db)
    return { items: rows as LedOn[], ...rest }
  },
})
