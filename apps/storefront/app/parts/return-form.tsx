/** Choosing what goes back: how many of each, and why. */
import { Button, SelectField, TextareaField } from '@quayside/ui'
import { useNavigation } from 'react-router'
import type { Typed } from '../form.ts'
import type { Order, ReturnableLine } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

type Props = { order: Order; returnable: ReturnableLine[]; token: string | null; typed: Typed }

export function ReturnForm({ order, returnable, token, typed }: Props) {
  const words = useWords()
  const own = words.returns
  const busy = useNavigation().formMethod === 'POST'
  return (
    <Form method="post" className="space-y-8">
      {token && <input type="hidden" name="token" value={token} />}
      {returnable.map(({ orderLineId, quantity }) => {
        const line = order.lines.find(({ id }) => id === orderLineId)
        const chosen = line?.choices.map(({ valueName }) => valueName).join(', ')
        return (
          <fieldset key={orderLineId} className="rounded-panel border border-line p-4 sm:p-5">
            <legend className="px-1 font-medium">
              {line?.name}
              {chosen && <span className="text-quiet"> · {chosen}</span>}
            </legend>
            <input type="hidden" name="line" value={orderLineId} />
            <div className="grid gap-4 sm:grid-cols-[9rem_1fr]">
              <SelectField
                label={own.quantity}
                name={`quantity.${orderLineId}`}
                defaultValue={typed[`quantity.${orderLineId}`] ?? (returnable.length === 1 ? '1' : '0')}
              >
                {Array.from({ length: quantity + 1 }, (_, count) => (
                  <option key={count} value={count}>
                    {count === 0 ? own.none : count}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label={own.reason}
                name={`reason.${orderLineId}`}
                defaultValue={typed[`reason.${orderLineId}`] ?? 'changed_mind'}
              >
                {Object.entries(own.reasons).map(([reason, name]) => (
                  <option key={reason} value={reason}>
                    {name}
                  </option>
                ))}
              </SelectField>
            </div>
          </fieldset>
        )
      })}
      <TextareaField
        label={own.note}
        optional={words.checkout.optional}
        name="note"
        rows={4}
        maxLength={1000}
        defaultValue={typed['note'] ?? ''}
      />
      <Button size="large" busy={busy}>
        {busy ? own.sending : own.send}
      </Button>
    </Form>
  )
}
