/** Choosing a password by the link from a mail, when invited or when the old one is forgotten. It works once; then one logs in. */
import { LinkButton, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
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
  const words = useWords().account
  const isOver = actionData?.problem.code === 'identity.link_not_valid'
  return (
    <Page title={words.setPasswordTitle} lead={words.setPasswordLead} width="narrow">
      <Head title={words.setPasswordTitle} hidden />
      <PasswordForm
        name="password"
        token={token}
        refused={actionData ?? null}
        wayOut={
          isOver && (
            <LinkButton href={paths.forgotPassword()} look="secondary" size="small">
              {words.newLink}
            </LinkButton>
          )
        }
        label={words.setPassword}
      />
    </Page>
  )
}
