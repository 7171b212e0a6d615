/**
 * An S3-compatible service for tests, over HTTP: one bucket, in memory, that takes only what is rightly signed, and
 * goes wrong in the ways such services do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { S3Settings } from '../settings.ts'
import { createBucket, refused, type Answer, type TwinObject } from './objects.ts'
import { refuse } from './signature.ts'

/** `lost`: it is done, and the answer does not arrive; `cut`: the answer breaks off in the middle. */
export type TwinFault = 'slow_down' | 'silent' | 'lost' | 'cut' | 'garbage'

export interface S3Twin {
  settings: S3Settings
  objects: Map<string, TwinObject>
  /** Begun and neither ended nor taken back. */
  uploads: ReadonlyMap<string, object>
  /** Methods and keys, as they were asked. */
  asked: string[]
  /** The next requests meet these, one each. */
  faults: (TwinFault | null)[]
  /** Before each answer. */
  delayMs: number
  close(): Promise<void>
}

export async function openS3Twin(): Promise<S3Twin> {
  const bucket = createBucket()
  const keys = { accessKeyId: 'TWINKEY', secretAccessKey: 'twin/secret+key', region: 'eu-central-1' }
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const twin: S3Twin = {
    settings: { ...keys, endpoint, bucket: 'files', pathStyle: true, publicUrl: null },
    objects: bucket.objects,
    uploads: bucket.uploads,
    asked: [],
    faults: [],
    delayMs: 0,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    if (twin.delayMs > 0) await sleep(twin.delayMs)
    const fault = twin.faults.shift()
    if (fault === 'silent') return
    const answer =
      fault === 'slow_down' ? refused(503, 'SlowDown') : answerTo(incoming, Buffer.concat(chunks))
    if (fault === 'lost') return void outgoing.destroy()
    send(
      outgoing,
      incoming.method!,
      fault === 'garbage' ? { status: 502, body: '<html>' } : answer,
      fault === 'cut',
    )
  }

  function answerTo(incoming: IncomingMessage, body: Buffer): Answer {
    const headers = incoming.headers as Record<string, string | undefined>
    const [method, target] = [incoming.method!, incoming.url!]
    const url = new URL(target, endpoint)
    const [, name, ...rest] = decodeURIComponent(url.pathname).split('/')
    twin.asked.push(`${method} ${rest.join('/')}`)
    const code = refuse({ method, target, headers, body }, keys, Date.now())
    if (code) return refused(code === 'AuthorizationHeaderMalformed' ? 400 : 403, code)
    if (name !== twin.settings.bucket) return refused(404, 'NoSuchBucket')
    return bucket.answer(method, rest.join('/'), url.searchParams, { headers, body })
  }

  return twin
}

function send(
  outgoing: ServerResponse,
  method: string,
  { status, headers, body = '' }: Answer,
  cut: boolean,
): void {
  const bytes = Buffer.from(body)
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.length })
  if (method === 'HEAD') return void outgoing.end()
  if (!cut) return void outgoing.end(bytes)
  outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy())
}
