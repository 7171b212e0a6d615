/** The address book: what the checkout offers, and which one first. */
import { Badge, Button, EmptyState, LinkButton, Notice, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { AddressText } from '../parts/address-text.tsx'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { forMembers } from '../protected.ts'
import type { SavedAddress } from '../store.ts'
import type { Route } from './+types/my-addresses.ts'

export const middleware = [forMembers]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { addresses, addressForms } = page.store.customers
  const { items } = await found(page, addresses.list({}))
  const countries = [...new Set(items.map(({ country }) => country))]
  const forms = await Promise.all(countries.map((country) => found(page, addressForms.get({ country }))))
  return {
    addresses: items,
    formats: Object.fromEntries(forms.map(({ country, format }) => [country, format])),
    now: new URL(request.url).searchParams.get('now'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { addresses } = page.store.customers
  const addressId = text(form, 'addressId')
  const isRemoved = text(form, 'intent') === 'remove'
  const { problem } = await settle<unknown>(
    page,
    isRemoved ? addresses.remove({ addressId }) : addresses.update({ addressId, isDefault: true }),
  )
  return problem ? refuse(problem, form) : redirect(paths.addresses(isRemoved ? { now: 'removed' } : {}), 303)
}

export default function MyAddresses({ loaderData, actionData }: Route.ComponentProps) {
  const { addresses, formats, now } = loaderData
  const words = useWords().myAccount.address
  const add = <LinkButton href={paths.newAddress()}>{words.add}</LinkButton>
  return (
    <Page title={words.title} lead={words.lead} aside={addresses.length > 0 && add}>
      <Head title={words.title} hidden />
      <ProblemOf problem={actionData?.problem} />
      {(now === 'kept' || now === 'removed') && (
        <Notice tone="good" className="mb-6">
          {words[now]}
        </Notice>
      )}
      {addresses.length === 0 ? (
        <EmptyState icon="truck" title={words.empty} action={add}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {addresses.map((address) => (
            <Entry key={address.id} address={address} format={formats[address.country] ?? ''} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Entry({ address, format }: { address: SavedAddress; format: string }) {
  const words = useWords().myAccount.address
  const named = (what: string) => words.of(what, address.name, address.line1)
  return (
    <li className="flex flex-col items-start gap-4 rounded-panel border border-line p-5">
      {address.isDefault && <Badge tone="accent">{words.usual}</Badge>}
      <div className="flex-1">
        <AddressText address={address} format={format} />
        {address.phone && (
          <p className="text-quiet">
            <bdi>{address.phone}</bdi>
          </p>
        )}
      </div>
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="addressId" value={address.id} />
        <LinkButton
          href={paths.address(address.id)}
          look="secondary"
          size="small"
          aria-label={named(words.change)}
        >
          {words.change}
        </LinkButton>
        {!address.isDefault && (
          <Button name="intent" value="usual" look="quiet" size="small" aria-label={named(words.makeUsual)}>
            {words.makeUsual}
          </Button>
        )}
        <Button name="intent" value="remove" look="quiet" size="small" aria-label={named(words.remove)}>
          {words.remove}
        </Button>
      </Form>
    </li>
  )
}
