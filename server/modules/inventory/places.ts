/** The places of the store, held in memory: who promises a delivery must know where goods come from. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import type { Address } from '../customers/index.ts'

export interface Place {
  id: string
  name: string
  country: string
  /** Days until goods leave it, or lie ready there. */
  leadDays: number
  /** Null: nothing can be picked up there. */
  address: Address | null
  /** The channels that name it among the places they sell from; a channel that names none sells from all. */
  channelIds: string[]
}

export const placesSnapshot = snapshot<Place[]>('places', async (db, storeId) => {
  const { rows } = await sql<Place>`
    select p.id, p.name, p.country, p.lead_days as "leadDays", p.address, array(select cp.channel_id from inventory.channel_place cp
      where cp.store_id = p.store_id and cp.location_id = p.id order by cp.channel_id) as "channelIds"
    from inventory.location p where p.store_id = ${storeId} and p.archived_at is null order by p.position, p.id`.execute(
    db,
  )
  return rows
})

export const namesPlaces = (places: Place[], channelId: string): boolean =>
  places.some(({ channelIds }) => channelIds.includes(channelId))

/** `channel`, where it matters in which one somebody buys; else nothing, and statements need not ask. */
export async function ifPlacesDiffer<T>(ctx: Ctx, channel: T): Promise<T | undefined> {
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  return places.some(({ channelIds }) => channelIds.length > 0) ? channel : undefined
}

/** Whether every channel that sells from one place sells from the other, too: what was promised there may move. */
export function servesAll(places: Place[], from: string, to: string): boolean {
  const named = (id: string) => places.find((place) => place.id === id)?.channelIds ?? []
  return named(from).every((channelId) => named(to).includes(channelId))
}
