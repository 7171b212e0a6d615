/**
 * What a provider's fact means for the books. Pure: a payment before and after it, and its dispute.
 *
 *   held:<provider>      money authorised and not yet taken, against `pledged`
 *   provider:<provider>  money the provider has for us
 *   receivable           what buyers owe
 *   fees:<provider>      what the provider keeps for its work
 *   disputed:<provider>  taken back by a buyer's bank until the dispute is settled; lost, it is `written_off`
 *
 * The sums so far name each booking, so the same news books once, whatever road it comes by.
 */
import type { Booking } from '../ledger/index.ts'
import type { DisputeRow } from './disputes.ts'
import type { PaymentRow } from './payment.ts'
import { capturableOf } from './sums.ts'

export function bookingsOf(
  before: PaymentRow,
  after: PaymentRow,
  dispute: DisputeRow | null,
  cause: string,
): Booking[] {
  const { provider } = after
  const name = (...parts: (string | number)[]) => [provider, after.provider_reference, ...parts].join(':')
  const about = {
    subject: { kind: after.payable_kind, id: after.payable_id },
    cause,
    currency: after.currency,
  }
  const booked = (
    kind: Booking['kind'],
    reference: string,
    amount: number,
    debit: string,
    credit: string,
  ) => ({
    ...about,
    kind,
    reference,
    entries: [
      { account: debit, amount },
      { account: credit, amount: -amount },
    ],
  })
  const held = `held:${provider}`
  const [funds, disputed] = [`provider:${provider}`, `disputed:${provider}`]
  const bookings: Booking[] = []

  const captured = after.captured_amount - before.captured_amount
  const newlyHeld = capturableOf(after) - capturableOf(before)
  if (newlyHeld > 0)
    bookings.push(booked('authorisation', name(after.authorised_amount), newlyHeld, held, 'pledged'))
  if (newlyHeld < 0) {
    const reference = name(after.authorised_amount, 'left', capturableOf(after))
    bookings.push(booked('release', reference, -newlyHeld, 'pledged', held))
  }
  if (captured > 0)
    bookings.push(booked('capture', name(after.captured_amount), captured, funds, 'receivable'))
  const fee = after.fee_amount - before.fee_amount
  if (fee > 0) bookings.push(booked('fee', name(after.fee_amount), fee, `fees:${provider}`, funds))
  if (dispute) {
    const { amount, state, provider_reference: reference } = dispute
    bookings.push(booked('dispute', `${provider}:${reference}:open`, amount, disputed, funds))
    if (state === 'won')
      bookings.push(booked('dispute', `${provider}:${reference}:won`, amount, funds, disputed))
    if (state === 'lost')
      bookings.push(booked('dispute', `${provider}:${reference}:lost`, amount, 'written_off', disputed))
  }
  return bookings
}
