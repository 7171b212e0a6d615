/** A place where stock lies, as staff see it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { addressOf, type Address, type AddressInput } from '../../customers/index.ts'
import type { StockLocation } from '../shapes.ts'

export const columns = sql`id, key, name, country, position, lead_days as "leadDays", address, version`

export async function lockLocation(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<StockLocation> {
  const { rows } = await sql<StockLocation>`
    select ${columns} from inventory.location where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}

/** An address in the country where the place is. */
export function addressThere(given: AddressInput, country: string): Address {
  const address = addressOf(given, 'address')
  if (address.country !== country)
    throw invalid('address.country', 'country', 'The address must be in the country of the place.')
  return address
}
