/** Reading rows of a form (`FieldRows` draws them): `items.0.sku`, `items.0.quantity`, `items.1.sku` … */
import { text } from './form.ts'

/** In their order. */
export function rowsOf<Field extends string>(
  form: FormData,
  name: string,
  fields: readonly Field[],
): Record<Field, string>[] {
  const places = new Set<number>()
  for (const key of form.keys()) {
    const [head, place = ''] = key.split('.')
    if (head === name && /^\d{1,3}$/.test(place)) places.add(Number(place))
  }
  return [...places]
    .sort((a, b) => a - b)
    .map(
      (place) =>
        Object.fromEntries(fields.map((field) => [field, text(form, `${name}.${place}.${field}`)])) as Record<
          Field,
          string
        >,
    )
}

/** Rows in which something was typed. */
export const filled = <Row extends Record<string, string>>(rows: Row[]): Row[] =>
  rows.filter((row) => Object.values(row).some((value) => value !== ''))

/** What the button without script asks for: one more row, or one less. `null`: the form itself was sent. */
export function rowsAsked<Row>(form: FormData, rows: Row[], empty: Row): Row[] | null {
  const asked = form.get('rows')
  if (asked === null) return null
  return asked === 'add' ? [...rows, empty] : rows.filter((_, at) => String(at) !== asked)
}
