/** Asking for the link to choose a new password. What it answers is the same for every address. */
import { Button, InputField, LinkButton, Page } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { allPlaced, faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/forgot-password.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const email = text(form, 'email')
  const { problem } = await settle(page, page.store.identity.passwords.request({ email }))
  return problem ? refuse(problem, form) : { sentTo: email }
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  const words = useWords()
  const refused = actionData && 'problem' in actionData ? actionData : null
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  if (actionData && 'sentTo' in actionData)
    return (
      <Page title={words.account.linkSentTitle} width="narrow">
        <Head title={words.account.linkSentTitle} hidden />
        <p role="status" className="mb-8 text-quiet">
          {words.account.linkSent(actionData.sentTo)}
        </p>
        <LinkButton href={paths.login()} look="secondary">
          {words.account.backToLogIn}
        </LinkButton>
      </Page>
    )
  return (
    <Page title={words.account.forgotTitle} lead={words.account.forgotLead} width="narrow">
      <Head title={words.account.forgotTitle} hidden />
      <Form ref={form} method="post" noValidate className="space-y-4">
        {refused && !allPlaced(refused.problem, ['email']) && <ProblemOf problem={refused.problem} />}
        <InputField
          label={words.account.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
          defaultValue={refused?.typed['email'] ?? ''}
          error={faults('email')}
        />
        <Button size="large" wide busy={busy}>
          {busy ? words.account.busy : words.account.sendLink}
        </Button>
      </Form>
    </Page>
  )
}
