/** A run that somebody works on. */
import type { App } from '#kit/app.ts'
import type { Call } from '#kit/invoke.ts'
import type { Growth } from '#kit/planner.ts'
import type { Resource } from '#kit/resource.ts'
import type { RunRow } from './run.ts'

export interface Work {
  app: App
  /** In the name of whoever asked for it. */
  call: Call
  resource: Resource
  run: RunRow
  growth: Growth
  /** Falls when the process stops: another goes on from the checkpoint. */
  signal: AbortSignal
}

/** Somebody else works on it, it was cancelled, or the process stops. */
export class Overtaken extends Error {}
