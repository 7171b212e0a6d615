/**
 * `/livez`: the process runs. `/readyz`: it can serve now. `/readyz?deep`: how is all that it stands on.
 * `/metrics`: what it counted.
 *
 * They are for machines beside the store. The deep look and the metrics tell about the business,
 * so they answer only to private addresses, and not through a proxy.
 */
import { BlockList } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import { NotFound } from '#kit/failure.ts'
import { examine } from '#kit/health.ts'
import { port } from '#kit/port.ts'

/** One more condition for being ready, such as "no migration is pending". */
export interface ReadyCheck {
  name: string
  ready: (app: App) => boolean | Promise<boolean>
}
export const readyChecks = port<ReadyCheck>('surfaces.readyChecks', { many: true })

declare module 'fastify' {
  interface FastifyInstance {
    /** Set on the way out: `/readyz` then says 503, and connections are not kept. */
    readiness: { draining: boolean }
  }
}

const ANSWER_WITHIN = seconds(2)

const privateAddresses = new BlockList()
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateAddresses.addSubnet(net, bits, 'ipv4')
}
privateAddresses.addAddress('::1', 'ipv6')
privateAddresses.addSubnet('fc00::', 7, 'ipv6')

export function mountHealth(http: FastifyInstance, app: App): void {
  http.decorate('readiness', { draining: false })
  http.addHook('preClose', (done) => {
    http.readiness.draining = true
    done()
  })

  http.get('/livez', () => ({ live: true }))

  http.get('/readyz', async (request, reply) => {
    if ((request.query as { deep?: unknown }).deep !== undefined) return deepLook(app, request, reply)
    const checks = await readinessOf(app, http.readiness.draining)
    const ready = Object.values(checks).every(Boolean)
    if (!ready) reply.code(503).header('retry-after', '1')
    return { ready, checks }
  })

  http.get('/metrics', async (request, reply) => {
    if (!isNear(request)) throw NotFound({})
    reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
    return app.metrics.text()
  })
}

/** It asks others and says what it found, so it is for those beside the store. */
async function deepLook(app: App, request: FastifyRequest, reply: FastifyReply) {
  if (!isNear(request)) throw NotFound({})
  const checks = await examine(app)
  const ready = checks.every(({ ok }) => ok)
  if (!ready) reply.code(503)
  return { ready, checks: Object.fromEntries(checks.map(({ name, ...found }) => [name, found])) }
}

export async function readinessOf(app: App, draining: boolean): Promise<Record<string, boolean>> {
  const checks: ReadyCheck[] = [{ name: 'database', ready: databaseAnswers }, ...app.ports(readyChecks)]
  const answers = await Promise.all(
    checks.map(async (check) => [check.name, await inTime(check, app)] as const),
  )
  return { serving: !draining, ...Object.fromEntries(answers) }
}

async function databaseAnswers(app: App): Promise<boolean> {
  await app.pool.query('select 1', [])
  return true
}

async function inTime(check: ReadyCheck, app: App): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, ANSWER_WITHIN, false)
  try {
    return await Promise.race([check.ready(app), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** A request that a proxy has passed on came from outside, unless the proxy is trusted to say from where. */
function isNear(request: FastifyRequest): boolean {
  const address = (request.ip ?? '').replace(/^::ffff:/, '')
  const passedOn =
    request.raw.headers['x-forwarded-for'] !== undefined || request.raw.headers['forwarded'] !== undefined
  if (passedOn && address === request.raw.socket.remoteAddress?.replace(/^::ffff:/, '')) return false
  return privateAddresses.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
}
