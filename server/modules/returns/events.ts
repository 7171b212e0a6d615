import { Ids, event } from '#kit/event.ts'

/** Returns were asked for or took a step; `ids` are theirs. */
export const returnsChanged = event('returns.changed', Ids)
