/** Changes a price list; what is left out stays. Once it has begun, only its name, its priority and its end move. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { listsChanged } from '../events.ts'
import { isBase, listsSnapshot } from '../lists.ts'
import { PriceList } from '../price-list.ts'
import {
  ListHasBegun,
  ListIsBase,
  checkList,
  each,
  fields,
  lockList,
  notBefore,
  writeBuyers,
} from './fields.ts'

export const update = command({
  id: 'pricing.lists.update',
  summary: 'Change a price list',
  description:
    '`groupIds` and `companyIds` are set as a whole. Of a list that has begun, beginning, channel and whom it is for stay as they are.',
  rest: 'PATCH /price-lists/:listId',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ listId: Id, expectedVersion: Type.Optional(Version), ...patch(fields) }),
  output: PriceList,
  failures: [ListIsBase, ListHasBegun],
  async run({ listId, expectedVersion, name, ...given }, ctx) {
    const before = await lockList(ctx, listId, expectedVersion)
    if (isBase(before)) throw ListIsBase({})
    const after = {
      ...before,
      ...given,
      ...(name === undefined ? {} : { name: tidy(name) }),
      version: before.version + 1,
    }
    const now = ctx.now()
    if (given.startsAt !== undefined && !hasBegun(before, now))
      after.startsAt = notBefore(now, given.startsAt)
    await checkList(ctx, after)
    Object.assign(after, { groupIds: each(after.groupIds), companyIds: each(after.companyIds) })
    const fixed = ({ startsAt, channelId, groupIds, companyIds }: PriceList) =>
      JSON.stringify([startsAt && +new Date(startsAt), channelId, groupIds, companyIds])
    if (hasBegun(before, now) && fixed(before) !== fixed(after)) throw ListHasBegun({})
    if (before.endsAt && new Date(before.endsAt) <= now && given.endsAt !== undefined) throw ListHasBegun({})
    if (given.endsAt && new Date(given.endsAt) < now)
      throw invalid('endsAt', 'too_early', 'A list ends from now on.')
    await sql`update pricing.list set name = ${after.name}, priority = ${after.priority}, channel_id = ${after.channelId},
        starts_at = ${after.startsAt}, ends_at = ${after.endsAt}, version = version + 1, updated_at = ${now}
      where store_id = ${ctx.storeId} and id = ${listId}`.execute(ctx.db)
    await writeBuyers(ctx, listId, after)
    await ctx.app.snapshots.changed(listsSnapshot, ctx)
    ctx.emit(listsChanged, { ids: [listId] })
    ctx.audit({ subject: 'pricing.list', subjectId: listId, before, after })
    return after
  },
})

const hasBegun = (list: PriceList, now: Date) => list.startsAt === null || new Date(list.startsAt) <= now
