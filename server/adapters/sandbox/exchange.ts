/**
 * One question to the company over HTTP: with a deadline, a bounded answer, and no redirect followed.
 *
 * A 4xx is a definite no (ProviderRefused). No answer, a 5xx, a "later" or an answer that cannot be read leaves open
 * what happened (ProviderUnknown); the caller asks again later with the same key.
 */
import { ProviderRefused, ProviderUnknown } from '../../modules/payments/index.ts'
import { objectOf } from './reading.ts'

const ANSWER_WITHIN = 10_000 // ms, besides the caller's own deadline
const LARGEST_ANSWER = 256 * 1024 // bytes; a page of 100 payments has about 60 KB
const LATER = [408, 425, 429] // refusals of the moment, not of the matter

export type Ask = {
  method: 'GET' | 'POST'
  path: string
  key?: string
  body?: object
  signal: AbortSignal
}

export type Exchange = (ask: Ask) => Promise<unknown>

export function exchangeWith(origin: string, secretKey: string): Exchange {
  return async ({ method, path, key, body, signal }) => {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)])
    let status: number
    let text: string
    try {
      const response = await fetch(`${origin}/api${path}`, {
        method,
        redirect: 'manual',
        signal: deadline,
        headers: {
          authorization: `Bearer ${secretKey}`,
          accept: 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      status = response.status
      text = await readBounded(response)
    } catch (error) {
      throw ProviderUnknown('no_answer', 'The payment company did not answer in time.', error)
    }
    if (status >= 400 && status < 500 && !LATER.includes(status)) throw refusedBy(status, text)
    if (status < 200 || status >= 300)
      throw ProviderUnknown('bad_answer', `The payment company answered ${status}.`)
    return readable(() => JSON.parse(text) as unknown)
  }
}

/** What cannot be read leaves open what happened. */
export function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw ProviderUnknown('unreadable_answer', (error as Error).message, error)
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_ANSWER) throw new Error(`The answer has more than ${LARGEST_ANSWER} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The company's words are for our log; a shopper is shown our own, by the code. */
function refusedBy(status: number, text: string) {
  try {
    const { code, detail } = objectOf(JSON.parse(text), 'problem')
    if (typeof code === 'string' && /^[a-z0-9_]{1,60}$/.test(code))
      return ProviderRefused(code, String(detail ?? code).slice(0, 500))
  } catch {
    // Not a problem document: the status says enough.
  }
  return ProviderRefused(`status_${status}`, `The payment company refused with ${status}.`)
}
