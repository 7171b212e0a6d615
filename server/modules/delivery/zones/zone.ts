/** A zone as staff see it: countries, and of these perhaps parts alone or all but some. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import {
  Country,
  Flag,
  Id,
  Key,
  List,
  Nullable,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { bare } from './covers.ts'

export const MOST_ZONES = 500
const MOST_COUNTRIES = 260
const MOST_AREAS = 1000

const PostalPart = Text(12)

const DeliveryArea = shape('DeliveryArea', {
  country: Country,
  /** As in addresses, in capitals or small letters. */
  region: Nullable(Text(120)),
  /** A prefix, or with `postalTo` the first prefix of a range. */
  postalFrom: Nullable(PostalPart),
  postalTo: Nullable(PostalPart),
  /** Not served, while the rest is. */
  excluded: Flag,
})
export const DeliveryZone = shape('DeliveryZone', {
  id: Id,
  key: Key,
  name: Text(120),
  countries: List(Country, MOST_COUNTRIES),
  areas: List(DeliveryArea, MOST_AREAS),
  version: Version,
})
export type DeliveryZone = Static<typeof DeliveryZone>

const NewArea = shape('NewDeliveryArea', {
  country: Country,
  region: Type.Optional(Nullable(Text(120))),
  postalFrom: Type.Optional(Nullable(PostalPart)),
  postalTo: Type.Optional(Nullable(PostalPart)),
  excluded: Type.Optional(Flag),
})
type NewArea = Static<typeof NewArea>
type Area = Static<typeof DeliveryArea>

export const fields = {
  name: Text(120),
  countries: List(Country, MOST_COUNTRIES, { minItems: 1 }),
  areas: List(NewArea, MOST_AREAS),
}

/** One zone, or with no id all of them. */
export async function readZones(ctx: Ctx, id?: string): Promise<DeliveryZone[]> {
  const { rows } = await sql<DeliveryZone>`
    select z.id, z.key, z.name, z.countries, z.version,
      coalesce((select json_agg(json_build_object('country', a.country, 'region', a.region, 'postalFrom', a.postal_from,
        'postalTo', a.postal_to, 'excluded', a.excluded) order by a.position)
        from delivery.zone_area a where a.zone_id = z.id), '[]') as areas
    from delivery.zone z where z.store_id = ${ctx.storeId} and z.archived_at is null and ${id === undefined ? sql`true` : sql`z.id = ${id}`}
    order by z.key limit ${MOST_ZONES}`.execute(ctx.db)
  return rows
}

export async function lockZone(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<DeliveryZone> {
  const { rows } = await sql<{ version: number }>`
    select version from delivery.zone where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readZones(ctx, id))[0]!
}

/** The areas as they are kept; what they say must narrow one of the zone's countries. */
export function areasOf(given: NewArea[], countries: string[]): Area[] {
  countries.forEach((country, index) => {
    if (countries.indexOf(country) < index)
      throw invalid(`countries.${index}`, 'duplicate', 'This country is named twice.')
  })
  return given.map((area, index) => {
    const refuse = (part: string, code: string, message: string) =>
      invalid(`areas.${index}.${part}`, code, message)
    if (!countries.includes(area.country))
      throw refuse('country', 'unknown', 'This is not one of the zone’s countries.')
    const region = area.region ? tidy(area.region) : null
    const postalFrom = area.postalFrom ? bare(area.postalFrom) : null
    const postalTo = area.postalTo ? bare(area.postalTo) : postalFrom
    if (postalFrom === null && postalTo !== null)
      throw refuse('postalFrom', 'required', 'A range of postal codes has a first one.')
    if (postalFrom === '') throw refuse('postalFrom', 'postal_code', 'A postal code has letters or digits.')
    if (region === null && postalFrom === null)
      throw refuse('region', 'required', 'An area is a region, postal codes, or both.')
    if (postalFrom !== null && postalTo!.length !== postalFrom.length)
      throw refuse('postalTo', 'length', 'Both ends of a range of postal codes are equally long.')
    if (postalFrom !== null && postalTo! < postalFrom)
      throw refuse('postalTo', 'too_small', 'The last postal code cannot come before the first.')
    return { country: area.country, region, postalFrom, postalTo, excluded: area.excluded ?? false }
  })
}

export async function writeAreas(ctx: Ctx, zoneId: string, areas: Area[]): Promise<void> {
  await sql`delete from delivery.zone_area where store_id = ${ctx.storeId} and zone_id = ${zoneId}`.execute(
    ctx.db,
  )
  await sql`insert into delivery.zone_area (store_id, zone_id, position, country, region, postal_from, postal_to, excluded)
    select ${ctx.storeId}, ${zoneId}, position - 1, country, region, "postalFrom", "postalTo", excluded
    from rows from (json_to_recordset(${JSON.stringify(areas)}) as (country text, region text, "postalFrom" text, "postalTo" text, excluded boolean))
      with ordinality as a(country, region, "postalFrom", "postalTo", excluded, position)`.execute(ctx.db)
}
