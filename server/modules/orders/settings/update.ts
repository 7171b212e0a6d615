/** Changes how long links work, how long goods may be sent back, and when a silent parcel counts as delivered. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Type, Version } from '#kit/types.ts'
import { OrderSettings, lockOrderSettings } from '../settings.ts'

const { linkDays, returnDays, deliveredAfterDays } = OrderSettings.properties

export const update = command({
  id: 'orders.settings.update',
  summary: 'Change how the store deals with orders',
  description:
    'Dates that were told to buyers stay: only what is delivered from now on has the new time for returns.',
  rest: 'PATCH /order-settings',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({
    ...patch({ linkDays, returnDays, deliveredAfterDays }),
    expectedVersion: Type.Optional(Version),
  }),
  output: OrderSettings,
  async run({ expectedVersion, ...given }, ctx) {
    const before = await lockOrderSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = { ...before, ...given, version: before.version + 1 }
    await sql`update orders.setting set link_days = ${after.linkDays}, return_days = ${after.returnDays},
      delivered_after_days = ${after.deliveredAfterDays}, version = ${after.version}, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId}`.execute(ctx.db)
    ctx.audit({ subject: 'orders.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
