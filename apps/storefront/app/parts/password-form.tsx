/** Choosing a password: by the link from a mail, or beside the present one. */
import { Button, InputField } from '@quayside/ui'
import type { ReactNode } from 'react'
import { useNavigation } from 'react-router'
import type { Refused } from '../form.ts'
import { allPlaced, faultsOf } from './faults.ts'
import { Form } from './form.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useFirstError } from './use-first-error.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** The field of the new password, as the operation calls it. */
  name: 'password' | 'newPassword'
  /** From the link; without one the present password is asked for. */
  token?: string
  refused: Refused | null
  /** What to do about a refusal that belongs to no field. */
  wayOut?: ReactNode
  label: string
}

export function PasswordForm({ name, token, refused, wayOut, label }: Props) {
  const words = useWords()
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  return (
    <Form ref={form} method="post" noValidate className="space-y-4">
      {token !== undefined && <input type="hidden" name="token" value={token} />}
      {refused && !allPlaced(refused.problem, [name, 'currentPassword']) && (
        <ProblemOf problem={refused.problem} action={wayOut} />
      )}
      {token === undefined && (
        <InputField
          label={words.account.currentPassword}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          error={faults('currentPassword')}
        />
      )}
      <InputField
        label={words.account.newPassword}
        hint={words.account.passwordHint}
        name={name}
        type="password"
        autoComplete="new-password"
        required
        maxLength={128}
        error={faults(name)}
      />
      <Button size="large" wide busy={busy}>
        {busy ? words.account.busy : label}
      </Button>
    </Form>
  )
}
