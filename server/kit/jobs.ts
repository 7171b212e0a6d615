/**
 * Jobs: work that is due by the clock or was asked for, run once wherever there are workers.
 *
 * A job with `every` is put in the queue by whichever worker first sees that it is
 * due; the queue's key keeps a second one out. A failing job is tried again with
 * growing pauses and ends in the list of dead jobs, with its last error.
 */
import type { Static, TObject } from 'typebox'
import type { Ctx } from './context.ts'

export interface Job {
  name: string
  payload: TObject
  everyMs: number | null
  maxAttempts: number
  /** `each` runs in one transaction; `free` opens its own by `ctx.app.inTransaction`. */
  transaction: 'each' | 'free'
  run: (payload: never, ctx: Ctx) => Promise<void>
}

export function job<P extends TObject>(definition: {
  name: string
  payload: P
  everyMs?: number
  maxAttempts?: number
  transaction?: 'each' | 'free'
  run: (payload: Static<P>, ctx: Ctx) => Promise<void>
}): Job {
  return {
    name: definition.name,
    payload: definition.payload,
    everyMs: definition.everyMs ?? null,
    maxAttempts: definition.maxAttempts ?? 12,
    transaction: definition.transaction ?? 'each',
    run: definition.run as Job['run'],
  }
}
