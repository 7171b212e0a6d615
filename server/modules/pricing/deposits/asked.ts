/** Which deposits are asked for so many of something: the few there are stand in memory, a statement says which go with what. */
import { sql } from 'kysely'
import { safe } from '#kit/money.ts'
import { snapshot } from '#kit/snapshot.ts'
import { MOST_DEPOSITS, depositColumns, type Deposit } from './deposit.ts'

export const depositsSnapshot = snapshot<Deposit[]>('deposits', async (db, storeId) => {
  const { rows } = await sql<Deposit>`
    select ${depositColumns} from pricing.deposit d where d.store_id = ${storeId} and d.archived_at is null
    order by d.key, d.id limit ${MOST_DEPOSITS}`.execute(db)
  return rows
})

/** How many of which deposit go with one. */
export type DepositCounts = [depositId: string, count: number][]

/** As JSON, as plain SQL; null while the store has none, or the variant. */
export const depositsText = (variantId: string, deposits: readonly Deposit[]) =>
  deposits.length === 0
    ? 'null::json'
    : `(select json_agg(json_build_array(vd.deposit_id, vd.count) order by vd.deposit_id) from pricing.variant_deposit vd where vd.variant_id = ${variantId})`

export interface AskedDeposit {
  depositId: string
  name: string
  quantity: number
  /** Minor units. */
  unitAmount: number
  /** Null: that of the goods. */
  taxCategoryId: string | null
}

/** For `pieces` of what `counts` go with, called in the first of these languages that it has a name in. */
export function depositsFor(
  counts: DepositCounts | null,
  pieces: number,
  { deposits, currency, locales }: { deposits: readonly Deposit[]; currency: string; locales: string[] },
): AskedDeposit[] {
  return (counts ?? []).flatMap(([depositId, count]) => {
    const deposit = deposits.find(({ id }) => id === depositId)
    const price = deposit?.amounts.find((each) => each.currency === currency)
    if (!deposit || !price) return []
    const { texts, taxCategoryId } = deposit
    const text = locales.map((locale) => texts.find((each) => each.locale === locale)).find(Boolean)
    const { name } = text ?? texts[0]!
    return [{ depositId, name, quantity: safe(count * pieces), unitAmount: price.amount, taxCategoryId }]
  })
}
