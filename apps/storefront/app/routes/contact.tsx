/** Writing to the shop: about an order by whoever may see it, or about anything. */
import { EmptyState, LinkButton, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { ContactForm } from '../parts/contact-form.tsx'
import { Head } from '../parts/head.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { notKept } from '../protected.ts'
import type { Route } from './+types/contact.ts'

export const middleware = [notKept]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const [orderId, token] = [searchParams.get('order'), searchParams.get('token')]
  const order = orderId
    ? await found(page, page.store.orders.get({ orderId, ...(token && { token }) }))
    : null
  const me = page.session.kind === 'person' ? await found(page, page.store.identity.me({})) : null
  return {
    order: order && { id: order.id, number: order.number, token },
    person: me?.person ?? null,
    sent: searchParams.has('sent'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const [orderId, token] = [text(form, 'orderId'), text(form, 'token')]
  const said = { subject: text(form, 'subject'), text: text(form, 'text') }
  const { problem } = orderId
    ? await settle(page, page.store.enquiries.writeAbout({ orderId, ...(token && { token }), ...said }))
    : await settle(
        page,
        page.store.enquiries.write({ name: text(form, 'name'), email: text(form, 'email'), ...said }),
      )
  if (problem) return refuse(problem, form)
  return redirect(orderId ? `${paths.order(orderId, { token })}#help` : paths.contact({ sent: 'yes' }), 303)
}

export default function Contact({ loaderData: { order, person, sent }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const title = sent ? words.help.sentTitle : words.help.writeToUs
  const about = order?.number ? words.order.title(order.number) : words.order.titlePending
  return (
    <Page
      title={title}
      width="text"
      lead={sent ? words.help.sentText : order ? words.help.about(about) : words.help.contactLead}
    >
      <Head title={title} hidden />
      {sent ? (
        <EmptyState
          icon="check"
          title={words.help.sentTitle}
          action={
            <LinkButton href={paths.products()} look="secondary">
              {words.paying.goOn}
            </LinkButton>
          }
        />
      ) : (
        <ContactForm order={order} person={person} refused={actionData ?? null} />
      )}
    </Page>
  )
}
