/**
 * A cache before the shop, as a CDN is one: it keeps what RFC 9111 lets a shared cache keep, gives it to whom `Vary` lets
 * have it, and forgets pages by their surrogate keys when it is told so with the right signature.
 */
import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { judgeWebhook, webhookKey } from '#kit/webhook-signature.ts'

export const CDN_SECRET = `whsec_${Buffer.from('what the shop and its cache both know').toString('base64')}`

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}
interface Stored extends Answer {
  keys: string[]
  /** What the request said in each header that the answer varies by. */
  asked: [name: string, value: string | undefined][]
  goneAtMs: number
}

export interface CachingProxy {
  url: string
  purgeUrl: string
  /** Where the shop is. */
  to(origin: string): void
  stored(): string[]
  /** Messages of keys that were taken, in their order. */
  told: string[][]
  /** So many of them are refused first. */
  refuse: number
  close(): void
}

export async function openCachingProxy(): Promise<CachingProxy> {
  const store = new Map<string, Stored[]>()
  let upstream = ''
  const server = createServer((incoming, outgoing) => {
    const answered = incoming.url === '/purge' ? purge(incoming) : answer(incoming)
    answered.then(
      ({ status, headers, body }) => outgoing.writeHead(status, headers).end(body),
      () => outgoing.writeHead(502).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(incoming: IncomingMessage): Promise<Answer> {
    const { method, url: path = '', headers } = incoming
    const kept = (store.get(path) ?? []).find(
      ({ asked, goneAtMs }) =>
        goneAtMs > performance.now() && asked.every(([name, value]) => one(headers[name]) === value),
    )
    if (method === 'GET' && kept) return { ...kept, headers: { ...kept.headers, 'x-cache': 'hit' } }
    const fresh = await pass(incoming)
    const forMs = sharedMs(fresh)
    if (method === 'GET' && forMs > 0) {
      const vary = one(fresh.headers.vary)?.toLowerCase().split(/,\s*/) ?? []
      const entry: Stored = {
        ...fresh,
        keys: one(fresh.headers['surrogate-key'])?.split(' ') ?? [],
        asked: vary.map((name) => [name, one(headers[name])]),
        goneAtMs: performance.now() + forMs,
      }
      if (!vary.includes('*')) store.set(path, [...(store.get(path) ?? []), entry])
    }
    return { ...fresh, headers: { ...fresh.headers, 'x-cache': 'miss' } }
  }

  function pass(incoming: IncomingMessage): Promise<Answer> {
    const { method, url: path, headers } = incoming
    return new Promise((resolve, reject) => {
      const sent = ask(upstream + path, { method, headers }, (response) => {
        const { statusCode = 502, headers: got } = response
        const { 'transfer-encoding': _, connection: __, ...end } = got
        buffer(response).then((body) => resolve({ status: statusCode, headers: end, body }), reject)
      })
      sent.on('error', reject)
      incoming.pipe(sent)
    })
  }

  async function purge(incoming: IncomingMessage): Promise<Answer> {
    const body = await buffer(incoming)
    const status = (code: number) => ({ status: code, headers: {}, body: Buffer.alloc(0) })
    const verdict = judgeWebhook(incoming.headers, body, [webhookKey(CDN_SECRET)], new Date())
    if ('fault' in verdict) return status(401)
    if (proxy.refuse > 0) {
      proxy.refuse--
      return status(503)
    }
    const { keys } = (JSON.parse(body.toString()) as { data: { keys: string[] } }).data
    for (const [path, entries] of store) {
      const left = entries.filter((entry) => !entry.keys.some((key) => keys.includes(key)))
      if (left.length > 0) store.set(path, left)
      else store.delete(path)
    }
    proxy.told.push(keys)
    return status(204)
  }

  const proxy: CachingProxy = {
    url,
    purgeUrl: `${url}/purge`,
    to: (origin) => void (upstream = origin),
    stored: () => [...store.keys()],
    told: [],
    refuse: 0,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return proxy
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value)

/** How long a shared cache may keep it; 0: not at all. */
function sharedMs({ status, headers }: Answer): number {
  const control = one(headers['cache-control']) ?? ''
  if (status !== 200 || headers['set-cookie'] || /\b(private|no-store)\b/.test(control)) return 0
  return Number(/\bs-maxage=(\d+)/.exec(control)?.[1] ?? 0) * 1000
}
