/** Changes for how long the prices in a cart are held. It counts at once, also for prices that were seen before. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Type, Version } from '#kit/types.ts'
import { CartSettings, cartSettingsSnapshot, lockCartSettings } from '../settings.ts'

const { priceHoldMinutes } = CartSettings.properties

export const update = command({
  id: 'cart.settings.update',
  summary: 'Change how the store deals with carts',
  description: 'A price that rises meanwhile is the old one, one that falls the new one.',
  rest: 'PATCH /cart-settings',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({ ...patch({ priceHoldMinutes }), expectedVersion: Type.Optional(Version) }),
  output: CartSettings,
  async run({ expectedVersion, ...given }, ctx) {
    const before = await lockCartSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = { ...before, ...given, version: before.version + 1 }
    await sql`update cart.setting set price_hold_minutes = ${after.priceHoldMinutes}, version = ${after.version},
      updated_at = ${ctx.now()} where store_id = ${ctx.storeId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(cartSettingsSnapshot, ctx)
    ctx.audit({ subject: 'cart.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
