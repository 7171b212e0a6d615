/** What a search can be narrowed by, with how much would be left. A form of its own: it works without script. */
import { Button, Checkbox, Disclosure, Link } from '@quayside/ui'
import { firstSort, type List } from '../list.ts'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function Narrowing({ list: { q, sort, facets, options, available } }: { list: List }) {
  const words = useWords().list
  if (!facets) return null
  const chosen = options.length + (available ? 1 : 0)
  const worth = facets.options.filter(({ values }) => values.length > 1)
  if (worth.length === 0 && facets.available === facets.total && chosen === 0) return null
  return (
    <Form key={`${q} ${options.join()} ${available}`} action={paths.products()} className="-mt-4 mb-6">
      <input type="hidden" name="q" value={q} />
      {sort !== firstSort(q) && <input type="hidden" name="sort" value={sort} />}
      <Disclosure title={words.narrow(chosen)} open={chosen > 0}>
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
          {worth.map((facet) => (
            <fieldset key={facet.key}>
              <legend className="pb-1 font-semibold text-ink">{facet.name}</legend>
              {facet.values.map(({ key, name, count }) => {
                const value = `${facet.key}:${key}`
                return (
                  <Checkbox
                    key={key}
                    name="option"
                    value={value}
                    defaultChecked={options.includes(value)}
                    label={words.choice(name, count)}
                  />
                )
              })}
            </fieldset>
          ))}
          <fieldset>
            <legend className="pb-1 font-semibold text-ink">{words.stock}</legend>
            <Checkbox
              name="available"
              value="1"
              defaultChecked={available}
              label={words.choice(words.available, facets.available)}
            />
          </fieldset>
        </div>
        <div className="flex flex-wrap items-center gap-4 pt-4">
          <Button look="secondary">{words.apply}</Button>
          {chosen > 0 && (
            <Link href={paths.products({ q })} className="underline underline-offset-4">
              {words.widen}
            </Link>
          )}
        </div>
      </Disclosure>
    </Form>
  )
}
