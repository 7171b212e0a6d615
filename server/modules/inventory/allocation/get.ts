/** By which rules goods are taken from places, and which there are to choose from. */
import { sql } from 'kysely'
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Allocation, type AllocationRuleSet } from './shapes.ts'
import { allocationStrategy } from './strategy.ts'

export const get = query({
  id: 'inventory.allocation.get',
  summary: 'By which rules goods are taken from places',
  rest: 'GET /stock-allocation',
  audience: 'staff',
  access: permission('stock.read'),
  input: Nothing,
  output: Allocation,
  async run(_, ctx) {
    const { rows: rules } = await sql<AllocationRuleSet>`
      select id, channel_id as "channelId", strategy, version from inventory.allocation
      where store_id = ${ctx.storeId} order by channel_id nulls first limit 1000`.execute(ctx.db)
    const strategies = ctx
      .ports(allocationStrategy)
      .map(({ key, name, description }) => ({ key, name, description }))
    return { rules, strategies }
  },
})
