/** A new place for stock. Orders are filled from places in the order of their position. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Count, Country, Int, Key, Text, Type } from '#kit/types.ts'
import { AddressInput } from '../../customers/index.ts'
import { LeadDays, MOST_LOCATIONS, StockLocation } from '../shapes.ts'
import { writeLocation } from '../write.ts'
import { addressThere } from './location.ts'

export const LocationKeyTaken = failure(
  'inventory.location_key_taken',
  409,
  Type.Object({ key: Key }, { additionalProperties: false }),
  {
    en: ({ key }) => `There is a place called ${key} already.`,
    de: ({ key }) => `Es gibt schon einen Ort namens ${key}.`,
    ar: ({ key }) => `يوجد موقع باسم ${key} من قبل.`,
  },
)
export const TooManyLocations = failure(
  'inventory.too_many_locations',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store counts stock at ${limit} places at most.`,
    de: ({ limit }) => `Ein Shop führt Bestand an höchstens ${limit} Orten.`,
    ar: ({ limit }) => `الحد الأقصى لمواقع المخزون في المتجر ${limit}.`,
  },
)

export const create = command({
  id: 'inventory.locations.create',
  summary: 'Add a place where stock lies',
  rest: 'POST /stock-locations',
  audience: 'staff',
  access: permission('stock.write'),
  status: 201,
  input: Type.Object({
    key: Key,
    name: Text(120),
    country: Country,
    position: Type.Optional(Int(0, 10_000)),
    leadDays: Type.Optional(LeadDays),
    address: Type.Optional(AddressInput),
  }),
  output: StockLocation,
  failures: [LocationKeyTaken, TooManyLocations],
  async run({ key, name, country, position, leadDays = 0, address }, ctx) {
    const checked = address ? addressThere(address, country) : null
    await sql`select pg_advisory_xact_lock(hashtextextended(${`inventory.locations ${ctx.storeId}`}, 0))`.execute(
      ctx.db,
    )
    const { rows } = await sql<{ count: number; last: number; taken: boolean }>`
      select count(*) as count, coalesce(max(position), -1) as last, coalesce(bool_or(key = ${key}), false) as taken
      from inventory.location where store_id = ${ctx.storeId} and archived_at is null`.execute(ctx.db)
    const { count, last, taken } = rows[0]!
    if (taken) throw LocationKeyTaken({ key })
    if (count >= MOST_LOCATIONS) throw TooManyLocations({ limit: MOST_LOCATIONS })
    const made = {
      id: newId(),
      key,
      name: tidy(name),
      country,
      position: position ?? Math.min(10_000, last + 1),
      leadDays,
      address: checked,
      version: 1,
    }
    await writeLocation(made, ctx)
    ctx.audit({ subject: 'inventory.location', subjectId: made.id, before: null, after: made })
    return made
  },
})
