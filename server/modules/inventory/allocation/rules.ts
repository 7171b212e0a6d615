/** Which strategy holds for which channel, in memory; and the levels of an order in the order that it says. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import type { Demand, Level } from '../allocation.ts'
import { placesSnapshot } from '../places.ts'
import { byPriority } from './by-priority.ts'
import { allocationStrategy, type AllocationStrategy, type Destination } from './strategy.ts'

export interface AllocationRule {
  /** Null: for all channels that have none of their own. */
  channelId: string | null
  strategy: string
}

export const allocationSnapshot = snapshot<AllocationRule[]>('allocation', async (db, storeId) => {
  const { rows } = await sql<AllocationRule>`
    select channel_id as "channelId", strategy from inventory.allocation where store_id = ${storeId}
    order by channel_id nulls last`.execute(db)
  return rows
})

/** Where an order comes from and goes to. */
export interface Purpose {
  channelId: string
  to: Destination | null
}

/** The same levels, each with its place's turn as its position. With one place there is nothing to choose. */
export async function arranged(
  ctx: Ctx,
  levels: Level[],
  lines: Demand[],
  { channelId, to }: Purpose,
): Promise<Level[]> {
  if (new Set(levels.map((level) => level.location_id)).size < 2) return levels
  const rules = await ctx.app.snapshots.read(allocationSnapshot, ctx)
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  const turn = strategyFor(ctx, rules, channelId).order({ levels, lines, places, to })
  const turns = new Map(turn.map((id, index) => [id, index]))
  const last = turn.length
  return levels.map((level) => ({
    ...level,
    position: turns.get(level.location_id) ?? last + level.position,
  }))
}

/** One that went with its plugin is as if none had been chosen. */
function strategyFor(ctx: Ctx, rules: AllocationRule[], channelId: string): AllocationStrategy {
  const rule =
    rules.find((each) => each.channelId === channelId) ?? rules.find((each) => each.channelId === null)
  return ctx.ports(allocationStrategy).find(({ key }) => key === rule?.strategy) ?? byPriority
}
