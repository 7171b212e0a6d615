/** Zones, methods, rates and working days, held in memory; the committing step of an order checks their version. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import { deliveryChanged } from './events.ts'
import type { ZoneArea } from './zones/covers.ts'

export type Measure = 'none' | 'weight_grams' | 'volume_ccm' | 'value' | 'items'

/** Comes on top of the rate from a measure on. */
export interface RateRange {
  from: number
  amount: number
  /** For each step that is begun beyond `from`, once more. */
  step: number | null
  stepAmount: number | null
}

export interface Rate {
  currency: string
  /** Null: for all goods whose profile has no rate of its own here. */
  profileId: string | null
  amount: number
  freeFrom: number | null
  measure: Measure
  /** Beyond it the rate does not hold; null: it always does. */
  upTo: number | null
  /** By `from`. Below the first one the rate does not hold. */
  ranges: RateRange[]
}

/** A price that a carrier is asked for; the rates hold while it does not answer. */
export interface LiveRate {
  carrier: string
  service: string
  /** On top of the carrier's price. */
  markupBasisPoints: number
  /** Nobody waits longer for the carrier. */
  answerWithinMs: number
}

export interface DeliveryMethod {
  id: string
  key: string
  countries: string[]
  areas: ZoneArea[]
  taxCategoryId: string
  minDays: number
  maxDays: number
  /** Where the buyer fetches the goods; null: they are brought. */
  locationId: string | null
  /** What goods of several profiles cost together. */
  combination: 'sum' | 'dearest'
  limits: {
    weightGrams: number | null
    lengthMm: number | null
    volumeCcm: number | null
    items: number | null
  }
  texts: Record<string, { name: string; description: string }>
  rates: Rate[]
  live: LiveRate | null
}

export interface Profile {
  id: string
  name: string
  /** Its goods go only by ways of delivery that name a rate for it. */
  namedOnly: boolean
}

export interface Calendar {
  /** Minutes after midnight in the store's zone; orders from then on leave a working day later. 1440: never. */
  cutoffMinute: number
  /** 1 is Monday. */
  workingDays: number[]
  /** `YYYY-MM-DD`. */
  holidays: string[]
}

export interface DeliveryRules {
  methods: DeliveryMethod[]
  profiles: Profile[]
  calendar: Calendar
}

/** A `LiveRate` as JSON, from the column `m` (method) of the surrounding query. */
export const liveText = sql`case when m.carrier is not null then json_build_object('carrier', m.carrier, 'service', m.carrier_service,
  'markupBasisPoints', m.carrier_markup_basis_points, 'answerWithinMs', m.carrier_answer_within_ms) end`

export const deliverySnapshot = snapshot<DeliveryRules>('delivery', async (db, storeId) => {
  const { rows } = await sql<DeliveryRules>`select
    coalesce((select json_agg(json_build_object('id', m.id, 'key', m.key, 'countries', z.countries, 'taxCategoryId', m.tax_category_id,
      'minDays', m.min_days, 'maxDays', m.max_days, 'locationId', m.location_id, 'combination', m.combination, 'live', ${liveText},
      'limits', json_build_object('weightGrams', m.max_weight_grams, 'lengthMm', m.max_length_mm,
        'volumeCcm', m.max_volume_ccm, 'items', m.max_items),
      'areas', coalesce((select json_agg(json_build_object('country', a.country, 'region', a.region, 'postalFrom', a.postal_from,
          'postalTo', a.postal_to, 'excluded', a.excluded) order by a.position) from delivery.zone_area a where a.zone_id = z.id), '[]'),
      'texts', coalesce((select json_object_agg(t.locale, json_build_object('name', t.name, 'description', t.description))
        from delivery.method_text t where t.method_id = m.id), '{}'),
      'rates', coalesce((select json_agg(json_build_object('currency', r.currency, 'profileId', r.profile_id, 'amount', r.amount,
          'freeFrom', r.free_from_amount, 'measure', r.measure, 'upTo', r.up_to,
          'ranges', coalesce((select json_agg(json_build_object('from', g.from_measure, 'amount', g.amount, 'step', g.step,
            'stepAmount', g.step_amount) order by g.from_measure) from delivery.rate_range g where g.rate_id = r.id), '[]')))
        from delivery.rate r where r.method_id = m.id), '[]')) order by m.position, m.id)
      from delivery.method m join delivery.zone z on z.id = m.zone_id and z.archived_at is null
      where m.store_id = ${storeId} and m.archived_at is null), '[]') as methods,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'namedOnly', p.named_only) order by p.key)
      from delivery.profile p where p.store_id = ${storeId} and p.archived_at is null), '[]') as profiles,
    json_build_object('cutoffMinute', coalesce((select cutoff_minute from delivery.calendar where store_id = ${storeId}), 1440),
      'workingDays', coalesce((select to_json(working_days) from delivery.calendar where store_id = ${storeId}), '[1,2,3,4,5,6,7]'),
      'holidays', coalesce((select json_agg(day order by day) from delivery.holiday where store_id = ${storeId}), '[]')) as calendar`.execute(
    db,
  )
  return rows[0]!
})

/** To be said by whatever changes them; `ids` are of what was changed. */
export async function rulesChanged(ctx: Ctx, ids: string[]): Promise<void> {
  await ctx.app.snapshots.changed(deliverySnapshot, ctx)
  ctx.emit(deliveryChanged, { ids })
}
