/**
 * A little payment company to try a shop against: API, hosted page, webhooks and a durable book.
 *
 * It is spoken to over HTTP only, mounted into a server through `handle` or alone by `main.ts`. It never sees a card
 * and never moves money. One merchant, one process per book.
 */
import { readFileSync } from 'node:fs'
import { answerApi, mustKnow } from './api.ts'
import { openBook } from './book.ts'
import type { Office } from './events.ts'
import { type Faults, faultSource, NO_FAULTS, readFaults, type Trouble } from './faults.ts'
import { answerHosted } from './hosted.ts'
import { type Look, refusedPage } from './pages.ts'
import { type Log, openPost } from './post.ts'
import { isRefusal, refusal } from './refusal.ts'
import * as till from './till.ts'
import { problem, reply } from './wire.ts'

export type SandboxOptions = {
  /** A folder, made when missing, or a file ending in .sqlite or .db. */
  book: string
  /** Where the world finds it, like http://127.0.0.1:3000/sandbox. */
  origin: string
  secretKey: string
  /** Like whsec_…; with several, every webhook is signed with each. */
  webhookSecret: string | readonly string[]
  merchant?: string
  clock?: () => Date
  faults?: Partial<Faults>
  log?: Log
}

export type SandboxCompany = {
  /**
   * Answers a request below `origin`.
   *
   * NOTE: after a planned silence it answers `Response.error()` (type 'error'): the host should then drop the
   * connection without a word. The host aborts `request.signal` when the caller leaves, to end the wait early.
   */
  handle(request: Request): Promise<Response>
  close(): Promise<void>
}

const SILENT_FOR = 30_000 // ms; longer than any caller's deadline
const LOOK_AGAIN = 1000 // ms; at most, while something is to come

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
const ICON = readFileSync(new URL('./icon.svg', import.meta.url), 'utf8')

export async function openSandboxCompany(options: SandboxOptions): Promise<SandboxCompany> {
  const origin = options.origin.replace(/\/+$/, '')
  const prefix = new URL(origin).pathname.replace(/\/$/, '')
  const clock = options.clock ?? (() => new Date())
  const log = options.log ?? (() => {})
  const faults = faultSource(options.faults ? readFaults(options.faults) : NO_FAULTS)
  const look: Look = { path: prefix, merchant: options.merchant ?? 'Quayside' }
  const secrets = [options.webhookSecret].flat()
  const book = openBook(options.book)
  const office: Office = { book, origin, clock, faults }
  const closing = new AbortController()
  const post = openPost({ book, secrets, clock, log, turned: alarm })
  let timer: NodeJS.Timeout | undefined

  /** Sends what is due and sleeps until more may be; sleeps for good when nothing is to come. */
  function alarm(): void {
    if (closing.signal.aborted) return
    clearTimeout(timer)
    post.send()
    const due = nextDue()
    if (due === null) return
    const wait = Math.min(LOOK_AGAIN, Math.max(due - clock().getTime(), 20))
    timer = setTimeout(ring, wait).unref()
  }

  function ring(): void {
    try {
      book.write(() => till.ripen(office))
    } catch (error) {
      log({ msg: 'the sandbox book could not be written', error: String(error) })
    }
    alarm()
  }

  function nextDue(): number | null {
    const row = book.one(`select min(due) as due from (
      select min(due_at) as due from payment where due_at is not null
      union all select min(due_at) from refund where due_at is not null
      union all select min(due_at) from delivery where state = 'queued')`)
    return row?.['due'] as number | null
  }

  async function handle(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname
    const within = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : ''
    const forMachines = within.startsWith('/api/')
    try {
      if (closing.signal.aborted)
        throw refusal(503, 'closing', 'The sandbox is closing. Ask again in a moment.')
      return forMachines ? await api(request, within.slice('/api'.length)) : await pages(request, within)
    } catch (error) {
      const refused = isRefusal(error) ? error : internal(error)
      if (forMachines) return problem(refused)
      const title = refused.status === 404 ? 'There is nothing here' : 'That did not work'
      return refusedPage(look, refused.status, title, refused.message)
    }
  }

  async function api(request: Request, path: string): Promise<Response> {
    mustKnow(options.secretKey, request)
    const trouble: Trouble = path === '/faults' ? 'none' : faults.next()
    if (trouble === 'before') throw refusal(500, 'fault_before', 'A planned fault, before anything was done.')
    advance()
    const answer = await answerApi(office, request, path)
    alarm()
    if (trouble === 'after') throw refusal(500, 'fault_after', 'A planned fault, after everything was done.')
    if (trouble !== 'silence') return answer
    await silence(request.signal)
    return Response.error()
  }

  async function pages(request: Request, path: string): Promise<Response> {
    if (path === '/style.css' && request.method === 'GET')
      return reply(200, 'text/css', STYLE, { 'cache-control': 'public, max-age=300' })
    if (path === '/icon.svg' && request.method === 'GET')
      return reply(200, 'image/svg+xml', ICON, { 'cache-control': 'public, max-age=86400' })
    if (!path.startsWith('/pay/')) throw refusal(404, 'not_found', 'There is nothing at this address.')
    advance()
    const answer = await answerHosted(office, look, request, path.slice('/pay/'.length))
    alarm()
    return answer
  }

  /** Nobody sees a payment that the clock has already moved on. */
  function advance(): void {
    const due = nextDue()
    if (due !== null && due <= clock().getTime()) book.write(() => till.ripen(office))
  }

  function silence(left: AbortSignal): Promise<void> {
    const over = AbortSignal.any([left, closing.signal, AbortSignal.timeout(SILENT_FOR)])
    return new Promise((resolve) => {
      if (over.aborted) resolve()
      over.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  function internal(error: unknown) {
    log({ msg: 'the sandbox failed', error: error instanceof Error ? error.stack : String(error) })
    return refusal(500, 'internal', 'The sandbox failed. Ask again with the same Idempotency-Key.')
  }

  ring()
  return {
    handle,
    async close() {
      closing.abort()
      clearTimeout(timer)
      await post.close()
      book.close()
    },
  }
}
