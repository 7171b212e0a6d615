/** Reads what a client sends: a query with its variables, in the body or in the address; or several at once. */
import type { FastifyRequest } from 'fastify'
import { parseJsonBody } from '../json-body.ts'
import { unreadable } from '../problems.ts'
import type { Query } from './engine.ts'
import { MAX_BATCH } from './limits.ts'
import { tooMuch } from './failures.ts'

export interface Sent {
  queries: Query[]
  /** Then the answer is a list too. */
  isBatch: boolean
}

export function sentIn(request: FastifyRequest): Sent {
  if (request.method === 'GET') return { queries: [inAddress(request.query as Params)], isBatch: false }
  const { body } = request
  if (!Array.isArray(body)) return { queries: [queryOf(body, '')], isBatch: false }
  if (body.length > MAX_BATCH)
    throw tooMuch('too_many', `A request holds ${MAX_BATCH} queries at most.`, body.length, MAX_BATCH)
  if (body.length === 0) throw unreadable('', 'empty', 'Send a query.')
  return { queries: body.map((each, at) => queryOf(each, `${at}.`)), isBatch: true }
}

type Params = Record<string, string | string[]>

function inAddress({ query, operationName, variables, extensions }: Params): Query {
  return queryOf({ query, operationName, variables: parsed(variables), extensions: parsed(extensions) }, '')
}

function parsed(text: string | string[] | undefined): unknown {
  return typeof text === 'string' ? parseJsonBody(Buffer.from(text)) : text
}

export function queryOf(sent: unknown, path: string): Query {
  if (!isObject(sent)) throw unreadable(path.slice(0, -1), 'type', 'A query comes as a JSON object.')
  const { query: text, operationName, variables, extensions } = sent
  for (const [name, value] of Object.entries({ query: text, operationName }))
    if (isSaid(value) && typeof value !== 'string')
      throw unreadable(`${path}${name}`, 'type', 'This must be text.')
  for (const [name, value] of Object.entries({ variables, extensions }))
    if (isSaid(value) && !isObject(value))
      throw unreadable(`${path}${name}`, 'type', 'This must be a JSON object.')
  return {
    text: isSaid(text) ? (text as string) : undefined,
    variables: (variables ?? {}) as Record<string, unknown>,
    operationName: isSaid(operationName) && operationName !== '' ? (operationName as string) : undefined,
    persisted: persistedIn(extensions as Record<string, unknown> | null | undefined, path),
  }
}

function persistedIn(
  extensions: Record<string, unknown> | null | undefined,
  path: string,
): Query['persisted'] {
  const said = extensions?.['persistedQuery']
  if (!isSaid(said)) return undefined
  const { version, sha256Hash } = (isObject(said) ? said : {}) as { version?: unknown; sha256Hash?: unknown }
  if (typeof version !== 'number' || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash))
    throw unreadable(
      `${path}extensions.persistedQuery`,
      'format',
      'A version and a SHA-256 in small letters.',
    )
  return { version, sha256Hash }
}

const isSaid = (value: unknown) => value !== undefined && value !== null

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
