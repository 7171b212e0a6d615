/**
 * A little carrier to try a shop against: rates, labels, tracking and a durable book.
 *
 * It is spoken to over HTTP only, mounted into a server through `handle`. It carries nothing: somebody presses a button
 * on its pages, and the parcel is said to have moved.
 */
import { mustKnow } from '../company/api.ts'
import { NO_FAULTS, faultSource, readFaults, type Faults } from '../company/faults.ts'
import type { Log } from '../company/post.ts'
import { isRefusal, refusal } from '../company/refusal.ts'
import { problem } from '../company/wire.ts'
import { answerCarrierApi, type Depot } from './api.ts'
import { openTeller } from './news.ts'
import { answerPages, refusedPage } from './pages.ts'
import { openCarrierBook } from './records.ts'

export interface CarrierOptions {
  /** A folder, made when missing. */
  book: string
  /** Where the world finds it, like http://127.0.0.1:3000/sandbox/carrier. */
  origin: string
  secretKey: string
  /** Where and signed with what it tells of parcels. */
  webhookUrl: string
  webhookSecret: string
  clock?: () => Date
  faults?: Partial<Faults>
  log?: Log
}

export interface SandboxCarrier {
  /** NOTE: after a planned silence it answers `Response.error()`: the host should then drop the connection. */
  handle(request: Request): Promise<Response>
  /** Tells what is due now; otherwise it looks every second. */
  tell(): Promise<void>
  /** What goes wrong from now on; `{}`: nothing. */
  plan(faults: Partial<Faults>): void
  close(): Promise<void>
}

const SILENT_FOR = 30_000 // ms; longer than any caller's deadline
const LOOK_AGAIN = 1_000 // ms

export function openSandboxCarrier(options: CarrierOptions): SandboxCarrier {
  const origin = options.origin.replace(/\/+$/, '')
  const prefix = new URL(origin).pathname.replace(/\/$/, '')
  const clock = options.clock ?? (() => new Date())
  const log = options.log ?? (() => {})
  const book = openCarrierBook(options.book)
  const faults = faultSource(options.faults ? readFaults(options.faults) : NO_FAULTS)
  const depot: Depot = { book, origin, clock, faults }
  const teller = openTeller({ book, url: options.webhookUrl, secret: options.webhookSecret, clock, log })
  const closing = new AbortController()
  const timer = setInterval(() => void teller.send(), LOOK_AGAIN).unref()

  async function handle(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname
    const within = path.startsWith(prefix) ? path.slice(prefix.length) : ''
    const forMachines = within.startsWith('/api/')
    try {
      if (closing.signal.aborted)
        throw refusal(503, 'closing', 'The carrier is closing. Ask again in a moment.')
      const answer = forMachines
        ? await api(request, within.slice('/api'.length))
        : await answerPages(depot, request, within)
      void teller.send()
      return answer
    } catch (error) {
      const refused = isRefusal(error) ? error : internal(error)
      return forMachines ? problem(refused) : refusedPage(depot, refused)
    }
  }

  async function api(request: Request, path: string): Promise<Response> {
    mustKnow(options.secretKey, request)
    const trouble = path === '/faults' ? 'none' : faults.next()
    if (trouble === 'before') throw refusal(500, 'fault_before', 'A planned fault, before anything was done.')
    const answer = await answerCarrierApi(depot, request, path)
    if (trouble === 'after') throw refusal(500, 'fault_after', 'A planned fault, after everything was done.')
    if (trouble !== 'silence') return answer
    await silence(request.signal)
    return Response.error()
  }

  function silence(left: AbortSignal): Promise<void> {
    const over = AbortSignal.any([left, closing.signal, AbortSignal.timeout(SILENT_FOR)])
    return new Promise((resolve) => {
      if (over.aborted) resolve()
      over.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  function internal(error: unknown) {
    log({ msg: 'the sandbox carrier failed', error: error instanceof Error ? error.stack : String(error) })
    return refusal(500, 'internal', 'The carrier failed. Ask again with the same Idempotency-Key.')
  }

  return {
    handle,
    tell: () => teller.send(),
    plan: (planned) => faults.set(readFaults(planned)),
    async close() {
      closing.abort()
      clearInterval(timer)
      await teller.close()
      book.close()
    },
  }
}
