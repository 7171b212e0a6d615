/**
 * The deep look: what the store stands on, asked one by one. Modules and adapters add theirs by the port.
 *
 * Not for a proxy's readiness: a mail server that is down must not take the shop off the air.
 */
import type { App } from './app.ts'
import { seconds } from './clock.ts'
import { withoutPersons } from './log-error.ts'
import { port } from './port.ts'

export interface Finding {
  ok: boolean
  /** In a sentence, without secrets and persons. */
  says: string
}

export interface HealthCheck {
  name: string
  /** What throws or is late is not well either. */
  look: (app: App) => Promise<Finding>
}

export const healthChecks = port<HealthCheck>('kit.healthChecks', { many: true })

export interface Examined extends Finding {
  name: string
  ms: number
}

const ANSWER_WITHIN = seconds(5)
/** However often it is asked, others are asked no more often. */
const FRESH_MS = seconds(5)

const last = new WeakMap<App, { at: number; found: Promise<Examined[]> }>()

export function examine(app: App): Promise<Examined[]> {
  const held = last.get(app)
  if (held && performance.now() - held.at < FRESH_MS) return held.found
  const found = Promise.all(app.ports(healthChecks).map((check) => lookAt(app, check)))
  last.set(app, { at: performance.now(), found })
  return found
}

async function lookAt(app: App, check: HealthCheck): Promise<Examined> {
  const began = performance.now()
  const { promise: late, resolve } = Promise.withResolvers<Finding>()
  const timer = setTimeout(
    () => resolve({ ok: false, says: `No answer within ${ANSWER_WITHIN / 1000} s.` }),
    ANSWER_WITHIN,
  )
  const finding = await Promise.race([check.look(app), late]).catch((error: unknown) => ({
    ok: false,
    says: withoutPersons((error as Error).message || 'It failed without a word.').slice(0, 500),
  }))
  clearTimeout(timer)
  return { name: check.name, ...finding, ms: Math.round(performance.now() - began) }
}
