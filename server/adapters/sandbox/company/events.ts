/**
 * Events of a payment and their deliveries, stored in the transaction of the change they tell of.
 *
 * An automatic capture is told as one event, `payment.captured`. Where the shopper or a fault asks for disorder the
 * authorisation before it is told too, for a single event has no order to break.
 */
import type { Book } from './book.ts'
import type { FaultSource } from './faults.ts'
import type { Payment, Step } from './payment.ts'
import { newId, paymentJson, type Refund, refundJson, storePayment } from './records.ts'

export type Office = { book: Book; origin: string; clock: () => Date; faults: FaultSource }

const BETWEEN_REVERSED = 1000 // ms; long enough for the later event to be answered before the earlier one is sent

/** Stores where the steps lead, and tells of them. Belongs inside `book.write`. */
export function record(office: Office, steps: Step[], refund: Refund | null = null): Payment | null {
  const last = steps.at(-1)
  if (!last) return null
  const now = office.clock()
  storePayment(office.book, last.payment, now)
  const disorder = last.payment.wish.manner === 'out_of_order' || office.faults.now().copies > 1
  const told = steps.filter((step) => step.event !== null && (disorder || step === last))
  told.forEach((step, index) => {
    const eventId = storeEvent(office, step, refund, now)
    for (const wait of waits(office.faults, step.payment.wish, told.length - 1 - index))
      office.book.run(
        'insert into delivery (event_id, payment_id, url, due_at) values (?, ?, ?, ?)',
        eventId,
        step.payment.id,
        step.payment.webhookUrl,
        now.getTime() + wait,
      )
  })
  return last.payment
}

function storeEvent(office: Office, step: Step, refund: Refund | null, now: Date): string {
  const id = newId('evt')
  const payment = paymentJson(step.payment, office.origin)
  const body = {
    type: step.event,
    timestamp: now.toISOString(),
    data: refund ? { payment, refund: refundJson(refund, step.payment) } : { payment },
  }
  office.book.run(
    'insert into event (id, payment_id, type, body, created_at) values (?, ?, ?, ?, ?)',
    id,
    step.payment.id,
    step.event,
    JSON.stringify(body),
    now.getTime(),
  )
  return id
}

/** One wait in ms for each copy; `behind` counts the events of this change that come after. */
function waits(faults: FaultSource, wish: Payment['wish'], behind: number): number[] {
  const { copies, lateSeconds } = faults.now()
  const drawn = copies > 1 ? 1 + Math.floor(faults.random() * copies) : 1
  const count = Math.max(drawn, wish.manner === 'twice' ? 2 : 1)
  const wished = wish.manner === 'late' ? wish.lateSeconds * 1000 : 0
  const reversed = wish.manner === 'out_of_order' ? behind * BETWEEN_REVERSED : 0
  return Array.from({ length: count }, () => {
    const straying = lateSeconds > 0 ? Math.floor(faults.random() * lateSeconds * 1000) : 0
    return wished + reversed + straying
  })
}
