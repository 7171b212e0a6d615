/** Changing one's password: the present one is asked for, and all other devices are logged out. */
import { Button, InputField, Notice, Page } from '@quayside/ui'
import { redirect, useNavigation } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse } from '../form.ts'
import { allPlaced, faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/change-password.ts'

const PLACES = ['currentPassword', 'newPassword']

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
  const words = useWords()
  const refused = actionData?.problem ? actionData : null
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  return (
    <Page title={words.account.changePasswordTitle} lead={words.account.changePasswordLead} width="narrow">
      <Head title={words.account.changePasswordTitle} hidden />
      {actionData?.problem === null && (
        <Notice tone="good" className="mb-6">
          {words.account.passwordChanged}
        </Notice>
      )}
      <Form
        ref={form}
        key={actionData?.problem === null ? 'changed' : 'open'}
        method="post"
        noValidate
        className="space-y-4"
      >
        {refused && !allPlaced(refused.problem!, PLACES) && <ProblemOf problem={refused.problem} />}
        <InputField
          label={words.account.currentPassword}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          error={faults('currentPassword')}
        />
        <InputField
          label={words.account.newPassword}
          hint={words.account.passwordHint}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          maxLength={128}
          error={faults('newPassword')}
        />
        <Button size="large" wide busy={busy}>
          {busy ? words.account.busy : words.account.changePassword}
        </Button>
      </Form>
    </Page>
  )
}
