/**
 * Tells the store what becomes of parcels, by webhooks signed as in Standard Webhooks, until each is answered with 2xx.
 *
 * News of one parcel are not kept in order, as with real carriers: what fails is told later, and copies come when they like.
 */
import { Webhook } from 'standardwebhooks'
import type { Book } from '../company/book.ts'
import type { FaultSource } from '../company/faults.ts'
import type { Log } from '../company/post.ts'
import { newId, type Label, type Step } from './records.ts'

const AT_ONCE = 20
const ANSWER_WITHIN = 10_000 // ms
const FIRST_WAIT = 1_000 // ms; doubled with every failure …
const LONGEST_WAIT = 30_000 // ms
const MOST_ATTEMPTS = 120 // about an hour

const WORDS: Record<Step, string> = {
  in_transit: 'The parcel was taken in and is on its way.',
  exception: 'Nobody was there to take the parcel in.',
  delivered: 'The parcel was handed over.',
  returned: 'The parcel goes back to its sender.',
}

/** Belongs inside `book.write`, with the step that it tells of. */
export function tellOf(book: Book, faults: FaultSource, label: Label, step: Step, now: Date): void {
  const { copies, lateSeconds } = faults.now()
  const body = {
    type: `shipment.${step}`,
    timestamp: now.toISOString(),
    data: { trackingCode: label.trackingCode, at: now.toISOString(), text: WORDS[step] },
  }
  book.run(
    'insert into news (id, label_id, body, copies, due_at) values (?, ?, ?, ?, ?)',
    newId('news'),
    label.id,
    JSON.stringify(body),
    copies,
    now.getTime() + Math.floor(faults.random() * lateSeconds * 1000),
  )
}

export interface Teller {
  /** Sends what is due; resolves when each was answered or refused. */
  send(): Promise<void>
  close(): Promise<void>
}

export function openTeller(given: {
  book: Book
  url: string
  secret: string
  clock: () => Date
  log: Log
}): Teller {
  const { book, url, clock, log } = given
  const signer = new Webhook(given.secret)
  const closing = new AbortController()
  let sending: Promise<void> = Promise.resolve()

  async function sendDue(): Promise<void> {
    if (closing.signal.aborted) return
    const due = book.all(
      `select id, body, copies, attempts from news where state = 'queued' and due_at <= ? order by due_at, id limit ?`,
      clock().getTime(),
      AT_ONCE,
    )
    await Promise.all(
      due.map(async (row) => {
        const [id, body] = [row['id'] as string, row['body'] as string]
        const copies = Array.from({ length: row['copies'] as number }, () => post(id, body))
        settle(id, row['attempts'] as number, (await Promise.all(copies)).every(Boolean))
      }),
    )
  }

  async function post(id: string, body: string): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN), closing.signal]),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(clock().getTime() / 1000)),
          'webhook-signature': signer.sign(id, clock(), body),
        },
        body,
      })
      await response.body?.cancel()
      return response.ok
    } catch (error) {
      log({ msg: 'news of a parcel not taken', id, error: String(error) })
      return false
    }
  }

  function settle(id: string, before: number, taken: boolean): void {
    if (closing.signal.aborted) return
    const attempts = before + 1
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** before)
    const state = taken ? 'delivered' : attempts >= MOST_ATTEMPTS ? 'dead' : 'queued'
    book.run(
      'update news set state = ?, attempts = ?, due_at = ? where id = ?',
      state,
      attempts,
      clock().getTime() + wait,
      id,
    )
  }

  return {
    send: () => (sending = sending.then(sendDue)),
    async close() {
      closing.abort()
      await sending
    },
  }
}
