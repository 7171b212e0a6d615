/** A password. Whoever wants to see what they type may; a password manager finds its way by `autoComplete`. */
import { Field, Input } from '@quayside/ui'
import { useState } from 'react'
import { useScript } from './use-script.ts'
import { useWords } from './use-words.ts'

type Props = {
  label: string
  name: string
  autoComplete: 'current-password' | 'new-password'
  error: string | undefined
}

/** What managers go by when they make one up: our only rule is the length. */
const RULES = { passwordrules: 'minlength: 10; maxlength: 128;' }

export function PasswordField({ label, name, autoComplete, error }: Props) {
  const { account, passkeys: words } = useWords()
  const [isShown, setShown] = useState(false)
  const hasScript = useScript()
  const isNew = autoComplete === 'new-password'
  return (
    <Field label={label} hint={isNew ? account.passwordHint : undefined} error={error}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            {...(isNew && RULES)}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            required
            maxLength={128}
            className="pe-20"
          />
          {hasScript && (
            <button
              type="button"
              aria-controls={control.id}
              aria-label={isShown ? words.hideTyped : words.showTyped}
              onClick={() => setShown(!isShown)}
              className="absolute inset-y-0 end-0 rounded-control px-3 text-sm font-medium text-quiet hover:text-ink"
            >
              {isShown ? words.hide : words.show}
            </button>
          )}
        </div>
      )}
    </Field>
  )
}
