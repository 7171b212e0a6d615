/** Purchases, newest first: by where they stand and whom they are from. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { Purchase, PurchaseState, purchaseColumns } from './purchase.ts'

const newestFirst = sorts(
  'PurchaseSort',
  { created: { column: 'p.at', type: 'timestamptz' } },
  { id: 'p.id', first: '-created' },
)

export const list = query({
  id: 'inventory.purchases.list',
  summary: 'Purchases from suppliers',
  rest: 'GET /purchases',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({
    state: Type.Optional(PurchaseState),
    supplierId: Type.Optional(Id),
    ...pageInput,
  }),
  output: pageOf(Purchase),
  async run({ state, supplierId, ...page }, ctx) {
    const all = sql`true`
    const purchases = sql<Purchase>`(
      select ${purchaseColumns}, p.created_at as at from inventory.purchase p
      where p.store_id = ${ctx.storeId} and ${state ? sql`p.state = ${state}` : all}
        and ${supplierId ? sql`p.supplier_id = ${supplierId}` : all})`.as<'p'>('p')
    const found = ctx.db
      .selectFrom(purchases)
      .select([
        'p.id',
        'p.number',
        'p.supplierId',
        'p.supplierName',
        'p.locationId',
        'p.state',
        'p.reference',
        'p.expectedOn',
        'p.overPercent',
        'p.note',
        'p.lines',
        'p.total',
        'p.orderedAt',
        'p.endedAt',
        'p.createdAt',
        'p.version',
      ])
    const { rows, ...rest } = await readPage(found, page, newestFirst, ctx.db)
    return { items: rows as Purchase[], ...rest }
  },
})
