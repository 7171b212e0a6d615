/**
 * The sandbox carrier over HTTP: bounded in time and size, and no redirect is followed.
 *
 * A 4xx is a definite no (CarrierRefused). No answer, a 5xx, a "later" or an answer that cannot be read leaves open what
 * happened (CarrierUnavailable); who asks again uses the same key.
 */
import {
  CarrierRefused,
  CarrierUnavailable,
  type Carrier,
  type CarrierLabel,
} from '../../../modules/delivery/index.ts'

const ANSWER_WITHIN = 10_000 // ms, besides the caller's own deadline
const LARGEST_ANSWER = 512 * 1024 // bytes; a label has 2 KB
const LATER = [408, 425, 429] // refusals of the moment, not of the matter

interface Ask {
  method?: 'GET' | 'POST'
  path: string
  key?: string
  body?: object
  signal: AbortSignal
}

export function sandboxCarrier({ origin, secretKey }: { origin: string; secretKey: string }): Carrier {
  async function ask({
    method = 'GET',
    path,
    key,
    body,
    signal,
  }: Ask): Promise<{ type: string; bytes: Buffer }> {
    let status: number
    let answer: { type: string; bytes: Buffer }
    try {
      const response = await fetch(`${origin}/api${path}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)]),
        headers: {
          authorization: `Bearer ${secretKey}`,
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      status = response.status
      answer = { type: response.headers.get('content-type') ?? '', bytes: await readBounded(response) }
    } catch (error) {
      throw CarrierUnavailable((error as Error).message, error)
    }
    if (status >= 400 && status < 500 && !LATER.includes(status)) throw refusedBy(status, answer.bytes)
    if (status < 200 || status >= 300) throw CarrierUnavailable(`The carrier answered ${status}.`)
    return answer
  }

  async function read<T>(question: Ask, reader: (given: Record<string, unknown>) => T): Promise<T> {
    const { bytes } = await ask(question)
    try {
      return reader(objectOf(JSON.parse(bytes.toString('utf8'))))
    } catch (error) {
      throw CarrierUnavailable(`The answer cannot be read: ${(error as Error).message}`, error)
    }
  }

  return {
    name: 'sandbox',
    title: 'Sandbox Carrier',
    services: [
      { key: 'standard', name: 'Sandbox Parcel' },
      { key: 'express', name: 'Sandbox Express' },
    ],
    rates: (question, signal) =>
      // What it says is looked at by who asked, as of any carrier.
      read({ method: 'POST', path: '/rates', body: question, signal }, ({ rates }) => rates as never),
    buy: ({ key, ...order }, signal) =>
      read({ method: 'POST', path: '/labels', key, body: order, signal }, readLabel),
    async find(key, signal) {
      const path = `/labels?key=${encodeURIComponent(key)}`
      const items = await read({ path, signal }, ({ items: found }) =>
        (found as unknown[]).map(objectOf).map(readLabel),
      )
      return items[0] ?? null
    },
    async document(id, signal) {
      const { type, bytes } = await ask({ path: `/labels/${id}/document`, signal })
      return { type, body: bytes }
    },
    void: (id, signal) => read({ method: 'POST', path: `/labels/${id}/void`, signal }, readLabel),
    async *labels(since, signal) {
      for (let after: unknown = 0; after !== null;) {
        const path = `/labels?since=${encodeURIComponent(since.toISOString())}&after=${String(after)}`
        const page = await read({ path, signal }, ({ items, next }) => ({
          items: (items as unknown[]).map(objectOf).map(readLabel),
          next,
        }))
        yield* page.items
        after = page.next
      }
    },
  }
}

function readLabel({
  id,
  key,
  state,
  trackingCode,
  trackingUrl,
  cost,
}: Record<string, unknown>): CarrierLabel {
  const { amount, currency } = objectOf(cost)
  if (state !== 'bought' && state !== 'voided') throw new Error('A label has no state.')
  if (!Number.isSafeInteger(amount) || (amount as number) < 0) throw new Error('A label has no cost.')
  return {
    id: textOf(id),
    key: textOf(key),
    state,
    trackingCode: textOf(trackingCode),
    trackingUrl: trackingUrl === null ? null : textOf(trackingUrl),
    cost: { amount: amount as number, currency: textOf(currency) },
  }
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > 2000) throw new Error('A text is missing.')
  return value
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('This is no object.')
  return value as Record<string, unknown>
}

function refusedBy(status: number, bytes: Buffer) {
  try {
    const { code, detail } = objectOf(JSON.parse(bytes.toString('utf8')))
    if (typeof code === 'string' && /^[a-z0-9_]{1,60}$/.test(code))
      return CarrierRefused(code, String(detail ?? code).slice(0, 500))
  } catch {
    // Not a problem document: the status says enough.
  }
  return CarrierRefused(`status_${status}`, `The carrier refused with ${status}.`)
}

async function readBounded(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_ANSWER) throw new Error(`The answer has more than ${LARGEST_ANSWER} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
