/** Not paid, or not all of it: why, that nothing is lost, and the ways on. The same order can be paid again. */
import { formatMoney, Icon, LinkButton, TextLink, useLocale } from '@quayside/ui'
import type { Standing } from '../order-standing.ts'
import { paths } from '../paths.ts'
import type { Order, PaymentMethod } from '../store.ts'
import { PayAgain } from './pay-again.tsx'
import { useWords } from './use-words.ts'

type Props = { order: Order; standing: Standing; token: string | null; methods: PaymentMethod[] }

export function PaymentFailed({ order, standing, token, methods }: Props) {
  const { paying: words, help } = useWords()
  const { title, reason, advice } = useText(standing)
  const payUrl = standing.kind === 'left' ? standing.payUrl : null
  const open = order.payments.at(-1)?.method
  // What is still open is gone on with by its own link.
  const ways = payUrl ? methods.filter(({ key }) => key !== open) : methods
  return (
    <div className="mx-auto max-w-xl">
      <div className="text-center">
        <span className="mx-auto mb-6 grid size-16 place-items-center rounded-full bg-warn-tint text-warn">
          <Icon name="alert" className="size-8" />
        </span>
        <h1 className="text-title font-semibold">{title}</h1>
        {reason && <p className="mt-3 font-medium">{reason}</p>}
        <p className="mt-2 text-quiet">{advice}</p>
        {payUrl && (
          <p className="mt-8">
            <LinkButton href={payUrl} outside size="large">
              {words.backToPayment}
            </LinkButton>
          </p>
        )}
      </div>
      {order.canPay && (!payUrl || ways.length > 0) && (
        <div className="mt-8">
          <PayAgain
            order={order}
            token={token}
            methods={ways}
            legend={payUrl ? words.otherWay : words.chooseWay}
          >
            {payUrl ? words.payThisWay : standing.kind === 'short' ? words.payRest : words.tryAgain}
          </PayAgain>
        </div>
      )}
      <p className="mt-8 flex flex-wrap justify-center gap-x-6 gap-y-2">
        {standing.kind !== 'short' && <TextLink href={paths.cart()}>{words.changeCart}</TextLink>}
        <TextLink href={paths.order(order.id, { token })}>{words.seeOrder}</TextLink>
        <TextLink href={paths.contact({ order: order.id, token })}>{help.writeToUs}</TextLink>
      </p>
    </div>
  )
}

type Text = { title: string; reason?: string | null; advice: string }

/** Why, in plain words; a code that we have no words for is not shown. */
function useText(standing: Standing): Text {
  const words = useWords().paying
  const { tag } = useLocale()
  switch (standing.kind) {
    case 'left':
      return { title: words.cancelledTitle, advice: words.cancelledText }
    case 'short':
      return {
        title: words.shortTitle,
        reason: words.shortReason(formatMoney(standing.paid, tag), formatMoney(standing.rest, tag)),
        advice: words.shortText,
      }
    case 'failed': {
      const { declineCode: code, inTime } = standing
      const late = inTime ? null : words.declinedByTime
      const reason = code ? (words.declined[code] ?? words.declinedOther) : late
      return { title: words.failedTitle, reason, advice: words.failedText }
    }
    default:
      return { title: words.gone, advice: words.goneText }
  }
}
