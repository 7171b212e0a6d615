/**
 * Sends webhooks until each is answered with 2xx, signed as in Standard Webhooks.
 *
 * Deliveries of one payment go one after another, of different payments side by side. A delivery cut off by a crash is
 * sent again: receivers get each at least once. Redirects count as failures.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import type { Book } from './book.ts'

const LANES = 16 // payments posted to at the same time
const ANSWER_WITHIN = 10_000 // ms
const FIRST_WAIT = 1000 // ms; doubled with every failure …
const LONGEST_WAIT = 30_000 // ms
const MOST_ATTEMPTS = 120 // about an hour; then the merchant learns it by reconciling

export type Log = (line: Record<string, unknown>) => void
export type Post = { send(): void; close(): Promise<void> }
type Delivery = {
  id: number
  eventId: string
  paymentId: string
  url: string
  attempts: number
  body: string
}

export function openPost(options: {
  book: Book
  secrets: readonly string[]
  clock: () => Date
  log: Log
  /** Told after each payment's turn, when there may be more to do. */
  turned: () => void
}): Post {
  const { book, clock, log } = options
  const signers = options.secrets.map((secret) => new Webhook(secret))
  const busy = new Map<string, Promise<void>>()
  const closing = new AbortController()

  function send(): void {
    if (closing.signal.aborted || busy.size >= LANES) return
    const byPayment = Map.groupBy(dueDeliveries(book, clock()), (delivery) => delivery.paymentId)
    for (const [paymentId, deliveries] of byPayment) {
      if (busy.has(paymentId)) continue
      if (busy.size >= LANES) return
      busy.set(paymentId, turnOf(paymentId, deliveries))
    }
  }

  async function turnOf(paymentId: string, deliveries: Delivery[]): Promise<void> {
    try {
      await postInOrder(deliveries)
    } catch (error) {
      // The book could not be written, say for a full disk: what was sent is sent again, but not in a rush.
      log({ msg: 'webhook not booked', paymentId, error: String(error) })
      await pause(FIRST_WAIT, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
    busy.delete(paymentId)
    if (!closing.signal.aborted) options.turned()
  }

  async function postInOrder(deliveries: Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      const answer = await postOnce(delivery)
      if (closing.signal.aborted) return
      settle(delivery, answer)
    }
  }

  /** The answer's status, or why there was none. */
  async function postOnce(delivery: Delivery): Promise<number | string> {
    const now = clock()
    const signatures = signers.map((signer) => signer.sign(delivery.eventId, now, delivery.body))
    try {
      const response = await fetch(delivery.url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN), closing.signal]),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'sandbox-payments',
          'webhook-id': delivery.eventId,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': signatures.join(' '),
        },
        body: delivery.body,
      })
      await response.body?.cancel()
      return response.status
    } catch (error) {
      const { message, cause } = error as Error
      return cause instanceof Error ? cause.message || message : message
    }
  }

  function settle(delivery: Delivery, answer: number | string): void {
    const attempts = delivery.attempts + 1
    const delivered = typeof answer === 'number' && answer >= 200 && answer < 300
    const state = delivered ? 'delivered' : attempts >= MOST_ATTEMPTS ? 'dead' : 'queued'
    const dueAt = clock().getTime() + (delivered ? 0 : waitAfter(attempts))
    book.run(
      'update delivery set state = ?, attempts = ?, due_at = ?, last_answer = ? where id = ?',
      state,
      attempts,
      dueAt,
      String(answer).slice(0, 200),
      delivery.id,
    )
    if (!delivered) log({ msg: 'webhook not accepted', event: delivery.eventId, attempts, answer, state })
  }

  return {
    send,
    async close() {
      closing.abort()
      await Promise.all(busy.values())
    },
  }
}

function waitAfter(attempts: number): number {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1))
  return Math.round(most * (0.75 + Math.random() / 4)) // a little jitter, so that a returning shop is not met by all at once
}

function dueDeliveries(book: Book, now: Date): Delivery[] {
  const rows = book.all(
    `select delivery.id, event_id, delivery.payment_id, url, attempts, body
     from delivery join event on event.id = delivery.event_id
     where delivery.state = 'queued' and due_at <= ? order by due_at, delivery.id limit 200`,
    now.getTime(),
  )
  return rows.map((row) => ({
    id: row['id'] as number,
    eventId: row['event_id'] as string,
    paymentId: row['payment_id'] as string,
    url: row['url'] as string,
    attempts: row['attempts'] as number,
    body: row['body'] as string,
  }))
}
