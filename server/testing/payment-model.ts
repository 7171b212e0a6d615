/**
 * What must become of payments, in a few pure lines: the model that the property in `payments/model.test.ts`
 * holds the real thing against. No database, no network, no time.
 */
export interface There {
  state: 'nothing' | 'requires_action' | 'authorised' | 'captured' | 'failed' | 'cancelled' | 'voided'
  captured: number
  refunded: number
  version: number
}

export interface ModelPayment {
  amount: number
  manual: boolean
  wanted: boolean
  there: There
  /** As far as the store has been told. */
  seen: There
  /** Asked for, and sure to be done in the end. */
  owed: { captures: number[]; refunds: number[]; void: boolean }
  secured: number
  /** A step went unanswered: staff must wait. */
  unknown: boolean
  /** Its payable ended it. */
  cancelled: boolean
}

const NOTHING: There = { state: 'nothing', captured: 0, refunded: 0, version: 0 }

export function newPayment(amount: number, manual: boolean): ModelPayment {
  return {
    amount,
    manual,
    wanted: true,
    there: { ...NOTHING },
    seen: { ...NOTHING },
    owed: { captures: [], refunds: [], void: false },
    secured: 0,
    unknown: false,
    cancelled: false,
  }
}

function move(payment: ModelPayment, change: Partial<There>): void {
  payment.there = { ...payment.there, ...change, version: payment.there.version + 1 }
}

export function open(payment: ModelPayment): void {
  if (payment.there.state === 'nothing') move(payment, { state: 'requires_action' })
}

export function pay(payment: ModelPayment): void {
  move(payment, { state: 'authorised' })
  if (!payment.manual) capture(payment, payment.amount)
}

export function decline(payment: ModelPayment): void {
  move(payment, { state: 'failed' })
}

export function capture(payment: ModelPayment, amount: number): void {
  const captured = payment.there.captured + amount
  move(payment, { captured, ...(captured === payment.amount ? { state: 'captured' as const } : {}) })
}

export function release(payment: ModelPayment): void {
  const { state, captured } = payment.there
  if (state === 'requires_action') move(payment, { state: 'cancelled' })
  if (state === 'authorised') move(payment, { state: captured > 0 ? 'captured' : 'voided' })
}

export function refund(payment: ModelPayment, amount: number): void {
  move(payment, { refunded: payment.there.refunded + amount })
}

export function capturable({ there, amount }: ModelPayment): number {
  return there.state === 'authorised' ? amount - there.captured : 0
}

/** Of what the store knows to be captured. */
export function refundable({ there, seen, owed }: ModelPayment): number {
  return seen.captured - there.refunded - owed.refunds.reduce((sum, each) => sum + each, 0)
}

/** Staff may act on it: the store knows how things are, and nothing is under way. */
export function isSettled({ there, seen, owed, unknown }: ModelPayment): boolean {
  return seen.version === there.version && !unknown && !owed.void && owed.captures.length === 0
}

export function cancel(payment: ModelPayment): void {
  payment.wanted = false
  payment.cancelled = true
  if (payment.there.state === 'requires_action' || payment.there.state === 'authorised')
    payment.owed.void = true
}

/** The store is told how things are there: once for each new state, and only then. */
export function tell(payment: ModelPayment): void {
  const { there, seen } = payment
  if (there.version === seen.version) return
  const brings =
    there.captured > seen.captured || (there.state === 'authorised' && seen.state !== 'authorised')
  payment.seen = { ...there }
  if (!brings) return
  payment.secured++
  if (payment.wanted) return
  const left = refundable(payment)
  if (left > 0) payment.owed.refunds.push(left)
  if (there.state === 'authorised') payment.owed.void = true
}

/** Time passes, and all that is owed is done and told. */
export function quiet(payment: ModelPayment): void {
  for (let rounds = 0; rounds < 4; rounds++) {
    tell(payment)
    const { captures, refunds } = payment.owed
    const isVoid = payment.owed.void
    payment.owed = { captures: [], refunds: [], void: false }
    for (const amount of captures) capture(payment, amount)
    tell(payment)
    if (isVoid) release(payment)
    for (const amount of [...refunds, ...payment.owed.refunds.splice(0)]) refund(payment, amount)
  }
  tell(payment)
  payment.unknown = false
}
