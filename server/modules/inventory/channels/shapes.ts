import { Id, List, shape } from '#kit/types.ts'
import { MOST_LOCATIONS } from '../shapes.ts'

export const ChannelPlaces = shape('ChannelPlaces', {
  channelId: Id,
  /** Empty: it sells from all places. */
  locationIds: List(Id, MOST_LOCATIONS),
})
