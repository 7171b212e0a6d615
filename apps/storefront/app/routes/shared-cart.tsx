/** What somebody shared of their cart, and the button that takes it into the visitor's own. Following the link changes nothing. */
import { Badge, Button, EmptyState, Link, LinkButton, Page, Picture, Price } from '@quayside/ui'
import { redirect } from 'react-router'
import { openCart } from '../cart.ts'
import { pageContext } from '../context.ts'
import { refuse } from '../form.ts'
import { Choices } from '../parts/choices.tsx'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import type { Route } from './+types/shared-cart.ts'

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  return found(page, page.store.cart.shared({ token }))
}

export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { value, problem } = await settle(
    page,
    openCart(page).then(({ id: cartId }) => page.store.cart.takeShared({ cartId, token })),
  )
  if (problem) return refuse(problem, form)
  return redirect(paths.cartFilled({ left: value.leftOut || null }), 303)
}

export default function SharedCart({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const { basket } = words
  return (
    <Page title={basket.sharedTitle} lead={basket.sharedLead} width="text">
      <Head title={basket.sharedTitle} hidden />
      <ProblemOf problem={actionData?.problem} />
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item, index) => (
          <Item key={index} item={item} />
        ))}
      </ul>
      {items.some(({ isAvailable }) => isAvailable) ? (
        <Form method="post" className="mt-6">
          <Button size="large">{basket.take}</Button>
        </Form>
      ) : (
        <EmptyState
          icon="bag"
          title={basket.nothingLeft}
          action={<LinkButton href={paths.products()}>{words.cart.startShopping}</LinkButton>}
        />
      )}
    </Page>
  )
}

function Item({ item }: { item: Route.ComponentProps['loaderData']['items'][number] }) {
  const words = useWords().basket
  const { name, slug, choices, picture, quantity, price, isAvailable } = item
  return (
    <li className="flex items-center gap-4 py-4">
      <span className="w-16 shrink-0 overflow-clip rounded-control bg-shade">
        <Picture of={picture} decorative sizes="4rem" className="aspect-4/5 w-full" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">
          {price ? (
            <Link href={paths.product(slug)} className="hover:underline hover:underline-offset-4">
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <Choices of={choices} />
        <p className="text-sm text-quiet">{words.pieces(quantity)}</p>
      </div>
      <p className="shrink-0 text-end">
        {price && <Price of={price} />}
        {!isAvailable && <Badge>{price ? words.soldOut : words.gone}</Badge>}
      </p>
    </li>
  )
}
