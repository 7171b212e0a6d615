/** A shop, and somebody who hears of what happens in it: a server that keeps what it is told, and answers as a test wants. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import { Ids, event } from '#kit/event.ts'
import { newId } from '#kit/id.ts'
import { openShop, type Shop } from '#testing/shop.ts'
import { get } from './deliveries/get.ts'
import { list } from './deliveries/list.ts'
import { create } from './endpoints/create.ts'
import { list as listEndpoints } from './endpoints/list.ts'
import { remove } from './endpoints/remove.ts'

export interface Heard {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

interface Receiver {
  at: string
  /** What came, the latest last. */
  heard: Heard[]
  /** By path; others are answered 204. */
  answers: Map<string, Answer>
  /** What came to a path since it was last asked. */
  take(path: string): Heard[]
  close(): void
}

async function openReceiver(): Promise<Receiver> {
  const heard: Heard[] = []
  const answers = new Map<string, Answer>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url!
      heard.push({ path, headers: request.headers, body: Buffer.concat(parts).toString() })
      const answer = answers.get(path) ?? (() => response.writeHead(204).end())
      answer(request, response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answers,
    take(path) {
      const mine = heard.filter((each) => each.path === path)
      for (const each of mine) heard.splice(heard.indexOf(each), 1)
      return mine
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export async function openHearing() {
  const receiver = await openReceiver()
  const shop = await openShop({ webhooksTo: ['127.0.0.1'] })
  let paths = 0
  return {
    receiver,
    shop,
    /** Once the log can be read to its end. */
    async sendAll() {
      await untilReadable(shop)
      await shop.job('webhooks.send')
    },
    /** Whatever is still open. */
    sendNow: () => shop.job('webhooks.send'),
    /** An endpoint at a path of its own, that has heard of nothing yet. */
    async endpoint(events: string[], host = receiver.at) {
      const path = `/hear/${++paths}`
      shop.clock.forward(1)
      // With a key, as careful callers send one: the answer, which is a secret, is not kept under it.
      const { endpoint, secret } = await shop.bob.call(
        create,
        { url: `${host}${path}`, events },
        { key: newId() },
      )
      return { id: endpoint.id, secret, path, heard: () => receiver.take(path) }
    },
    /** Nobody hears any more, so that the next test begins alone. */
    async silence() {
      const { items } = await shop.bob.call(listEndpoints, { limit: 100 })
      for (const { id } of items) await shop.bob.call(remove, { endpointId: id })
      receiver.heard.length = 0
    },
    async close() {
      await shop.close()
      receiver.close()
    },
  }
}

const READABLE_WITHIN = seconds(30)

/** Transactions of other tests, in databases of their own in the same cluster, hold back the log as well. */
async function untilReadable(shop: Shop): Promise<void> {
  const began = performance.now()
  for (;;) {
    const { rows } = await sql<{ open: boolean }>`
      select coalesce(max(tx::text::bigint), 0) >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint as open
      from kit.event where store_id = ${shop.storeId}`.execute(shop.app.pool.db)
    if (!rows[0]!.open) return
    if (performance.now() - began > READABLE_WITHIN) throw new Error('A transaction stays open elsewhere.')
    await sleep(10)
  }
}

export const saying =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

/** Something becomes true of these. */
export const happen = (shop: Shop, name: string, ...ids: string[]) =>
  shop.inside(async (ctx) => ctx.emit(event(name, Ids), { ids }))

export const idsOf = ({ body }: Heard) => (JSON.parse(body) as { data: { ids: string[] } }).data.ids

/** Those of one endpoint, the latest first, each with its attempts. */
export async function deliveriesTo(shop: Shop, endpointId: string) {
  const { items } = await shop.bob.call(list, { endpointId, limit: 100 })
  return Promise.all(items.map(({ id }) => shop.bob.call(get, { deliveryId: id })))
}
