/**
 * Sends an operation's input over REST as a stranger's program would: path, query and body from its declaration.
 *
 * Whatever goes over this road is held against the store's own `/openapi.json`.
 */
import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { judgeBy, type Judge, type Published } from './published.ts'

export interface Answer {
  status: number
  type: string
  body: string
  json: unknown
}

export async function overRest(
  http: FastifyInstance,
  operation: Operation,
  input: Record<string, unknown>,
  token: string | null,
): Promise<Answer> {
  const rest = { ...input }
  const url = operation.rest.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(
      typeof value === 'string' || typeof value === 'number' ? String(value).toWellFormed() : '-',
    )
  })
  // A read whose question does not fit an address is a POST, too.
  const hasBody = operation.rest.method !== 'GET' && operation.rest.method !== 'DELETE'
  const query = hasBody ? '' : queryOf(rest)
  const stream = operation.kind === 'stream'
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(operation.idempotency === 'required' ? { 'idempotency-key': newId() } : {}),
    ...(stream ? { accept: 'text/event-stream' } : {}),
  }
  const answer = await http.inject({
    method: operation.rest.method as 'GET',
    url: `${url}${query}`,
    headers,
    ...(hasBody ? { payload: rest } : {}),
    ...(stream ? { payloadAsStream: true } : {}),
  } as never)
  const answered = answer as unknown as {
    statusCode: number
    headers: Record<string, string>
    body: string
    stream?: () => NodeJS.ReadableStream
  }
  const body = stream && answered.statusCode === 200 ? '' : await bodyOf(answered, stream)
  if (stream && answered.statusCode === 200) (answered.stream!() as unknown as { destroy(): void }).destroy()
  if (operation.access.rule !== 'system') {
    const judge = await judgeOf(http)
    const untold = judge({
      method: operation.rest.method,
      url: `${url}${query}`,
      sent: hasBody ? rest : undefined,
      headersSent: Object.keys(headers),
      status: answered.statusCode,
      headers: answered.headers,
      body,
    })
    assert.deepEqual(untold, [], `the document does not tell of this: ${body.slice(0, 500)}`)
  }
  return {
    status: answered.statusCode,
    type: String(answered.headers['content-type'] ?? ''),
    body,
    json: parsed(body),
  }
}

const judges = new WeakMap<FastifyInstance, Promise<Judge>>()

function judgeOf(http: FastifyInstance): Promise<Judge> {
  let judge = judges.get(http)
  if (!judge) {
    judge = http.inject('/openapi.json').then((answer) => judgeBy(answer.json<Published>()))
    judges.set(http, judge)
  }
  return judge
}

async function bodyOf(
  answer: { body: string; stream?: () => NodeJS.ReadableStream },
  stream: boolean,
): Promise<string> {
  if (!stream) return answer.body
  const chunks: Buffer[] = []
  for await (const chunk of answer.stream!()) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks).toString()
}

function queryOf(rest: Record<string, unknown>): string {
  const pairs = Object.entries(rest).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each) => [name, text(each)]) : [[name, text(value)]],
  ) as [string, string][]
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

function text(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Edges that belong to every answer, though no output's own schema names them. */
export function includedNames({ modules }: Pick<App, 'modules'>): Set<string> {
  const included = modules.flatMap((module) => module.edges).filter((edge) => edge.included)
  return new Set(included.map((edge) => edge.name))
}

export function withoutEdges(value: unknown, edges: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEdges(item, edges))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !edges.has(name))
      .map(([name, held]) => [name, withoutEdges(held, edges)]),
  )
}

/** What no refusal may say. */
export const INSIDE =
  /\b(select|insert|update|delete)\b.+\b(from|into|set)\b|postgres|pg_|node_modules|\.ts:\d|\/server\/|SQLSTATE|syntax error|constraint/i

/** Whatever a command does leaves an event or an audit row. */
export async function marksOf({ pool }: Pick<App, 'pool'>): Promise<string> {
  const { rows } = await pool.pg.query<{ marks: string }>(
    `select (select count(*) from kit.event where actor not like 'system:%')::text || ' ' || (select count(*) from kit.audit)::text || ' ' || (select count(*) from kit.idempotency)::text as marks`,
  )
  return rows[0]!.marks
}
