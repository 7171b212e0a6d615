/** The order of a list. With script a choice is enough; without, a button follows it. */
import { Button, Select } from '@quayside/ui'
import { useSubmit } from 'react-router'
import type { List } from '../list.ts'
import { sorts } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function SortChoice({ list: { q, sort, options, available } }: { list: List }) {
  const words = useWords().list
  const submit = useSubmit()
  return (
    <Form className="flex items-center gap-2" preventScrollReset>
      {q && <input type="hidden" name="q" value={q} />}
      {options.map((each) => (
        <input key={each} type="hidden" name="option" value={each} />
      ))}
      {available && <input type="hidden" name="available" value="1" />}
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
        {sorts
          .filter((choice) => q || choice !== 'relevance')
          .map((choice) => (
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
