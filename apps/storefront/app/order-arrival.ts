/** The days on which an order should be there, for its thank-you page: counted in working days, from the day it can leave. */
import { dayIn, formatDays } from '@quayside/words'
import type { Order } from './store.ts'

const DAY_MS = 86_400_000

/** Null: it is fetched, or nobody said how long it takes. */
export function arrivalOfOrder(
  {
    confirmedAt,
    deliveryPromise,
    lines,
    pickUp,
  }: Pick<Order, 'confirmedAt' | 'deliveryPromise' | 'lines' | 'pickUp'>,
  timeZone: string,
  tag: string,
): string | null {
  if (!confirmedAt || !deliveryPromise || pickUp) return null
  const paidOn = dayIn(confirmedAt, timeZone)
  // What is ordered ahead leaves when it is there.
  const leaves = lines
    .flatMap(({ promise }) => promise?.shipsOn ?? [])
    .reduce((a, b) => (a > b ? a : b), paidOn)
  const { minDays, maxDays } = deliveryPromise
  return formatDays(workingDaysAfter(leaves, minDays), workingDaysAfter(leaves, maxDays), tag)
}

function workingDaysAfter(day: string, count: number): string {
  let at = Date.parse(`${day}T00:00:00Z`)
  for (let left = count; left > 0;) {
    at += DAY_MS
    if (![0, 6].includes(new Date(at).getUTCDay())) left--
  }
  return new Date(at).toISOString().slice(0, 10)
}
