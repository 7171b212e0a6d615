/** By which rules a store charges tax. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Version, Words, shape, type Static } from '#kit/types.ts'

/** Below 10,000 EUR a year of sales to other member states their VAT need not be charged (Directive 2006/112/EC, Article 59c). */
export const UnionSales = Words('UnionSales', 'destination', 'origin')
export type UnionSales = 'destination' | 'origin'

export const TaxSettings = shape(
  'TaxSettings',
  { unionSales: UnionSales, version: Version },
  {
    description:
      'Sales from one member state of the European Union to shoppers in another are taxed at the rates of where the goods go, or, below the threshold, at those of where they come from.',
  },
)
export type TaxSettings = Omit<Static<typeof TaxSettings>, 'unionSales'> & { unionSales: UnionSales }

const DEFAULTS: TaxSettings = { unionSales: 'destination', version: 1 }

export async function taxSettings(ctx: Ctx): Promise<TaxSettings> {
  const { rows } = await sql<TaxSettings>`
    select union_sales as "unionSales", version from tax.setting where store_id = ${ctx.storeId}`.execute(
    ctx.db,
  )
  return rows[0] ?? DEFAULTS
}

/** Locked for the transaction; a store that never changed them gets its row now. */
export async function lockTaxSettings(ctx: Ctx): Promise<TaxSettings> {
  const { rows } = await sql<TaxSettings>`
    insert into tax.setting as s (store_id, union_sales, updated_at) values (${ctx.storeId}, ${DEFAULTS.unionSales}, ${ctx.now()})
    on conflict (store_id) do update set version = s.version returning union_sales as "unionSales", version`.execute(
    ctx.db,
  )
  return rows[0]!
}
