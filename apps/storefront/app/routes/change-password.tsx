/** Changing one's password: the present one is asked for, and all other devices are logged out. */
import { Notice, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/change-password.ts'

export function loader({ context }: Route.LoaderArgs) {
  if (context.get(pageContext).session.kind !== 'person')
    throw redirect(paths.login({ to: paths.changePassword() }), 303)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { problem } = await settle(
    page,
    page.store.identity.passwords.change({
      currentPassword: String(form.get('currentPassword') ?? ''),
      newPassword: String(form.get('newPassword') ?? ''),
    }),
  )
  return problem ? refuse(problem, form) : { problem: null }
}

export default function ChangePassword({ actionData }: Route.ComponentProps) {
  const words = useWords().account
  const isDone = actionData?.problem === null
  return (
    <Page title={words.changePasswordTitle} lead={words.changePasswordLead} width="narrow">
      <Head title={words.changePasswordTitle} hidden />
      {isDone && (
        <Notice tone="good" className="mb-6">
          {words.passwordChanged}
        </Notice>
      )}
      <PasswordForm
        key={isDone ? 'changed' : 'open'}
        name="newPassword"
        refused={actionData?.problem ? actionData : null}
        label={words.changePassword}
      />
    </Page>
  )
}
