/** A new account. The guest's cart and orders come along. */
import { Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { passkeyOf, refuse, text } from '../form.ts'
import { AccountForm } from '../parts/account-form.tsx'
import { Head } from '../parts/head.tsx'
import { useWords } from '../parts/use-words.ts'
import { ownPath, paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { MadePasskey } from '../store.ts'
import type { Route } from './+types/signup.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const to = ownPath(new URL(request.url).searchParams.get('to'), paths.myOrders())
  if (context.get(pageContext).session.kind === 'person') throw redirect(to, 303)
  return { to }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { identity } = page.store
  const person = { name: text(form, 'name'), email: text(form, 'email') }
  const { problem } = await settle(
    page,
    form.has('passkey')
      ? identity.passkeys.signUp({
          ...person,
          passkeyName: text(form, 'passkeyName'),
          passkey: passkeyOf<MadePasskey>(form),
        })
      : identity.signUp({ ...person, password: String(form.get('password') ?? '') }),
  )
  return problem ? refuse(problem, form) : redirect(ownPath(form.get('to'), paths.myOrders()), 303)
}

export default function SignUp({ loaderData: { to }, actionData }: Route.ComponentProps) {
  const words = useWords().account
  return (
    <Page title={words.signUpTitle} lead={words.signUpLead} width="narrow">
      <Head title={words.signUpTitle} hidden />
      <AccountForm
        kind="signup"
        passkeys
        to={to}
        refused={actionData ?? null}
        other={{ question: words.haveAccount, label: words.toLogIn, href: paths.login({ to }) }}
      />
    </Page>
  )
}
