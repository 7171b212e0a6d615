/** Transfers, newest first: by where they stand, where they come from and where they go. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { StockTransfer, TransferState, transferColumns } from './transfer.ts'

const newestFirst = sorts(
  'StockTransferSort',
  { created: { column: 't.at', type: 'timestamptz' } },
  { id: 't.id', first: '-created' },
)

export const list = query({
  id: 'inventory.transfers.list',
  summary: 'Transfers between places',
  rest: 'GET /stock-transfers',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({
    state: Type.Optional(TransferState),
    fromLocationId: Type.Optional(Id),
    toLocationId: Type.Optional(Id),
    ...pageInput,
  }),
  output: pageOf(StockTransfer),
  async run({ state, fromLocationId, toLocationId, ...page }, ctx) {
    const all = sql`true`
    const transfers = sql<StockTransfer>`(
      select ${transferColumns}, t.created_at as at from inventory.transfer t
      where t.store_id = ${ctx.storeId} and ${state ? sql`t.state = ${state}` : all}
        and ${fromLocationId ? sql`t.from_location_id = ${fromLocationId}` : all}
        and ${toLocationId ? sql`t.to_location_id = ${toLocationId}` : all})`.as<'t'>('t')
    const found = ctx.db
      .selectFrom(transfers)
      .select([
        't.id',
        't.number',
        't.fromLocationId',
        't.toLocationId',
        't.state',
        't.expectedOn',
        't.note',
        't.lines',
        't.sentAt',
        't.endedAt',
        't.createdAt',
        't.version',
      ])
    const { rows, ...rest } = await readPage(found, page, newestFirst, ctx.db)
    return { items: rows as StockTransfer[], ...rest }
  },
})
