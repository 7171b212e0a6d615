/** For the tests beside it: the company behind a real server, and an ear that keeps the webhooks it hears. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandboxCompany, type SandboxOptions } from './company/company.ts'
import { answerOver } from './company/door.ts'
import type { Received } from '../../modules/payments/provider-contract.ts'

export const SECRET_KEY = 'sk_test_for_these_tests'
export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of the present, 32 bytes').toString('base64')}`

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function shut(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

/** `host` is the name it goes by: `localhost` is another site than 127.0.0.1 to a browser. */
export async function standCompany({
  host = '127.0.0.1',
  ...options
}: Partial<SandboxOptions> & { host?: string } = {}) {
  const book = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const server = createServer()
  const base = await listen(server)
  const origin = `${base.replace('127.0.0.1', host)}/sandbox`
  const company = await openSandboxCompany({
    book,
    origin,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    ...options,
  })
  server.on('request', (incoming, outgoing) => {
    answerOver(company.handle, incoming, outgoing, base).catch(() => outgoing.destroy())
  })
  return {
    origin,
    book,
    async close() {
      await shut(server)
      await company.close()
      rmSync(book, { recursive: true, force: true })
    },
  }
}

export type Heard = Received & { at: number; event: { type: string; data: Record<string, never> } }

/** Answers what `answer` says, 204 unless told otherwise. */
export async function standEar(answer: (webhook: Heard) => number = () => 204) {
  const heard: Heard[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const rawBody = Buffer.concat(chunks)
      const headers = incoming.headers as Received['headers']
      const event = JSON.parse(rawBody.toString('utf8')) as Heard['event']
      const webhook = { headers, rawBody, at: Date.now(), event }
      heard.push(webhook)
      outgoing.writeHead(answer(webhook)).end()
    })
  })
  const base = await listen(server)
  return { heard, url: `${base}/webhooks/sandbox`, close: () => shut(server) }
}
