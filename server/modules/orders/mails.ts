/**
 * Writes to buyers what they are to know of their orders.
 *
 * A reaction: a mail that cannot be made never stands in the way of money. It looks at
 * the order's history, and each mail has a key of its own, so a repeat writes nothing twice.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import type { Money } from '#kit/types.ts'
import { send } from '../messages/index.ts'
import { aboutOrder } from './emails/about.ts'
import { cancelled } from './emails/cancelled.ts'
import { confirmed } from './emails/confirmed.ts'
import { freshLink } from './emails/fresh-link.ts'
import type { About, Letter } from './emails/letter.ts'
import { paymentFailed } from './emails/payment-failed.ts'
import { paymentReceived } from './emails/payment-received.ts'
import { placedForYou } from './emails/placed-for-you.ts'
import { refunded } from './emails/refunded.ts'
import { buyersToTell, linkWanted } from './events.ts'
import { settlesOrder } from './handing-over.ts'
import { renewLink } from './renewing.ts'
import { readOrderRow, type HistoryRow, type OrderRow } from './rows.ts'
import { linkWorks } from './token.ts'

const LINK_AGAIN_AFTER = minutes(10)

export const tellBuyers = on(buyersToTell, 'orders.tellBuyers', async ({ ids }, ctx) => {
  for (const id of ids) {
    for (const settle of ctx.ports(settlesOrder)) await settle(id, ctx)
    const row = await readOrderRow(ctx, sql`o.id = ${id}`)
    if (row) await tellOne(row, ctx)
  }
})

/** Somebody asks for the link again: it goes to the order's own address, at most once in ten minutes, and nobody learns whether there is one. */
export const sendLinks = on(linkWanted, 'orders.sendLinks', async ({ ids }, ctx) => {
  for (const id of ids) {
    const there = await readOrderRow(ctx, sql`o.id = ${id}`)
    if (!there) continue
    const row = (await linkWorks(ctx, id)) ? there : await renewLink(ctx, there)
    await send(ctx, {
      ...freshLink(await aboutOrder(ctx, row)),
      to: row.email,
      dedupeKey: `orders.fresh_link:${id}:${Math.floor(ctx.now().getTime() / LINK_AGAIN_AFTER)}`,
      about: { kind: 'order', id },
    })
  }
})

interface Due {
  /** What makes this mail the one it is. */
  key: string
  letter: Letter
}

async function tellOne(row: OrderRow, ctx: Ctx): Promise<void> {
  for (const { key, letter } of lettersOf(row, await aboutOrder(ctx, row))) {
    await send(ctx, {
      ...letter,
      to: row.email,
      dedupeKey: `${letter.template}:${key}`,
      about: { kind: 'order', id: row.id },
    })
  }
}

/** Pure: all mails the order's history asks for, sent or not. */
export function lettersOf(row: OrderRow, about: About): Due[] {
  const confirmedAt = row.history.find((entry) => entry.kind === 'confirmed')
  return row.history.flatMap((entry): Due[] => {
    const facts = entry.facts as { paymentId?: string; refundId?: string; amount?: Money; state?: string }
    switch (entry.kind) {
      case 'placed':
        return entry.cause === 'orders.admin.place' && row.state === 'pending'
          ? [{ key: row.id, letter: placedForYou(about) }]
          : []
      case 'confirmed':
        return [{ key: row.id, letter: confirmed(about) }]
      case 'paid':
        return isToldByConfirmation(entry, confirmedAt)
          ? []
          : [
              {
                key: `${facts.paymentId}:${facts.amount!.amount}`,
                letter: paymentReceived(about, facts.amount!),
              },
            ]
      case 'payment_failed':
        return facts.state === 'failed' ? [{ key: facts.paymentId!, letter: paymentFailed(about) }] : []
      case 'cancelled':
        return entry.from === 'confirmed' || entry.from === 'on_hold'
          ? [{ key: row.id, letter: cancelled(about) }]
          : []
      case 'refunded':
        return [{ key: facts.refundId!, letter: refunded(about, facts.amount!, facts.refundId!) }]
      default:
        return []
    }
  })
}

/** Written in one statement, so of one moment. */
function isToldByConfirmation(paid: HistoryRow, confirmedAt: HistoryRow | undefined): boolean {
  return confirmedAt !== undefined && confirmedAt.at === paid.at
}
