/** Tax categories and rates, held in memory; the committing step of an order checks their version. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'

export interface TaxRates {
  categories: { id: string; key: string; name: string }[]
  rates: {
    categoryId: string
    country: string
    region: string | null
    name: string
    rateBasisPoints: number
    startsOn: string
    endsOn: string | null
  }[]
}

export const taxSnapshot = snapshot<TaxRates>('tax', async (db, storeId) => {
  const { rows } = await sql<TaxRates>`select
    coalesce((select json_agg(json_build_object('id', id, 'key', key, 'name', name) order by key)
      from tax.category where store_id = ${storeId} and archived_at is null), '[]') as categories,
    coalesce((select json_agg(json_build_object('categoryId', category_id, 'country', country, 'region', region, 'name', name,
      'rateBasisPoints', rate_basis_points, 'startsOn', starts_on, 'endsOn', ends_on) order by starts_on desc, id)
      from tax.rate where store_id = ${storeId} and archived_at is null), '[]') as rates`.execute(db)
  return rows[0]!
})

const UNTAXED = { name: 'No tax', rateBasisPoints: 0 }

/** The rate that holds on a day: the region's before the country's, the newest first. None: untaxed. */
export function rateFor(
  held: TaxRates,
  at: { categoryId: string; country: string; region: string | null; on: string },
): { name: string; rateBasisPoints: number } {
  const fits = held.rates.filter(
    (rate) =>
      rate.categoryId === at.categoryId &&
      rate.country === at.country &&
      rate.startsOn <= at.on &&
      (rate.endsOn === null || at.on < rate.endsOn),
  )
  const found =
    fits.find((rate) => rate.region !== null && rate.region === at.region) ??
    fits.find((rate) => rate.region === null)
  return found ? { name: found.name, rateBasisPoints: found.rateBasisPoints } : UNTAXED
}

/** The calendar day it is in the store's zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  return dayFormat(timeZone).format(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

export interface NewTax {
  categories: { id: string; key: string; name: string }[]
  rates: {
    id: string
    categoryId: string
    country: string
    region?: string | null
    name: string
    rateBasisPoints: number
    startsOn: string
  }[]
}

/** Adds categories and rates, at most 1,000 of each; for seeds and imports. */
export async function writeTax(tax: NewTax, ctx: Ctx): Promise<void> {
  const { storeId } = ctx
  await sql`insert into tax.category (id, store_id, key, name, created_at, updated_at)
    select id, ${storeId}, key, name, ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(tax.categories)}) as c(id uuid, key text, name text)`.execute(
    ctx.db,
  )
  await sql`insert into tax.rate (id, store_id, category_id, country, region, name, rate_basis_points, starts_on, created_at, updated_at)
    select id, ${storeId}, "categoryId", country, region, name, "rateBasisPoints", "startsOn", ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(tax.rates)}) as r(id uuid, "categoryId" uuid, country text, region text, name text, "rateBasisPoints" int, "startsOn" date)`.execute(
    ctx.db,
  )
  await ctx.app.snapshots.changed(taxSnapshot, ctx)
}
