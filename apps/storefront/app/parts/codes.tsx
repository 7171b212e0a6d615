/** Codes for offers: those that were entered, with what each takes off or why it does not, and a field for another. */
import { Button, formatMoney, Icon, InputField, useLocale } from '@quayside/ui'
import { useNavigation } from 'react-router'
import type { Refused } from '../form.ts'
import type { Cart, CartCode } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

/** It is said beside the field, then. */
export const isOfCode = (refused: Refused | null): boolean => refused?.typed['intent'] === 'addCode'

type Props = { codes: Cart['codes']; refused: Refused | null }

export function Codes({ codes, refused }: Props) {
  const words = useWords().codes
  const navigation = useNavigation()
  const busy = navigation.formData?.get('intent') === 'addCode'
  const mine = isOfCode(refused) ? refused : null
  return (
    <section aria-label={words.title} className="mt-5 border-t border-line pt-5">
      {codes.length > 0 && (
        <ul className="mb-4 space-y-2">
          {codes.map((code) => (
            <Entered key={code.code} code={code} />
          ))}
        </ul>
      )}
      <Form method="post" preventScrollReset className="flex items-start gap-2">
        <InputField
          key={codes.length}
          label={codes.length > 0 ? words.another : words.field}
          name="code"
          required
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={mine?.typed['code'] ?? ''}
          error={mine ? (mine.problem.errors?.[0]?.message ?? mine.problem.detail) : undefined}
          className="min-w-0 flex-1"
        />
        <Button name="intent" value="addCode" look="secondary" busy={busy} className="mt-[1.625rem] shrink-0">
          {words.apply}
        </Button>
      </Form>
    </section>
  )
}

function Entered({ code }: { code: CartCode }) {
  const words = useWords().codes
  const { tag } = useLocale()
  const { amount, currency } = code.discount
  return (
    <li className="flex items-start justify-between gap-3 text-sm">
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 font-medium">
          <Icon
            name={code.problem ? 'alert' : 'check'}
            className={code.problem ? 'size-4 shrink-0 text-warn' : 'size-4 shrink-0 text-good'}
          />
          <span className="break-all">{code.code}</span>
        </p>
        <p className="mt-0.5 text-quiet">
          {code.problem ? code.problem.message : words.takesOff(formatMoney({ amount, currency }, tag))}
        </p>
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="code" value={code.code} />
        <Button
          name="intent"
          value="removeCode"
          look="quiet"
          size="small"
          aria-label={words.removeOf(code.code)}
          className="-me-3 -mt-2 text-quiet"
        >
          {words.remove}
        </Button>
      </Form>
    </li>
  )
}
