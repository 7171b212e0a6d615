/** Zones, methods, texts and rates from seeds and imports. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { rulesChanged, type LiveRate } from './rules.ts'

export interface NewDelivery {
  zones: { id: string; key: string; name: string; countries: string[] }[]
  methods: {
    id: string
    zoneId: string
    key: string
    taxCategoryId: string
    minDays: number
    maxDays: number
    position: number
    locationId?: string | null
    live?: LiveRate | null
  }[]
  texts: { methodId: string; locale: string; name: string; description: string }[]
  rates: { id: string; methodId: string; currency: string; amount: number; freeFrom: number | null }[]
}

/** Adds them all, with flat rates. */
export async function writeDelivery(rows: NewDelivery, ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  await sql`insert into delivery.zone (id, store_id, key, name, countries, created_at, updated_at)
    select id, ${storeId}, key, name, array(select json_array_elements_text(countries)), ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows.zones)}) as z(id uuid, key text, name text, countries json)`.execute(
    db,
  )
  await sql`insert into delivery.method (id, store_id, zone_id, key, tax_category_id, min_days, max_days, position, location_id,
      carrier, carrier_service, carrier_markup_basis_points, carrier_answer_within_ms, created_at, updated_at)
    select id, ${storeId}, "zoneId", key, "taxCategoryId", "minDays", "maxDays", position, "locationId",
      live ->> 'carrier', live ->> 'service', (live ->> 'markupBasisPoints')::int, (live ->> 'answerWithinMs')::int, ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows.methods)}) as m(id uuid, "zoneId" uuid, key text, "taxCategoryId" uuid, "minDays" int, "maxDays" int, position int, "locationId" uuid, live json)`.execute(
    db,
  )
  await sql`insert into delivery.method_text (store_id, method_id, locale, name, description)
    select ${storeId}, "methodId", locale, name, description
    from json_to_recordset(${JSON.stringify(rows.texts)}) as t("methodId" uuid, locale text, name text, description text)`.execute(
    db,
  )
  await sql`insert into delivery.rate (id, store_id, method_id, currency, amount, free_from_amount)
    select id, ${storeId}, "methodId", currency, amount, "freeFrom"
    from json_to_recordset(${JSON.stringify(rows.rates)}) as r(id uuid, "methodId" uuid, currency text, amount bigint, "freeFrom" bigint)`.execute(
    db,
  )
  await rulesChanged(
    ctx,
    rows.methods.map(({ id }) => id),
  )
}
