/**
 * A read ends when its caller leaves: what PostgreSQL is still doing for it is cancelled.
 *
 * A command goes on to its end, whoever listens: nobody could say afterwards how far it came.
 * So does what several callers wait for together, such as rows that are loaded to be kept.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { seconds } from './clock.ts'
import { Unavailable } from './failure.ts'

const leaving = new AsyncLocalStorage<AbortSignal | undefined>()

/** Statements that begin within `work` are cancelled when the signal falls, and none begins after it. */
export function whileWanted<T>(signal: AbortSignal | undefined, work: () => T): T {
  return signal ? leaving.run(signal, work) : work()
}

/** Work whose result is not for this caller alone. */
export function forAll<T>(work: () => T): T {
  return leaving.getStore() ? leaving.run(undefined, work) : work()
}

/** Sends one statement, for as long as it is wanted; what ends a transaction is always sent. */
export function sendWanted<T>(client: ClientBase, text: string, send: () => Promise<T>): Promise<T> {
  const signal = leaving.getStore()
  return signal && text !== 'rollback' ? sendUntil(signal, client, send) : send()
}

async function sendUntil<T>(signal: AbortSignal, client: ClientBase, send: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw Unavailable({ retryAfterSeconds: 1 }, { cause: signal.reason })
  let over = false
  let cancelled: Promise<void> | undefined
  // Again and again: a wish that arrives before the statement itself is forgotten.
  const cancel = async () => {
    while (!over) {
      await cancelStatement(client)
      if (!over) await sleep(CANCEL_EVERY)
    }
  }
  const leave = () => void (cancelled = cancel())
  signal.addEventListener('abort', leave, { once: true })
  try {
    return await send()
  } finally {
    over = true
    signal.removeEventListener('abort', leave)
    await cancelled
  }
}

/** The code of a request to cancel; PostgreSQL's protocol, "CancelRequest". */
const CANCEL = 80_877_102
const CANCELLED_WITHIN = seconds(2)
const CANCEL_EVERY = 20 // ms

/** What `pg` knows of its session besides what its types say. */
type Session = ClientBase & { host: string; port: number; processID: number; secretKey: number }

/**
 * Asks on a connection of its own, which PostgreSQL closes when the session was told.
 *
 * NOTE: until then the session must get no other statement: that one would be hit.
 */
function cancelStatement(client: ClientBase): Promise<void> {
  const { host, port, processID, secretKey } = client as Session
  const wish = Buffer.alloc(16)
  for (const [index, value] of [16, CANCEL, processID, secretKey].entries())
    wish.writeInt32BE(value, index * 4)
  return new Promise((resolve) => {
    const way = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
    const socket = connect(way, () => socket.write(wish))
    socket.setTimeout(CANCELLED_WITHIN, () => socket.destroy())
    socket.on('error', () => {}) // then the statement ends by its time limit
    socket.on('close', () => resolve())
    socket.resume()
  })
}
