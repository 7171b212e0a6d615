/**
 * REST: one route per operation, under `/v1` and `/v1/admin`, but for those that only
 * the store's own processes may call.
 *
 * No schema is registered with Fastify; `invoke` alone validates. A read goes the
 * fast road when the operation has one and nothing is chosen from the answer: then
 * PostgreSQL's text is sent as it is.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import type { App } from '#kit/app.ts'
import { invoke, invokeJson, type Call } from '#kit/invoke.ts'
import { NotFound, isFailure, TooMany } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { ANONYMOUS } from '#kit/policy.ts'
import { batchesOf } from './batch.ts'
import { addressOf, callerContext, callsOf, idempotencyKeyOf } from './call.ts'
import { choices, type Choices } from './choices.ts'
import { tellBeforehand, tellPage } from './cors.ts'
import { declared, toldOnce, type Declared } from './declared.ts'
import { edgesOf, expand, type Edges } from './expand.ts'
import { select } from './fields.ts'
import { goneSignal } from './gone.ts'
import { parseJsonBody } from './json-body.ts'
import { refuseOverload } from './overload.ts'
import { MAX_BODY_BYTES, pathOf, sendProblem } from './problems.ts'
import { limitHeaders, sendRead, sendWritten, versionOf } from './rest-answer.ts'
import { batchHandler } from './rest-batch.ts'
import { inputReader, type Chosen } from './rest-input.ts'
import { knownAnswers } from './known-answers.ts'
import type { RouteTable } from './route-table.ts'
import { originCheck, refuseCompressed } from './security.ts'
import { formCookie, tokenCheck } from './form-token.ts'
import { carrySession, sessionCookie } from './session-cookie.ts'
import { createStreams } from './sse.ts'

export async function mountRest(
  http: FastifyInstance,
  app: App,
  operations: Operation[],
  table: RouteTable,
): Promise<void> {
  const checkOrigin = originCheck(app.config.publicUrl)
  const checkToken = tokenCheck(app.config.publicUrl)
  const edges = edgesOf(app)
  const streams = createStreams(app)
  http.addHook('preClose', (done) => {
    streams.close()
    done()
  })

  await http.register(async (v1) => {
    v1.removeAllContentTypeParsers()
    v1.addContentTypeParser(
      ['application/json', 'application/merge-patch+json'],
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, bytes, done) => done(null, parseJsonBody(bytes as Buffer)),
    )
    const guardWrite: onRequestHookHandler = (request, _reply, done) => {
      checkOrigin(request)
      checkToken(request)
      refuseCompressed(request)
      done()
    }
    const guardLoad: onRequestHookHandler = (_request, _reply, done) => {
      refuseOverload(app)
      done()
    }
    for (const operation of operations) {
      const { method, path } = operation.rest
      v1.route({
        method,
        url: path,
        exposeHeadRoute: operation.kind !== 'stream',
        onRequest: method === 'GET' ? [guardLoad] : [guardLoad, guardWrite],
        handler:
          operation.kind === 'stream' ? streams.handlerOf(operation) : handlerOf(app, operation, edges),
      })
    }
    for (const batch of batchesOf(operations))
      v1.route({
        method: 'POST',
        url: batch.rest.path,
        onRequest: [guardLoad, guardWrite],
        handler: batchHandler(app, batch, operations),
      })
    mountUnknown(v1, app, table)
  })
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

function handlerOf(app: App, operation: Operation, edges: Edges): Handler {
  const callOf = callsOf(app)
  const reader = inputReader(operation)
  const choose = choices(operation, edges)
  const keep = declared(operation.output, edges, toldOnce(app.log, operation.id))
  const answer = operation.kind === 'command' ? writer(app, operation, edges, keep) : readAnswer
  const limited = app.config.limitScale !== 0
  const known = operation.kept ? knownAnswers(app, operation) : null

  async function readAnswer(
    request: FastifyRequest,
    reply: FastifyReply,
    input: never,
    call: Call,
    chosen: Choices,
  ) {
    if (chosen.operation.json && !chosen.fields) {
      const text = await invokeJson(app, chosen.operation, input, call)
      known?.learn(request, call)
      return () => sendRead(request, reply, operation, { text }, call.forOne ?? false)
    }
    const output = keep(await invoke(app, chosen.operation, input, call))
    const shown = chosen.fields ? select(output, operation.output, chosen.fields) : output
    const told = { text: JSON.stringify(shown), version: versionOf(output) }
    return () => sendRead(request, reply, operation, told, call.forOne ?? false)
  }

  return async (request, reply) => {
    let call: Call | undefined
    try {
      const kept = known?.find(request)
      if (known && kept) {
        call = { actor: ANONYMOUS, address: addressOf(request) }
        await known.count(call)
        if (limited) tellLimit(app, operation, call, reply)
        return sendRead(request, reply, operation, kept, false)
      }
      call = { ...callOf(request), signal: goneSignal(reply) }
      const asked: Chosen = { fields: undefined, expand: undefined }
      const input = reader.read(request, asked)
      const send = await answer(request, reply, input as never, call, choose(asked))
      if (limited) tellLimit(app, operation, call, reply)
      tellPage(call, reply)
      return send()
    } catch (error) {
      if (call?.signal?.aborted) return reply.hijack()
      if (call) tellPage(call, reply)
      if (limited && call && isFailure(error) && error.code === TooMany.code)
        tellLimit(app, operation, call, reply)
      return sendProblem(request, reply, error, app.log)
    }
  }
}

function writer(app: App, operation: Operation, edges: Edges, keep: Declared) {
  const cookie = sessionCookie(app.config.publicUrl)
  const form = formCookie(app.config.publicUrl)
  return async (request: FastifyRequest, reply: FastifyReply, input: never, call: Call, chosen: Choices) => {
    call.idempotencyKey = idempotencyKeyOf(request)
    const output = await invoke(app, operation, input, call)
    // Once the work is safe: what belongs to the answer is read after the commit and kept out of replays.
    const whole = chosen.expand
      ? await expand(output, operation.output, chosen.expand, edges, await callerContext(app, call))
      : output
    const clean = keep(whole)
    const shown = chosen.fields ? select(clean, operation.output, chosen.fields) : clean
    return () => {
      if (operation.session) carrySession(reply, cookie, operation.session, output)
      if (operation.session === 'starts' && form.read(request.raw.headers.cookie) === undefined)
        reply.header('set-cookie', form.fresh().line)
      return sendWritten(reply, operation, shown)
    }
  }
}

function tellLimit(app: App, operation: Operation, call: Call, reply: FastifyReply): void {
  const headers = limitHeaders(app, operation, call)
  if (!headers) return
  reply.header('ratelimit-policy', headers[0])
  reply.header('ratelimit', headers[1])
}

/** Everything else under `/v1`, so that no page answers there. */
function mountUnknown(v1: FastifyInstance, app: App, table: RouteTable): void {
  for (const url of ['/v1', '/v1/*']) {
    v1.route({
      method: v1.supportedMethods,
      url,
      onRequest: async (request, reply) => {
        const path = pathOf(request.raw.url!)
        const allowed = request.method === 'OPTIONS' ? table.methodsAt(path) : []
        if (allowed.length === 0) throw table.refusalAt(path, request.method)
        await tellBeforehand(app, request, reply, allowed)
        return reply.code(204).header('allow', allowed.join(', ')).send()
      },
      handler: () => {
        throw NotFound({})
      },
    })
  }
}
