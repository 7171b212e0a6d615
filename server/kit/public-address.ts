/**
 * Which addresses are given out to the world: those that strangers name are asked only there.
 *
 * What a name leads to is looked at when the connection is made, and the connection goes to just those addresses.
 */
import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Why nothing came or went, in words for whoever named the address. */
export class NotFetched extends Error {}

/** An http address of which no part says that it is inside; a name is looked up when it is asked. */
export function publicUrl(address: string, alsoFrom: string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new NotFetched('This is not an address that begins with https:// or http://.')
  if (url.username || url.password) throw new NotFetched('An address may not carry a user or a password.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPublic(host) && !isOurs(url, alsoFrom)) throw inside()
  return url
}

export const isOurs = ({ host, hostname }: URL, alsoFrom: string[]) =>
  alsoFrom.includes(host) || alsoFrom.includes(hostname)

const inside = () => new NotFetched('This address is not public.')

/** One that is not public among several is enough to refuse: which of them is asked is not ours to choose. */
export const lookupPublic: LookupFunction = (name, options, answer) => {
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
