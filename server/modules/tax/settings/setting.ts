/** By which rules a store charges tax. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Int, Nullable, Text, Version, Words, shape, type Static } from '#kit/types.ts'

/** Below 10,000 EUR a year of sales to other member states their VAT need not be charged (Directive 2006/112/EC, Article 59c). */
export const UnionSales = Words('UnionSales', 'destination', 'origin')
export type UnionSales = 'destination' | 'origin'

/** What holds of a tax id while nobody has answered whether it is valid. */
export const WhenUnanswered = Words('WhenTaxIdUnanswered', 'charge', 'accept')
export type WhenUnanswered = 'charge' | 'accept'

const IdCheckDays = Int(1, 365)

export const TaxSettings = shape(
  'TaxSettings',
  {
    unionSales: UnionSales,
    /** The store's own, by which it asks about those of buyers. */
    ownTaxId: Nullable(Text(20)),
    /** An answer about a tax id that is older is asked for anew. */
    idCheckDays: IdCheckDays,
    whenUnanswered: WhenUnanswered,
    version: Version,
  },
  {
    description:
      'Sales from one member state of the European Union to shoppers in another are taxed at the rates of where the goods go, or, below the threshold, at those of where they come from. A buyer’s tax id that nobody has answered for is charged the tax, or is accepted for now and asked about again.',
  },
)
export type TaxSettings = Omit<Static<typeof TaxSettings>, 'unionSales' | 'whenUnanswered'> & {
  unionSales: UnionSales
  whenUnanswered: WhenUnanswered
}

const DEFAULTS: TaxSettings = {
  unionSales: 'destination',
  ownTaxId: null,
  idCheckDays: 1,
  whenUnanswered: 'charge',
  version: 1,
}

const columns = sql`union_sales as "unionSales", own_tax_id as "ownTaxId", id_check_days as "idCheckDays",
  when_unanswered as "whenUnanswered", version`

export async function taxSettings(ctx: Ctx): Promise<TaxSettings> {
  const { rows } = await sql<TaxSettings>`
    select ${columns} from tax.setting where store_id = ${ctx.storeId}`.execute(ctx.db)
  return rows[0] ?? DEFAULTS
}

/** Locked for the transaction; a store that never changed them gets its row now. */
export async function lockTaxSettings(ctx: Ctx): Promise<TaxSettings> {
  const { rows } = await sql<TaxSettings>`
    insert into tax.setting as s (store_id, union_sales, updated_at) values (${ctx.storeId}, ${DEFAULTS.unionSales}, ${ctx.now()})
    on conflict (store_id) do update set version = s.version returning ${columns}`.execute(ctx.db)
  return rows[0]!
}
