/**
 * A Meilisearch without a network beyond this machine: the same protocol as far as the adapter speaks it, over HTTP, and faults on demand.
 *
 * What changes something is a task: it gets a number, waits, and is done a moment later, one after the other.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { BadFilter, Shelf, picked, type Document, type SearchBody } from './shelf.ts'

export const TWIN_KEY = 'twin-master-key'

export type TwinFault = 'silent' | 'broken' | 'garbage' | 'huge' | 'full'

export interface TwinExchange {
  method: string
  url: string
  sent: unknown
  status: number
  body: string
}

export interface MeilisearchTwin {
  url: string
  indexes: Map<string, Shelf>
  /** All that was said, oldest first. */
  exchanges: TwinExchange[]
  /** How it fails from now on; null: not at all. `full`: what changes something fails, as its disk is full. */
  fault: TwinFault | null
  /** Milliseconds for which a task waits, and is worked at. */
  takes: number
  close(): Promise<void>
}

interface Task {
  uid: number
  indexUid: string | null
  type: string
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  error: Problem | null
  enqueuedAt: string
  startedAt?: string
  finishedAt?: string
}

interface Problem {
  message: string
  code: string
  type: 'invalid_request' | 'auth' | 'system'
  link: string
}

type Answer = [status: number, body: unknown]

const BEGAN = '2026-03-02T10:00:00.000Z'
/** A moment, in which a task is seen waiting. */
const TAKES = 5 // milliseconds

const problem = (code: string, message: string, type: Problem['type'] = 'invalid_request'): Problem => ({
  message,
  code,
  type,
  link: `https://docs.meilisearch.com/errors#${code}`,
})

export async function openMeilisearchTwin(): Promise<MeilisearchTwin> {
  const indexes = new Map<string, Shelf>()
  const tasks: Task[] = []
  let queue = Promise.resolve()
  const twin: MeilisearchTwin = { url: '', indexes, exchanges: [], fault: null, takes: TAKES, close }
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  twin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return twin

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    if (twin.fault === 'silent') return
    if (twin.fault === 'broken') return void outgoing.writeHead(500).end('{}')
    if (twin.fault === 'garbage') return void outgoing.writeHead(200).end('<html>')
    if (twin.fault === 'huge') return void outgoing.writeHead(200).end('9'.repeat(5_000_000))
    const text = Buffer.concat(chunks).toString('utf8')
    const sent: unknown = text === '' ? undefined : JSON.parse(text)
    const { method = '', url = '' } = incoming
    const [status, answer] = refusal(incoming.headers.authorization) ?? route(method, url, sent)
    const body = JSON.stringify(answer)
    twin.exchanges.push({ method, url, sent, status, body })
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }

  function route(method: string, url: string, sent: unknown): Answer {
    const { pathname, searchParams } = new URL(url, 'http://twin')
    const [, first = '', uid = '', ...rest] = pathname.split('/')
    const way = `${method} ${[first, uid && '*', ...rest].filter(Boolean).join('/')}`
    const shelf = indexes.get(uid)
    const own = () => indexes.get(uid) ?? indexes.set(uid, new Shelf()).get(uid)!
    switch (way) {
      case 'POST indexes': {
        const { uid: made } = sent as { uid: string }
        return enqueue(made, 'indexCreation', () => {
          if (indexes.has(made)) return problem('index_already_exists', `Index \`${made}\` already exists.`)
          indexes.set(made, new Shelf())
          return null
        })
      }
      case 'GET indexes/*':
        return shelf
          ? [200, { uid, primaryKey: 'id', createdAt: BEGAN, updatedAt: BEGAN }]
          : [404, notFound(uid)]
      case 'DELETE indexes/*':
        return enqueue(uid, 'indexDeletion', () => (indexes.delete(uid) ? null : notFound(uid)))
      case 'PATCH indexes/*/settings':
        return enqueue(uid, 'settingsUpdate', () => {
          Object.assign(own().settings, sent)
          return null
        })
      case 'POST indexes/*/documents':
        return enqueue(uid, 'documentAdditionOrUpdate', () => {
          for (const document of sent as Document[]) own().documents.set(document.id, document)
          return null
        })
      case 'POST indexes/*/documents/delete-batch':
        return enqueue(uid, 'documentDeletion', () => {
          if (!indexes.has(uid)) return notFound(uid)
          for (const id of sent as string[]) own().documents.delete(id)
          return null
        })
      case 'GET tasks/*': {
        const task = tasks[Number(uid)]
        return task ? [200, task] : [404, problem('task_not_found', `Task \`${uid}\` not found.`)]
      }
      case 'GET indexes/*/documents':
        return shelf ? page(shelf.filtered(null), pageAsked(searchParams)) : [404, notFound(uid)]
      case 'POST indexes/*/documents/fetch':
        return read(shelf, uid, (found) => {
          const { filter, ...asked } = sent as PageAsked & { filter: unknown }
          return page(found.filtered(filter), asked)
        })
      case 'POST indexes/*/search':
        return read(shelf, uid, (found) => [200, found.search(sent as SearchBody)])
      default:
        return [404, problem('not_found', `There is no ${way} here.`)]
    }
  }

  function enqueue(indexUid: string, type: string, work: () => Problem | null): Answer {
    const enqueuedAt = new Date().toISOString()
    const task: Task = {
      uid: tasks.length,
      indexUid,
      type,
      status: 'enqueued',
      error: null,
      enqueuedAt,
    }
    tasks.push(task)
    queue = queue.then(async () => {
      await sleep(twin.takes)
      Object.assign(task, { status: 'processing', startedAt: new Date().toISOString() })
      await sleep(twin.takes)
      const full =
        twin.fault === 'full' && problem('no_space_left_on_device', 'No space left on device.', 'system')
      task.error = full || work()
      Object.assign(task, {
        status: task.error ? 'failed' : 'succeeded',
        finishedAt: new Date().toISOString(),
      })
    })
    return [202, { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt }]
  }

  function close(): Promise<void> {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
}

const notFound = (uid: string) => problem('index_not_found', `Index \`${uid}\` not found.`)

function refusal(authorization: string | undefined): Answer | null {
  if (authorization === `Bearer ${TWIN_KEY}`) return null
  if (!authorization)
    return [401, problem('missing_authorization_header', 'The Authorization header is missing.', 'auth')]
  return [403, problem('invalid_api_key', 'The provided API key is invalid.', 'auth')]
}

function read(shelf: Shelf | undefined, uid: string, answer: (shelf: Shelf) => Answer): Answer {
  if (!shelf) return [404, notFound(uid)]
  try {
    return answer(shelf)
  } catch (error) {
    if (error instanceof BadFilter) return [400, problem('invalid_search_filter', error.message)]
    throw error
  }
}

interface PageAsked {
  offset?: number
  limit?: number
  fields?: string[]
}

function pageAsked(asked: URLSearchParams): PageAsked {
  const fields = asked.get('fields')?.split(',')
  return {
    offset: Number(asked.get('offset') ?? 0),
    limit: Number(asked.get('limit') ?? 20),
    ...(fields && { fields }),
  }
}

function page(all: Document[], { offset = 0, limit = 20, fields }: PageAsked): Answer {
  const results = all.slice(offset, offset + limit).map((document) => picked(document, fields))
  return [200, { results, offset, limit, total: all.length }]
}
