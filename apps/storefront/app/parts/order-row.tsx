/** An order in a list: what was in it, where it is, and the way to order it again. */
import { Badge, Button, DateText, Link, Picture, Price } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { OrderCard } from '../store.ts'
import { Form } from './form.tsx'
import { LiveOrder } from './live-order.tsx'
import { statusOf } from './order-steps.ts'
import { useWords } from './use-words.ts'

/** `live`: it is followed while the page is in sight. */
export function OrderRow({ order, live = false }: { order: OrderCard; live?: boolean }) {
  const words = useWords()
  const title = order.number ? words.order.title(order.number) : words.order.titlePending
  return (
    <li className="group relative flex flex-wrap items-center gap-x-5 gap-y-3 py-4">
      {live && <LiveOrder id={order.id} isNews={({ status }) => status !== order.status} />}
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
            {title}
          </Link>
        </h2>
        <p className="text-sm text-quiet">
          <DateText at={order.placedAt} style="day" /> · {words.orders.items(order.itemCount)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge tone={order.status === 'pending' ? 'warn' : order.status === 'delivered' ? 'good' : 'neutral'}>
          {statusOf(order, words.order)}
        </Badge>
        <Price of={order.total} className="font-medium" />
        {order.status !== 'pending' && (
          <Form method="post" action={paths.orderAgain(order.id)} className="relative">
            <Button look="secondary" size="small">
              {words.myAccount.again.label}
              <span className="sr-only">: {title}</span>
            </Button>
          </Form>
        )}
      </div>
    </li>
  )
}
