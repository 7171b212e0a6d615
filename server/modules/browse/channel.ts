/** Where the shopper buys, for lists: null in a store with one channel, where everything is sold. */
import type { Ctx } from '#kit/context.ts'
import { currentSettings } from '../settings/index.ts'

export async function channelOf(ctx: Ctx): Promise<string | null> {
  const { channels } = await currentSettings(ctx)
  return channels.length > 1 ? ctx.scope.channelId : null
}
