/**
 * The price lists of a store, held in memory, and which of them are for whom at a moment.
 *
 * A list begins and ends by the clock: nothing has to run for it. The one of the highest priority comes first;
 * the base list, which is for everybody and always, comes last.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import { newId } from '#kit/id.ts'
import { BASE_LIST, NO_LIST, baseListId } from './base.ts'
import { PriceList } from './price-list.ts'

export const MOST_LISTS = 200

export const listsSnapshot = snapshot<PriceList[]>('pricing.lists', async (db, storeId) => {
  const { rows } = await sql<PriceList>`
    select ${columns} from pricing.list l where l.store_id = ${storeId} and l.archived_at is null
    order by l.priority desc, l.key limit ${MOST_LISTS}`.execute(db)
  return rows
})

export const columns = sql`l.id, l.key, l.name, l.priority, l.channel_id as "channelId", kit.utc(l.starts_at) as "startsAt",
  kit.utc(l.ends_at) as "endsAt", l.version,
  array(select g.group_id from pricing.list_group g where g.list_id = l.id order by g.group_id) as "groupIds",
  array(select c.company_id from pricing.list_company c where c.list_id = l.id order by c.company_id) as "companyIds"`

/** Why a list is or is not for a buyer at a moment; buyers are not looked at. */
export function standing(
  list: PriceList,
  channelId: string,
  at: Date,
): 'live' | 'later' | 'over' | 'other_channel' {
  if (list.startsAt !== null && at < new Date(list.startsAt)) return 'later'
  if (list.endsAt !== null && at >= new Date(list.endsAt)) return 'over'
  return list.channelId !== null && list.channelId !== channelId ? 'other_channel' : 'live'
}

/** Those that hold now, first the ones that win: for whichever channel, for whomever. */
export async function listsNow(ctx: Ctx): Promise<PriceList[]> {
  const lists = await ctx.app.snapshots.read(listsSnapshot, ctx)
  const now = ctx.now()
  return lists.filter((list) => standing(list, list.channelId ?? '', now) === 'live')
}

/** When the next list begins or ends, whoever it is for. */
export async function nextTurn(ctx: Ctx): Promise<Date | null> {
  const lists = await ctx.app.snapshots.read(listsSnapshot, ctx)
  const now = ctx.now().getTime()
  const turns = lists
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .flatMap((at) => (at === null ? [] : [Date.parse(at)]))
    .filter((at) => at > now)
  return turns.length > 0 ? new Date(Math.min(...turns)) : null
}

/** Those whose prices the one who asks may have now. Asks the database only when one of them is not for all. */
export async function listsOfAsker(ctx: Ctx): Promise<PriceList[]> {
  const lists = (await listsNow(ctx)).filter(
    ({ channelId }) => channelId === null || channelId === ctx.scope.channelId,
  )
  if (lists.every(isForAll)) return lists
  const actor = await ctx.asker()
  const belongsTo = actor.kind === 'person' ? await belongingsOf(ctx, actor.personId) : NOBODYS
  return lists.filter((list) => isFor(list, belongsTo))
}

export const isForAll = ({ groupIds, companyIds }: PriceList) => groupIds.length + companyIds.length === 0

/** Whether a list is for who belongs to these groups and companies. */
export const isFor = (list: PriceList, belongsTo: ReadonlySet<string>) =>
  isForAll(list) || [...list.groupIds, ...list.companyIds].some((id) => belongsTo.has(id))

export const isBase = (list: PriceList) => list.key === BASE_LIST

/** A guest belongs to nothing. */
export const NOBODYS: ReadonlySet<string> = new Set()

/** The groups and the companies of a customer, those that are there no longer left out. */
export async function belongingsOf(ctx: Ctx, customerId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select m.group_id as id from customers.group_member m join customers.customer_group g on g.id = m.group_id and g.archived_at is null
    where m.store_id = ${ctx.storeId} and m.customer_id = ${customerId}
    union all
    select m.company_id from customers.company_member m join customers.company c on c.id = m.company_id and c.archived_at is null
    where m.store_id = ${ctx.storeId} and m.customer_id = ${customerId}`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}

/** The base list, made with the first price of a store. */
export async function ensureBaseList(ctx: Ctx): Promise<string> {
  const known = await baseListId(ctx)
  if (known !== NO_LIST) return known
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pricing.lists ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
  const meanwhile = await baseListId(ctx)
  if (meanwhile !== NO_LIST) return meanwhile
  const id = newId()
  await sql`insert into pricing.list (id, store_id, key, name, created_at, updated_at)
    values (${id}, ${ctx.storeId}, ${BASE_LIST}, 'Base prices', ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
  await ctx.app.snapshots.changed(listsSnapshot, ctx)
  return id
}
