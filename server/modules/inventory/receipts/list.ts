/** Deliveries of suppliers that were counted in, with what they cost; newest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Count, Id, Instant, List, Money, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { MOST_ITEM_LINES } from '../item-lines.ts'
import { Quantity } from '../shapes.ts'

const GoodsReceipt = shape('GoodsReceipt', {
  id: Id,
  purchaseId: Id,
  purchaseNumber: Count,
  /** Of the delivery note. */
  reference: Nullable(Text(120)),
  note: Nullable(Text(400)),
  lines: List(
    shape('GoodsReceiptLine', { itemId: Id, sku: Text(80), quantity: Quantity, unitCost: Money }),
    MOST_ITEM_LINES,
  ),
  actor: Text(80),
  at: Instant,
})

const newestFirst = sorts(
  'GoodsReceiptSort',
  { at: { column: 'r.at', type: 'timestamptz' } },
  { id: 'r.id', first: '-at' },
)

export const list = query({
  id: 'inventory.receipts.list',
  summary: 'What suppliers delivered, and what it cost',
  rest: 'GET /goods-receipts',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({ purchaseId: Type.Optional(Id), ...pageInput }),
  output: pageOf(GoodsReceipt),
  async run({ purchaseId, ...page }, ctx) {
    const receipts = sql<Row>`(
      select r.id, r.purchase_id as "purchaseId", p.number as "purchaseNumber", r.reference, r.note, r.actor, r.at,
        (select json_agg(json_build_object('itemId', l.item_id, 'sku', i.sku, 'quantity', l.quantity,
            'unitCost', json_build_object('amount', l.unit_cost_amount, 'currency', l.currency)) order by i.sku, i.id)
          from inventory.receipt_line l join inventory.item i on i.id = l.item_id where l.receipt_id = r.id) as lines
      from inventory.receipt r join inventory.purchase p on p.id = r.purchase_id
      where r.store_id = ${ctx.storeId} and ${purchaseId ? sql`r.purchase_id = ${purchaseId}` : sql`true`})`.as<'r'>(
      'r',
    )
    const found = ctx.db.selectFrom(receipts).selectAll('r')
    const { rows, ...rest } = await readPage(found, page, newestFirst, ctx.db)
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), ...rest }
  },
})

type Row = Omit<Static<typeof GoodsReceipt>, 'at'> & { at: Date }
