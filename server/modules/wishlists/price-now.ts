/** What one piece of a variant costs the caller now, as a lateral table of a statement. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { listsNow, priceFor } from '../pricing/index.ts'

export async function priceNow(ctx: Ctx, variant: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const { currency, channelId } = ctx.scope
  const customer = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  return priceFor(
    {
      variant,
      currency: sql`${currency}::text`,
      quantity: sql`1`,
      channel: sql`${channelId}::uuid`,
      customer: sql`${customer}::uuid`,
    },
    await listsNow(ctx),
  )
}
