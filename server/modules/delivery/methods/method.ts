/** A way of delivery as staff see it: words in each language, a price in each currency. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { tidy } from '#kit/text.ts'
import {
  Id,
  Int,
  Key,
  List,
  Locale,
  Money,
  Nullable,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'

export const MOST_METHODS = 500
const MOST_LOCALES = 30
const MOST_CURRENCIES = 30

const MethodText = shape('DeliveryMethodText', {
  locale: Locale,
  name: Text(120),
  description: Text(500, { min: 0 }),
})
const MethodRate = shape(
  'DeliveryRate',
  { price: Money, freeFrom: Nullable(Money) },
  { description: 'From a subtotal of `freeFrom` on, delivery costs nothing.' },
)

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
  texts: List(MethodText, MOST_LOCALES),
  rates: List(MethodRate, MOST_CURRENCIES),
  version: Version,
})
export type DeliveryMethod = Static<typeof DeliveryMethod>

const NewText = shape('NewDeliveryMethodText', {
  locale: Locale,
  name: Text(120),
  description: Type.Optional(Text(500, { min: 0 })),
})
const NewRate = shape('NewDeliveryRate', { price: Money, freeFrom: Type.Optional(Nullable(Money)) })
export const fields = {
  taxCategoryId: Id,
  minDays: Int(0, 365),
  maxDays: Int(0, 365),
  position: Int(0, 1_000_000),
  locationId: Nullable(Id),
  texts: List(NewText, MOST_LOCALES, { minItems: 1 }),
  rates: List(NewRate, MOST_CURRENCIES, { minItems: 1 }),
}

export interface Wanted {
  zoneId: string
  taxCategoryId: string
  minDays: number
  maxDays: number
  locationId: string | null
  texts?: Static<typeof NewText>[]
  rates?: Static<typeof NewRate>[]
}

/** One method, or with no id all of them. */
export async function readMethods(ctx: Ctx, id?: string): Promise<DeliveryMethod[]> {
  const { rows } = await sql<DeliveryMethod>`
    select m.id, m.zone_id as "zoneId", m.key, m.tax_category_id as "taxCategoryId", m.min_days as "minDays", m.max_days as "maxDays",
      m.position, m.location_id as "locationId", m.version,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'description', t.description) order by t.locale)
        from delivery.method_text t where t.method_id = m.id), '[]') as texts,
      coalesce((select json_agg(json_build_object('price', json_build_object('amount', r.amount, 'currency', r.currency),
          'freeFrom', case when r.free_from_amount is not null then json_build_object('amount', r.free_from_amount, 'currency', r.currency) end)
          order by r.currency)
        from delivery.rate r where r.method_id = m.id), '[]') as rates
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
  const { currencies } = await currentSettings(ctx)
  given.rates?.forEach((rate, index) => checkRate(rate, index, given.rates!, currencies))
}

function checkRate(
  { price, freeFrom }: Static<typeof NewRate>,
  index: number,
  rates: Static<typeof NewRate>[],
  currencies: string[],
): void {
  const refuse = (part: string, code: string, message: string) =>
    invalid(`rates.${index}.${part}`, code, message)
  if (!currencies.includes(price.currency))
    throw refuse('price.currency', 'unknown', `The store sells in ${currencies.join(', ')}.`)
  if (rates.findIndex((each) => each.price.currency === price.currency) < index)
    throw refuse('price.currency', 'duplicate', 'There is a price in this currency already.')
  if (price.amount < 0) throw refuse('price.amount', 'too_small', 'A price is zero or more.')
  if (freeFrom && freeFrom.currency !== price.currency)
    throw refuse('freeFrom.currency', 'currency', 'Both amounts must be in the same currency.')
  if (freeFrom && freeFrom.amount < 0) throw refuse('freeFrom.amount', 'too_small', 'This is zero or more.')
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
  if (!given.rates) return
  const rates = given.rates.map(({ price, freeFrom }) => ({
    id: newId(),
    currency: price.currency,
    amount: price.amount,
    freeFrom: freeFrom?.amount ?? null,
  }))
  await sql`
    with given as (select * from json_to_recordset(${JSON.stringify(rates)}) as r(id uuid, currency text, amount bigint, "freeFrom" bigint)
    ), gone as (
      delete from delivery.rate where store_id = ${ctx.storeId} and method_id = ${id} and currency not in (select currency from given)
    )
    insert into delivery.rate (id, store_id, method_id, currency, amount, free_from_amount)
    select id, ${ctx.storeId}, ${id}, currency, amount, "freeFrom" from given
    on conflict (method_id, currency) do update set amount = excluded.amount, free_from_amount = excluded.free_from_amount`.execute(
    ctx.db,
  )
}
