/**
 * Sets by which rate prices of the store's own currency become those of another. New prices follow at once; those that are
 * there are derived anew by a job, chunk by chunk.
 */
import { sql } from 'kysely'
import { StaleVersion, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Currency, Decimal, Type, Version } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { Conversion, Rounding, columns } from './conversion.ts'
import { FIRST_ID } from './derive-all.ts'

export const set = command({
  id: 'pricing.conversions.set',
  summary: 'Let the prices of a currency follow by rate',
  description: 'A price that was set in the currency itself stays. `done` tells when all have been derived.',
  rest: 'PUT /conversions/:currency',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({
    currency: Currency,
    rate: Decimal,
    rounding: Type.Optional(Rounding),
    step: Type.Optional(Conversion.properties.step),
    expectedVersion: Type.Optional(Version),
  }),
  output: Conversion,
  async run({ currency, rate, rounding = 'nearest', step = 1, expectedVersion }, ctx) {
    const { store, currencies } = await currentSettings(ctx)
    if (!currencies.includes(currency))
      throw invalid('currency', 'unknown', `The store sells in ${currencies.join(', ')}.`)
    if (currency === store.currency)
      throw invalid('currency', 'own', 'The prices of the store’s own currency are set, not converted.')
    if (Number(rate) <= 0) throw invalid('rate', 'too_small', 'A rate is more than nothing.')
    if (!/^\d{1,9}(\.|$)/.test(rate))
      throw invalid('rate', 'too_large', 'A rate has nine digits before the point at most.')
    const { rows: held } = await sql<Conversion>`
      select ${columns} from pricing.conversion where store_id = ${ctx.storeId} and currency = ${currency} for update`.execute(
      ctx.db,
    )
    const before = held[0] ?? null
    if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0))
      throw StaleVersion({ currentVersion: before?.version ?? 0 })
    const { rows } = await sql<Conversion>`
      insert into pricing.conversion as c (store_id, currency, rate_billionths, rounding, step, after_id, created_at, updated_at)
      values (${ctx.storeId}, ${currency}, (${rate}::numeric * 1000000000)::bigint, ${rounding}, ${step}, ${FIRST_ID}, ${ctx.now()}, ${ctx.now()})
      on conflict (store_id, currency) do update set rate_billionths = excluded.rate_billionths, rounding = excluded.rounding, step = excluded.step,
        after_id = excluded.after_id, ending = false, version = c.version + 1, updated_at = excluded.updated_at
      returning ${columns}`.execute(ctx.db)
    const after = rows[0]!
    ctx.audit({ subject: 'pricing.conversion', subjectId: ctx.storeId, before, after })
    return after
  },
})
