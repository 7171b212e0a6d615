/** A shop in which everything was done once, then grown: what budgets and indexes are measured on. */
import pg from 'pg'
import type { Statements } from '#kit/db.ts'
import { isFailure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { invoke } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop, type Person, type Shop } from '#testing/shop.ts'
import { samples } from '../samples/index.ts'
import { furnish } from './furnish.ts'
import { grow } from './grow.ts'
import { TELL_PLANS, watchPlans, type PlanWatch } from './plans.ts'

export interface BigShop {
  shop: Shop
  plans: PlanWatch
  /** Everything that one can ask: each operation once, by who may, with its sample as input. */
  grow(): Promise<void>
  close(): Promise<void>
}

export async function openBigShop(): Promise<BigShop> {
  const shop = await openShop({ settings: TELL_PLANS, cacheBytes: 0 })
  const plans = watchPlans(shop.app.pool.pg)
  shop.app.pool.read = shop.app.pool.query // so that these are heard, too
  for (const operation of shop.app.operations.values()) {
    const input = await sampleOf(shop, operation)
    await ask(shop, operation, input).catch(declared)
    // Time goes on in a shop: a list in its order would read all that happened in one moment.
    shop.clock.forward(1)
  }
  await shop.settle()
  return {
    shop,
    plans,
    async grow() {
      const client = new pg.Client({ connectionString: shop.app.config.databaseUrl! })
      await client.connect()
      await client.query('set session_preload_libraries = default')
      await client.query('set auto_explain.log_min_duration = -1')
      await furnish(shop, client)
      await grow(client, shop.storeId)
      const { rows } = await client.query<{ name: string }>('select distinct name from kit.snapshot')
      shop.app.snapshots.forget(
        shop.storeId,
        rows.map(({ name }) => name),
      )
      await client.end()
    },
    close: () => shop.close(),
  }
}

/** For tests that only want operations to have been tried: a declared failure is an answer, too. */
export function declared(error: unknown): void {
  if (!isFailure(error) || error.status >= 500) throw error
}

export async function sampleOf(shop: Shop, operation: Operation): Promise<Record<string, unknown>> {
  const sample = samples[operation.id]
  if (sample) return sample.input(shop, shop.alice)
  if (operation.access.rule !== 'system') throw new Error(`${operation.id} has no sample.`)
  return SYSTEM_INPUTS[operation.id] ?? {}
}

/** What only the store itself may do has no sample among those that strangers try. */
const SYSTEM_INPUTS: Record<string, Record<string, unknown>> = {}

export async function ask(
  shop: Shop,
  operation: Operation,
  input: Record<string, unknown>,
  statements: Statements = { count: 0 },
): Promise<unknown> {
  const call = {
    hint: { storeId: shop.storeId },
    origin: shop.app.config.publicUrl,
    address: '127.0.0.1',
    statements,
  }
  return invoke(shop.app, operation, input, {
    ...call,
    actor: whoMay(shop, operation),
    ...(operation.idempotency === 'none' ? {} : { idempotencyKey: newId() }),
  })
}

function whoMay(shop: Shop, { access }: Operation): Person['actor'] {
  if (access.rule === 'system') return { kind: 'system', name: 'budgets' }
  if (access.rule === 'permission') return shop.bob.actor
  // Most who only look around have no account; a member's prices take one statement more, for their groups.
  return access.rule === 'anyone' ? shop.guest().actor : shop.alice.actor
}
