/** What the store asks its customers for besides, each in the control of its kind. */
import { Checkbox, InputField, SelectField } from '@quayside/ui'
import type { InputHTMLAttributes } from 'react'
import { askedName } from '../asked-values.ts'
import type { Refused } from '../form.ts'
import type { AskedField } from '../store.ts'
import type { Faults } from './faults.ts'
import { useWords } from './use-words.ts'

type Props = { fields: AskedField[]; refused: Refused | null; faults: Faults }

export function AskedFields({ fields, refused, faults }: Props) {
  const words = useWords().checkout
  return fields.map((field) => {
    const name = askedName(field)
    const common = { name, label: field.name, error: faults(name) }
    if (field.kind === 'flag') {
      const checked = refused ? name in refused.typed : field.flag === true
      return <Checkbox key={name} {...common} defaultChecked={checked} />
    }
    const optional = words.optional
    const value = refused?.typed[name] ?? keptIn(field)
    return field.kind === 'choice' ? (
      <SelectField key={name} {...common} optional={optional} defaultValue={value}>
        <option value="">{words.choose}</option>
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </SelectField>
    ) : (
      <InputField key={name} {...common} {...TYPED[field.kind]} optional={optional} defaultValue={value} />
    )
  })
}

/** Numbers are typed as text: of a `number` that is none the browser tells nothing at all. */
const TYPED: Record<Exclude<AskedField['kind'], 'flag' | 'choice'>, InputHTMLAttributes<HTMLInputElement>> = {
  text: {},
  email: { type: 'email', inputMode: 'email' },
  phone: { type: 'tel', inputMode: 'tel' },
  url: { type: 'url', inputMode: 'url' },
  integer: { inputMode: 'numeric' },
  decimal: { inputMode: 'decimal' },
  day: { type: 'date' },
}

function keptIn({ kind, choices, text, number, day }: AskedField): string {
  if (kind === 'choice') return choices.find(({ name }) => name === text)?.value ?? ''
  return text ?? number ?? day ?? ''
}
