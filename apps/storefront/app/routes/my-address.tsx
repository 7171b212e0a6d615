/** One address of the book, or a new one, by the form of its country. */
import { Button, Checkbox, InputField, Page, TextLink } from '@quayside/ui'
import { data, redirect, useNavigation } from 'react-router'
import { addressOf } from '../address-input.ts'
import { likelyCountry } from '../checkout.ts'
import { pageContext } from '../context.ts'
import { phoneOrNull, refuse, text, typedOf, type Refused } from '../form.ts'
import { AddressFields } from '../parts/address-fields.tsx'
import { allPlaced, faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, notFound, settle } from '../problem.ts'
import { forMembers } from '../protected.ts'
import type { Route } from './+types/my-address.ts'

const NEW = 'new'
const PLACES = ['name', 'line1', 'line2', 'postalCode', 'city', 'region', 'country', 'phone']

export const middleware = [forMembers]

export async function loader({ request, params: { addressId }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { customers, settings } = page.store
  const [shop, book] = await Promise.all([
    found(page, settings.storefront({})),
    found(page, customers.addresses.list({})),
  ])
  const address = book.items.find(({ id }) => id === addressId) ?? null
  if (!address && addressId !== NEW) throw await notFound(page)
  const country = address?.country ?? likelyCountry(request, shop) ?? 'ZZ'
  return {
    address,
    country,
    countries: served(shop.countries, address?.country ?? null, page.locale),
    addressForm: await found(page, customers.addressForms.get({ country })),
    isFirst: book.items.length === 0,
  }
}

/** Those the shop serves, and the address's own, should the shop have stopped. */
function served(countries: { code: string; name: string }[], own: string | null, locale: string) {
  if (own === null || countries.some(({ code }) => code === own)) return countries
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(own) ?? own
  return [{ code: own, name }, ...countries]
}

export async function action({ request, params: { addressId }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { addresses, addressForms } = page.store.customers
  const asked = await settle(page, addressForms.get({ country: text(form, 'country') }))
  if (text(form, 'intent') === 'country') return { typed: typedOf(form), addressForm: asked.value }
  const address = {
    ...addressOf(form, null),
    phone: phoneOrNull(form, 'phone'),
    ...(form.has('isDefault') && { isDefault: true }),
  }
  const { problem } = await settle<unknown>(
    page,
    addressId === NEW ? addresses.create(address) : addresses.update({ addressId, ...address }),
  )
  if (!problem) return redirect(paths.addresses({ now: 'kept' }), 303)
  const { data: refused, init } = refuse(problem, form)
  return data({ ...refused, addressForm: asked.value }, init ?? undefined)
}

export default function MyAddress({ loaderData, actionData }: Route.ComponentProps) {
  const { address, country, countries, isFirst } = loaderData
  const words = useWords()
  const mine = words.myAccount.address
  const { name } = useFrame()
  const busy = useNavigation().formMethod === 'POST'
  const refused: Refused | null = actionData && 'problem' in actionData ? actionData : null
  const form = useFirstError(refused)
  const typed = actionData?.typed ?? {}
  const faults = faultsOf(refused?.problem, words)
  const title = address ? mine.changeTitle : mine.addTitle
  return (
    <Page title={title}>
      <Head title={title} hidden />
      <Form ref={form} method="post" noValidate className="max-w-2xl space-y-4">
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {mine.save}
        </button>
        {refused && !allPlaced(refused.problem, PLACES) && <ProblemOf problem={refused.problem} />}
        <AddressFields
          of={null}
          address={address}
          name={name ?? undefined}
          typed={typed}
          faults={faults}
          countries={countries}
          country={country}
          form={actionData?.addressForm ?? loaderData.addressForm}
        />
        <InputField
          label={mine.phone}
          optional={words.checkout.optional}
          hint={mine.phoneHint}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          defaultValue={typed['phone'] ?? address?.phone ?? ''}
          error={faults('phone')}
        />
        {!isFirst && !address?.isDefault && <Checkbox label={mine.asUsual} name="isDefault" />}
        <Button size="large" busy={busy}>
          {busy ? words.account.busy : mine.save}
        </Button>
      </Form>
      <p className="mt-8 text-sm">
        <TextLink href={paths.addresses()}>{mine.back}</TextLink>
      </p>
    </Page>
  )
}
