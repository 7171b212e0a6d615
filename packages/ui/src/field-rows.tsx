/**
 * Rows of the same fields, as many as one needs: rows are added and taken away, and each keeps what was typed in it.
 *
 * Fields are named as the store names them in what it says is wrong: `items.2.quantity`. Without script the buttons
 * send the form with `rows` = `add`, or the number of the row to take away, and the page comes back with it done.
 * Give it another `key` with every answer, so that the rows are those of the answer.
 */
import { useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type FieldRow<Field extends string> = {
  /** Of a field, in what is sent. */
  nameOf: (field: Field) => string
  /** Of a field, in the answer: what was typed and what is wrong with it. Null: the row is new. */
  answered: ((field: Field) => string) | null
}

type Props<Field extends string> = {
  name: string
  /** How many rows there are in the answer. */
  count: number
  most: number
  add: string
  /** Of the row, counted from one. */
  remove: (row: number) => string
  children: (row: FieldRow<Field>, at: number) => ReactNode
}

export function FieldRows<Field extends string>({ name, count, most, add, remove, children }: Props<Field>) {
  const [rows, setRows] = useState(() => Array.from({ length: count }, (_, at) => at))
  const next = useRef(count)
  const list = useRef<HTMLOListElement>(null)
  const addRow = (event: MouseEvent) => {
    event.preventDefault()
    setRows([...rows, next.current++])
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus())
  }
  const removeRow = (event: MouseEvent, row: number) => {
    event.preventDefault()
    setRows(rows.filter((each) => each !== row))
    requestAnimationFrame(() => list.current?.querySelector('input')?.focus())
  }
  const at = (place: number) => (field: Field) => `${name}.${place}.${field}`
  return (
    <>
      <ol ref={list} className="space-y-4">
        {rows.map((row, place) => (
          <li key={row} className="flex items-start gap-3">
            {children({ nameOf: at(place), answered: row < count ? at(row) : null }, place)}
            {rows.length > 1 && (
              <button
                type="submit"
                name="rows"
                value={place}
                formNoValidate
                aria-label={remove(place + 1)}
                onClick={(event) => removeRow(event, row)}
                className="mt-6.5 grid size-11 shrink-0 place-items-center rounded-control transition-colors hover:bg-shade"
              >
                <Icon name="close" className="size-5" />
              </button>
            )}
          </li>
        ))}
      </ol>
      {rows.length < most && (
        <Button name="rows" value="add" look="secondary" size="small" formNoValidate onClick={addRow}>
          {add}
        </Button>
      )}
    </>
  )
}
