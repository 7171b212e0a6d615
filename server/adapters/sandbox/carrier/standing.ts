/** For the tests beside it: the carrier behind a real server, which can be made to answer nonsense. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOver } from '../company/door.ts'
import { openSandboxCarrier, type CarrierOptions } from './company.ts'

export const SECRET_KEY = 'sk_carrier_for_tests'
export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of the present, 32 bytes').toString('base64')}`

export async function standCarrier(options: Partial<CarrierOptions> = {}) {
  const book = mkdtempSync(join(tmpdir(), 'sandbox-carrier-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const origin = `${base}/sandbox/carrier`
  const company = openSandboxCarrier({
    book,
    origin,
    secretKey: SECRET_KEY,
    webhookUrl: `${base}/webhooks/carriers/sandbox`,
    webhookSecret: WEBHOOK_SECRET,
    ...options,
  })
  /** Instead of the carrier's own answer. */
  let nonsense: string | null = null
  server.on('request', (incoming, outgoing) => {
    if (nonsense !== null)
      return void outgoing.writeHead(200, { 'content-type': 'application/json' }).end(nonsense)
    answerOver(company.handle, incoming, outgoing, base).catch(() => outgoing.destroy())
  })
  return {
    origin,
    company,
    answer: (text: string | null) => void (nonsense = text),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await company.close()
      rmSync(book, { recursive: true, force: true })
    },
  }
}

const rate = { service: 'standard', amount: 500, currency: 'EUR', minDays: 1, maxDays: 2 }
const rates = (...given: object[]) => JSON.stringify({ rates: given })

/** Answers that are none, by what is wrong with them. */
export const NONSENSE: Record<string, string> = {
  'a page': '<html>',
  nothing: 'null',
  'no list': '{"rates":{}}',
  'another currency': rates({ ...rate, currency: 'USD' }),
  'a negative price': rates({ ...rate, amount: -1 }),
  'half a cent': rates({ ...rate, amount: 0.5 }),
  'a price as text': rates({ ...rate, amount: '500' }),
  'beyond counting': rates({ ...rate, amount: 2 ** 60 }),
  'arrival before departure': rates({ ...rate, minDays: 3 }),
  'two prices for one service': rates(rate, rate),
  'too much': `[${'9,'.repeat(600_000)}9]`,
}
