/** Choosing a password: by the link from a mail, or beside the present one. */
import { Button } from '@quayside/ui'
import type { ReactNode } from 'react'
import { useNavigation } from 'react-router'
import type { Refused } from '../form.ts'
import { allPlaced, faultsOf } from './faults.ts'
import { Form } from './form.tsx'
import { PasswordField } from './password-field.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useFirstError } from './use-first-error.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** The field of the new password, as the operation calls it. */
  name: 'password' | 'newPassword'
  /** From the link; without one the present password is asked for. */
  token?: string
  /** Whose it is, so that a password manager knows which one to replace. */
  email?: string | undefined
  refused: Refused | null
  /** What to do about a refusal that belongs to no field. */
  wayOut?: ReactNode
  label: string
}

export function PasswordForm({ name, token, email, refused, wayOut, label }: Props) {
  const words = useWords()
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  return (
    <Form ref={form} method="post" noValidate className="space-y-4">
      {token !== undefined && <input type="hidden" name="token" value={token} />}
      {email && <input type="email" name="email" autoComplete="username" readOnly hidden value={email} />}
      {refused && !allPlaced(refused.problem, [name, 'currentPassword']) && (
        <ProblemOf problem={refused.problem} action={wayOut} />
      )}
      {token === undefined && (
        <PasswordField
          label={words.account.currentPassword}
          name="currentPassword"
          autoComplete="current-password"
          error={faults('currentPassword')}
        />
      )}
      <PasswordField
        label={words.account.newPassword}
        name={name}
        autoComplete="new-password"
        error={faults(name)}
      />
      <Button size="large" wide busy={busy}>
        {busy ? words.account.busy : label}
      </Button>
    </Form>
  )
}
