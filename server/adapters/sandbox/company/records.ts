/** Payments and refunds as rows of the book, and as the JSON the world sees. */
import { randomBytes } from 'node:crypto'
import type { Book, Row } from './book.ts'
import { feesOf, type Dispute, type Payment, type Wish } from './payment.ts'

export type Refund = {
  id: string
  paymentId: string
  reference: string
  amount: number
  state: 'pending' | 'succeeded' | 'failed'
  /** What it becomes when it is due; known from the start, told at the end. */
  outcome: 'succeeded' | 'failed'
  createdAt: Date
  dueAt: Date | null
}

/** 128 random bits: whoever has a payment's id may pay it, so nobody guesses one. */
export function newId(kind: 'pay' | 'ref' | 'evt'): string {
  return `${kind}_${randomBytes(16).toString('hex')}`
}

const date = (ms: unknown) => new Date(Number(ms))
const dateOrNull = (ms: unknown) => (ms === null ? null : date(ms))

const PAYMENT_COLUMNS = `id, reference, method, amount, currency, capture, state, authorised, captured, refunded, captures,
  dispute, decline_code, arriving, description, return_url, cancel_url, webhook_url, locale, wish, challenged, created_at, paid_at, due_at, version`

function paymentOf(row: Row): Payment {
  return {
    id: row['id'] as string,
    reference: row['reference'] as string,
    method: row['method'] as Payment['method'],
    amount: row['amount'] as number,
    currency: row['currency'] as string,
    capture: row['capture'] as Payment['capture'],
    state: row['state'] as Payment['state'],
    authorised: row['authorised'] as number,
    captured: row['captured'] as number,
    refunded: row['refunded'] as number,
    captures: JSON.parse(row['captures'] as string) as Payment['captures'],
    dispute: disputeOf(row['dispute'] as string | null),
    declineCode: row['decline_code'] as Payment['declineCode'],
    arriving: row['arriving'] as number | null,
    description: row['description'] as string,
    returnUrl: row['return_url'] as string,
    cancelUrl: row['cancel_url'] as string,
    webhookUrl: row['webhook_url'] as string,
    locale: row['locale'] as string,
    wish: JSON.parse(row['wish'] as string) as Wish,
    challenged: row['challenged'] === 1,
    createdAt: date(row['created_at']),
    paidAt: dateOrNull(row['paid_at']),
    dueAt: dateOrNull(row['due_at']),
    version: row['version'] as number,
  }
}

function disputeOf(text: string | null): Dispute | null {
  if (text === null) return null
  const dispute = JSON.parse(text) as Omit<Dispute, 'openedAt' | 'closedAt'> & Record<string, string | null>
  const { openedAt, closedAt } = dispute
  return { ...dispute, openedAt: new Date(openedAt!), closedAt: closedAt ? new Date(closedAt) : null }
}

/** Stores a payment, new or changed; `change` rises with every store and is what lists page by. */
export function storePayment(book: Book, payment: Payment, now: Date): void {
  book.run(
    `insert into payment (${PAYMENT_COLUMNS}, change, changed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
             (select coalesce(max(change), 0) + 1 from payment), ?)
     on conflict (id) do update set state = excluded.state, authorised = excluded.authorised,
       captured = excluded.captured, refunded = excluded.refunded, captures = excluded.captures, dispute = excluded.dispute,
       decline_code = excluded.decline_code, arriving = excluded.arriving,
       wish = excluded.wish, challenged = excluded.challenged, paid_at = excluded.paid_at, due_at = excluded.due_at,
       version = excluded.version, change = excluded.change, changed_at = excluded.changed_at`,
    payment.id,
    payment.reference,
    payment.method,
    payment.amount,
    payment.currency,
    payment.capture,
    payment.state,
    payment.authorised,
    payment.captured,
    payment.refunded,
    JSON.stringify(payment.captures),
    payment.dispute && JSON.stringify(payment.dispute),
    payment.declineCode,
    payment.arriving,
    payment.description,
    payment.returnUrl,
    payment.cancelUrl,
    payment.webhookUrl,
    payment.locale,
    JSON.stringify(payment.wish),
    payment.challenged ? 1 : 0,
    payment.createdAt.getTime(),
    payment.paidAt?.getTime() ?? null,
    payment.dueAt?.getTime() ?? null,
    payment.version,
    now.getTime(),
  )
}

export function findPayment(book: Book, id: string): Payment | null {
  const row = book.one(`select ${PAYMENT_COLUMNS} from payment where id = ?`, id)
  return row ? paymentOf(row) : null
}

export function findByReference(book: Book, reference: string): Payment | null {
  const row = book.one(`select ${PAYMENT_COLUMNS} from payment where reference = ?`, reference)
  return row ? paymentOf(row) : null
}

export function duePayments(book: Book, now: Date): Payment[] {
  const sql = `select ${PAYMENT_COLUMNS} from payment where due_at <= ? order by due_at limit 100`
  return book.all(sql, now.getTime()).map(paymentOf)
}

/** Payments changed since a moment, oldest change first; one changed while it is read comes again, none is missed. */
export function changedPayments(book: Book, since: Date, afterChange: number, limit: number) {
  const rows = book.all(
    `select ${PAYMENT_COLUMNS}, change from payment
     where change > ? and changed_at >= ? order by change limit ?`,
    afterChange,
    since.getTime(),
    limit,
  )
  return rows.map((row) => ({ payment: paymentOf(row), change: row['change'] as number }))
}

const REFUND_COLUMNS = 'id, payment_id, reference, amount, state, outcome, created_at, due_at'

function refundOf(row: Row): Refund {
  return {
    id: row['id'] as string,
    paymentId: row['payment_id'] as string,
    reference: row['reference'] as string,
    amount: row['amount'] as number,
    state: row['state'] as Refund['state'],
    outcome: row['outcome'] as Refund['outcome'],
    createdAt: date(row['created_at']),
    dueAt: dateOrNull(row['due_at']),
  }
}

export function storeRefund(book: Book, refund: Refund): void {
  book.run(
    `insert into refund (${REFUND_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set state = excluded.state, due_at = excluded.due_at`,
    refund.id,
    refund.paymentId,
    refund.reference,
    refund.amount,
    refund.state,
    refund.outcome,
    refund.createdAt.getTime(),
    refund.dueAt?.getTime() ?? null,
  )
}

export function findRefund(book: Book, reference: string): Refund | null {
  const row = book.one(`select ${REFUND_COLUMNS} from refund where reference = ?`, reference)
  return row ? refundOf(row) : null
}

/** The oldest hundred, or the one with this reference. */
export function refundsOf(book: Book, paymentId: string, reference: string | null): Refund[] {
  const sql = `select ${REFUND_COLUMNS} from refund where payment_id = ?1 and (?2 is null or reference = ?2)
    order by created_at, id limit 100`
  return book.all(sql, paymentId, reference).map(refundOf)
}

export function dueRefunds(book: Book, now: Date): Refund[] {
  const sql = `select ${REFUND_COLUMNS} from refund where due_at <= ? order by due_at limit 100`
  return book.all(sql, now.getTime()).map(refundOf)
}

/** What earlier refunds took or still may take. */
export function promisedRefunds(book: Book, paymentId: string): number {
  const sql = `select coalesce(sum(amount), 0) as promised from refund where payment_id = ? and state <> 'failed'`
  return book.one(sql, paymentId)!['promised'] as number
}

/** The payment as the API and the webhooks show it. */
export function paymentJson(payment: Payment, origin: string) {
  return {
    id: payment.id,
    reference: payment.reference,
    method: payment.method,
    amount: payment.amount,
    currency: payment.currency,
    state: payment.state,
    authorised: payment.authorised,
    captured: payment.captured,
    refunded: payment.refunded,
    /** All that was charged for it so far; of that, each capture's own is with the capture. */
    fee: feesOf(payment),
    captures: payment.captures,
    dispute: payment.dispute && disputeJson(payment.dispute),
    capture: payment.capture,
    declineCode: payment.declineCode,
    url: `${origin}/pay/${payment.id}`,
    createdAt: payment.createdAt.toISOString(),
    paidAt: payment.paidAt?.toISOString() ?? null,
    version: payment.version,
  }
}

function disputeJson({ openedAt, closedAt, ...dispute }: Dispute) {
  return { ...dispute, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null }
}

export function refundJson(refund: Refund, { currency }: Payment) {
  const { id, paymentId, reference, amount, state } = refund
  return { id, paymentId, reference, amount, currency, state, createdAt: refund.createdAt.toISOString() }
}
