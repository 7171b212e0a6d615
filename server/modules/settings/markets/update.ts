/** Changes a market; what is left out stays. Orders keep what they were placed with. */
import { sql } from 'kysely'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { Market, settingsSnapshot } from '../settings.ts'
import { checkCountries, fields } from './fields.ts'

export const update = command({
  id: 'settings.markets.update',
  summary: 'Change a market',
  rest: 'PATCH /markets/:marketId',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({ marketId: Id, expectedVersion: Type.Optional(Version), ...patch(fields) }),
  output: Market,
  async run({ marketId, expectedVersion, name, ...given }, ctx) {
    await sql`select 1 from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const { rows } = await sql<Market>`
      select id, code, name, currency, countries, prices_include_tax as "pricesIncludeTax", tax_rounding as "taxRounding", version
      from settings.market where store_id = ${ctx.storeId} and id = ${marketId} and archived_at is null for update`.execute(
      ctx.db,
    )
    const [before] = rows
    if (!before) throw NotFound({})
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    if (given.countries) await checkCountries(ctx, given.countries, marketId)
    const after = {
      ...before,
      ...given,
      ...(name === undefined ? {} : { name: tidy(name) }),
      version: before.version + 1,
    }
    await sql`update settings.market set name = ${after.name}, countries = ${after.countries}, prices_include_tax = ${after.pricesIncludeTax},
        tax_rounding = ${after.taxRounding}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${marketId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({ subject: 'settings.market', subjectId: marketId, before, after })
    return after
  },
})
