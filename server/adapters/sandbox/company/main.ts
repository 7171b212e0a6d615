/**
 * The sandbox as its own process, so that it outlives the shop it is tried with.
 *
 *   node server/adapters/sandbox/company/main.ts --port 4010 --book DIR --secret-key … --webhook-secret whsec_…
 *        [--host 127.0.0.1] [--origin URL] [--merchant NAME] [--faults '{"seed":7,"before":0.1,"copies":4}']
 *
 * Prints one line of JSON when it answers: {"ready":true,"origin":"…"}. `--port 0` takes a free port.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { openSandboxCompany, type SandboxCompany } from './company.ts'
import { answerOver } from './door.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string', default: '127.0.0.1' },
    book: { type: 'string' },
    origin: { type: 'string' },
    'secret-key': { type: 'string' },
    'webhook-secret': { type: 'string', multiple: true },
    merchant: { type: 'string' },
    faults: { type: 'string' },
  },
})
const { book, merchant, 'secret-key': secretKey, 'webhook-secret': webhookSecret } = values
if (!book || !secretKey || !webhookSecret) {
  console.error('The sandbox needs --book DIR, --secret-key KEY and --webhook-secret whsec_…')
  process.exit(2)
}

let company: SandboxCompany | undefined
const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000, maxHeaderSize: 16_384 })
server.listen(Number(values.port), values.host, () => void begin())

async function begin(): Promise<void> {
  const { port } = server.address() as AddressInfo
  const base = `http://${values.host}:${port}`
  const origin = values.origin ?? `${base}/sandbox`
  company = await openSandboxCompany({
    book: book!,
    origin,
    secretKey: secretKey!,
    webhookSecret: webhookSecret!,
    ...(merchant === undefined ? {} : { merchant }),
    ...(values.faults === undefined ? {} : { faults: JSON.parse(values.faults) as object }),
    log: (line) => console.error(JSON.stringify(line)),
  })
  const { handle } = company
  server.on('request', (incoming, outgoing) => {
    answerOver(handle, incoming, outgoing, base).catch((error: unknown) => {
      console.error(JSON.stringify({ msg: 'a request could not be answered', error: String(error) }))
      outgoing.destroy()
    })
  })
  console.log(JSON.stringify({ ready: true, origin }))
}

async function leave(): Promise<void> {
  server.close()
  server.closeIdleConnections()
  await company?.close()
  server.closeAllConnections()
  process.exit(0)
}
process.once('SIGTERM', () => void leave())
process.once('SIGINT', () => void leave())
