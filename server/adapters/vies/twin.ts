/**
 * VIES without a network: the same protocol, a small book, and faults on demand.
 *
 * It is what demo mode asks. Every well-formed number was given to somebody but those in `UNKNOWN`; who says who asks is
 * given a consultation number, as there.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Send } from './check.ts'

/** Formed as ids are, and nobody's. */
export const UNKNOWN = 'ATU12011204'

export type ViesFault = 'silent' | 'broken' | 'garbage' | 'away' | 'busy' | 'huge' | 'another'

interface Asked {
  countryCode: string
  vatNumber: string
  requesterMemberStateCode?: string
  requesterNumber?: string
}

const ERRORS: Partial<Record<ViesFault, string>> = { away: 'MS_UNAVAILABLE', busy: 'MS_MAX_CONCURRENT_REQ' }

/** What VIES answers, without its door. */
export function answerOf(asked: Asked, now: Date, fault: ViesFault | null = null): [number, string] {
  const error = fault && ERRORS[fault]
  if (error) return [200, JSON.stringify({ actionSucceed: false, errorWrappers: [{ error }] })]
  if (fault === 'broken') return [500, '{}']
  if (fault === 'garbage') return [200, '<html>']
  if (fault === 'huge') return [200, '9'.repeat(1_000_000)]
  const { countryCode, vatNumber } = asked
  const valid = `${countryCode}${vatNumber}` !== UNKNOWN
  const requestIdentifier = asked.requesterNumber ? consultationOf(asked, now) : ''
  return [
    200,
    JSON.stringify({
      countryCode,
      vatNumber: fault === 'another' ? '0' : vatNumber,
      requestDate: now.toISOString(),
      valid,
      requestIdentifier,
      name: valid ? `TRADER ${vatNumber}` : '---',
      address: valid ? 'MAIN STREET 1\nSOMEWHERE' : '---',
      traderName: '---',
      traderStreet: '---',
      traderPostalCode: '---',
      traderCity: '---',
      traderCompanyType: '---',
      traderNameMatch: 'NOT_PROCESSED',
    }),
  ]
}

function consultationOf(asked: Asked, now: Date): string {
  const digest = createHash('sha256')
    .update(`${JSON.stringify(asked)} ${now.getTime()}`)
    .digest('hex')
  return `WAPIAAAA${digest.slice(0, 8).toUpperCase()}`
}

/** In this process: nothing leaves it. */
export const twinSend: Send = async (_url, { body }) => {
  const [status, text] = answerOf(JSON.parse(body as string) as Asked, new Date())
  return new Response(text, { status, headers: { 'content-type': 'application/json' } })
}

export interface ViesTwin {
  url: string
  /** What it was asked, oldest first. */
  asked: Asked[]
  /** How it fails from now on; null: not at all. */
  fault: ViesFault | null
  close(): Promise<void>
}

/** Over HTTP, as the real one. */
export async function openViesTwin(): Promise<ViesTwin> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      if (incoming.method !== 'POST' || incoming.url !== '/check-vat-number')
        return void outgoing.writeHead(404).end()
      const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked
      twin.asked.push(asked)
      if (twin.fault === 'silent') return
      const [status, text] = answerOf(asked, new Date(), twin.fault)
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const twin: ViesTwin = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    fault: null,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return twin
}
