/** What of an order comes back, how far it is, and the way to send something back. */
import { Badge, Button, DateText, LinkButton, Price, type Tone } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Order, OrderReturns as ComingBack, Return } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

type Props = { order: Order; token: string | null; comingBack: ComingBack | null }

const tones: Record<Return['state'], Tone> = {
  requested: 'warn',
  approved: 'accent',
  refused: 'bad',
  withdrawn: 'neutral',
  in_transit: 'accent',
  received: 'accent',
  inspected: 'accent',
  closed: 'good',
  lapsed: 'neutral',
}

const OVER = new Set<Return['state']>(['refused', 'withdrawn', 'closed', 'lapsed'])

/** Something may still come back, or is on its way. */
export const mayComeBack = (comingBack: ComingBack | null): boolean =>
  comingBack !== null &&
  (comingBack.returnable.length > 0 || comingBack.returns.some(({ state }) => !OVER.has(state)))

export function OrderReturns({ order, token, comingBack }: Props) {
  const words = useWords().returns
  if (!comingBack || comingBack.returns.length + comingBack.returnable.length === 0) return null
  const until = comingBack.returnable
    .map((line) => line.until)
    .toSorted()
    .at(-1)
  return (
    <section id="returns" aria-labelledby="returns-title" className="scroll-mt-24">
      <h2 id="returns-title" className="mb-4 text-lg font-semibold">
        {words.title}
      </h2>
      <ul className="space-y-4">
        {comingBack.returns.map((each) => (
          <OneReturn key={each.id} found={each} order={order} token={token} />
        ))}
      </ul>
      {until && (
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton href={paths.returnOrder(order.id, { token })} look="secondary" size="small">
            {words.start}
          </LinkButton>
          <span className="text-sm text-quiet">
            {words.until} <DateText at={until} style="day" />
          </span>
        </p>
      )}
    </section>
  )
}

function OneReturn({ found, order, token }: { found: Return; order: Order; token: string | null }) {
  const words = useWords()
  const nameOf = (lineId: string) => order.lines.find((line) => line.id === lineId)?.name ?? ''
  const mayKeep = found.state === 'requested' || found.state === 'approved'
  return (
    <li className="space-y-2 rounded-panel border border-line p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">
          {words.returns.asked} <DateText at={found.createdAt} style="day" />
        </h3>
        <Badge tone={tones[found.state]}>{words.returns.states[found.state] ?? found.state}</Badge>
      </div>
      <ul className="text-sm">
        {found.lines.map((line) => (
          <li key={line.orderLineId}>
            {words.checkout.times(line.quantity, nameOf(line.orderLineId))}
            <span className="text-quiet"> · {words.returns.reasons[line.reason] ?? line.reason}</span>
          </li>
        ))}
      </ul>
      {found.answer && (
        <p className="text-sm whitespace-pre-line">
          <span className="text-quiet">{words.returns.answer}</span> <bdi>{found.answer}</bdi>
        </p>
      )}
      {found.refunded && (
        <p className="text-sm">
          {words.returns.refunded} <Price of={found.refunded} />
        </p>
      )}
      {mayKeep && (
        <Form method="post">
          {token && <input type="hidden" name="token" value={token} />}
          <input type="hidden" name="returnId" value={found.id} />
          <Button name="intent" value="keep" look="quiet" size="small">
            {words.returns.keep}
          </Button>
        </Form>
      )}
    </li>
  )
}
