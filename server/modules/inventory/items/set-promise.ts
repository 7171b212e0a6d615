/**
 * Says of goods that are sold before they are there whether they are a pre-order, and from which day on they leave.
 *
 * How many are sold so is the back-order limit of each place (`inventory.levels.setLimits`); with none, nothing is.
 * Orders keep the day that they were told.
 */
import { sql } from 'kysely'
import { MAX_EVENT_IDS } from '#kit/event.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Day, Flag, Id, Nullable, Type, Version, shape, type Static } from '#kit/types.ts'
import { stockChanged } from '../events.ts'
import { promisesSnapshot } from '../promises.ts'

const ItemPromise = shape('ItemPromise', {
  itemId: Id,
  /** Paid when it leaves; until then the money is only authorised. */
  preOrder: Flag,
  /** The first day on which it leaves. */
  shipsOn: Nullable(Day),
  version: Version,
})

const columns = sql`id as "itemId", pre_order as "preOrder", ships_on::text as "shipsOn", version`

export const setPromise = command({
  id: 'inventory.items.setPromise',
  summary: 'Say when goods leave that are sold before they are there',
  description: 'A pre-order has a day. What is left out stays.',
  rest: 'PATCH /stock-items/:itemId/promise',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    itemId: Id,
    ...patch({ preOrder: Flag, shipsOn: Nullable(Day) }),
    expectedVersion: Type.Optional(Version),
  }),
  output: ItemPromise,
  async run({ itemId, expectedVersion, ...given }, ctx) {
    const { rows } = await sql<Static<typeof ItemPromise>>`
      select ${columns} from inventory.item where store_id = ${ctx.storeId} and id = ${itemId} and archived_at is null for update`.execute(
      ctx.db,
    )
    const [before] = rows
    if (!before) throw NotFound({})
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = { ...before, ...given, version: before.version + 1 }
    if (after.preOrder && after.shipsOn === null)
      throw invalid('shipsOn', 'required', 'Say from which day on a pre-order leaves.')
    await sql`update inventory.item set pre_order = ${after.preOrder}, ships_on = ${after.shipsOn}::date, version = ${after.version},
      updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${itemId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(promisesSnapshot, ctx)
    const { rows: variants } = await sql<{ id: string }>`
      select variant_id as id from inventory.variant_item where store_id = ${ctx.storeId} and item_id = ${itemId} limit ${MAX_EVENT_IDS}`.execute(
      ctx.db,
    )
    if (variants.length > 0) ctx.emit(stockChanged, { ids: variants.map(({ id }) => id) })
    ctx.audit({ subject: 'inventory.item', subjectId: itemId, before, after })
    return after
  },
})
