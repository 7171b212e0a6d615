/** The common form of logging in and signing up. */
import { Button, InputField, TextLink } from '@quayside/ui'
import { useNavigation } from 'react-router'
import type { Refused } from '../form.ts'
import { paths } from '../paths.ts'
import { allPlaced, faultsOf } from './faults.ts'
import { Form } from './form.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useFirstError } from './use-first-error.ts'
import { useWords } from './use-words.ts'

const PLACES = ['name', 'email', 'password']

type Props = {
  kind: 'login' | 'signup'
  /** The address that is known already. */
  email?: string
  to: string
  refused: Refused | null
  other: { question: string; label: string; href: string }
}

export function AccountForm({ kind, email = '', to, refused, other }: Props) {
  const words = useWords()
  const form = useFirstError(refused)
  const navigation = useNavigation()
  const busy = navigation.formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  const signingUp = kind === 'signup'
  return (
    <Form ref={form} method="post" noValidate className="space-y-4">
      <input type="hidden" name="to" value={to} />
      {refused && !allPlaced(refused.problem, PLACES) && (
        <ProblemOf
          problem={refused.problem}
          detail={
            refused.problem.code === 'identity.log_in_refused' ? words.problems.logInRefused : undefined
          }
        />
      )}
      {signingUp && (
        <InputField
          label={words.account.name}
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={refused?.typed['name'] ?? ''}
          error={faults('name')}
        />
      )}
      <InputField
        label={words.account.email}
        name="email"
        type="email"
        inputMode="email"
        autoComplete={signingUp ? 'email' : 'username'}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
        defaultValue={refused?.typed['email'] ?? email}
        error={faults('email')}
      />
      <InputField
        label={words.account.password}
        hint={signingUp ? words.account.passwordHint : undefined}
        name="password"
        type="password"
        autoComplete={signingUp ? 'new-password' : 'current-password'}
        required
        maxLength={128}
        error={faults('password')}
      />
      {!signingUp && (
        <p className="text-sm">
          <TextLink href={paths.forgotPassword()}>{words.account.forgot}</TextLink>
        </p>
      )}
      <Button size="large" wide busy={busy}>
        {busy ? words.account.busy : signingUp ? words.account.signUp : words.account.logIn}
      </Button>
      <p className="pt-2 text-center text-quiet">
        {other.question}{' '}
        <TextLink href={other.href} className="text-ink">
          {other.label}
        </TextLink>
      </p>
    </Form>
  )
}
