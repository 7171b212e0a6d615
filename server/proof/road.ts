/** Sends an operation's input over REST as a stranger's program would: path, query and body from its declaration. */
import type { FastifyInstance } from 'fastify'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'

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
  const answer = await http.inject({
    method: operation.rest.method as 'GET',
    url: `${url}${query}`,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(operation.idempotency === 'required' ? { 'idempotency-key': newId() } : {}),
      ...(stream ? { accept: 'text/event-stream' } : {}),
    },
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
  return {
    status: answered.statusCode,
    type: String(answered.headers['content-type'] ?? ''),
    body,
    json: parsed(body),
  }
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
