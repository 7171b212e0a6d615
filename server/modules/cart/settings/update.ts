/** Changes how carts are dealt with. It counts at once: also for prices that were seen before, and from the next log-in on. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Type, Version } from '#kit/types.ts'
import { CartSettings, cartSettingsSnapshot, lockCartSettings } from '../settings.ts'

const { priceHoldMinutes, mergeRule } = CartSettings.properties

export const update = command({
  id: 'cart.settings.update',
  summary: 'Change how the store deals with carts',
  description:
    'A price that rises while it is held is the old one, one that falls the new one. At a log-in the guest’s cart is poured into the account’s: of a thing in both, `sum` keeps both quantities together, `larger` the larger one, `newest` that of the cart touched last; never more than can be had.',
  rest: 'PATCH /cart-settings',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({ ...patch({ priceHoldMinutes, mergeRule }), expectedVersion: Type.Optional(Version) }),
  output: CartSettings,
  async run({ expectedVersion, ...given }, ctx) {
    const before = await lockCartSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = { ...before, ...given, version: before.version + 1 }
    await sql`update cart.setting set price_hold_minutes = ${after.priceHoldMinutes}, merge_rule = ${after.mergeRule}, version = ${after.version},
      updated_at = ${ctx.now()} where store_id = ${ctx.storeId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(cartSettingsSnapshot, ctx)
    ctx.audit({ subject: 'cart.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
