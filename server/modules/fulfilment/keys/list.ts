/** The licence keys of a variant, newest first: how they end and whose they are. The keys themselves are for who bought them. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, Nullable, Text, Type, Words, shape } from '#kit/types.ts'

const KeyState = Words('LicenceKeyState', 'free', 'given', 'revoked')

const LicenceKey = shape('LicenceKey', {
  id: Id,
  ending: Text(4),
  state: KeyState,
  orderId: Nullable(Id),
  createdAt: Instant,
  givenAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
})

const newestFirst = sorts(
  'LicenceKeySort',
  { id: { column: 'k.id', type: 'uuid' } },
  { id: 'k.id', first: '-id' },
)

interface Row {
  id: string
  ending: string
  state: 'free' | 'given' | 'revoked'
  orderId: string | null
  createdAt: Date
  givenAt: Date | null
  revokedAt: Date | null
}

export const list = query({
  id: 'fulfilment.keys.list',
  summary: 'Licence keys of a variant, newest first',
  rest: 'GET /variants/:variantId/licence-keys',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ variantId: Id, state: Type.Optional(KeyState), ...pageInput }),
  output: pageOf(LicenceKey),
  async run({ variantId, state, ...page }, ctx) {
    const keys = sql<Row>`(
      select k.id, k.ending, k.state, k.order_id as "orderId", k.created_at as "createdAt", k.given_at as "givenAt", k.revoked_at as "revokedAt"
      from fulfilment.licence_key k where k.store_id = ${ctx.storeId} and k.variant_id = ${variantId}
        and ${state ? sql`k.state = ${state}` : sql`true`})`.as<'k'>('k')
    const { rows, ...rest } = await readPage(
      ctx.db.selectFrom(keys).selectAll('k'),
      page,
      newestFirst,
      ctx.db,
    )
    const at = (moment: Date | null) => moment?.toISOString() ?? null
    return {
      items: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        givenAt: at(row.givenAt),
        revokedAt: at(row.revokedAt),
      })),
      ...rest,
    }
  },
})
