/**
 * A tax service without a network beyond this machine: the same protocol, taxes by fractions, and faults on demand.
 *
 * It knows one country: a tax of 5 % everywhere and of 7 % more in the region B, but for the category "reduced".
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { QuotedTax, TaxQuestion } from '../../modules/tax/index.ts'

export const TWIN_KEY = 'sk_twin'

export type TwinFault = 'silent' | 'broken' | 'garbage' | 'too_few' | 'too_much' | 'huge'

export interface TaxTwin {
  url: string
  /** What it was asked, oldest first. */
  asked: TaxQuestion[]
  /** How it fails from now on; null: not at all. */
  fault: TwinFault | null
  close(): Promise<void>
}

export async function openTaxTwin(): Promise<TaxTwin> {
  const twin: TaxTwin = { url: '', asked: [], fault: null, close }
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  twin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return twin

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const known = incoming.headers.authorization === `Bearer ${TWIN_KEY}`
    if (!known || incoming.method !== 'POST' || incoming.url !== '/quotes')
      return void outgoing.writeHead(known ? 404 : 401).end()
    const question = JSON.parse(Buffer.concat(chunks).toString('utf8')) as TaxQuestion
    twin.asked.push(question)
    answer(question, twin.fault, outgoing)
  }

  function close(): Promise<void> {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
}

function answer(question: TaxQuestion, fault: TwinFault | null, outgoing: ServerResponse): void {
  if (fault === 'silent') return
  if (fault === 'broken') return void outgoing.writeHead(500).end('{}')
  if (fault === 'garbage') return void outgoing.writeHead(200).end('<html>')
  if (fault === 'huge') return void outgoing.writeHead(200).end('9'.repeat(1_000_000))
  const lines = question.lines.map((line) => ({ taxes: taxesOf(line, question) }))
  if (fault === 'too_few') lines.pop()
  if (fault === 'too_much') lines[0]!.taxes[0]!.amount = question.lines[0]!.amount + 1
  outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ lines }))
}

function taxesOf(
  { category, amount }: TaxQuestion['lines'][number],
  { to, taxIncluded }: TaxQuestion,
): QuotedTax[] {
  const rates: [name: string, rateBasisPoints: number][] = [['Twin state', 500]]
  if (to.region === 'B' && category !== 'reduced') rates.push(['Twin region', 700])
  const whole = rates.reduce((sum, [, rate]) => sum + rate, 0)
  const under = BigInt(taxIncluded ? 10_000 + whole : 10_000)
  return rates.map(([name, rateBasisPoints]) => {
    const over = BigInt(amount) * BigInt(rateBasisPoints)
    return { name, rateBasisPoints, rateHundredths: 0, amount: Number((2n * over + under) / (2n * under)) }
  })
}
