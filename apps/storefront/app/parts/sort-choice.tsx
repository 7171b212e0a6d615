/** The order of a list. With script a choice is enough; without, a button follows it. */
import { Button, Select } from '@quayside/ui'
import { without } from '../list-query.ts'
import type { List } from '../list.ts'
import { sorts } from '../store.ts'
import { Form } from './form.tsx'
import { useListAddress } from './use-list-address.ts'
import { useWords } from './use-words.ts'

export function SortChoice({ list: { query } }: { list: List }) {
  const words = useWords().list
  const { params, go } = useListAddress()
  const kept = without(params, 'sort')
  return (
    <Form className="flex min-w-0 items-center gap-2" preventScrollReset>
      {[...kept].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="sort" className="text-sm text-quiet max-sm:sr-only">
        {words.sort}
      </label>
      <Select
        key={query.sort}
        id="sort"
        name="sort"
        defaultValue={query.sort}
        className="w-44 min-w-0 sm:w-52"
        onChange={(event) => {
          kept.set('sort', event.currentTarget.value)
          go(kept)
        }}
      >
        {sorts
          .filter((choice) => query.q || choice !== 'relevance')
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
