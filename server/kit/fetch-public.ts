/**
 * Fetches from an address that somebody else named, without becoming their hand inside the network.
 *
 * Every address that a name leads to must be public, and the connection goes to just those that were looked at; each
 * redirect is looked at anew. What comes is bounded in bytes and time, and no credentials are sent.
 */
import http from 'node:http'
import https from 'node:https'
import { seconds } from './clock.ts'
import { NotFetched, isOurs, lookupPublic, publicUrl } from './public-address.ts'

const MOST_REDIRECTS = 5
const ANSWER_WITHIN = seconds(20) // a picture of 20 MB over a slow line

export interface FetchLimits {
  mostBytes: number
  /** `host` or `host:port` of the operator's own network that may be asked all the same. */
  alsoFrom: string[]
  signal: AbortSignal
}

export async function fetchPublic(address: string, limits: FetchLimits): Promise<Buffer> {
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(ANSWER_WITHIN)])
  try {
    let at = publicUrl(address, limits.alsoFrom)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await ask(at, { ...limits, signal })
      if (Buffer.isBuffer(answer)) return answer
      at = publicUrl(new URL(answer, at).href, limits.alsoFrom)
    }
    throw new NotFetched('It leads from one address to the next without end.')
  } catch (error) {
    if (error instanceof NotFetched) throw error
    limits.signal.throwIfAborted()
    if (signal.aborted) throw new NotFetched('No answer came in time.', { cause: error })
    throw new NotFetched('Nobody answers there.', { cause: error })
  }
}

/** The body, or the address that it has moved to. */
function ask(url: URL, { mostBytes, alsoFrom, signal }: FetchLimits): Promise<Buffer | string> {
  return new Promise((resolve, reject) => {
    const options = {
      // A connection of its own: a kept one was looked at for somebody else.
      agent: false,
      signal,
      headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Quayside' },
      ...(isOurs(url, alsoFrom) ? {} : { lookup: lookupPublic }),
    }
    const request = (url.protocol === 'https:' ? https : http).get(url, options, (response) => {
      const { statusCode = 0, headers } = response
      const fail = (error: Error) => {
        response.destroy()
        reject(error)
      }
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        response.destroy()
        return resolve(headers.location)
      }
      if (statusCode !== 200) return fail(new NotFetched(`It answers ${statusCode}.`))
      const tooLarge = () => fail(new NotFetched(`It has more than ${mostBytes} bytes.`))
      if (Number(headers['content-length'] ?? 0) > mostBytes) return tooLarge()
      const parts: Buffer[] = []
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > mostBytes) return tooLarge()
        parts.push(part)
      })
      response.on('error', reject)
      response.on('end', () => resolve(Buffer.concat(parts)))
    })
    request.on('error', reject)
  })
}
