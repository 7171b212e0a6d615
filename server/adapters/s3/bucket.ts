/**
 * One bucket, asked by signed requests (AWS Signature Version 4), in bounded time.
 *
 * Each request may be made again: what it brings is held in memory. So trouble (no answer, 5xx, "slow down") is tried
 * three times, and then is `unavailable`; what is refused says which setting to mend.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { seconds } from '#kit/clock.ts'
import { Unavailable } from '#kit/failure.ts'
import { readXml } from './answer.ts'
import { createBreaker } from './breaker.ts'
import { refusal } from './refusal.ts'
import { addressOf, type S3Settings } from './settings.ts'

export interface Ask {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** Without one, the bucket itself is asked. */
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Buffer
}

export interface Bucket {
  send(ask: Ask): Promise<Response>
  /** Null: what was asked for is not there. */
  seek(ask: Ask): Promise<Response | null>
  signLink(key: string, link: { seconds: number; query: Record<string, string> }): Promise<string>
}

export interface Patience {
  tries: number
  /** Until the answer begins. */
  answerMs: number
  /** Before the second try; twice as long before the third. */
  waitMs: number
}
const PATIENCE: Patience = { tries: 3, answerMs: seconds(10), waitMs: 200 }
/** Slower than this many bytes in a millisecond, a line brings no files. */
const SLOWEST_UPLOAD = 100

const TROUBLE = new Set(['SlowDown', 'RequestTimeout', 'InternalError', 'ServiceUnavailable'])
/** An answer to HEAD has no body that could say more. */
const WITHOUT_WORDS: Record<number, string> = { 403: 'AccessDenied', 404: 'NoSuchKey' }
const MISSING = new Set(['NoSuchKey', 'NoSuchUpload'])

export function openBucket(settings: S3Settings, { tries, answerMs, waitMs }: Patience = PATIENCE): Bucket {
  const { accessKeyId, secretAccessKey, region } = settings
  const signer = {
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    cache: new Map<string, ArrayBuffer>(),
  }
  const address = addressOf(settings)
  const breaker = createBreaker()

  async function once({ method, key, query, headers, body }: Ask): Promise<Response> {
    const url = `${address}/${key ?? ''}${query ? `?${new URLSearchParams(query)}` : ''}`
    // Signed over the bytes: what is changed on the way is refused.
    const digest = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const sent = body && new Uint8Array(body)
    const all = { ...headers, 'x-amz-content-sha256': digest }
    const signed = await new AwsV4Signer({ ...signer, url, method, headers: all }).sign()
    const patience = new AbortController()
    const lateMs = answerMs + (body?.length ?? 0) / SLOWEST_UPLOAD
    const timer = setTimeout(() => patience.abort(new Error(`no answer within ${lateMs} ms`)), lateMs)
    try {
      return await fetch(url, {
        method,
        headers: signed.headers,
        ...(sent && { body: sent }),
        redirect: 'manual',
        signal: patience.signal,
      })
    } finally {
      clearTimeout(timer)
    }
  }

  /** The answer, null for what is missing, or what the trouble was. */
  async function tried(ask: Ask): Promise<{ answer: Response | null } | { trouble: string }> {
    let response: Response
    let code: string | undefined
    try {
      response = await once(ask)
      if (response.ok) return { answer: response }
      code = ask.method === 'HEAD' ? WITHOUT_WORDS[response.status] : await codeOf(response)
    } catch (error) {
      const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException }
      return { trouble: cause?.code ?? cause?.message ?? message }
    }
    if (MISSING.has(code ?? '')) return { answer: null }
    if (response.status >= 500 || response.status === 429 || TROUBLE.has(code ?? ''))
      return { trouble: `${response.status} ${code ?? ''}` }
    throw refusal(settings, response.status, code)
  }

  const away = (forMs: number, why: string) =>
    Unavailable(
      { retryAfterSeconds: Math.ceil(forMs / 1000) },
      { cause: new Error(`Files at ${address} are not to be had: ${why}`) },
    )

  async function seek(ask: Ask): Promise<Response | null> {
    const restMs = breaker.restMs()
    if (restMs > 0) throw away(restMs, 'it did not answer just now')
    for (let count = 1; ; count++) {
      const result = await tried(ask)
      if ('answer' in result) {
        breaker.worked()
        return result.answer
      }
      if (count === tries) {
        breaker.failed()
        throw away(seconds(1), result.trouble)
      }
      await sleep(waitMs * 2 ** (count - 1) * (0.5 + Math.random()))
    }
  }

  return {
    seek,

    async send(ask) {
      const answer = await seek(ask)
      if (!answer) throw refusal(settings, 404, 'NoSuchKey')
      return answer
    },

    async signLink(key, { seconds: forSeconds, query }) {
      const all = new URLSearchParams({ ...query, 'X-Amz-Expires': String(forSeconds) })
      const url = `${settings.publicUrl ?? address}/${key}?${all}`
      const signed = await new AwsV4Signer({ ...signer, url, method: 'GET', signQuery: true }).sign()
      return signed.url.href.replaceAll('+', '%20') // a plus is a space in forms only
    },
  }
}

async function codeOf(response: Response): Promise<string | undefined> {
  return (await readXml(response)).texts('Code')[0]
}
