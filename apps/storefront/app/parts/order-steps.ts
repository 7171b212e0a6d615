/** An order's way from the till to the door, as steps for the timeline. */
import type { Moment } from '@quayside/ui'
import type { Words } from '@quayside/words'
import type { Order } from '../store.ts'

/** What lists and pages of orders tell. */
type Known = Pick<Order, 'status' | 'paymentStanding'>
type Step = { title: string; at: string | null }

/** What is ordered before it is there is paid when it leaves. */
const isApproved = ({ status, paymentStanding }: Known) =>
  status === 'paid' && paymentStanding === 'authorised'

export function statusOf(order: Known, words: Words['order']): string {
  return isApproved(order) ? words.approved : (words.status[order.status] ?? order.status)
}

export function stepsOf(order: Order, words: Words['order']): (Moment & { at: string | null })[] {
  const when = (kind: string) => order.timeline.find((entry) => entry.kind === kind)?.at ?? null
  const titles = words.steps
  const steps: Step[] = [
    { title: titles.placed, at: order.placedAt },
    { title: isApproved(order) ? titles.approved : titles.paid, at: order.confirmedAt },
    { title: order.pickUp ? titles.ready : titles.shipped, at: when('shipped') },
    {
      title: order.pickUp ? titles.fetched : titles.delivered,
      at: order.fulfilmentStanding === 'delivered' ? when('delivered') : null,
    },
  ]
  const stopped = order.status === 'cancelled' || order.status === 'refunded' || order.state === 'expired'
  if (stopped) {
    const end = when('cancelled') ?? when('expired') ?? when('refunded')
    return [
      ...steps
        .filter((step) => step.at !== null)
        .map((step) => ({ ...step, state: 'done' as const, stateLabel: words.stepStates.done })),
      {
        title: words.status[order.status] ?? titles.cancelled,
        at: end,
        state: 'failed' as const,
        stateLabel: words.stepStates.failed,
      },
    ]
  }
  const current = steps.findIndex((step) => step.at === null)
  return steps.map((step, index) => {
    const state = step.at !== null ? 'done' : index === current ? 'current' : 'ahead'
    return { ...step, state, stateLabel: words.stepStates[state] }
  })
}
