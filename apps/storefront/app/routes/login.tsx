/** Logging in. The guest's cart comes along. */
import { Notice, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { passkeyOf, refuse, text } from '../form.ts'
import { AccountForm } from '../parts/account-form.tsx'
import { Head } from '../parts/head.tsx'
import { useWords } from '../parts/use-words.ts'
import { ownPath, paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { SignedByPasskey } from '../store.ts'
import type { Route } from './+types/login.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const to = ownPath(searchParams.get('to'), paths.myOrders())
  if (context.get(pageContext).session.kind === 'person') throw redirect(to, 303)
  return { to, passwordSet: searchParams.get('now') === 'password-set' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { identity } = page.store
  const { problem } = await settle(
    page,
    form.has('passkey')
      ? identity.passkeys.logIn({ passkey: passkeyOf<SignedByPasskey>(form) })
      : identity.logIn({ email: text(form, 'email'), password: String(form.get('password') ?? '') }),
  )
  return problem ? refuse(problem, form) : redirect(ownPath(form.get('to'), paths.myOrders()), 303)
}

export default function LogIn({ loaderData: { to, passwordSet }, actionData }: Route.ComponentProps) {
  const words = useWords().account
  return (
    <Page title={words.logInTitle} lead={words.logInLead} width="narrow">
      <Head title={words.logInTitle} hidden />
      {passwordSet && (
        <Notice tone="good" className="mb-6">
          {words.passwordSet}
        </Notice>
      )}
      <AccountForm
        kind="login"
        passkeys
        to={to}
        refused={actionData ?? null}
        other={{ question: words.noAccount, label: words.toSignUp, href: paths.signup({ to }) }}
      />
    </Page>
  )
}
