/** The order of a list. With script a choice is enough; without, a button follows it. */
import { Button, Select } from '@quayside/ui'
import { useSubmit } from 'react-router'
import { sorts, type ListSort } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function SortChoice({ q, sort }: { q: string; sort: ListSort }) {
  const words = useWords().list
  const submit = useSubmit()
  return (
    <Form className="flex items-center gap-2" preventScrollReset>
      {q && <input type="hidden" name="q" value={q} />}
      <label htmlFor="sort" className="text-sm text-quiet max-sm:sr-only">
        {words.sort}
      </label>
      <Select
        key={sort}
        id="sort"
        name="sort"
        defaultValue={sort}
        className="w-52"
        onChange={(event) => void submit(event.currentTarget.form)}
      >
        {sorts.map((choice) => (
          <option key={choice} value={choice}>
            {words.sorts[choice]}
          </option>
        ))}
      </Select>
      <span className="hidden noscript:block">
        <Button look="secondary">{words.apply}</Button>
      </span>
    </Form>
  )
}
