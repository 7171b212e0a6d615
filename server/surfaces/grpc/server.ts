/**
 * Answers gRPC, gRPC-Web and Connect: finds the method by its path and lets Connect speak the protocol.
 *
 * Loaded at the first call. A face of the store gets its descriptors, and a method its codec, when first asked for.
 */
import { constants, type ServerHttp2Stream } from 'node:http2'
import type { DescMethod } from '@bufbuild/protobuf'
import {
  Code,
  ConnectError,
  createConnectRouter,
  createContextKey,
  createContextValues,
  type HandlerContext,
} from '@connectrpc/connect'
import type { UniversalHandler } from '@connectrpc/connect/protocol'
import { universalRequestFromNodeRequest, universalResponseToNodeResponse } from '@connectrpc/connect-node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { callsOf } from '../call.ts'
import { edgesOf } from '../expand.ts'
import { codesOf } from '../failure-codes.ts'
import { codecsOf, type Codecs } from './codec.ts'
import { descriptorOf, registryOf } from './descriptors.ts'
import { grpcRefusal } from './failures.ts'
import { doorOf } from './follow.ts'
import { healthMethods } from './health.ts'
import { healthFile, reflectionFiles } from './known.ts'
import { messageIn } from './message.ts'
import { methodOf, type Method } from './methods.ts'
import { reflection } from './reflection.ts'
import { httpsOnly } from '../https.ts'
import { failureOf, MAX_BODY_BYTES, pathOf, unreadable } from '../problems.ts'
import { emptyLock, readLocks } from '../proto-lock.ts'
import { PACKAGES, methodName, methodPath, protoModel, serviceName } from '../proto-model.ts'
import { refuseOverload } from '../overload.ts'
import { operationsOf, vocabularyOf, type Face } from '../vocabulary.ts'

export interface Grpc {
  answer: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  /** Ends all streams. */
  close: () => void
}

/** What is known of a call before Connect has read it. */
interface Asking {
  reply: FastifyReply
  /** Reads the message, once, and tells whether it is one. */
  isReadable: () => Promise<boolean>
}
const asking = createContextKey<Asking | null>(null)

export function openGrpc(app: App): Grpc {
  const closing = new AbortController()
  const insecure = httpsOnly(app.config)
  const operations = new Map(operationsOf(app).map((operation) => [methodPath(operation), operation]))
  const handlers = new Map<string, UniversalHandler>()
  const shared = {
    app,
    edges: edgesOf(app),
    callOf: callsOf(app),
    door: doorOf(app),
    closing: closing.signal,
  }
  const services = () => new Set([...operations.keys()].map((path) => path.slice(1, path.lastIndexOf('/'))))
  const files = () => [...FACES.map((face) => facesOf(app, face).file), healthFile, ...reflectionFiles]
  const others = new Map(
    [...healthMethods(app, services, closing.signal), ...reflection(files)].map((method) => [
      `/${method.desc.parent.typeName}/${method.desc.name}`,
      method,
    ]),
  )

  function handlerAt(path: string): UniversalHandler | undefined {
    let handler = handlers.get(path)
    if (!handler) {
      const method = others.get(path) ?? operationAt(path)
      if (method) handlers.set(path, (handler = handlerOf(app, method, gate)))
    }
    return handler
  }

  function operationAt(path: string): Method | undefined {
    const operation = operations.get(path)
    if (!operation) return undefined
    const face = operation.audience === 'shop' ? 'shop' : 'admin'
    const { codecs, registry } = facesOf(app, face)
    const service = registry.getService(`${PACKAGES[face]}.${serviceName(operation.id.split('.')[0]!)}`)!
    const desc = service.methods.find(({ name }) => name === methodName(operation.id))!
    return methodOf({ ...shared, codecs }, operation, desc)
  }

  /** Who may not come in is told so before a byte of the message is read. */
  async function gate({ values }: HandlerContext): Promise<void> {
    const { reply, isReadable } = values.get(asking)!
    try {
      const refusal = insecure(reply.request, reply)
      if (refusal && refusal !== 'sent on') throw refusal // only pages are sent on
      refuseOverload(app)
      if (!(await isReadable())) throw unreadable('', 'message', 'The message is not what its .proto says.')
    } catch (error) {
      throw told(app, reply.request, error)
    }
  }

  return {
    async answer(request, reply) {
      const path = pathOf(request.raw.url!)
      request.rpc = { path, status: 200 }
      const handler = handlerAt(path)
      endEarly(request)
      if (!handler) return unknownMethod(request, reply)
      try {
        const values = createContextValues()
        const asked = universalRequestFromNodeRequest(request.raw, reply.raw, undefined, values)
        const message = messageIn(asked, handler.method)
        values.set(asking, { reply, isReadable: message.isReadable })
        const answered = await handler({ ...asked, body: message.body })
        if (answered.status !== 200) request.rpc.status = answered.status
        await universalResponseToNodeResponse(answered, reply.raw)
      } catch (error) {
        app.log.debug({ err: error, trace: request.id }, 'a call broke off')
        reply.raw.destroy()
      }
    },
    close: () => closing.abort(),
  }
}

const FACES: Face[] = ['shop', 'admin']

interface Speaking {
  file: ReturnType<typeof descriptorOf>
  registry: ReturnType<typeof registryOf>
  codecs: Codecs
}

const faces = new WeakMap<App, Partial<Record<Face, Speaking>>>()

/** What is not in the lock, such as a plugin's, is numbered behind it. */
function facesOf(app: App, face: Face): Speaking {
  const made = faces.get(app) ?? {}
  faces.set(app, made)
  return (made[face] ??= speaking(app, face))
}

function speaking(app: App, face: Face): Speaking {
  const lock = readLocks()[PACKAGES[face]] ?? emptyLock()
  const file = descriptorOf(protoModel(app, face, lock))
  const registry = registryOf(file)
  return { file, registry, codecs: codecsOf(face, registry, vocabularyOf(app, face)) }
}

function handlerOf(
  app: App,
  { desc, unary, streamed }: Method,
  requestGate: (context: HandlerContext) => Promise<void>,
): UniversalHandler {
  const refused = (error: unknown, { values, signal }: HandlerContext) =>
    signal.aborted ? signal.reason : told(app, values.get(asking)!.reply.request, error)
  const once = (message: unknown, context: HandlerContext) =>
    unary!(message, context.values.get(asking)!.reply.request, context).catch((error: unknown) => {
      throw refused(error, context)
    })
  async function* more(message: unknown, context: HandlerContext) {
    try {
      yield* streamed!(message, context.values.get(asking)!.reply.request, context)
    } catch (error) {
      throw refused(error, context)
    }
  }
  const router = createConnectRouter({ readMaxBytes: MAX_BODY_BYTES, acceptCompression: [], requestGate })
  router.rpc(desc as DescMethod & { methodKind: 'unary' }, (unary ? once : more) as never)
  return router.handlers[0]!
}

function told(app: App, request: FastifyRequest, error: unknown): ConnectError {
  if (error instanceof ConnectError) return error
  request.rpc!.status = codesOf(failureOf(error)).http
  return grpcRefusal(request, error, app.log)
}

/** Who is answered before all was sent need not send the rest; without a word the connection would wait for it. */
function endEarly({ raw }: FastifyRequest): void {
  const { stream } = raw as unknown as { stream?: ServerHttp2Stream }
  stream?.once('wantTrailers', () => {
    setImmediate(() => {
      if (raw.complete || stream.destroyed) return
      stream.close(constants.NGHTTP2_NO_ERROR)
      stream.destroy() // what has arrived and was not read would keep it
    })
  })
}

function unknownMethod(request: FastifyRequest, reply: FastifyReply): void {
  request.rpc = { path: 'none', status: 404 }
  const type = request.raw.headers['content-type'] ?? ''
  const isGrpc = type.startsWith('application/grpc')
  const headers = { 'content-type': type, 'grpc-status': String(Code.Unimplemented) }
  reply.raw.writeHead(isGrpc ? 200 : 404, isGrpc ? headers : {}).end()
}
