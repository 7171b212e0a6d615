/** Makes the `Ctx` that work is handed, and keeps what the work asks to be written or done at its end. */
import type { App } from './app.ts'
import { baseOf, type Base, type Call } from './call.ts'
import type { AuditEntry, Ctx } from './context.ts'
import type { Db } from './db.ts'
import { newId } from './id.ts'
import type { Happened } from './kept.ts'
import { policy, type Actor } from './policy.ts'

export interface Pending {
  events: Happened[]
  audits: AuditEntry[]
  after: (() => void | Promise<void>)[]
}

export interface WorkingCtx extends Ctx {
  pending: Pending
}

export function makeCtx(app: App, base: Base, db: Db): WorkingCtx {
  const pending: Pending = { events: [], audits: [], after: [] }
  return {
    app,
    db,
    pending,
    actor: base.actor,
    asker: () => (base.asker ??= identified(app, base)),
    storeId: base.scope.storeId,
    scope: base.scope,
    now: app.clock,
    id: newId,
    emit: (type, payload) => void pending.events.push({ id: newId(), name: type.name, payload }),
    audit: (entry) => void pending.audits.push(entry),
    afterCommit: (run) => void pending.after.push(run),
    port: app.port,
    ports: app.ports,
    signal: base.signal,
    log: app.log,
    traceId: base.traceId,
    address: base.call.address ?? '',
    origin: base.call.origin ?? app.config.publicUrl,
  }
}

/** Looked up on the pool. */
async function identified(app: App, base: Base): Promise<Actor> {
  const { credentials } = base.call
  if (base.actor.kind !== 'anonymous' || !(credentials?.bearerToken || credentials?.cookieToken))
    return base.actor
  base.call.forOne = true
  return app.port(policy).identify(credentials, makeCtx(app, base, app.pool.db))
}

/** A context outside any transaction: reads on the pool. */
export async function contextFor(app: App, call: Call): Promise<Ctx> {
  return makeCtx(app, await baseOf(app, call), app.pool.db)
}
