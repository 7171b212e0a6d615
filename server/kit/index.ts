/** What a module written elsewhere may use. Our own modules import the files themselves. */
export { adapter, fill, port, type Adapter, type Filling, type Port } from './port.ts'
export { after, days, hours, minutes, seconds, type Clock } from './clock.ts'
export type { App } from './app.ts'
export type { AuditEntry, Ctx, Scope } from './context.ts'
export type { Config } from './config.ts'
export type { Db } from './db.ts'
export { edge, type Edge } from './edge.ts'
export { event, Ids, on, type EventType, type LoggedEvent, type Reaction } from './event.ts'
export {
  failure,
  Forbidden,
  invalid,
  isFailure,
  NotFound,
  StaleVersion,
  TooMany,
  Unauthenticated,
  type Failure,
  type FailureType,
} from './failure.ts'
export { by, filters, type Filters } from './filter.ts'
export { LANGUAGES, languageOf, type InEach, type Language } from './language.ts'
export { Problem } from './problem.ts'
export { hashToken, newId, newToken } from './id.ts'
export { job, type Job } from './jobs.ts'
export { takeDurable } from './limits.ts'
export { defineModule, type Invariant, type Module, type PersonalData } from './module.ts'
export { command, Done, Nothing, query, stream, task, type Operation } from './operation.ts'
export {
  anyone,
  can,
  member,
  mustOwn,
  owner,
  permission,
  system,
  visitor,
  type Access,
  type Actor,
} from './policy.ts'
export { snapshot, type Snapshot } from './snapshot.ts'
export { sorts, type Sorts } from './sort.ts'
export { normalEmail, slugOf, tidy } from './text.ts'
export * from './types.ts'
