/** Money for what is brought back, as staff see it: what it is called in each language, how much it is in each currency. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure, invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import {
  Id,
  Int,
  Key,
  List,
  Locale,
  Money,
  Nullable,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'

export const MOST_DEPOSITS = 1000
/** Of one variant: bottles and their crate. */
export const MOST_OF_VARIANT = 5

const DepositText = shape('DepositText', { locale: Locale, name: Text(120) })

export const depositFields = {
  taxCategoryId: Nullable(Id),
  texts: List(DepositText, 30, { minItems: 1 }),
  amounts: List(Money, 30, { minItems: 1 }),
}

export const Deposit = shape(
  'Deposit',
  { id: Id, key: Key, ...depositFields, version: Version },
  {
    description:
      'Without a tax category it is taxed as the goods it goes with. In a currency it has no amount in, none is asked.',
  },
)
export type Deposit = Static<typeof Deposit>

export const DepositCount = Int(1, 999)

export const VariantDeposits = shape('VariantDeposits', {
  items: List(shape('VariantDeposit', { depositId: Id, count: DepositCount }), MOST_OF_VARIANT),
})
export type VariantDeposits = Static<typeof VariantDeposits>

export const DepositKeyTaken = failure(
  'pricing.deposit_key_taken',
  409,
  Type.Object({ key: Key }, { additionalProperties: false }),
  {
    en: ({ key }) => `There is a deposit called ${key} already.`,
    de: ({ key }) => `Es gibt schon ein Pfand namens ${key}.`,
    ar: ({ key }) => `يوجد تأمين باسم ${key} من قبل.`,
  },
)

export const depositColumns = sql`d.id, d.key, d.tax_category_id as "taxCategoryId", d.version,
  (select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale) from pricing.deposit_text t where t.deposit_id = d.id) as texts,
  (select json_agg(json_build_object('amount', p.amount, 'currency', p.currency) order by p.currency) from pricing.deposit_price p where p.deposit_id = d.id) as amounts`

export async function lockDeposit(ctx: Ctx, id: string, expectedVersion?: number): Promise<Deposit> {
  const { rows } = await sql<Deposit>`
    select ${depositColumns} from pricing.deposit d
    where d.store_id = ${ctx.storeId} and d.id = ${id} and d.archived_at is null for update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}

type Given = Pick<Deposit, 'taxCategoryId' | 'texts' | 'amounts'>

export async function checkDeposit(ctx: Ctx, { taxCategoryId, texts, amounts }: Given): Promise<void> {
  const { rows } = await sql`
    select 1 from tax.category where store_id = ${ctx.storeId} and id = ${taxCategoryId} and archived_at is null`.execute(
    ctx.db,
  )
  if (taxCategoryId !== null && rows.length === 0)
    throw invalid('taxCategoryId', 'unknown', 'There is no such tax category.')
  const { store, currencies } = await currentSettings(ctx)
  const sold = [store.currency, ...currencies]
  texts.forEach(({ locale }, index) => {
    if (texts.findIndex((each) => each.locale === locale) < index)
      throw invalid(`texts.${index}.locale`, 'duplicate', 'There is a text in this language already.')
  })
  amounts.forEach(({ amount, currency }, index) => {
    if (amount < 1) throw invalid(`amounts.${index}.amount`, 'too_small', 'A deposit is more than nothing.')
    if (!sold.includes(currency))
      throw invalid(`amounts.${index}.currency`, 'unknown', `The store sells in ${sold.join(', ')}.`)
    if (amounts.findIndex((each) => each.currency === currency) < index)
      throw invalid(`amounts.${index}.currency`, 'duplicate', 'There is an amount in this currency already.')
  })
}

/** Both as a whole. */
export async function writeDetails(ctx: Ctx, id: string, { texts, amounts }: Given): Promise<void> {
  const told = texts.map(({ locale, name }) => ({ locale, name: tidy(name) }))
  await sql`
    with gone as (
      delete from pricing.deposit_text where deposit_id = ${id} and locale <> all(${told.map(({ locale }) => locale)}::text[])
    ), gone_prices as (
      delete from pricing.deposit_price where deposit_id = ${id} and currency <> all(${amounts.map(({ currency }) => currency)}::text[])
    ), prices as (
      insert into pricing.deposit_price (store_id, deposit_id, currency, amount)
      select ${ctx.storeId}, ${id}, p.currency, p.amount from json_to_recordset(${JSON.stringify(amounts)}) as p(currency text, amount bigint)
      on conflict (deposit_id, currency) do update set amount = excluded.amount
    )
    insert into pricing.deposit_text (store_id, deposit_id, locale, name)
    select ${ctx.storeId}, ${id}, t.locale, t.name from json_to_recordset(${JSON.stringify(told)}) as t(locale text, name text)
    on conflict (deposit_id, locale) do update set name = excluded.name`.execute(ctx.db)
}

export async function depositsOf(ctx: Ctx, variantId: string): Promise<VariantDeposits> {
  const { rows } = await sql<VariantDeposits['items'][number]>`
    select vd.deposit_id as "depositId", vd.count from pricing.variant_deposit vd
    where vd.store_id = ${ctx.storeId} and vd.variant_id = ${variantId} order by vd.deposit_id limit ${MOST_OF_VARIANT}`.execute(
    ctx.db,
  )
  return { items: rows }
}
