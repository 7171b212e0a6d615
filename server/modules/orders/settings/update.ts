/** Changes how long links work, how long goods may be sent back, when a silent parcel counts as delivered, and who sells. */
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Nullable, Type, Version } from '#kit/types.ts'
import { SellerInput, sellerOf } from '../invoices/seller.ts'
import { OrderSettings, lockOrderSettings, writeOrderSettings } from '../settings.ts'

const { linkDays, returnDays, deliveredAfterDays, invoicePrefix } = OrderSettings.properties

export const update = command({
  id: 'orders.settings.update',
  summary: 'Change how the store deals with orders',
  description:
    'Dates that were told to buyers stay: only what is delivered from now on has the new time for returns. With a `seller` each order that is confirmed from then on gets an invoice.',
  rest: 'PATCH /order-settings',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({
    ...patch({ linkDays, returnDays, deliveredAfterDays, seller: Nullable(SellerInput), invoicePrefix }),
    expectedVersion: Type.Optional(Version),
  }),
  output: OrderSettings,
  async run({ expectedVersion, seller, ...given }, ctx) {
    const before = await lockOrderSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = {
      ...before,
      ...given,
      ...(seller !== undefined && { seller: seller && sellerOf(seller) }),
      version: before.version + 1,
    }
    await writeOrderSettings(ctx, after)
    ctx.audit({ subject: 'orders.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
