/** What an order had goes into the cart again, as far as it can be had; what cannot is told with its reason. */
import { Button, Link, LinkButton, Notice, Page, TextLink } from '@quayside/ui'
import { openCart } from '../cart.ts'
import { pageContext } from '../context.ts'
import { refuse } from '../form.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { notKept } from '../protected.ts'
import type { Reordered } from '../store.ts'
import type { Route } from './+types/order-again.ts'

export const middleware = [notKept]

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token')

export async function loader({ request, params: { orderId }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const token = tokenOf(request)
  const { number, lines } = await found(page, page.store.orders.get({ orderId, ...(token && { token }) }))
  return { number, names: lines.map(({ name }) => name), token }
}

export async function action({ request, params: { orderId }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const token = tokenOf(request)
  const { value, problem } = await settle(
    page,
    openCart(page).then((cart) =>
      page.store.orders.reorder({ cartId: cart.id, orderId, ...(token && { token }) }),
    ),
  )
  return problem ? refuse(problem, await request.formData()) : { lines: value.lines }
}

export default function OrderAgain({ loaderData, actionData, params: { orderId } }: Route.ComponentProps) {
  const {
    order: words,
    myAccount: { again },
  } = useWords()
  const { number, names, token } = loaderData
  const told = actionData && 'lines' in actionData ? actionData.lines : null
  const title = told ? again.title : number ? words.title(number) : words.titlePending
  return (
    <Page title={title} width="text">
      <Head title={title} hidden />
      <ProblemOf problem={actionData && 'problem' in actionData ? actionData.problem : null} />
      {told ? (
        <Told lines={told} />
      ) : (
        <>
          <ul className="mb-6 list-disc ps-5">
            {names.map((name, at) => (
              <li key={at}>{name}</li>
            ))}
          </ul>
          <Form method="post">
            <Button>{again.label}</Button>
          </Form>
        </>
      )}
      <p className="mt-8 text-sm">
        <TextLink href={paths.order(orderId, { token })}>{again.toOrder}</TextLink>
      </p>
    </Page>
  )
}

function Told({ lines }: { lines: Reordered['lines'] }) {
  const words = useWords().myAccount.again
  const put = lines.filter((line) => line.put > 0)
  const missing = lines.filter((line) => line.shortOf !== null)
  return (
    <div className="space-y-8">
      <Notice
        tone={put.length === 0 ? 'warn' : 'good'}
        action={put.length > 0 && <LinkButton href={paths.cart()}>{words.toCart}</LinkButton>}
      >
        {put.length === 0 ? words.none : missing.length === 0 ? words.all : words.some}
      </Notice>
      {put.length > 0 && (
        <section>
          <h2 className="mb-2 font-semibold">{words.put}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {put.map((line) => (
              <li key={line.slug + line.name} className="flex gap-3 py-3">
                <span className="shrink-0 text-quiet tabular">{words.pieces(line.put, line.wanted)}</span>
                <Link href={paths.product(line.slug)} className="hover:underline">
                  {line.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section>
          <h2 className="mb-2 font-semibold">{words.missing}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {missing.map((line) => (
              <li key={line.slug + line.name} className="py-3">
                <Link href={paths.product(line.slug)} className="hover:underline">
                  {line.name}
                </Link>
                <p className="text-sm text-quiet">{words.reasons[line.shortOf ?? '']}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
