/**
 * Events are past facts, written in the transaction that made them true.
 *
 * Every change event is plural: `ids` (at most 1,000) and few facts, never
 * personal data or secrets. A reaction reads the present state, so the order and
 * number of deliveries do not matter.
 */
import { Type, type Static, type TObject } from 'typebox'
import type { Ctx } from './context.ts'
import { Id, List } from './types.ts'

export const MAX_EVENT_IDS = 1000

export interface EventType<P extends TObject = TObject> {
  name: string
  payload: P
}

export function event<P extends TObject>(name: string, payload: P): EventType<P> {
  return { name, payload }
}

export type EventNames = ReadonlySet<string>

/** The usual change event: which ones changed. */
export const Ids = Type.Object(
  { ids: List(Id, MAX_EVENT_IDS, { minItems: 1 }) },
  { additionalProperties: false },
)

export interface Reaction {
  event: string
  name: string
  run: (payload: never, ctx: Ctx) => Promise<void>
}

/** What a later module does after an earlier one's event. The name is for ever: it marks what was handled. */
export function on<P extends TObject>(
  type: EventType<P>,
  name: string,
  run: (payload: Static<P>, ctx: Ctx) => Promise<void>,
): Reaction {
  return { event: type.name, name, run: run as Reaction['run'] }
}

/** A row of the event log as subscribers see it. */
export interface LoggedEvent {
  id: string
  tx: string
  storeId: string
  name: string
  payload: { ids?: string[] } & Record<string, unknown>
  at: Date
}
