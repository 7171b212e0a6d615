/** Puts a fetch-style handler behind node:http: one request in, one answer out, and planned silences kept. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

type Handle = (request: Request) => Promise<Response>

/** `base` is the address the server listens on; the caller's Host header is not believed. */
export async function answerOver(
  handle: Handle,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  base: string,
): Promise<void> {
  const left = new AbortController()
  outgoing.on('close', () => left.abort())
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(new URL(incoming.url ?? '/', base), {
    method,
    headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    signal: left.signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  })
  const response = await handle(request)
  if (response.type === 'error') return void outgoing.destroy()
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': body.byteLength,
  })
  outgoing.end(body)
}
