import type { App } from '#kit/app.ts'
import { Unavailable } from '#kit/failure.ts'

/** Requests that may wait for a database connection, per connection; more are sent away at once. */
const WAITING_PER_CONNECTION = 15

/** When the database is far behind, waiting would only make it worse for all. */
export function refuseOverload(app: App): void {
  const { waitingCount, options } = app.pool.pg
  if (waitingCount > (options.max ?? 10) * WAITING_PER_CONNECTION) throw Unavailable({ retryAfterSeconds: 1 })
}
