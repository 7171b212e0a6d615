/** Words to the shop: about an order its address is known, else it is asked for. */
import { Button, InputField, TextareaField } from '@quayside/ui'
import { useNavigation } from 'react-router'
import type { Refused } from '../form.ts'
import { allPlaced, faultsOf } from './faults.ts'
import { Form } from './form.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useFirstError } from './use-first-error.ts'
import { useWords } from './use-words.ts'

const PLACES = ['name', 'email', 'subject', 'text']

type Props = {
  /** Null: about no order. */
  order: { id: string; token: string | null } | null
  person: { name: string; email: string } | null
  refused: Refused | null
}

export function ContactForm({ order, person, refused }: Props) {
  const words = useWords()
  const own = words.help
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  const typed = (name: string, before = '') => refused?.typed[name] ?? before
  return (
    <Form ref={form} method="post" noValidate className="space-y-6">
      {refused && !allPlaced(refused.problem, PLACES) && <ProblemOf problem={refused.problem} />}
      {order ? (
        <>
          <input type="hidden" name="orderId" value={order.id} />
          {order.token && <input type="hidden" name="token" value={order.token} />}
        </>
      ) : (
        <div className="grid gap-6 sm:grid-cols-2">
          <InputField
            label={own.name}
            name="name"
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={typed('name', person?.name)}
            error={faults('name')}
          />
          <InputField
            label={words.checkout.email}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={254}
            defaultValue={typed('email', person?.email)}
            error={faults('email')}
          />
        </div>
      )}
      <InputField
        label={own.subject}
        name="subject"
        required
        maxLength={150}
        defaultValue={typed('subject')}
        error={faults('subject')}
      />
      <TextareaField
        label={own.text}
        name="text"
        rows={8}
        required
        maxLength={5000}
        defaultValue={typed('text')}
        error={faults('text')}
      />
      <Button size="large" busy={busy}>
        {busy ? own.sending : own.send}
      </Button>
    </Form>
  )
}
