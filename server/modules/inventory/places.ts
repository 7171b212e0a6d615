/** The places of the store, held in memory: who promises a delivery must know where goods come from. */
import { sql } from 'kysely'
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
}

export const placesSnapshot = snapshot<Place[]>('places', async (db, storeId) => {
  const { rows } = await sql<Place>`
    select id, name, country, lead_days as "leadDays", address from inventory.location
    where store_id = ${storeId} and archived_at is null order by position, id`.execute(db)
  return rows
})
