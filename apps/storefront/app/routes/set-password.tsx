/** Choosing a password by the link from a mail, when invited or when the old one is forgotten. It works once; then one logs in. */
import { Button, InputField, LinkButton, Page } from '@quayside/ui'
import { redirect, useNavigation } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { faultsOf, allPlaced } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/set-password.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { problem } = await settle(
    page,
    page.store.identity.setPassword({
      token: text(form, 'token'),
      password: String(form.get('password') ?? ''),
    }),
  )
  return problem ? refuse(problem, form) : redirect(paths.login({ now: 'password-set' }), 303)
}

export default function SetPassword({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const refused = actionData ?? null
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  return (
    <Page title={words.account.setPasswordTitle} lead={words.account.setPasswordLead} width="narrow">
      <Head title={words.account.setPasswordTitle} hidden />
      <Form ref={form} method="post" noValidate className="space-y-4">
        <input type="hidden" name="token" value={token} />
        {refused && !allPlaced(refused.problem, ['password']) && (
          <ProblemOf
            problem={refused.problem}
            action={
              refused.problem.code === 'identity.link_not_valid' && (
                <LinkButton href={paths.forgotPassword()} look="secondary" size="small">
                  {words.account.newLink}
                </LinkButton>
              )
            }
          />
        )}
        <InputField
          label={words.account.newPassword}
          hint={words.account.passwordHint}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          maxLength={128}
          error={faults('password')}
        />
        <Button size="large" wide busy={busy}>
          {busy ? words.account.busy : words.account.setPassword}
        </Button>
      </Form>
    </Page>
  )
}
