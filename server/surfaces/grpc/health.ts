/** The health service of gRPC: the whole store under '', its services by their names, and the roles of this process. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Code, ConnectError } from '@connectrpc/connect'
import type { FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { healthCheck, healthWatch } from './known.ts'
import type { Method } from './methods.ts'
import { readinessOf } from '../health.ts'

const SERVING = 1
const NOT_SERVING = 2
const SERVICE_UNKNOWN = 3
/** However many watch, the database is asked twice a second. */
const LOOK_EVERY_MS = 500

export function healthMethods(app: App, services: () => Iterable<string>, closing: AbortSignal): Method[] {
  let seen: Promise<number> | undefined

  const knows = (name: string) =>
    name === '' || app.config.roles.has(name as never) || [...services()].includes(name)

  function status({ server }: FastifyRequest): Promise<number> {
    if (server.readiness.draining || closing.aborted) return Promise.resolve(NOT_SERVING)
    seen ??= readinessOf(app, false).then((checks) => {
      setTimeout(() => (seen = undefined), LOOK_EVERY_MS).unref()
      return Object.values(checks).every(Boolean) ? SERVING : NOT_SERVING
    })
    return seen
  }

  const told = (said: number) => ({ $typeName: healthCheck.output.typeName, status: said })

  return [
    {
      desc: healthCheck,
      async unary(message, request) {
        const { service } = message as { service: string }
        if (!knows(service)) throw new ConnectError('There is no such service.', Code.NotFound)
        return told(await status(request))
      },
    },
    {
      desc: healthWatch,
      async *streamed(message, request, { signal }) {
        const { service } = message as { service: string }
        let last = 0
        while (!signal.aborted) {
          const now = knows(service) ? await status(request) : SERVICE_UNKNOWN
          if (now !== last) yield told((last = now))
          if (closing.aborted) return
          await sleep(LOOK_EVERY_MS, null, { signal: AbortSignal.any([signal, closing]) }).catch(() => {})
        }
      },
    },
  ]
}
