/** A way of delivery as staff see it: words in each language, a price in each currency. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { tidy } from '#kit/text.ts'
import {
  Id,
  Int,
  Key,
  List,
  Locale,
  Nullable,
  Text,
  Type,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { liveText } from '../rules.ts'
import { LiveRate, checkLive } from './live-rate.ts'
import { MOST_RATES, MethodRate, NewRate, checkRates, ratesText, writeRates } from './rate.ts'

export const MOST_METHODS = 500
const MOST_LOCALES = 30

const MethodText = shape('DeliveryMethodText', {
  locale: Locale,
  name: Text(120),
  description: Text(500, { min: 0 }),
})

const Combination = Words('DeliveryCombination', 'sum', 'dearest')
const MOST = 2_147_483_647
const MostPieces = Nullable(Int(1, MOST))
/** Of all goods together; null: as much as there is. */
const limits = {
  weightGrams: MostPieces,
  volumeCcm: MostPieces,
  items: MostPieces,
  lengthMm: Nullable(Int(1, 10_000)),
}
const MethodLimits = shape('DeliveryLimits', limits, {
  description: '`lengthMm` is that of the longest side of the longest piece.',
})
const NewLimits = shape('NewDeliveryLimits', patch(limits))

export const DeliveryMethod = shape('DeliveryMethod', {
  id: Id,
  zoneId: Id,
  key: Key,
  taxCategoryId: Id,
  minDays: Int(0, 365),
  maxDays: Int(0, 365),
  position: Int(0, 1_000_000),
  /** Where the buyer fetches the goods; null: they are brought. */
  locationId: Nullable(Id),
  /** What goods of several rates cost together. */
  combination: Combination,
  limits: MethodLimits,
  texts: List(MethodText, MOST_LOCALES),
  rates: List(MethodRate, MOST_RATES),
  /** Its price comes from a carrier, and the rates hold while that does not answer; null: the rates hold. */
  live: Nullable(LiveRate),
  version: Version,
})
export type DeliveryMethod = Static<typeof DeliveryMethod>

const NewText = shape('NewDeliveryMethodText', {
  locale: Locale,
  name: Text(120),
  description: Type.Optional(Text(500, { min: 0 })),
})
export const fields = {
  taxCategoryId: Id,
  minDays: Int(0, 365),
  maxDays: Int(0, 365),
  position: Int(0, 1_000_000),
  locationId: Nullable(Id),
  texts: List(NewText, MOST_LOCALES, { minItems: 1 }),
  rates: List(NewRate, MOST_RATES, { minItems: 1 }),
  combination: Combination,
  limits: NewLimits,
  live: Nullable(LiveRate),
}

export interface Wanted {
  zoneId: string
  taxCategoryId: string
  minDays: number
  maxDays: number
  locationId: string | null
  texts?: Static<typeof NewText>[]
  rates?: NewRate[]
  live: Static<typeof LiveRate> | null
}

/** One method, or with no id all of them. */
export async function readMethods(ctx: Ctx, id?: string): Promise<DeliveryMethod[]> {
  const { rows } = await sql<DeliveryMethod>`
    select m.id, m.zone_id as "zoneId", m.key, m.tax_category_id as "taxCategoryId", m.min_days as "minDays", m.max_days as "maxDays",
      m.position, m.location_id as "locationId", m.combination, m.version, ${liveText} as live,
      json_build_object('weightGrams', m.max_weight_grams, 'volumeCcm', m.max_volume_ccm, 'items', m.max_items, 'lengthMm', m.max_length_mm) as limits,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'description', t.description) order by t.locale)
        from delivery.method_text t where t.method_id = m.id), '[]') as texts,
      ${ratesText} as rates
    from delivery.method m where m.store_id = ${ctx.storeId} and m.archived_at is null and ${id === undefined ? sql`true` : sql`m.id = ${id}`}
    order by m.position, m.id limit ${MOST_METHODS}`.execute(ctx.db)
  return rows
}

export async function lockMethod(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<DeliveryMethod> {
  const { rows } = await sql<{ version: number }>`
    select version from delivery.method where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readMethods(ctx, id))[0]!
}

export async function checkMethod(ctx: Ctx, given: Wanted): Promise<void> {
  if (given.maxDays < given.minDays)
    throw invalid('maxDays', 'too_small', 'The most days cannot be fewer than the least days.')
  const { rows } = await sql<{ zone: boolean; tax: boolean; place: boolean }>`
    select exists (select from delivery.zone where store_id = ${ctx.storeId} and id = ${given.zoneId} and archived_at is null) as zone,
      exists (select from tax.category where store_id = ${ctx.storeId} and id = ${given.taxCategoryId} and archived_at is null) as tax,
      exists (select from inventory.location where store_id = ${ctx.storeId} and id = ${given.locationId} and archived_at is null and address is not null) as place`.execute(
    ctx.db,
  )
  if (!rows[0]!.zone) throw invalid('zoneId', 'unknown', 'There is no such zone.')
  if (!rows[0]!.tax) throw invalid('taxCategoryId', 'unknown', 'There is no such tax category.')
  if (given.locationId !== null && !rows[0]!.place)
    throw invalid('locationId', 'unknown', 'There is no such place with an address.')
  given.texts?.forEach(({ locale }, index) => {
    if (given.texts!.findIndex((each) => each.locale === locale) < index)
      throw invalid(`texts.${index}.locale`, 'duplicate', 'There is a text in this language already.')
  })
  if (given.rates) await checkRates(ctx, given.rates)
  if (given.live) checkLive(ctx, given.live)
}

/** Texts are merged by language; rates are set as a whole. */
export async function writeDetails(
  ctx: Ctx,
  id: string,
  given: Pick<Wanted, 'texts' | 'rates'>,
): Promise<void> {
  if (given.texts) {
    const texts = given.texts.map(({ locale, name, description }) => ({
      locale,
      name: tidy(name),
      description: description ?? null,
    }))
    await sql`insert into delivery.method_text as held (store_id, method_id, locale, name, description)
      select ${ctx.storeId}, ${id}, t.locale, t.name, coalesce(t.description, known.description, '')
      from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, name text, description text)
      left join delivery.method_text known on known.method_id = ${id} and known.locale = t.locale
      on conflict (method_id, locale) do update set name = excluded.name, description = excluded.description`.execute(
      ctx.db,
    )
  }
  if (given.rates) await writeRates(ctx, id, given.rates)
}
