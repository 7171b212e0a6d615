/**
 * Says from which places a channel sells; none named means all of them.
 *
 * It counts from the next cart and order on: what is set aside already stays where it is.
 */
import { sql } from 'kysely'
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { placesChanged } from '../events.ts'
import { placesSnapshot } from '../places.ts'
import { promisesSnapshot } from '../promises.ts'
import { MOST_LOCATIONS } from '../shapes.ts'
import { ChannelPlaces } from './shapes.ts'

export const setPlaces = command({
  id: 'inventory.channels.setPlaces',
  summary: 'Choose from which places a channel sells',
  description:
    'What shoppers of the channel see as in stock, and what their orders take, lies at these places. Without any, the channel sells from all places, also from those that are added later.',
  rest: 'PUT /stock-channels/:channelId/places',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ channelId: Id, locationIds: List(Id, MOST_LOCATIONS) }),
  output: ChannelPlaces,
  async run({ channelId, locationIds }, ctx) {
    const { channels } = await currentSettings(ctx)
    if (!channels.some((channel) => channel.id === channelId)) throw NotFound({})
    // First of all: whoever else changes places waits here.
    await ctx.app.snapshots.changed(placesSnapshot, ctx)
    await ctx.app.snapshots.changed(promisesSnapshot, ctx)
    const { rows } = await sql<{ known: string[]; before: string[] }>`
      select array(select id from inventory.location where store_id = ${ctx.storeId} and archived_at is null) as known,
        array(select location_id from inventory.channel_place where store_id = ${ctx.storeId} and channel_id = ${channelId} order by 1) as before`.execute(
      ctx.db,
    )
    const { known, before } = rows[0]!
    locationIds.forEach((id, at) => {
      if (!known.includes(id)) throw invalid(`locationIds.${at}`, 'unknown', 'There is no such place.')
    })
    const after = [...new Set(locationIds)].toSorted()
    await sql`
      with gone as (
        delete from inventory.channel_place where store_id = ${ctx.storeId} and channel_id = ${channelId} and location_id <> all(${after}::uuid[])
      )
      insert into inventory.channel_place (store_id, channel_id, location_id)
      select ${ctx.storeId}, ${channelId}, id from unnest(${after}::uuid[]) as named(id) on conflict do nothing`.execute(
      ctx.db,
    )
    ctx.emit(placesChanged, { ids: [channelId] })
    ctx.audit({
      subject: 'inventory.channelPlaces',
      subjectId: channelId,
      before: { locationIds: before },
      after: { locationIds: after },
    })
    return { channelId, locationIds: after }
  },
})
