/** In which channels a product is sold: in all of them, unless it says which. */
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { Id, List } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'

export const MOST_CHANNELS = 50

/** None: in all, also in those that come later. */
export const ChannelIds = List(Id, MOST_CHANNELS)

/** As SQL text: whether what stands in `row`, a catalog.product or what is made of it, is sold in a channel. */
export const soldIn = (row: string, channel: string) =>
  `(${row}.channel_ids is null or ${channel} = any(${row}.channel_ids))`

export async function checkChannels(ctx: Ctx, given: string[] = []): Promise<void> {
  const { channels } = await currentSettings(ctx)
  given.forEach((id, index) => {
    if (!channels.some((channel) => channel.id === id))
      throw invalid(`channelIds.${index}`, 'unknown', 'There is no such channel.')
    if (given.indexOf(id) < index)
      throw invalid(`channelIds.${index}`, 'duplicate', 'This channel is named twice.')
  })
}
