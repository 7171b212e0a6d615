/** One's name, how one may be reached and what the store asks besides; the language of shop and mails beside it. */
import { Button, InputField, Notice, Page, SummaryList, useLocale } from '@quayside/ui'
import { redirect, useNavigation } from 'react-router'
import { askedName, askedValues } from '../asked-values.ts'
import { pageContext } from '../context.ts'
import { phoneOrNull, refuse, text } from '../form.ts'
import { AskedFields } from '../parts/asked-fields.tsx'
import { ownFact } from '../parts/attribute-fact.ts'
import { allPlaced, faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { LanguageChoice } from '../parts/language-choice.tsx'
import { NewsletterOf } from '../parts/newsletter-of.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { forMembers } from '../protected.ts'
import type { Route } from './+types/profile.ts'

export const middleware = [forMembers]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [profile, newsletter] = await Promise.all([
    found(page, page.store.customers.profile.get({})),
    found(page, page.store.newsletter.mine({})),
  ])
  return { profile, newsletter, isSaved: new URL(request.url).searchParams.get('now') === 'saved' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { ownFields } = await found(page, page.store.customers.profile.get({}))
  const { problem } = await settle(
    page,
    page.store.customers.profile.update({
      name: text(form, 'name'),
      phone: phoneOrNull(form, 'phone'),
      custom: askedValues(form, ownFields),
    }),
  )
  return problem ? refuse(problem, form) : redirect(paths.profile({ now: 'saved' }), 303)
}

export default function Profile({
  loaderData: { profile, newsletter, isSaved },
  actionData,
}: Route.ComponentProps) {
  const words = useWords()
  const mine = words.myAccount.you
  const { tag } = useLocale()
  const refused = actionData ?? null
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  const asked = profile.ownFields.filter(({ isWritable }) => isWritable)
  const told = profile.ownFields.filter(({ isWritable }) => !isWritable)
  const places = ['name', 'phone', ...asked.map(askedName)]
  return (
    <Page title={mine.title} lead={mine.lead}>
      <Head title={mine.title} hidden />
      {isSaved && !refused && (
        <Notice tone="good" className="mb-6">
          {mine.saved}
        </Notice>
      )}
      <Form ref={form} method="post" noValidate className="max-w-md space-y-4">
        {refused && !allPlaced(refused.problem, places) && <ProblemOf problem={refused.problem} />}
        <InputField
          label={mine.name}
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={refused?.typed['name'] ?? profile.name}
          error={faults('name')}
        />
        <InputField
          label={mine.email}
          hint={mine.emailNote}
          type="email"
          autoComplete="username"
          readOnly
          defaultValue={profile.email}
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
          defaultValue={refused?.typed['phone'] ?? profile.phone ?? ''}
          error={faults('phone')}
        />
        <AskedFields fields={asked} refused={refused} faults={faults} />
        <Button size="large" busy={busy}>
          {busy ? words.account.busy : mine.save}
        </Button>
      </Form>
      {told.length > 0 && (
        <SummaryList
          className="mt-8 max-w-md"
          rows={told.map((field) => {
            const { name, value } = ownFact(field, tag, words.product)
            return { label: name, value }
          })}
        />
      )}
      <NewsletterOf account={profile.email} goesTo={newsletter.email} />
      <section className="mt-12 border-t border-line pt-8">
        <h2 className="font-semibold">{mine.language}</h2>
        <p className="mt-1 mb-2 text-quiet">{mine.languageText}</p>
        <LanguageChoice />
      </section>
    </Page>
  )
}
