/**
 * Nobody shops over plain http where the store's address is https.
 *
 * How a request came is known of our own TLS, and of a trusted proxy that says so by X-Forwarded-Proto. A
 * trusted proxy that says nothing is believed to have ended TLS: machines beside the store ask it for /readyz in
 * that way. Anybody else who reaches the port without TLS came round the proxy. A page is sent on to the same place by
 * https; anything else is refused, as what it carried has been seen by others already.
 */
import { BlockList, isIP } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '#kit/config.ts'
import type { Failure } from '#kit/failure.ts'
import { HttpsNeeded, pathOf } from './problems.ts'

/** Asked from inside, where there is no TLS. */
const NEAR = new Set(['/livez', '/readyz', '/metrics'])

/** Makes the check: it answers `null` for what may go on, and has sent on what it does not refuse. */
export function httpsOnly(
  config: Pick<Config, 'publicUrl' | 'trustedProxies' | 'tls'>,
): (request: FastifyRequest, reply: FastifyReply) => Failure | 'sent on' | null {
  const { publicUrl, trustedProxies, tls } = config
  // Without a proxy to believe, plain http may be all that a proxy we know nothing of speaks to us.
  if (!publicUrl.startsWith('https:') || tls || trustedProxies.length === 0) return () => null
  const trusted = listOf(trustedProxies)
  return (request, reply) => {
    if (NEAR.has(pathOf(request.raw.url!))) return null
    const peer = request.raw.socket.remoteAddress ?? ''
    if (isIn(trusted, peer) && lastOf(request.raw.headers['x-forwarded-proto']) !== 'http') return null
    if (request.method !== 'GET' && request.method !== 'HEAD') return HttpsNeeded({})
    void reply.redirect(publicUrl + request.raw.url!, 308)
    return 'sent on'
  }
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** IPv4 looks the same whether the socket is IPv4 or both. */
function isIn(list: BlockList, peer: string): boolean {
  const address = peer.startsWith('::ffff:') ? peer.slice(7) : peer
  return isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Each proxy adds its word at the end; the last is that of the one we trust. */
function lastOf(header: string | string[] | undefined): string | undefined {
  return [header].flat().at(-1)?.split(',').at(-1)?.trim()
}
