/**
 * Methods of gRPC: each operation as its .proto says it, made ready when it is first called.
 *
 * Everything else is as on the other roads: `invoke` checks, limits and counts; edges that always come are part of
 * answers; a stream tells the present shape at once and after each change, and goes on where it was cut off by that.
 */
import type { DescMethod } from '@bufbuild/protobuf'
import type { HandlerContext } from '@connectrpc/connect'
import type { FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { invoke, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { callerContext, callsOf, idempotencyKeyOf } from '../call.ts'
import { choices } from '../choices.ts'
import { declared, toldOnce } from '../declared.ts'
import { expand, type Edges } from '../expand.ts'
import type { Codecs } from './codec.ts'
import { follow, type doorOf } from './follow.ts'
import { limitHeaders } from '../rest-answer.ts'

/** What does the work: `Unary` answers once, `Streamed` again and again. */
export type Unary = (message: unknown, request: FastifyRequest, context: HandlerContext) => Promise<unknown>
export type Streamed = (
  message: unknown,
  request: FastifyRequest,
  context: HandlerContext,
) => AsyncIterable<unknown>

export interface Method {
  desc: DescMethod
  unary?: Unary
  streamed?: Streamed
}

export interface Ready {
  app: App
  edges: Edges
  codecs: Codecs
  callOf: ReturnType<typeof callsOf>
  door: ReturnType<typeof doorOf>
  closing: AbortSignal
}

export function methodOf(ready: Ready, operation: Operation, desc: DescMethod): Method {
  const { app, edges, codecs } = ready
  const { from } = codecs.inputOf(operation)
  const { to } = codecs.outputOf(operation)
  const chosen = choices(operation, edges)({ fields: undefined, expand: undefined })
  const keep = declared(operation.output, edges, toldOnce(app.log, operation.id))
  const callOf = callsFor(ready)

  if (operation.kind === 'stream')
    return {
      desc,
      async *streamed(message, request, context) {
        const call = callOf(request, context)
        const leave = ready.door(call.address ?? '')
        try {
          const answer = (output: unknown) => to(keep(output))
          yield* follow({ app, operation, input: from(message), call, answer, closing: ready.closing })
        } finally {
          leave()
        }
      },
    }

  return {
    desc,
    async unary(message, request, context) {
      const call = callOf(request, context)
      if (operation.kind === 'command') call.idempotencyKey = idempotencyKeyOf(request)
      try {
        const output = await invoke(app, chosen.operation, from(message) as never, call)
        const adds = chosen.expand && operation.kind === 'command'
        const whole = adds
          ? await expand(output, operation.output, chosen.expand!, edges, await callerContext(app, call))
          : output
        return to(keep(whole))
      } finally {
        const limit = limitHeaders(app, operation, call)
        if (limit) context.responseHeader.set('ratelimit-policy', limit[0])
        if (limit) context.responseHeader.set('ratelimit', limit[1])
      }
    },
  }
}

/** No cookie counts on this road: who calls says so by a bearer token, which no other site can make a browser send. */
function callsFor({ callOf }: Ready) {
  return (request: FastifyRequest, { signal }: HandlerContext): Call => {
    const { credentials, ...call } = callOf(request)
    return { ...call, credentials: { bearerToken: credentials?.bearerToken }, signal }
  }
}
