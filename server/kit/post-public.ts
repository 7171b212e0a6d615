/**
 * Sends a body to an address that somebody else named, without becoming their hand inside the network.
 *
 * The address and all that its name leads to must be public. Where the answer points elsewhere nobody follows, and of what
 * it says only the beginning is read.
 */
import http from 'node:http'
import https from 'node:https'
import { NotFetched, isOurs, lookupPublic, publicUrl } from './public-address.ts'

export interface Letter {
  headers: Record<string, string>
  body: string
  /** `host` or `host:port` that may be asked though it is not public. */
  alsoTo: string[]
  /** Milliseconds until there must be an answer. */
  within: number
  /** Of the answer. */
  mostBytes: number
}

export interface Reply {
  status: number
  /** How its body begins. */
  beginning: Buffer
}

/** Whatever status comes is an answer; throws NotFetched when none does. */
export async function postPublic(address: string, letter: Letter): Promise<Reply> {
  const signal = AbortSignal.timeout(letter.within)
  try {
    return await post(publicUrl(address, letter.alsoTo), letter, signal)
  } catch (error) {
    if (error instanceof NotFetched) throw error
    if (signal.aborted) throw new NotFetched('No answer came in time.', { cause: error })
    throw new NotFetched('Nobody answers there.', { cause: error })
  }
}

function post(url: URL, { headers, body, alsoTo, mostBytes }: Letter, signal: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      // A connection of its own: a kept one was looked at for somebody else.
      agent: false,
      signal,
      headers: {
        'user-agent': 'Quayside',
        'accept-encoding': 'identity',
        ...headers,
        'content-length': Buffer.byteLength(body),
      },
      ...(isOurs(url, alsoTo) ? {} : { lookup: lookupPublic }),
    }
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      const parts: Buffer[] = []
      let bytes = 0
      const finish = () => {
        resolve({
          status: response.statusCode ?? 0,
          beginning: Buffer.concat(parts).subarray(0, mostBytes),
        })
        response.destroy()
      }
      response.on('data', (part: Buffer) => {
        parts.push(part)
        bytes += part.length
        if (bytes >= mostBytes) finish()
      })
      // The status has come: a body that breaks off or never ends takes nothing from it.
      response.on('error', finish)
      response.on('end', finish)
    })
    request.on('error', reject)
    request.end(body)
  })
}
