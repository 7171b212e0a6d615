/**
 * Mounts `/mcp`: the Model Context Protocol over streamable HTTP, without sessions.
 *
 * Each POST is one JSON-RPC message and one answer, so any process serves any request. Who asks is told by a bearer
 * token alone: cookies do not count here, and a page of another site is refused.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { App } from '#kit/app.ts'
import { isFailure } from '#kit/failure.ts'
import { limitedBy, planOf, type Call } from '#kit/invoke.ts'
import { callerContext, callsOf } from '../call.ts'
import { goneSignal } from '../gone.ts'
import { parseJsonBody } from '../json-body.ts'
import { API_VERSION } from '../openapi.ts'
import { MAX_BODY_BYTES, MethodNotAllowed, sendProblem } from '../problems.ts'
import { readyOperations, type FindReady } from '../ready.ts'
import { originCheck, refuseCompressed } from '../security.ts'
import { callTool, resultOf } from './call.ts'
import { found, maySee, toolsOf, type ListedTool, type Tool } from './tools.ts'

const VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05']
const PAGE = 40
const SEARCH: ListedTool = {
  name: 'search_tools',
  title: 'Find tools',
  description:
    'Finds tools by words, such as "refund order". There are hundreds; this is quicker than reading the list.',
  inputSchema: {
    type: 'object',
    properties: {
      query: { type: 'string', minLength: 1, maxLength: 200 },
      limit: { type: 'integer', minimum: 1, maximum: 20, default: 10 },
    },
    required: ['query'],
    additionalProperties: false,
  },
  annotations: {
    title: 'Find tools',
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
}
const INSTRUCTIONS =
  'A store. Each tool is an operation of its API; search_tools finds them by words. Whoever has no token begins a session with one of these: STARTS; say the token it answers as sessionToken from then on. Amounts are whole minor units with their currency. What costs money or cannot be undone is done in two steps: ask the person you act for in between. Addresses of payment pages are for that person to open.'

const CODES = { parse: -32700, request: -32600, method: -32601, params: -32602 }

/** Answered as an error of JSON-RPC: the message itself was not as it should be. */
class RpcError extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

interface Message {
  jsonrpc?: unknown
  id?: unknown
  method?: unknown
  params?: unknown
}

export async function mountMcp(http: FastifyInstance, app: App): Promise<void> {
  const callOf = callsOf(app)
  const checkOrigin = originCheck(app.config.publicUrl)
  const find = readyOperations(app)
  let tools: Map<string, Tool> | undefined // made with the first request

  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, bytes, done) => done(null, bytes),
    )
    scope.route({
      method: 'POST',
      url: '/mcp',
      onRequest: async (request) => {
        checkOrigin(request)
        refuseCompressed(request)
      },
      handler: async (request, reply) => {
        try {
          const asked = callOf(request)
          const bearerToken = asked.credentials?.bearerToken
          const call = {
            ...asked,
            credentials: bearerToken ? { bearerToken } : {},
            signal: goneSignal(reply),
          }
          tools ??= toolsOf(app)
          return await answer(
            { app, find, tools, call },
            request.body as Buffer | undefined,
            request.headers,
            reply,
          )
        } catch (error) {
          return sendProblem(request, reply, error, app.log)
        }
      },
    })
    scope.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: '/mcp',
      exposeHeadRoute: false,
      handler: (request, reply) =>
        sendProblem(request, reply, MethodNotAllowed({ allowed: ['POST'] }), app.log),
    })
  })
}

interface Around {
  app: App
  find: FindReady
  tools: Map<string, Tool>
  call: Call
}

async function answer(
  around: Around,
  body: Buffer | undefined,
  headers: Record<string, unknown>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let id: string | number | null = null
  reply.header('content-type', 'application/json')
  const refuse = (status: number, code: number, message: string) =>
    reply.code(status).send(JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } }))
  try {
    const version = headers['mcp-protocol-version']
    if (version !== undefined && !VERSIONS.includes(String(version)))
      return refuse(400, CODES.request, `Known versions are ${VERSIONS.join(', ')}.`)
    const message = messageOf(body)
    if (message.id === undefined) return reply.code(202).send() // a notification, or an answer to nothing we asked
    id = message.id as string | number
    const result = await resultFor(
      around,
      String(message.method),
      (message.params ?? {}) as Record<string, unknown>,
    )
    return reply.send(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`)
  } catch (error) {
    if (error instanceof RpcError)
      return refuse(error.code === CODES.parse ? 400 : 200, error.code, error.message)
    throw error
  }
}

function messageOf(body: Buffer | undefined): Message {
  let message: Message
  try {
    message = parseJsonBody(body ?? Buffer.alloc(0)) as Message
  } catch (error) {
    if (!isFailure(error)) throw error
    throw new RpcError(CODES.parse, error.errors[0]?.message ?? error.message)
  }
  const { jsonrpc, id, method, params } = message ?? {}
  const isObject = typeof message === 'object' && message !== null && !Array.isArray(message)
  const hasId = id === undefined || typeof id === 'string' || Number.isSafeInteger(id)
  const hasParams =
    params === undefined || (typeof params === 'object' && params !== null && !Array.isArray(params))
  const isAnswer = method === undefined && isObject && ('result' in message || 'error' in message)
  if (isAnswer && hasId) return {}
  if (!isObject || jsonrpc !== '2.0' || typeof method !== 'string' || !hasId || !hasParams)
    throw new RpcError(CODES.parse, 'This is no message of JSON-RPC 2.0.')
  return message
}

async function resultFor(around: Around, method: string, params: Record<string, unknown>): Promise<string> {
  switch (method) {
    case 'initialize':
      return JSON.stringify({
        protocolVersion: VERSIONS.find((version) => version === params['protocolVersion']) ?? VERSIONS[0],
        capabilities: { tools: {} },
        serverInfo: { name: 'quayside', title: 'Quayside', version: API_VERSION },
        instructions: INSTRUCTIONS.replace('STARTS', starters([...around.tools.values()])),
      })
    case 'ping':
      return '{}'
    case 'tools/list':
      return list(await visible(around), params['cursor'])
    case 'tools/call':
      return called(around, params)
    default:
      throw new RpcError(CODES.method, 'There is no such method.')
  }
}

const starters = (tools: Tool[]) =>
  tools.flatMap(({ operation, listed }) => (operation.session === 'starts' ? listed.name : [])).join(', ')

/** What the caller may call, by their names. Looking costs as reading does. */
async function visible({ app, tools, call }: Around): Promise<Tool[]> {
  const { actor } = await callerContext(app, call)
  await app.limits.take('shop.read', limitedBy(actor, call.address), app.clock(), planOf(actor))
  return [...tools.values()].filter((tool) => maySee(tool, actor))
}

function list(tools: Tool[], cursor: unknown): string {
  const all = [SEARCH, ...tools.map(({ listed }) => listed)]
  const from = cursor === undefined ? 0 : all.findIndex(({ name }) => name === afterOf(cursor)) + 1
  if (cursor !== undefined && from === 0) throw new RpcError(CODES.params, 'This is no cursor of the list.')
  const page = all.slice(from, from + PAGE)
  const last = from + PAGE < all.length ? page.at(-1) : undefined
  return JSON.stringify({
    tools: page,
    ...(last && { nextCursor: Buffer.from(last.name).toString('base64url') }),
  })
}

const afterOf = (cursor: unknown) =>
  typeof cursor === 'string' && cursor.length < 200 ? Buffer.from(cursor, 'base64url').toString() : null

async function called(
  around: Around,
  { name, arguments: given = {} }: Record<string, unknown>,
): Promise<string> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new RpcError(CODES.params, 'The arguments of a tool are an object.')
  if (name === SEARCH.name) return search(await visible(around), given as Record<string, unknown>)
  const tool = typeof name === 'string' ? around.tools.get(name) : undefined
  if (!tool) throw new RpcError(CODES.params, 'There is no such tool.')
  return callTool(around.app, around.find, tool, given as Record<string, unknown>, around.call)
}

function search(tools: Tool[], { query, limit = 10 }: Record<string, unknown>): string {
  const fits = typeof query === 'string' && query.length > 0 && query.length <= 200
  if (!fits || !Number.isInteger(limit) || Number(limit) < 1 || Number(limit) > 20)
    throw new RpcError(
      CODES.params,
      'Say a query of 1 to 200 characters, and a limit of 1 to 20 if you like.',
    )
  return resultOf(JSON.stringify({ tools: found(tools, query, Number(limit)).map(({ listed }) => listed) }))
}
