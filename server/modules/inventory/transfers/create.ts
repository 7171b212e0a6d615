/** A transfer that is planned: nothing leaves until it is sent. */
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Day, Id, List, Nullable, Text, Type } from '#kit/types.ts'
import { MOST_ITEM_LINES, itemsOf } from '../item-lines.ts'
import { nextNumber } from '../numbers.ts'
import { NewTransferLine, StockTransfer, mustBePlaces, readTransfer, writeLines } from './transfer.ts'

export const create = command({
  id: 'inventory.transfers.create',
  summary: 'Plan a transfer from one place to another',
  rest: 'POST /stock-transfers',
  audience: 'staff',
  access: permission('stock.write'),
  status: 201,
  input: Type.Object({
    fromLocationId: Id,
    toLocationId: Id,
    lines: List(NewTransferLine, MOST_ITEM_LINES, { minItems: 1 }),
    expectedOn: Type.Optional(Nullable(Day)),
    note: Type.Optional(Nullable(Text(400))),
  }),
  output: StockTransfer,
  async run({ fromLocationId, toLocationId, lines, expectedOn, note }, ctx) {
    await mustBePlaces(ctx, fromLocationId, toLocationId)
    const items = await itemsOf(ctx, lines, fromLocationId)
    const id = newId()
    await sql`
      insert into inventory.transfer (id, store_id, number, from_location_id, to_location_id, state, expected_on, note, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${await nextNumber(ctx, 'transfer')}, ${fromLocationId}, ${toLocationId}, 'draft', ${expectedOn ?? null},
        ${note ?? null}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await writeLines(
      ctx,
      id,
      lines.map(({ quantity }, at) => ({ itemId: items[at]!, quantity })),
    )
    const made = await readTransfer(ctx, id)
    ctx.audit({ subject: 'inventory.transfer', subjectId: id, before: null, after: made })
    return made
  },
})
