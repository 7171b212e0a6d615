/** Sets the currencies the store sells in. Carts and orders keep theirs. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Currency, List, Type } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { currentSettings, settingsSnapshot } from '../settings.ts'
import { CurrencyList, MOST_CURRENCIES } from './list.ts'

/** ISO 4217, as ICU knows it. */
const KNOWN = new Set(Intl.supportedValuesOf('currency'))

export const set = command({
  id: 'settings.currencies.set',
  summary: 'Set the currencies the store sells in',
  description:
    'The store’s own and those of its markets stay among them. What has no price in a currency is not for sale in it.',
  rest: 'PUT /currencies',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({ currencies: List(Currency, MOST_CURRENCIES, { minItems: 1 }) }),
  output: CurrencyList,
  async run({ currencies }, ctx) {
    await sql`select 1 from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const { store, markets, currencies: before } = await currentSettings(ctx)
    currencies.forEach((code, index) => {
      if (!KNOWN.has(code)) throw invalid(`currencies.${index}`, 'unknown', `There is no currency ${code}.`)
      if (currencies.indexOf(code) < index)
        throw invalid(`currencies.${index}`, 'duplicate', `${code} is named above.`)
    })
    const needed = [store.currency, ...markets.map(({ currency }) => currency)].find(
      (code) => !currencies.includes(code),
    )
    if (needed) throw invalid('currencies', 'missing', `The store or one of its markets needs ${needed}.`)
    const after = [store.currency, ...currencies.filter((code) => code !== store.currency)]
    await sql`
      with gone as (delete from settings.currency where store_id = ${ctx.storeId} and code <> all(${after}))
      insert into settings.currency (store_id, code, position)
      select ${ctx.storeId}, c.code, c.place from unnest(${after}::text[]) with ordinality as c(code, place)
      on conflict (store_id, code) do update set position = excluded.position`.execute(ctx.db)
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({ subject: 'settings.currencies', subjectId: ctx.storeId, before, after })
    return { items: after }
  },
})
