/** What a form says of the fields that the store asks its customers for, by their keys; an empty one takes its value away. */
import { phoneOrNull, textOrNull } from './form.ts'
import type { AskedField } from './store.ts'

export const askedName = ({ key }: AskedField) => `custom.${key}`

export function askedValues(form: FormData, fields: readonly AskedField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter(({ isWritable }) => isWritable).map((field) => [field.key, valueIn(form, field)]),
  )
}

/** What is no number stays as it was typed: the store says what is wrong with it. */
function valueIn(form: FormData, field: AskedField): unknown {
  const name = askedName(field)
  if (field.kind === 'flag') return form.has(name)
  if (field.kind === 'phone') return phoneOrNull(form, name)
  const typed = textOrNull(form, name)
  if (field.kind === 'integer' && typed && /^-?\d{1,15}$/.test(typed)) return Number(typed)
  return field.kind === 'decimal' && typed ? typed.replace(',', '.') : typed
}
