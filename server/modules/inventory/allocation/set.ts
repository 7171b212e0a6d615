/**
 * Chooses by which rule goods are taken from places, for one channel or for all that have none of their own.
 *
 * It counts from the next order on; what is set aside already stays where it is.
 */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Key, Nullable, Type } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { allocationSnapshot } from './rules.ts'
import { AllocationRuleSet } from './shapes.ts'
import { allocationStrategy } from './strategy.ts'

export const set = command({
  id: 'inventory.allocation.set',
  summary: 'Choose by which rule goods are taken from places',
  description: '`inventory.allocation.get` names the strategies. Without `channelId` it is for all channels.',
  rest: 'PUT /stock-allocation',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ channelId: Type.Optional(Nullable(Id)), strategy: Key }),
  output: AllocationRuleSet,
  async run({ channelId = null, strategy }, ctx) {
    const { channels } = await currentSettings(ctx)
    if (channelId !== null && !channels.some((channel) => channel.id === channelId))
      throw invalid('channelId', 'unknown', 'There is no such channel.')
    if (!ctx.ports(allocationStrategy).some(({ key }) => key === strategy))
      throw invalid('strategy', 'unknown', 'There is no such rule to choose.')
    const { rows: found } = await sql<AllocationRuleSet>`
      select id, channel_id as "channelId", strategy, version from inventory.allocation
      where store_id = ${ctx.storeId} and channel_id is not distinct from ${channelId}`.execute(ctx.db)
    const { rows } = await sql<AllocationRuleSet>`
      insert into inventory.allocation as a (id, store_id, channel_id, strategy, updated_at)
      values (${ctx.id()}, ${ctx.storeId}, ${channelId}, ${strategy}, ${ctx.now()})
      on conflict on constraint allocation_once do update
        set strategy = excluded.strategy, version = a.version + 1, updated_at = excluded.updated_at
      returning id, channel_id as "channelId", strategy, version`.execute(ctx.db)
    const after = rows[0]!
    await ctx.app.snapshots.changed(allocationSnapshot, ctx)
    ctx.audit({
      subject: 'inventory.allocation',
      subjectId: after.id,
      before: found[0] ?? null,
      after,
    })
    return after
  },
})
