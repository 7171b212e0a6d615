/** By the link from the mail: what was ordered with that address goes into the account one has, or a new one. */
import { Button, DateText, EmptyState, LinkButton, Page, Price } from '@quayside/ui'
import { redirect, useNavigation } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { AccountForm } from '../parts/account-form.tsx'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { OrderCard } from '../store.ts'
import type { Route } from './+types/claim-orders.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const { value: claim, problem } = await settle(page, page.store.orders.claims.get({ token }))
  return { claim, problem, token, name: page.session.kind === 'person' ? page.session.name : null }
}

/** Logs in or signs up, if need be, and takes the orders. */
export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const { identity, orders } = page.store
  const form = await request.formData()
  const credentials = { email: text(form, 'email'), password: String(form.get('password') ?? '') }
  const work = async () => {
    if (form.has('name')) await identity.signUp({ ...credentials, name: text(form, 'name') })
    else if (form.has('email')) await identity.logIn(credentials)
    await orders.claims.accept({ token: new URL(request.url).searchParams.get('token') ?? '' })
  }
  const { problem } = await settle(page, work())
  return problem ? refuse(problem, form) : redirect(paths.myOrders(), 303)
}

export default function ClaimOrders({ loaderData, actionData }: Route.ComponentProps) {
  const { claim, problem, token, name } = loaderData
  const words = useWords()
  const busy = useNavigation().formMethod === 'POST'
  const refused = actionData ?? null
  const here = paths.claimOrders({ token })
  if (!claim) return <NotValid reason={String(problem?.details['reason'] ?? 'unknown')} />
  if (claim.orders.length === 0) return <NotValid reason="used" text={words.keep.nothing(claim.email)} />
  return (
    <Page
      title={words.keep.claimTitle}
      lead={words.keep.claimLead(claim.orders.length, claim.email)}
      width="narrow"
    >
      <Head title={words.keep.claimTitle} hidden />
      <Orders orders={claim.orders} />
      {name !== null ? (
        <Form method="post" className="space-y-4">
          <ProblemOf problem={refused?.problem} />
          <p className="text-quiet">{words.keep.intoMine(name)}</p>
          <Button size="large" wide busy={busy}>
            {words.keep.accept}
          </Button>
        </Form>
      ) : (
        <>
          <p className="mb-4">{claim.hasAccount ? words.keep.logInText : words.keep.signUpText}</p>
          <AccountForm
            kind={claim.hasAccount ? 'login' : 'signup'}
            email={claim.email}
            to={here}
            refused={refused}
            other={{
              question: words.account.haveAccount,
              label: words.account.toLogIn,
              href: paths.login({ to: here }),
            }}
          />
        </>
      )}
    </Page>
  )
}

function Orders({ orders }: { orders: OrderCard[] }) {
  const words = useWords()
  return (
    <ul className="mb-8 divide-y divide-line border-y border-line">
      {orders.map((order) => (
        <li key={order.id} className="flex items-baseline justify-between gap-4 py-3">
          <span>
            <span className="font-medium">
              {order.number ? words.order.title(order.number) : words.order.titlePending}
            </span>{' '}
            <span className="text-sm text-quiet">
              <DateText at={order.placedAt} style="day" />
            </span>
          </span>
          <Price of={order.total} />
        </li>
      ))}
    </ul>
  )
}

function NotValid({ reason, text }: { reason: string; text?: string }) {
  const words = useWords()
  const title = words.keep.gone[reason] ?? words.keep.gone['unknown']!
  return (
    <Page title={words.keep.claimTitle} width="text">
      <Head title={title} hidden />
      <EmptyState
        icon="clock"
        title={title}
        action={<LinkButton href={paths.login()}>{words.account.logIn}</LinkButton>}
      >
        <p>{text ?? words.keep.goneText[reason] ?? words.keep.goneText['unknown']}</p>
      </EmptyState>
    </Page>
  )
}
