/** What staff may say of a price list, and what is refused. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure, invalid } from '#kit/failure.ts'
import { Id, Instant, Key, List, Nullable, Text, Type } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { columns } from '../lists.ts'
import { MOST_COMPANIES, MOST_GROUPS, Priority, type PriceList } from '../price-list.ts'

export const fields = {
  name: Text(120),
  priority: Priority,
  channelId: Nullable(Id),
  groupIds: List(Id, MOST_GROUPS),
  companyIds: List(Id, MOST_COMPANIES),
  startsAt: Nullable(Instant),
  endsAt: Nullable(Instant),
}

export const ListKeyTaken = failure(
  'pricing.list_key_taken',
  409,
  Type.Object({ key: Key }, { additionalProperties: false }),
  {
    en: ({ key }) => `There is a price list called ${key} already.`,
    de: ({ key }) => `Es gibt schon eine Preisliste namens ${key}.`,
    ar: ({ key }) => `توجد قائمة أسعار باسم ${key} من قبل.`,
  },
)
export const ListIsBase = failure(
  'pricing.list_is_base',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'The base list is for everybody and always.',
    de: 'Die Grundliste gilt für alle und immer.',
    ar: 'القائمة الأساسية للجميع ودائماً.',
  },
)
/** What people were asked for stays as it was, or the lowest price of 30 days would be a tale. */
export const ListHasBegun = failure(
  'pricing.list_has_begun',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'The list has begun: its beginning, its channel and whom it is for stay, and it can end from now on. Make another list instead.',
    de: 'Die Liste gilt schon: Ihr Beginn, ihr Kanal und für wen sie gilt, bleiben; enden kann sie ab jetzt. Legen Sie stattdessen eine andere Liste an.',
    ar: 'بدأت القائمة: تبقى بدايتها وقناتها ومن تخصّهم، ويمكن أن تنتهي من الآن. أنشئ قائمة أخرى بدلاً من ذلك.',
  },
)

export async function lockList(ctx: Ctx, id: string, expectedVersion?: number): Promise<PriceList> {
  const { rows } = await sql<PriceList>`
    select ${columns} from pricing.list l where l.store_id = ${ctx.storeId} and l.id = ${id} and l.archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}

/** A list begins now at the earliest: nobody was asked for its prices before. */
export function notBefore(now: Date, wanted: string | null): string {
  return wanted !== null && new Date(wanted) > now ? wanted : now.toISOString()
}

type Told = Pick<PriceList, 'priority' | 'channelId' | 'groupIds' | 'companyIds' | 'startsAt' | 'endsAt'>

export async function checkList(ctx: Ctx, list: Told): Promise<void> {
  if (list.priority < 1) throw invalid('priority', 'too_small', 'Only the base list has the priority 0.')
  if (list.startsAt && list.endsAt && new Date(list.startsAt) >= new Date(list.endsAt))
    throw invalid('endsAt', 'too_early', 'A list ends after it begins.')
  const { channels } = await currentSettings(ctx)
  if (list.channelId !== null && !channels.some(({ id }) => id === list.channelId))
    throw invalid('channelId', 'unknown', 'There is no such channel.')
  const { rows } = await sql<{ id: string }>`
    select id from customers.customer_group where store_id = ${ctx.storeId} and id = any(${list.groupIds}::uuid[]) and archived_at is null
    union all
    select id from customers.company where store_id = ${ctx.storeId} and id = any(${list.companyIds}::uuid[]) and archived_at is null`.execute(
    ctx.db,
  )
  const there = new Set(rows.map(({ id }) => id))
  list.groupIds.forEach((id, index) => {
    if (!there.has(id)) throw invalid(`groupIds.${index}`, 'unknown', 'There is no such group of customers.')
  })
  list.companyIds.forEach((id, index) => {
    if (!there.has(id)) throw invalid(`companyIds.${index}`, 'unknown', 'There is no such company.')
  })
}

type Buyers = Pick<PriceList, 'groupIds' | 'companyIds'>

/** For whom the list is from now on, both as a whole. */
export async function writeBuyers(ctx: Ctx, listId: string, { groupIds, companyIds }: Buyers): Promise<void> {
  await sql`with gone as (
      delete from pricing.list_group where list_id = ${listId} and group_id <> all(${groupIds}::uuid[])
    ), gone_too as (
      delete from pricing.list_company where list_id = ${listId} and company_id <> all(${companyIds}::uuid[])
    ), groups as (
      insert into pricing.list_group (store_id, list_id, group_id)
      select ${ctx.storeId}, ${listId}, g from unnest(${groupIds}::uuid[]) g on conflict do nothing
    )
    insert into pricing.list_company (store_id, list_id, company_id)
    select ${ctx.storeId}, ${listId}, c from unnest(${companyIds}::uuid[]) c on conflict do nothing`.execute(
    ctx.db,
  )
}

/** Each once, in the order in which lists are read. */
export const each = (ids: readonly string[]) => [...new Set(ids)].toSorted()
