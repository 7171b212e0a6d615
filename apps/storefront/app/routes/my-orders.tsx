/** The orders of the person, or of this browser's guest: found by number or by what was in them, and ordered again. */
import { Button, EmptyState, InputField, LinkButton, Notice, Page, Pagination } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { isUnderWay } from '../order-standing.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { OrderRow } from '../parts/order-row.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forVisitors } from '../protected.ts'
import type { OrderCard } from '../store.ts'
import type { Route } from './+types/my-orders.ts'

const PAGE = 20 // orders
/** Browsers open six connections to a shop at a time; the pages need some. */
const FOLLOWED = 2

export const middleware = [forVisitors]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const after = searchParams.get('after')
  const q = searchParams.get('q')?.trim().slice(0, 100) || null
  const asked = { limit: PAGE, ...(after && { after }), ...(q && { q }) }
  return { orders: await found(page, page.store.orders.list(asked)), after, q }
}

export default function MyOrders({ loaderData: { orders, after, q } }: Route.ComponentProps) {
  const words = useWords().orders
  const { signedIn } = useFrame()
  const isEmpty = orders.items.length === 0
  return (
    <Page title={words.title}>
      <Head title={words.title} hidden />
      <div className="max-w-3xl">
        {!signedIn && (
          <Notice
            className="mb-6"
            action={
              <LinkButton href={paths.signup()} look="secondary" size="small">
                {words.signUp}
              </LinkButton>
            }
          >
            {words.guestNote}
          </Notice>
        )}
        {(!isEmpty || q || after) && <Search q={q} />}
        {isEmpty ? <Nothing q={q} /> : <Orders orders={orders.items} />}
        <Pagination
          label={words.pages}
          first={after ? { label: words.first, href: paths.myOrders({ q }) } : undefined}
          next={
            orders.next ? { label: words.next, href: paths.myOrders({ q, after: orders.next }) } : undefined
          }
        />
      </div>
    </Page>
  )
}

function Orders({ orders }: { orders: OrderCard[] }) {
  const followed = orders.filter(isUnderWay).slice(0, FOLLOWED)
  return (
    <ul className="divide-y divide-line border-y border-line">
      {orders.map((order) => (
        <OrderRow key={order.id} order={order} live={followed.includes(order)} />
      ))}
    </ul>
  )
}

function Search({ q }: { q: string | null }) {
  const words = useWords().myAccount.search
  return (
    <Form
      role="search"
      aria-label={words.label}
      action={paths.myOrders()}
      className="mb-6 flex items-end gap-3"
    >
      <InputField
        key={q}
        label={words.label}
        name="q"
        type="search"
        placeholder={words.hint}
        defaultValue={q ?? ''}
        maxLength={100}
        enterKeyHint="search"
        className="min-w-0 flex-1"
      />
      <Button look="secondary">{words.go}</Button>
    </Form>
  )
}

function Nothing({ q }: { q: string | null }) {
  const words = useWords()
  if (q)
    return (
      <EmptyState
        icon="search"
        title={words.myAccount.search.nothing(q)}
        action={
          <LinkButton href={paths.myOrders()} look="secondary">
            {words.myAccount.search.all}
          </LinkButton>
        }
      />
    )
  return (
    <EmptyState
      icon="bag"
      title={words.orders.emptyTitle}
      action={<LinkButton href={paths.products()}>{words.orders.startShopping}</LinkButton>}
    >
      <p>{words.orders.emptyText}</p>
    </EmptyState>
  )
}
