/** Zones, methods and rates of delivery, held in memory; the committing step of an order checks their version. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import type { PickUp } from './pick-up.ts'

export interface DeliveryMethod {
  id: string
  key: string
  countries: string[]
  taxCategoryId: string
  minDays: number
  maxDays: number
  /** Where the buyer fetches the goods; null: they are brought. */
  locationId: string | null
  texts: Record<string, { name: string; description: string }>
  rates: { currency: string; amount: number; freeFrom: number | null }[]
}

export const deliverySnapshot = snapshot<DeliveryMethod[]>('delivery', async (db, storeId) => {
  const { rows } = await sql<{ methods: DeliveryMethod[] }>`
    select coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'countries', z.countries, 'taxCategoryId', m.tax_category_id,
      'minDays', m.min_days, 'maxDays', m.max_days, 'locationId', m.location_id,
      'texts', coalesce((select json_object_agg(t.locale, json_build_object('name', t.name, 'description', t.description))
        from delivery.method_text t where t.method_id = m.id), '{}'),
      'rates', coalesce((select json_agg(json_build_object('currency', r.currency, 'amount', r.amount, 'freeFrom', r.free_from_amount))
        from delivery.rate r where r.method_id = m.id), '[]')) order by m.position, m.id), '[]') as methods
    from delivery.method m join delivery.zone z on z.id = m.zone_id and z.archived_at is null
    where m.store_id = ${storeId} and m.archived_at is null`.execute(db)
  return rows[0]!.methods
})

export interface Offer {
  methodId: string
  name: string
  description: string
  amount: number
  taxCategoryId: string
  /** From today until the goods are there, the time to leave their place included. */
  minDays: number
  maxDays: number
  pickUp: PickUp | null
}

/** Where the goods of the cart are: how long they take to leave, and whether all of them lie at a place. */
export interface Sources {
  leadDays: number
  pickUpAt: (locationId: string) => { name: string; address: PickUp['address']; leadDays: number } | null
}

/** What may be chosen for a cart that goes to `country`; `locales` is the fallback chain, `subtotal` in minor units. */
export function offersFor(
  methods: DeliveryMethod[],
  to: { country: string; currency: string; subtotal: number; locales: string[] },
  sources: Sources,
): Offer[] {
  return methods
    .filter((method) => method.countries.includes(to.country))
    .flatMap((method) => {
      const rate = method.rates.find((each) => each.currency === to.currency)
      if (!rate) return []
      const place = method.locationId === null ? null : sources.pickUpAt(method.locationId)
      if (method.locationId !== null && !place) return []
      const leadDays = place ? place.leadDays : sources.leadDays
      const text = to.locales.map((locale) => method.texts[locale]).find(Boolean) ?? {
        name: method.key,
        description: '',
      }
      const free = rate.freeFrom !== null && to.subtotal >= rate.freeFrom
      return [
        {
          methodId: method.id,
          ...text,
          amount: free ? 0 : rate.amount,
          taxCategoryId: method.taxCategoryId,
          minDays: leadDays + method.minDays,
          maxDays: leadDays + method.maxDays,
          pickUp: place && { locationId: method.locationId!, name: place.name, address: place.address },
        },
      ]
    })
}

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
  }[]
  texts: { methodId: string; locale: string; name: string; description: string }[]
  rates: { id: string; methodId: string; currency: string; amount: number; freeFrom: number | null }[]
}

/** Adds zones, methods, texts and rates; for seeds and imports. */
export async function writeDelivery(rows: NewDelivery, ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  await sql`insert into delivery.zone (id, store_id, key, name, countries, created_at, updated_at)
    select id, ${storeId}, key, name, array(select json_array_elements_text(countries)), ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows.zones)}) as z(id uuid, key text, name text, countries json)`.execute(
    db,
  )
  await sql`insert into delivery.method (id, store_id, zone_id, key, tax_category_id, min_days, max_days, position, location_id, created_at, updated_at)
    select id, ${storeId}, "zoneId", key, "taxCategoryId", "minDays", "maxDays", position, "locationId", ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows.methods)}) as m(id uuid, "zoneId" uuid, key text, "taxCategoryId" uuid, "minDays" int, "maxDays" int, position int, "locationId" uuid)`.execute(
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
  await ctx.app.snapshots.changed(deliverySnapshot, ctx)
}
