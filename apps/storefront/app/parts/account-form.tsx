/** The common form of logging in and signing up. */
import { Button, InputField, TextLink } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { text, type Refused } from '../form.ts'
import { deviceName, makePasskey, signByPasskey } from '../passkeys.ts'
import { paths } from '../paths.ts'
import { allPlaced, faultsOf } from './faults.ts'
import { Form } from './form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasswordField } from './password-field.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useFirstError } from './use-first-error.ts'
import { usePasskey } from './use-passkey.ts'
import { usePasskeyAutofill } from './use-passkey-autofill.ts'
import { useWords } from './use-words.ts'

const PLACES = ['name', 'email', 'password']

type Props = {
  kind: 'login' | 'signup'
  /** The address that is known already. */
  email?: string
  to: string
  refused: Refused | null
  /** Whether the page's action takes passkeys, too. */
  passkeys?: boolean
  other: { question: string; label: string; href: string }
}

export function AccountForm({ kind, email = '', to, refused: answered, passkeys = false, other }: Props) {
  const words = useWords()
  const passkey = usePasskey()
  const refused = passkey.failed ?? answered
  const form = useFirstError(refused)
  const navigation = useNavigation()
  const busy = navigation.formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  const signingUp = kind === 'signup'
  usePasskeyAutofill(passkey, { to, wanted: passkeys && !signingUp, refused: answered })

  function byPasskey(typed: FormData): void {
    if (!signingUp) return void passkey.press({ to }, (by) => signByPasskey(by))
    const person = { name: text(typed, 'name'), email: text(typed, 'email') }
    const passkeyName = deviceName() ?? words.passkeys.plainName
    void passkey.press({ to, ...person, passkeyName }, (by) => makePasskey(by, person))
  }

  return (
    <Form ref={form} method="post" noValidate onSubmit={passkey.forgive} className="space-y-4">
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
        autoComplete={signingUp ? 'username' : 'username webauthn'}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
        defaultValue={refused?.typed['email'] ?? email}
        error={faults('email')}
      />
      <PasswordField
        label={words.account.password}
        name="password"
        autoComplete={signingUp ? 'new-password' : 'current-password'}
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
      {passkeys && (
        <PasskeyButton
          passkey={passkey}
          label={signingUp ? words.passkeys.signUp : words.passkeys.logIn}
          hint={signingUp ? words.passkeys.signUpHint : undefined}
          onPress={(pressed) => byPasskey(new FormData(pressed))}
        />
      )}
      <p className="pt-2 text-center text-quiet">
        {other.question}{' '}
        <TextLink href={other.href} className="text-ink">
          {other.label}
        </TextLink>
      </p>
    </Form>
  )
}
