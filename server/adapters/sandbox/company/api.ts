/**
 * The JSON API for merchants, behind the secret key.
 *
 *   POST /api/payments                    GET /api/payments?reference= | ?since=&after=
 *   GET  /api/payments/:id                POST /api/payments/:id/capture  /void  /refunds
 *   GET  /api/payments/:id/refunds        POST /api/payments/:id/dispute  /dispute/outcome
 *   GET, PUT /api/faults                  GET /api/deliveries
 *
 * Every POST needs an Idempotency-Key. Refusals are RFC 9457 problems with a `code`.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Office } from './events.ts'
import { readFaults } from './faults.ts'
import * as field from './fields.ts'
import { once } from './idempotency.ts'
import { METHODS, type Method } from './payment.ts'
import * as records from './records.ts'
import { refusal } from './refusal.ts'
import * as till from './till.ts'
import { type Answer, json, readJson } from './wire.ts'

const PAGE = 100 // payments in one answer of a list

const newPayment = {
  method: field.optional<Method>(field.oneOf(METHODS), 'card'),
  amount: field.amount,
  currency: field.currency,
  capture: field.oneOf(['automatic', 'manual']),
  reference: field.text(200),
  description: field.text(500),
  returnUrl: field.webAddress,
  cancelUrl: field.webAddress,
  webhookUrl: field.webAddress,
  locale: field.optional(field.locale, 'en'),
}
/** A currency may be named, to be refused if it is not the payment's. */
const money = { amount: field.amount, currency: field.optional<string | null>(field.currency, null) }
const newRefund = { ...money, reference: field.text(200) }
const newDispute = { reason: field.optional(field.text(200), 'not_received') }
const outcome = { outcome: field.oneOf(['won', 'lost']) }

type Call = { request: Request; query: URLSearchParams; id: string }
type Handler = (office: Office, call: Call) => Promise<Response> | Response

const ROUTES: [method: string, path: RegExp, handler: Handler][] = [
  ['POST', /^\/payments$/, create],
  ['GET', /^\/payments$/, list],
  ['GET', /^\/payments\/(\w+)$/, (office, { id }) => json(200, shown(office, till.get(office, id)))],
  ['POST', /^\/payments\/(\w+)\/capture$/, capture],
  ['POST', /^\/payments\/(\w+)\/void$/, release],
  ['POST', /^\/payments\/(\w+)\/refunds$/, refund],
  ['GET', /^\/payments\/(\w+)\/refunds$/, listRefunds],
  ['POST', /^\/payments\/(\w+)\/dispute$/, dispute],
  ['POST', /^\/payments\/(\w+)\/dispute\/outcome$/, settleDispute],
  ['GET', /^\/faults$/, (office) => json(200, office.faults.now())],
  ['PUT', /^\/faults$/, setFaults],
  ['GET', /^\/deliveries$/, countDeliveries],
]

/** `path` begins after `/api`. */
export async function answerApi(office: Office, request: Request, path: string): Promise<Response> {
  const here = ROUTES.filter(([, pattern]) => pattern.test(path))
  if (here.length === 0) throw refusal(404, 'not_found', 'There is nothing at this address.')
  const route = here.find(([method]) => method === request.method)
  if (!route)
    throw refusal(405, 'method_not_allowed', `This address knows ${here.map(([m]) => m).join(', ')}.`)
  const [, pattern, handler] = route
  const query = new URL(request.url).searchParams
  return handler(office, { request, query, id: pattern.exec(path)?.[1] ?? '' })
}

/** Compares digests, so that neither length nor time tells anything of the key. */
export function mustKnow(secretKey: string, request: Request): void {
  const given = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(given), digest(secretKey)))
    throw refusal(401, 'unauthorised', 'Send the secret key as a bearer token.')
}

const shown = (office: Office, payment: Parameters<typeof records.paymentJson>[0]) =>
  records.paymentJson(payment, office.origin)

function idempotent(office: Office, { request, id }: Call, input: object, run: () => Answer): Response {
  const about = [request.method, new URL(request.url).pathname, id, input]
  const key = request.headers.get('idempotency-key')
  const { status, body, replayed } = once(office.book, office.clock, { key, about }, run)
  return json(status, body, replayed ? { 'idempotent-replayed': 'true' } : {})
}

async function create(office: Office, call: Call): Promise<Response> {
  const input = field.closed(await readJson(call.request), newPayment)
  return idempotent(office, call, input, () => ({
    status: 201,
    body: shown(office, till.open(office, input)),
  }))
}

async function capture(office: Office, call: Call): Promise<Response> {
  const input = field.closed(await readJson(call.request), money)
  const run = () => ({ status: 200, body: shown(office, till.capture(office, call.id, input)) })
  return idempotent(office, call, input, run)
}

function release(office: Office, call: Call): Response {
  return idempotent(office, call, {}, () => ({
    status: 200,
    body: shown(office, till.release(office, call.id)),
  }))
}

async function refund(office: Office, call: Call): Promise<Response> {
  const input = field.closed(await readJson(call.request), newRefund)
  return idempotent(office, call, input, () => {
    const made = till.refund(office, call.id, input, input.reference)
    return { status: 201, body: records.refundJson(made, till.get(office, call.id)) }
  })
}

async function dispute(office: Office, call: Call): Promise<Response> {
  const input = field.closed(await readJson(call.request), newDispute)
  const run = () => ({ status: 201, body: shown(office, till.dispute(office, call.id, input.reason)) })
  return idempotent(office, call, input, run)
}

async function settleDispute(office: Office, call: Call): Promise<Response> {
  const input = field.closed(await readJson(call.request), outcome)
  const run = () => ({ status: 200, body: shown(office, till.settleDispute(office, call.id, input.outcome)) })
  return idempotent(office, call, input, run)
}

function list(office: Office, { query }: Call): Response {
  for (const name of query.keys())
    if (!['reference', 'since', 'after'].includes(name))
      throw refusal(400, 'invalid_request', `${name} is not a filter of this list.`)
  const reference = query.get('reference')
  if (reference !== null) {
    const found = records.findByReference(office.book, reference)
    return json(200, { items: found ? [shown(office, found)] : [], next: null })
  }
  const since = new Date(query.get('since') ?? 0)
  if (Number.isNaN(since.getTime()))
    throw refusal(400, 'invalid_request', 'since must be an ISO 8601 moment.')
  const after = query.get('after') ?? '0'
  if (!/^\d{1,15}$/.test(after)) throw refusal(400, 'invalid_request', 'after must be the next of an answer.')
  const rows = records.changedPayments(office.book, since, Number(after), PAGE)
  const next = rows.length === PAGE ? String(rows.at(-1)!.change) : null
  return json(200, { items: rows.map(({ payment }) => shown(office, payment)), next })
}

function listRefunds(office: Office, { query, id }: Call): Response {
  const payment = till.get(office, id)
  const refunds = records.refundsOf(office.book, id, query.get('reference'))
  return json(200, { items: refunds.map((refund) => records.refundJson(refund, payment)) })
}

async function setFaults(office: Office, { request }: Call): Promise<Response> {
  office.faults.set(readFaults(await readJson(request)))
  return json(200, office.faults.now())
}

function countDeliveries(office: Office): Response {
  const rows = office.book.all('select state, count(*) as count from delivery group by state')
  const counts = Object.fromEntries(rows.map((row) => [row['state'], row['count']]))
  return json(200, { queued: 0, delivered: 0, dead: 0, ...counts })
}
