/** Tax categories, rates and settings, held in memory; the committing step of an order checks their version. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import type { UnionSales, WhenUnanswered } from './settings/setting.ts'

export interface HeldRate {
  id: string
  categoryId: string
  country: string
  region: string | null
  postalFrom: string | null
  postalTo: string | null
  layer: number
  compound: boolean
  name: string
  rateBasisPoints: number
  rateHundredths: number
  startsOn: string
  endsOn: string | null
}

/** How ids and certificates of buyers are dealt with. */
export interface Exemption {
  ownTaxId: string | null
  /** So old an answer may be. */
  idCheckDays: number
  whenUnanswered: WhenUnanswered
  /** Whether there are any: else no buyer's are looked for. */
  hasCertificates: boolean
}

export interface TaxRates {
  categories: { id: string; key: string; name: string }[]
  rates: HeldRate[]
  unionSales: UnionSales
  exemption: Exemption
}

export const taxSnapshot = snapshot<TaxRates>('tax', async (db, storeId) => {
  const { rows } = await sql<TaxRates>`select
    coalesce((select json_agg(json_build_object('id', id, 'key', key, 'name', name) order by key)
      from tax.category where store_id = ${storeId} and archived_at is null), '[]') as categories,
    coalesce((select json_agg(json_build_object('id', id, 'categoryId', category_id, 'country', country, 'region', region,
      'postalFrom', postal_from, 'postalTo', postal_to, 'layer', layer, 'compound', compound, 'name', name,
      'rateBasisPoints', rate_basis_points, 'rateHundredths', rate_hundredths, 'startsOn', starts_on, 'endsOn', ends_on) order by starts_on desc, id)
      from tax.rate where store_id = ${storeId} and archived_at is null), '[]') as rates,
    coalesce((select union_sales from tax.setting where store_id = ${storeId}), 'destination') as "unionSales",
    (select json_build_object('ownTaxId', s.own_tax_id, 'idCheckDays', coalesce(s.id_check_days, 1), 'whenUnanswered', coalesce(s.when_unanswered, 'charge'),
      'hasCertificates', exists (select from tax.certificate where store_id = ${storeId} and archived_at is null))
      from (select) one left join tax.setting s on s.store_id = ${storeId}) as exemption`.execute(db)
  return rows[0]!
})

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
