/**
 * Fetches from an address that somebody else named, without becoming their hand inside the network.
 *
 * Every address that a name leads to must be public, and the connection goes to just those that were looked at; each
 * redirect is looked at anew. What comes is bounded in bytes and time, and no credentials are sent.
 */
import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { seconds } from './clock.ts'

const MOST_REDIRECTS = 5
const ANSWER_WITHIN = seconds(20) // a picture of 20 MB over a slow line

export interface FetchLimits {
  mostBytes: number
  /** `host` or `host:port` of the operator's own network that may be asked all the same. */
  alsoFrom: string[]
  signal: AbortSignal
}

/** Why nothing came, in words for whoever named the address. */
export class NotFetched extends Error {}

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

/** An http address of which no part says that it is inside; a name is looked up when it is asked. */
function publicUrl(address: string, alsoFrom: string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new NotFetched('This is not an address that begins with https:// or http://.')
  if (url.username || url.password) throw new NotFetched('An address may not carry a user or a password.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPublic(host) && !isOurs(url, alsoFrom)) throw inside()
  return url
}

const isOurs = ({ host, hostname }: URL, alsoFrom: string[]) =>
  alsoFrom.includes(host) || alsoFrom.includes(hostname)

const inside = () => new NotFetched('This address is not public.')

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

/** One that is not public among several is enough to refuse: which of them is asked is not ours to choose. */
const lookupPublic: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const refused = error ?? (found.every(({ address }) => isPublic(address)) ? null : inside())
    if (refused || options.all) return answer(refused, found)
    answer(null, found[0]!.address, found[0]!.family)
  })
}

/** IANA's special-purpose registries: what is of one machine, one network, for documents, or wraps another address. */
const RESERVED = new BlockList()
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
])
  add(RESERVED, network, 'ipv4')
for (const network of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) add(RESERVED, network, 'ipv6')
/** Of IPv6 only this is given out to the world. */
const GLOBAL = new BlockList()
add(GLOBAL, '2000::/3', 'ipv6')

function add(list: BlockList, network: string, family: 'ipv4' | 'ipv6'): void {
  const [address, bits] = network.split('/')
  list.addSubnet(address!, Number(bits), family)
}

export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !RESERVED.check(address, 'ipv4')
  return version === 6 && GLOBAL.check(address, 'ipv6') && !RESERVED.check(address, 'ipv6')
}
