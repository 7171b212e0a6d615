/** Ends a price list for good. What its prices were stays in the history. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { listsChanged } from '../events.ts'
import { isBase, listsSnapshot } from '../lists.ts'
import { ListIsBase, lockList } from './fields.ts'

export const archive = command({
  id: 'pricing.lists.archive',
  summary: 'Archive a price list',
  rest: 'DELETE /price-lists/:listId',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ listId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [ListIsBase],
  async run({ listId, expectedVersion }, ctx) {
    const before = await lockList(ctx, listId, expectedVersion)
    if (isBase(before)) throw ListIsBase({})
    await sql`update pricing.list set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${listId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(listsSnapshot, ctx)
    ctx.emit(listsChanged, { ids: [listId] })
    ctx.audit({ subject: 'pricing.list', subjectId: listId, before, after: null })
    return { done: true as const }
  },
})
