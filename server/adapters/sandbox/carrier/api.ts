/**
 * The carrier's JSON API, behind the secret key.
 *
 *   POST /rates            GET /labels?key= | ?since=&after=     GET /labels/:id  /document
 *   POST /labels           POST /labels/:id/void  /steps         GET, PUT /faults
 *
 * A label needs an Idempotency-Key, which is its key. Refusals are RFC 9457 problems with a `code`.
 */
import type { Book } from '../company/book.ts'
import { readFaults, type FaultSource } from '../company/faults.ts'
import * as field from '../company/fields.ts'
import { once } from '../company/idempotency.ts'
import { refusal } from '../company/refusal.ts'
import { json, readJson } from '../company/wire.ts'
import { documentOf } from './document.ts'
import { tellOf } from './news.ts'
import * as records from './records.ts'
import { SERVICES, pricesFor, type Service } from './tariff.ts'

const PAGE = 100

export interface Depot {
  book: Book
  origin: string
  clock: () => Date
  faults: FaultSource
}

const part =
  <S extends Parameters<typeof field.closed>[1]>(shape: S) =>
  (value: unknown) =>
    field.closed(value, shape)
const most = 2 ** 40
const parcel = part({
  weightGrams: field.integer(0, most),
  volumeCcm: field.integer(0, most),
  lengthMm: field.integer(0, most),
  items: field.integer(1, most),
})
const country = (value: unknown) => {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) return value
  throw 'must be an ISO 3166 code, like DE'
}
const orNothing = (value: unknown) => (value === null ? null : field.text(200)(value))

const rateRequest = {
  currency: field.currency,
  from: part({ country }),
  to: part({ country, region: orNothing, postalCode: field.text(20) }),
  parcel,
}
const labelRequest = {
  service: field.oneOf(Object.keys(SERVICES) as Service[]),
  format: field.oneOf(['pdf', 'zpl']),
  currency: field.currency,
  reference: field.text(200),
  from: part({ name: field.text(200), country }),
  to: part({
    name: field.text(200),
    company: orNothing,
    line1: field.text(200),
    line2: orNothing,
    postalCode: field.text(20),
    city: field.text(200),
    region: orNothing,
    country,
    phone: orNothing,
  }),
  parcel,
}

/** `path` begins after `/api`. */
export async function answerCarrierApi(depot: Depot, request: Request, path: string): Promise<Response> {
  const query = new URL(request.url).searchParams
  const [, id = '', within = ''] = /^\/labels\/(\w+)(?:\/(\w+))?$/.exec(path) ?? []
  switch (`${request.method} ${path.replace(id || '\0', ':id')}`) {
    case 'POST /rates': {
      const { currency, from, to, parcel: sent } = field.closed(await readJson(request), rateRequest)
      return json(200, { rates: pricesFor(from.country, to.country, sent, currency) })
    }
    case 'POST /labels':
      return buy(depot, request)
    case 'GET /labels':
      return list(depot, query)
    case 'GET /labels/:id':
      return json(200, shown(depot, records.getLabel(depot.book, id)))
    case 'GET /labels/:id/document': {
      const { type, body } = documentOf(records.getLabel(depot.book, id))
      return new Response(new Uint8Array(body), {
        headers: { 'content-type': type, 'cache-control': 'no-store' },
      })
    }
    case 'POST /labels/:id/void':
      return json(
        200,
        shown(
          depot,
          depot.book.write(() => records.voidLabel(depot.book, id)),
        ),
      )
    case 'POST /labels/:id/steps': {
      const { step } = field.closed(await readJson(request), { step: field.oneOf(records.STEPS) })
      return json(200, shown(depot, takeStep(depot, id, step)))
    }
    case 'GET /faults':
      return json(200, depot.faults.now())
    case 'PUT /faults':
      depot.faults.set(readFaults(await readJson(request)))
      return json(200, depot.faults.now())
    default:
      throw refusal(404, 'not_found', `There is nothing at this address${within && ' of a label'}.`)
  }
}

/** A parcel is moved on, and the store told. */
export function takeStep(depot: Depot, id: string, step: records.Step): records.Label {
  return depot.book.write(() => {
    const label = records.moveOn(depot.book, id, step)
    tellOf(depot.book, depot.faults, label, step, depot.clock())
    return label
  })
}

async function buy(depot: Depot, request: Request): Promise<Response> {
  const input = field.closed(await readJson(request), labelRequest)
  const key = request.headers.get('idempotency-key')
  const { status, body, replayed } = once(depot.book, depot.clock, { key, about: input }, () => {
    const { from, to, service } = input
    const price = pricesFor(from.country, to.country, input.parcel, input.currency).find(
      (each) => each.service === service,
    )
    if (!price) throw refusal(422, 'not_carried', 'This parcel is not carried to this address.')
    const label: records.Label = {
      id: records.newId('label'),
      key: key!,
      service,
      format: input.format,
      state: 'bought',
      parcel: 'announced',
      trackingCode: records.newTrackingCode(),
      amount: price.amount,
      currency: input.currency,
      reference: input.reference,
      sender: [from.name, from.country],
      recipient: [
        to.company,
        to.name,
        to.line1,
        to.line2,
        `${to.postalCode} ${to.city}`,
        to.region,
        to.country,
      ].filter((line) => line !== null),
      weightGrams: input.parcel.weightGrams,
      createdAt: depot.clock(),
    }
    records.storeLabel(depot.book, label)
    return { status: 201, body: shown(depot, label) }
  })
  return json(status, body, replayed ? { 'idempotent-replayed': 'true' } : {})
}

function list(depot: Depot, query: URLSearchParams): Response {
  const key = query.get('key')
  if (key !== null) {
    const found = records.labelUnder(depot.book, key)
    return json(200, { items: found ? [shown(depot, found)] : [], next: null })
  }
  const since = new Date(query.get('since') ?? 0)
  const after = Number(query.get('after') ?? 0)
  if (Number.isNaN(since.getTime()) || !Number.isSafeInteger(after))
    throw refusal(400, 'invalid_request', 'since must be an instant, and after what an answer gave.')
  const found = records.labelsSince(depot.book, since, after, PAGE)
  const next = found.length === PAGE ? found.at(-1)!.place : null
  return json(200, { items: found.map(({ label }) => shown(depot, label)), next })
}

const shown = ({ origin }: Depot, label: records.Label) => ({
  id: label.id,
  key: label.key,
  service: label.service,
  state: label.state,
  parcel: label.parcel,
  trackingCode: label.trackingCode,
  trackingUrl: `${origin}/parcels/${label.trackingCode}`,
  cost: { amount: label.amount, currency: label.currency },
  createdAt: label.createdAt.toISOString(),
})
