/**
 * Mounts `/graphql` for shoppers and `/graphql/admin` for staff, beside REST and by the same rules.
 *
 * A refusal of the request as a whole has the status that REST would have given it; what goes wrong with a field is
 * told beside the data, with 200, as clients of GraphQL expect it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Operation } from '#kit/operation.ts'
import { callsOf, idempotencyKeyOf } from '../call.ts'
import { formCookie, tokenCheck } from '../form-token.ts'
import { goneSignal } from '../gone.ts'
import { parseJsonBody } from '../json-body.ts'
import { refuseOverload } from '../overload.ts'
import {
  MAX_BODY_BYTES,
  MethodNotAllowed,
  languageAsked,
  pathOf,
  report,
  retryAfterOf,
  sendProblem,
} from '../problems.ts'
import { originCheck, refuseCompressed } from '../security.ts'
import { carrySession, sessionCookie } from '../session-cookie.ts'
import type { Face } from '../vocabulary.ts'
import type { Around, Engine, Query } from './engine.ts'
import type { About, Told } from './refused.ts'
import { sentIn } from './request.ts'
import { graphqlSockets } from './sockets.ts'

const FACES: [url: string, face: Face][] = [
  ['/graphql', 'shop'],
  ['/graphql/admin', 'admin'],
]
const JSON_TYPE = 'application/json; charset=utf-8'
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8'

/** The engine with what it needs, once for each schema; the first request waits for it. */
export type Engines = (face: Face) => Promise<Loaded>
interface Loaded {
  engine: Engine
  refused: typeof import('./refused.ts')
}

export function enginesOf(app: App): Engines {
  const loaded = new Map<Face, Promise<Loaded>>()
  const load = async (face: Face) => {
    const [{ graphqlEngine }, refused] = await Promise.all([import('./engine.ts'), import('./refused.ts')])
    return { engine: graphqlEngine(app, face), refused }
  }
  return (face) => {
    if (!loaded.has(face)) loaded.set(face, load(face))
    return loaded.get(face)!
  }
}

export async function mountGraphql(http: FastifyInstance, app: App): Promise<void> {
  const engines = enginesOf(app)
  const checkOrigin = originCheck(app.config.publicUrl)
  await http.register(async (road) => {
    road.removeAllContentTypeParsers()
    road.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, bytes, done) => done(null, parseJsonBody(bytes as Buffer)),
    )
    const sockets = graphqlSockets(http, app, engines)
    for (const [url, face] of FACES) {
      const handler = handlerOf(app, face, engines)
      const errorHandler = refuserOf(app, face, engines)
      road.route({
        method: 'GET',
        url,
        exposeHeadRoute: false,
        onRequest: async (request) => {
          refuseOverload(app)
          if (request.ws) await sockets.admit(request)
        },
        handler,
        wsHandler: sockets.handlerOf(face),
        errorHandler,
      })
      road.route({
        method: 'POST',
        url,
        onRequest: (request, _reply, done) => {
          refuseOverload(app)
          checkOrigin(request)
          refuseCompressed(request)
          done()
        },
        handler,
        errorHandler,
      })
      road.route({
        method: road.supportedMethods.filter((method) => method !== 'GET' && method !== 'POST'),
        url,
        onRequest: (_request, _reply, done) => done(MethodNotAllowed({ allowed: ['GET', 'POST'] })),
        handler: () => {},
      })
    }
  })
}

type Refuser = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void

function refuserOf(app: App, face: Face, engines: Engines): Refuser {
  return (error, request, reply) =>
    void engines(face).then(
      ({ refused }) => send(request, reply, { errors: refused.toldOf(error, aboutOf(app, request)) }),
      (trouble: unknown) => sendProblem(request, reply, trouble, app.log),
    )
}

function aboutOf(app: App, request: FastifyRequest): About {
  return {
    path: pathOf(request.raw.url!),
    traceId: request.id,
    language: languageAsked(request),
    maySeeSchema: app.config.mode === 'demo',
    report: (refusal, error) => report(refusal, error, request, app.log),
  }
}

function handlerOf(app: App, face: Face, engines: Engines) {
  const callOf = callsOf(app)
  const checkToken = tokenCheck(app.config.publicUrl)
  const carry = sessionCarrier(app)

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { engine, refused } = await engines(face)
    const { queries, isBatch } = sentIn(request)
    const base = callOf(request)
    const signal = goneSignal(reply)
    const key = idempotencyKeyOf(request)
    const spent = { cost: 0 }
    const about = aboutOf(app, request)
    const names = new Set<string>()
    request.asked = names

    const around = (at: number): Around => ({
      call: () => ({ ...base, signal, statements: { count: 0 } }),
      idempotencyKey: isBatch && key !== undefined ? `${key}:${at}` : key,
      allowed: request.method === 'GET' ? READS : ALL,
      mayWrite: () => checkToken(request),
      spent,
      done(operation, call, output) {
        names.add(operation.id)
        base.statements!.count += call.statements!.count
        if (call.statements!.about) base.statements!.about = call.statements!.about
        if (operation.session && output !== null) carry(request, reply, operation, output)
      },
    })

    async function answer(query: Query, at: number): Promise<Answer> {
      const own = around(at)
      const ready = await engine.prepare(query, own)
      const { data, errors } = await engine.run(query, ready, own)
      return { ...(errors && { errors: refused.toldOfFields(errors, about) }), data: data ?? null }
    }

    if (!isBatch) return send(request, reply, await answer(queries[0]!, 0))
    const answers: Answer[] = []
    for (const [at, query] of queries.entries())
      answers.push(
        await answer(query, at).catch((error: unknown) => ({ errors: refused.toldOf(error, about) })),
      )
    return send(request, reply, answers)
  }
}

const READS = new Set(['query'])
const ALL = new Set(['query', 'mutation'])

interface Answer {
  errors?: Told[]
  data?: unknown
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer | Answer[]): FastifyReply {
  const newer = request.headers.accept?.includes('application/graphql-response+json')
  reply.header('content-type', newer ? RESPONSE_TYPE : JSON_TYPE)
  const refusal = 'data' in answer || Array.isArray(answer) ? undefined : answer.errors?.[0]?.extensions
  if (refusal) {
    reply.code(refusal.status)
    const retryAfter = retryAfterOf(refusal)
    if (retryAfter !== null) reply.header('retry-after', retryAfter)
    const allowed = refusal.details['allowed']
    if (Array.isArray(allowed)) reply.header('allow', allowed.join(', '))
  }
  return reply.send(JSON.stringify(answer))
}

function sessionCarrier(app: App) {
  const cookie = sessionCookie(app.config.publicUrl)
  const form = formCookie(app.config.publicUrl)
  return (request: FastifyRequest, reply: FastifyReply, { session }: Operation, output: unknown) => {
    carrySession(reply, cookie, session!, output)
    if (session === 'starts' && form.read(request.raw.headers.cookie) === undefined)
      reply.header('set-cookie', form.fresh().line)
  }
}
