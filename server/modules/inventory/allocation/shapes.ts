import { Id, Key, List, Nullable, Text, Version, shape, type Static } from '#kit/types.ts'

const AllocationChoice = shape('AllocationChoice', { key: Key, name: Text(80), description: Text(400) })

export const AllocationRuleSet = shape('AllocationRuleSet', {
  id: Id,
  /** Null: for all channels that have none of their own. */
  channelId: Nullable(Id),
  strategy: Key,
  version: Version,
})
export type AllocationRuleSet = Static<typeof AllocationRuleSet>

export const Allocation = shape('Allocation', {
  /** Without one for all channels, places go by priority. */
  rules: List(AllocationRuleSet, 1000),
  /** What can be chosen. */
  strategies: List(AllocationChoice, 50),
})
