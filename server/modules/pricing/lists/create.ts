/** A new price list; prices are put into it by `pricing.prices.set`. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Count, Key, Type } from '#kit/types.ts'
import { listsChanged } from '../events.ts'
import { MOST_LISTS, listsSnapshot } from '../lists.ts'
import { PriceList } from '../price-list.ts'
import { ListKeyTaken, checkList, each, fields, notBefore, writeBuyers } from './fields.ts'

export const TooManyLists = failure(
  'pricing.too_many_lists',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store has ${limit} price lists at most; archive those that are over.`,
    de: ({ limit }) => `Ein Shop hat höchstens ${limit} Preislisten; archivieren Sie abgelaufene.`,
    ar: ({ limit }) => `الحد الأقصى لقوائم الأسعار في المتجر ${limit}؛ أرشِف ما انتهى منها.`,
  },
)

export const create = command({
  id: 'pricing.lists.create',
  summary: 'Add a price list',
  description:
    'For a time, a channel, groups of customers or companies. Where several lists have a price, the one of the highest priority wins.',
  rest: 'POST /price-lists',
  audience: 'staff',
  access: permission('pricing.write'),
  status: 201,
  input: Type.Object({
    key: Key,
    name: fields.name,
    priority: fields.priority,
    channelId: Type.Optional(fields.channelId),
    groupIds: Type.Optional(fields.groupIds),
    companyIds: Type.Optional(fields.companyIds),
    startsAt: Type.Optional(fields.startsAt),
    endsAt: Type.Optional(fields.endsAt),
  }),
  output: PriceList,
  failures: [ListKeyTaken, TooManyLists],
  async run(
    {
      key,
      name,
      priority,
      channelId = null,
      groupIds = [],
      companyIds = [],
      startsAt: wanted = null,
      endsAt = null,
    },
    ctx,
  ) {
    const startsAt = notBefore(ctx.now(), wanted)
    await checkList(ctx, { priority, channelId, groupIds, companyIds, startsAt, endsAt })
    await sql`select pg_advisory_xact_lock(hashtextextended(${`pricing.lists ${ctx.storeId}`}, 0))`.execute(
      ctx.db,
    )
    const { rows } = await sql<{ count: number; taken: boolean }>`
      select count(*) as count, coalesce(bool_or(key = ${key}), false) as taken from pricing.list
      where store_id = ${ctx.storeId} and archived_at is null`.execute(ctx.db)
    if (rows[0]!.taken) throw ListKeyTaken({ key })
    if (rows[0]!.count >= MOST_LISTS) throw TooManyLists({ limit: MOST_LISTS })
    const made = {
      id: newId(),
      key,
      name: tidy(name),
      priority,
      channelId,
      groupIds: each(groupIds),
      companyIds: each(companyIds),
      startsAt,
      endsAt,
      version: 1,
    }
    await sql`insert into pricing.list (id, store_id, key, name, priority, channel_id, starts_at, ends_at, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${key}, ${made.name}, ${priority}, ${channelId}, ${made.startsAt}, ${endsAt}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    await writeBuyers(ctx, made.id, made)
    await ctx.app.snapshots.changed(listsSnapshot, ctx)
    ctx.emit(listsChanged, { ids: [made.id] })
    ctx.audit({ subject: 'pricing.list', subjectId: made.id, before: null, after: made })
    return made
  },
})
