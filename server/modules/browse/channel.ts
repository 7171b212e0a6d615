/** Where the shopper buys, for what the reads narrow by. */
import type { Ctx } from '#kit/context.ts'
import { namesPlaces, placesSnapshot } from '../inventory/index.ts'
import { currentSettings } from '../settings/index.ts'

/** For what is sold: null in a store with one channel, where everything is. */
export async function channelOf(ctx: Ctx): Promise<string | null> {
  const { channels } = await currentSettings(ctx)
  return channels.length > 1 ? ctx.scope.channelId : null
}

/** For what is there: null where all places of the store sell to the shopper. */
export async function stockChannelOf(ctx: Ctx): Promise<string | null> {
  const { channelId } = ctx.scope
  return namesPlaces(await ctx.app.snapshots.read(placesSnapshot, ctx), channelId) ? channelId : null
}
