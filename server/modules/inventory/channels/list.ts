/** From which places each channel sells. */
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { placesSnapshot } from '../places.ts'
import { ChannelPlaces } from './shapes.ts'

export const list = query({
  id: 'inventory.channels.list',
  summary: 'From which places each channel sells',
  rest: 'GET /stock-channels',
  audience: 'staff',
  access: permission('stock.read'),
  input: Nothing,
  output: shape('ChannelPlacesList', { items: List(ChannelPlaces, 2000) }),
  async run(_, ctx) {
    const { channels } = await currentSettings(ctx)
    const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
    return {
      items: channels.map(({ id }) => ({
        channelId: id,
        locationIds: places.filter(({ channelIds }) => channelIds.includes(id)).map((place) => place.id),
      })),
    }
  },
})
