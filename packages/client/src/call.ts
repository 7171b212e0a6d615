/**
 * The one fetch core: every operation goes through here, as the route table says.
 *
 * A command carries an idempotency key, made here when none is given, and keeps it
 * over its repeats; so a repeat after a lost answer does the work once.
 */
import { ClientError, refusalOf, unreachable } from './problem.ts'

export type { FieldFault, ProblemOf } from './problem.ts'

export type Route = readonly [method: string, path: string, kind: 'c' | 'q' | 's']
/** A store's own declared fields. */
export type Custom = Record<string, unknown>
export type Input = Record<string, unknown>

export interface ClientOptions {
  /** `https://shop.example`; empty in a browser on the shop's own pages. */
  origin: string
  /** Sent as `Authorization: Bearer`; without one the browser's session cookie speaks. */
  token?: string | (() => string | undefined) | undefined
  fetch?: typeof fetch
  /** Language of texts and messages. */
  locale?: string | undefined
  currency?: string | undefined
  /** By its code: whose currency, and whether prices are told with tax. */
  market?: string | undefined
  /** How often a call is tried at most. Default 4. */
  attempts?: number
}

export interface CallOptions {
  /** For a command: your own key, to survive a restart of this program. */
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
  /** What else to bring along, such as `reviews` or `lines.variant`. */
  expand?: readonly string[] | undefined
}

export interface StreamOptions {
  signal?: AbortSignal | undefined
}

const FIRST_PAUSE_MS = 150
const LONGEST_PAUSE_MS = 5_000
/** Passed on by proxies when the store restarts or is full; whether the work was done is not known. */
const TRY_AGAIN = new Set([502, 503, 504])

export async function call(
  route: Route,
  input: Input,
  options: CallOptions,
  client: ClientOptions,
): Promise<unknown> {
  const [method, path, kind] = route
  const { url, body } = requestOf(method, path, input, client.origin, options.expand)
  const headers = headersOf(client)
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (kind === 'c') headers['idempotency-key'] = options.idempotencyKey ?? newKey()
  const request: RequestInit = {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(options.signal ? { signal: options.signal } : {}),
  }
  const response = await send(url, request, path, client)
  return response.status === 204 ? undefined : response.json()
}

/** Tries again what is safe to try again: no answer, a store that is briefly away, a first try still running. */
export async function send(
  url: string,
  request: RequestInit,
  instance: string,
  client: ClientOptions,
): Promise<Response> {
  const attempts = client.attempts ?? 4
  const ask = client.fetch ?? globalThis.fetch
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(url, { credentials: 'same-origin', ...request }).catch((error: unknown) => {
      if (request.signal?.aborted) throw error
      return error
    })
    if (answer instanceof Response && answer.ok) return answer
    const failed =
      answer instanceof Response ? await refusalOf(answer, instance) : unreachable(attempt, instance, answer)
    if (attempt >= attempts || !passes(failed)) throw failed
    await pause(
      attempt,
      answer instanceof Response ? answer.headers.get('retry-after') : null,
      request.signal ?? undefined,
    )
  }
}

function passes(error: ClientError): boolean {
  return (
    error.code === 'unreachable' || error.code === 'idempotency_in_progress' || TRY_AGAIN.has(error.status)
  )
}

/** Doubles each time, with a random part so that many clients do not come back together. */
export async function pause(
  attempt: number,
  retryAfter: string | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  const growing = FIRST_PAUSE_MS * 2 ** (attempt - 1)
  const asked = Number(retryAfter ?? 0) * 1000
  const ms =
    Math.min(LONGEST_PAUSE_MS, Math.max(Number.isFinite(asked) ? asked : 0, growing)) *
    (1 + Math.random() / 4)
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal!.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

export function headersOf(client: ClientOptions): Record<string, string> {
  const token = typeof client.token === 'function' ? client.token() : client.token
  return {
    ...(token ? { authorization: `Bearer ${token}` } : formToken()),
    ...(client.locale ? { 'accept-language': client.locale } : {}),
    ...(client.currency ? { 'quayside-currency': client.currency } : {}),
    ...(client.market ? { 'quayside-market': client.market } : {}),
  }
}

/** In a browser of the shop's own pages: with the session's cookie, a write also says this one. */
function formToken(): Record<string, string> {
  const { document } = globalThis as { document?: { cookie?: string } }
  const found = /(?:^|; )(?:__Host-)?qs_form=([\w-]+)/.exec(document?.cookie ?? '')
  return found ? { 'x-csrf-token': found[1]! } : {}
}

function newKey(): string {
  const source = globalThis.crypto as Crypto | undefined
  if (source?.randomUUID) return source.randomUUID()
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('') // old WebViews
}

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

export function requestOf(
  method: string,
  path: string,
  input: Input,
  origin: string,
  expand?: readonly string[],
): { url: string; body?: string } {
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    if (value === undefined || value === '') throw new TypeError(`${name} is missing.`)
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  if (!WITH_BODY.has(method)) for (const [name, value] of Object.entries(rest)) write(query, name, value)
  if (expand?.length) query.set('expand', expand.join(','))
  const url = `${origin}${filled}${query.size > 0 ? `?${query}` : ''}`
  return WITH_BODY.has(method) ? { url, body: JSON.stringify(rest) } : { url }
}

/** `filter: { price: { gte: 100 } }` is `price[gte]=100`; `sort: { by: 'price', desc: true }` is `sort=-price`. */
function write(query: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) return query.set(name, value.join(','))
  if (typeof value !== 'object') return query.set(name, String(value))
  const held = value as Record<string, unknown>
  if (name === 'sort') return query.set(name, `${held['desc'] ? '-' : ''}${String(held['by'])}`)
  for (const [inner, operand] of Object.entries(held))
    write(query, name === 'filter' ? inner : `${name}[${inner}]`, operand)
}
