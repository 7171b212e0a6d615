/** Changing one's password: the present one is asked for, and all other devices are logged out. */
import { Notice, Page, TextLink } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { refuse } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { forMembers } from '../protected.ts'
import type { Route } from './+types/change-password.ts'

export const middleware = [forMembers]

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { person } = await found(page, page.store.identity.me())
  return { email: person?.email }
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

export default function ChangePassword({ loaderData: { email }, actionData }: Route.ComponentProps) {
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
        email={email}
        refused={actionData?.problem ? actionData : null}
        label={words.changePassword}
      />
      {/* Also the way to a first password, for who came by a passkey. */}
      <p className="mt-6 text-sm">
        <TextLink href={paths.forgotPassword()}>{words.forgot}</TextLink>
      </p>
    </Page>
  )
}
