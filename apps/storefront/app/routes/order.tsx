/** One order, for whoever placed it: by their session, or by the signed link in their mail. */
import {
  Badge,
  Breadcrumb,
  Button,
  Card,
  Container,
  DateText,
  Notice,
  Page,
  Timeline,
  type Tone,
} from '@quayside/ui'
import { data } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { destinationOf, readOrderPage, type OrderPageData } from '../order-page.ts'
import { isUnderWay, standingOf } from '../order-standing.ts'
import { AddressText } from '../parts/address-text.tsx'
import { CancelOrder } from '../parts/cancel-order.tsx'
import { Form } from '../parts/form.tsx'
import { HandedOver } from '../parts/handed-over.tsx'
import { Head } from '../parts/head.tsx'
import { LiveOrder } from '../parts/live-order.tsx'
import { LiveRefresh } from '../parts/live-refresh.tsx'
import { OrderHelp } from '../parts/order-help.tsx'
import { OrderDocuments } from '../parts/order-documents.tsx'
import { OrderLines } from '../parts/order-lines.tsx'
import { OrderLinkAsk } from '../parts/order-link-ask.tsx'
import { OrderPayments } from '../parts/order-payments.tsx'
import { OrderRefunds } from '../parts/order-refunds.tsx'
import { OrderReturns, mayComeBack } from '../parts/order-returns.tsx'
import { OrderShipments } from '../parts/order-shipments.tsx'
import { statusOf, stepsOf } from '../parts/order-steps.ts'
import { PayAgain } from '../parts/pay-again.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { TotalsList } from '../parts/totals-list.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle, type StoreProblem } from '../problem.ts'
import { notKept } from '../protected.ts'
import type { Order, OrderStatus } from '../store.ts'
import type { Route } from './+types/order.ts'

export const middleware = [notKept]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const token = new URL(request.url).searchParams.get('token')
  const { value: order, problem } = await settle(
    page,
    page.store.orders.get({ orderId: params.orderId, ...(token && { token }) }),
  )
  // Not there, not theirs, or its link has run out: all three look the same.
  if (problem?.status === 404)
    return data(
      { order: null, token, handed: null, addressFormat: '', comingBack: null, written: [] },
      { status: 404 },
    )
  if (problem) throw data({ traceId: problem.traceId }, { status: problem.status })
  return { order, token, ...(await readOrderPage(page, order!, token)) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  if (text(form, 'intent') === 'link') {
    const { problem } = await settle(page, page.store.orders.sendLink({ orderId: params.orderId }))
    return problem ? refuse(problem, form) : { sent: true }
  }
  const token = text(form, 'token')
  const order = { orderId: params.orderId, ...(token && { token }) }
  const { problem } =
    text(form, 'intent') === 'keep'
      ? await settle(page, page.store.returns.withdraw({ ...order, returnId: text(form, 'returnId') }))
      : await settle(page, page.store.orders.cancel(order))
  return problem ? refuse(problem, form) : null
}

const tones: Record<OrderStatus, Tone> = {
  pending: 'warn',
  paid: 'accent',
  shipped: 'accent',
  delivered: 'good',
  cancelled: 'neutral',
  refunded: 'neutral',
}

export default function OrderPage({
  loaderData: { order, token, ...beside },
  actionData,
}: Route.ComponentProps) {
  const problem = actionData && 'problem' in actionData ? actionData.problem : null
  if (!order)
    return (
      <OrderLinkAsk sent={actionData !== undefined && actionData !== null && !problem} problem={problem} />
    )
  return <WholeOrder {...{ order, token, problem, ...beside }} />
}

/** What was bought can be judged, whether or not all of it has arrived. */
const mayJudge = ({ state }: Order) => state === 'confirmed' || state === 'completed'

type Whole = OrderPageData & { order: Order; token: string | null; problem: StoreProblem | null }

function WholeOrder({ order, token, problem, handed, addressFormat, comingBack, written }: Whole) {
  const words = useWords()
  const { signedIn } = useFrame()
  const title = order.number ? words.order.title(order.number) : words.order.titlePending
  const waiting = standingOf(order, false).kind === 'waiting'
  const destination = destinationOf(order)
  return (
    <>
      {signedIn && (
        <Container className="pt-4">
          <Breadcrumb
            label={words.shell.breadcrumb}
            crumbs={[{ label: words.orders.title, href: paths.myOrders() }, { label: title }]}
          />
        </Container>
      )}
      <Page
        title={title}
        lead={
          <>
            {words.order.placed} <DateText at={order.placedAt} />
          </>
        }
        aside={<Badge tone={tones[order.status]}>{statusOf(order, words.order)}</Badge>}
      >
        <Head title={title} hidden />
        {waiting ? (
          <LiveRefresh />
        ) : (
          (isUnderWay(order) || mayComeBack(comingBack)) && (
            <LiveOrder id={order.id} token={token} isNews={({ version }) => version !== order.version} />
          )
        )}
        <ProblemOf problem={problem} />
        <ToDo order={order} token={token} />
        <div className="grid items-start gap-8 lg:grid-cols-[1fr_minmax(0,24rem)] lg:gap-12">
          <div className="space-y-10">
            <section>
              <h2 className="mb-4 text-lg font-semibold">{words.order.progress}</h2>
              <Timeline
                label={words.order.progress}
                moments={stepsOf(order, words.order).map(({ at, ...step }) => ({
                  ...step,
                  when: at && <DateText at={at} />,
                }))}
              />
            </section>
            {handed && <HandedOver order={order} things={handed} />}
            <OrderShipments order={order} />
            <OrderReturns order={order} token={token} comingBack={comingBack} />
            <section>
              <h2 className="text-lg font-semibold">{words.order.lines}</h2>
              <OrderLines
                lines={order.lines}
                bundles={order.bundles}
                deposits={order.deposits}
                judge={mayJudge(order) ? { order: order.id, token } : null}
              />
            </section>
            <OrderHelp order={order} token={token} written={written} />
          </div>
          <div className="space-y-6">
            <Card>
              <TotalsList
                totals={order.totals}
                delivery={order.deliveryName ? { name: order.deliveryName } : undefined}
                decision={order.taxDecision}
              />
            </Card>
            <Card className="space-y-5">
              <OrderPayments payments={order.payments} />
              <OrderRefunds order={order} />
              {destination && (
                <section>
                  <h2 className="text-sm font-semibold">
                    {order.pickUp ? words.order.pickUp : words.order.address}
                  </h2>
                  <AddressText address={destination} format={addressFormat} />
                </section>
              )}
              <section>
                <h2 className="text-sm font-semibold">{words.order.contact}</h2>
                <p className="text-quiet">{order.email}</p>
                {order.taxId && (
                  <p className="text-quiet">
                    {order.companyName}, {order.taxId}
                  </p>
                )}
              </section>
              <OrderDocuments order={order} />
            </Card>
            {order.state !== 'pending' && (
              <Form method="post" action={paths.orderAgain(order.id, { token })}>
                <Button look="secondary" wide>
                  {words.myAccount.again.label}
                </Button>
              </Form>
            )}
            <CancelOrder order={order} token={token} />
          </div>
        </div>
      </Page>
    </>
  )
}

function ToDo({ order, token }: { order: Order; token: string | null }) {
  const words = useWords()
  if (!order.canPay) return null
  return (
    <Notice
      tone="warn"
      className="mb-8"
      title={words.order.status['pending']}
      action={
        <PayAgain order={order} token={token}>
          {words.order.payNow}
        </PayAgain>
      }
    >
      {order.holdUntil && (
        <p>
          {words.order.payUntil} <DateText at={order.holdUntil} />
        </p>
      )}
    </Notice>
  )
}
