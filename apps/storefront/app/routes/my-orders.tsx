/** The orders of the person, or of this browser's guest. */
import {
  Badge,
  DateText,
  EmptyState,
  Link,
  LinkButton,
  Notice,
  Page,
  Pagination,
  Picture,
  Price,
  TextLink,
} from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { Head } from '../parts/head.tsx'
import { statusOf } from '../parts/order-steps.ts'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import type { OrderCard } from '../store.ts'
import type { Route } from './+types/my-orders.ts'

const PAGE = 20 // orders

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  if (page.session.kind === 'anonymous') throw redirect(paths.login({ to: paths.myOrders() }), 303)
  const after = new URL(request.url).searchParams.get('after')
  const orders = await found(page, page.store.orders.list({ limit: PAGE, ...(after && { after }) }))
  return { orders, after }
}

export default function MyOrders({ loaderData: { orders, after } }: Route.ComponentProps) {
  const words = useWords().orders
  const { signedIn } = useFrame()
  return (
    <Page title={words.title} width="text">
      <Head title={words.title} hidden />
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
      {orders.items.length === 0 ? (
        <EmptyState
          icon="bag"
          title={words.emptyTitle}
          action={<LinkButton href={paths.products()}>{words.startShopping}</LinkButton>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {orders.items.map((order) => (
            <Row key={order.id} order={order} />
          ))}
        </ul>
      )}
      <Pagination
        label={words.pages}
        first={after ? { label: words.first, href: paths.myOrders() } : undefined}
        next={orders.next ? { label: words.next, href: paths.myOrders({ after: orders.next }) } : undefined}
      />
      {signedIn && (
        <p className="mt-8 text-sm">
          <TextLink href={paths.changePassword()}>{words.changePassword}</TextLink>
        </p>
      )}
    </Page>
  )
}

function Row({ order }: { order: OrderCard }) {
  const words = useWords()
  return (
    <li className="group relative flex flex-wrap items-center gap-x-5 gap-y-3 py-4">
      <div className="flex -space-x-3">
        {order.pictures.slice(0, 3).map((picture) => (
          <span key={picture.url} className="w-14 overflow-clip rounded-control ring-2 ring-paper">
            <Picture of={picture} decorative sizes="3.5rem" className="aspect-4/5 w-full" />
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1 basis-40">
        <h2 className="font-medium">
          <Link
            href={paths.order(order.id)}
            className="stretched group-hover:underline group-hover:underline-offset-4"
          >
            {order.number ? words.order.title(order.number) : words.order.titlePending}
          </Link>
        </h2>
        <p className="text-sm text-quiet">
          <DateText at={order.placedAt} style="day" /> · {words.orders.items(order.itemCount)}
        </p>
      </div>
      <div className="flex items-center gap-4">
        <Badge tone={order.status === 'pending' ? 'warn' : order.status === 'delivered' ? 'good' : 'neutral'}>
          {statusOf(order, words.order)}
        </Badge>
        <Price of={order.total} className="font-medium" />
      </div>
    </li>
  )
}
