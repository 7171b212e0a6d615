/** Asks for the newsletter. The answer is a page of its own, with and without script. */
import { Button, Field, Input } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'
import { useFirstError } from './use-first-error.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** What was typed, and what is wrong with it. */
  refused?: { typed: string; error: string | undefined } | null
}

export function NewsletterForm({ refused = null }: Props) {
  const own = useWords().newsletter
  const { shop } = useFrame()
  const form = useFirstError(refused)
  const busy = useNavigation().formAction?.endsWith(paths.newsletter()) ?? false
  return (
    <Form ref={form} method="post" action={paths.newsletter()} noValidate>
      <Field label={own.to} hint={own.wording(shop)} error={refused?.error}>
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...control}
              name="email"
              type="email"
              inputMode="email"
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="name@example.com"
              dir="ltr"
              required
              maxLength={254}
              defaultValue={refused?.typed ?? ''}
              className="flex-[999_1_12rem]"
            />
            <Button busy={busy} look="secondary" className="grow">
              {own.ask}
            </Button>
          </div>
        )}
      </Field>
    </Form>
  )
}
