import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Currency, Key, Type } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { Market, currentSettings, settingsSnapshot } from '../settings.ts'
import { MarketCodeTaken, checkCountries, fields } from './fields.ts'

const MOST_MARKETS = 500

export const create = command({
  id: 'settings.markets.create',
  summary: 'Add a market',
  description: 'Countries that share a currency and the way tax is shown. Its currency stays as it is.',
  rest: 'POST /markets',
  audience: 'staff',
  access: permission('settings.write'),
  status: 201,
  input: Type.Object({ code: Key, currency: Currency, ...fields }),
  output: Market,
  failures: [MarketCodeTaken],
  async run({ code, name, currency, countries, pricesIncludeTax, taxRounding }, ctx) {
    await sql`select 1 from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const { currencies, markets } = await currentSettings(ctx)
    if (markets.some((market) => market.code === code)) throw MarketCodeTaken({ code })
    if (markets.length >= MOST_MARKETS)
      throw invalid('code', 'too_many', `A store has ${MOST_MARKETS} markets at most.`)
    if (!currencies.includes(currency))
      throw invalid('currency', 'unknown', `The store sells in ${currencies.join(', ')}.`)
    await checkCountries(ctx, countries, null)
    const made = {
      id: newId(),
      code,
      name: tidy(name),
      currency,
      countries,
      pricesIncludeTax,
      taxRounding,
      version: 1,
    }
    await sql`insert into settings.market (id, store_id, code, name, currency, countries, prices_include_tax, tax_rounding, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${code}, ${made.name}, ${currency}, ${countries}, ${pricesIncludeTax}, ${taxRounding}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({ subject: 'settings.market', subjectId: made.id, before: null, after: made })
    return made
  },
})
