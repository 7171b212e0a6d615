/**
 * What a list can be narrowed by, with how much would be left: beside it where there is room, else in a drawer.
 *
 * The drawer is a popover and the choices are a form, so both work without script; with it each choice is taken at once.
 */
import {
  Button,
  Checkbox,
  decimalsOf,
  Disclosure,
  Icon,
  Input,
  Link,
  Swatch,
  formatMoney,
  plainAmount,
  useLocale,
} from '@quayside/ui'
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { firstSort, said, widest, without } from '../list-query.ts'
import type { List } from '../list.ts'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'
import { useListAddress } from './use-list-address.ts'
import { useWords } from './use-words.ts'

const DRAWER = 'filters'
const OPEN = 3 // facets that show their values at once
const SHOWN = 8 // values of a facet before the rest folds away

type Facets = NonNullable<List['facets']>

/** Whether there is anything to choose between. */
export function canNarrow({ facets, query }: List): boolean {
  if (!facets) return false
  return (
    [...facets.options, ...facets.attributes].some(({ values }) => values.length > 1) ||
    facets.available !== facets.total ||
    facets.price?.lowest.amount !== facets.price?.highest.amount ||
    chosenOf(query) > 0
  )
}

export const chosenOf = ({ category, options, attributes, available, price }: List['query']) =>
  options.length +
  attributes.length +
  [category, available || null, price.min ?? price.max].filter((each) => each !== null).length

export function FilterButton({ list }: { list: List }) {
  const words = useWords().list
  const chosen = chosenOf(list.query)
  return (
    <button
      type="button"
      popoverTarget={DRAWER}
      className="inline-flex min-h-11 items-center gap-2 rounded-control border border-edge px-4 font-medium transition-colors hover:border-ink lg:hidden"
    >
      <Icon name="filter" className="size-5" />
      {words.filter}
      {chosen > 0 && (
        <span className="grid size-5 place-items-center rounded-full bg-ink text-xs text-paper tabular">
          {chosen}
        </span>
      )}
    </button>
  )
}

export function Filters({ list }: { list: List }) {
  const words = useWords().list
  const { pathname, params, pending, go } = useListAddress()
  const drawer = useRef<HTMLElement>(null)
  const { facets, query } = list
  if (!facets) return null
  const take = (form: HTMLFormElement) => {
    const wish = said(new FormData(form))
    if (wish.toString() !== without(params, 'after').toString()) go(wish)
  }
  // Boxes are taken when ticked, amounts when they are left.
  const ticked = (event: FormEvent<HTMLFormElement>) => {
    if ((event.target as HTMLInputElement).type === 'checkbox') take(event.currentTarget)
  }
  const left = (event: FormEvent<HTMLFormElement>) => {
    if ((event.target as HTMLInputElement).type === 'text') take(event.currentTarget)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    take(event.currentTarget)
    if (drawer.current?.matches(':popover-open')) drawer.current.hidePopover()
  }
  return (
    <aside
      ref={drawer}
      id={DRAWER}
      popover="auto"
      aria-label={words.filter}
      className="drawer lg:static lg:block lg:w-auto lg:overflow-visible lg:bg-transparent lg:p-0"
    >
      <div className="flex items-center justify-between pb-2 lg:hidden">
        <h2 className="text-xl font-semibold">{words.filter}</h2>
        <button
          type="button"
          popoverTarget={DRAWER}
          popoverTargetAction="hide"
          aria-label={words.closeFilter}
          className="-me-2 grid size-11 place-items-center"
        >
          <Icon name="close" />
        </button>
      </div>
      <Form action={pathname} onSubmit={submit} onChange={ticked} onBlur={left} aria-busy={pending}>
        {query.q && <input type="hidden" name="q" value={query.q} />}
        {query.category && <input type="hidden" name="category" value={query.category} />}
        {query.sort !== firstSort(query.q) && <input type="hidden" name="sort" value={query.sort} />}
        {facets.options.map((facet, index) => (
          <Choices key={facet.key} name="option" facet={facet} params={params} open={index < OPEN} />
        ))}
        {facets.attributes.map((facet, index) => (
          <Choices
            key={facet.key}
            name="attribute"
            facet={facet}
            params={params}
            open={facets.options.length + index < OPEN}
          />
        ))}
        <PriceRange list={list} params={params} />
        <Group title={words.stock} open>
          <Tick
            name="available"
            value="1"
            taken={params.has('available')}
            label={words.choice(words.available, facets.available)}
          />
        </Group>
        <div className="sticky bottom-0 hidden bg-paper py-4 max-lg:flex noscript:flex">
          <Button wide>{words.show(facets.total)}</Button>
        </div>
        {chosenOf(query) > 0 && (
          <Link
            href={paths.narrowed(pathname, widest(params))}
            keepScroll
            className="inline-block pt-4 underline underline-offset-4 max-lg:pb-4"
          >
            {words.widen}
          </Link>
        )}
      </Form>
    </aside>
  )
}

type TickProps = { name: string; value: string; taken: boolean; label: ReactNode }

/** Shows what was clicked at once, and what the list is narrowed by as soon as that is another. */
function Tick({ taken, ...rest }: TickProps) {
  const [clicked, click] = useState({ while: taken, checked: taken })
  return (
    <Checkbox
      {...rest}
      checked={clicked.while === taken ? clicked.checked : taken}
      onChange={(event) => click({ while: taken, checked: event.currentTarget.checked })}
    />
  )
}

function Choices({
  name,
  facet,
  params,
  open,
}: {
  name: 'option' | 'attribute'
  facet: Facets['options'][number]
  params: URLSearchParams
  open: boolean
}) {
  const words = useWords().list
  const chosen = params.getAll(name)
  const valueOf = (key: string) => `${facet.key}:${key}`
  const ticked = facet.values.filter(({ key }) => chosen.includes(valueOf(key)))
  if (facet.values.length < 2 && ticked.length === 0) return null
  const box = ({ key, name: label, swatch, count }: (typeof facet.values)[number]) => (
    <Tick
      key={key}
      name={name}
      value={valueOf(key)}
      taken={chosen.includes(valueOf(key))}
      label={
        <span className="flex items-center gap-2">
          {swatch && <Swatch colour={swatch} />}
          {words.choice(label, count)}
        </span>
      }
    />
  )
  // One or two are not worth folding away.
  const shown = facet.values.length > SHOWN + 2 ? SHOWN : facet.values.length
  const rest = facet.values.slice(shown)
  return (
    <Group title={facet.name} open={open || ticked.length > 0}>
      {facet.values.slice(0, shown).map(box)}
      {rest.length > 0 && (
        <details open={rest.some((value) => ticked.includes(value))}>
          <summary className="py-1 text-sm underline underline-offset-4">
            {words.moreValues(rest.length)}
          </summary>
          {rest.map(box)}
        </details>
      )}
    </Group>
  )
}

function PriceRange({ list: { facets, query }, params }: { list: List; params: URLSearchParams }) {
  const words = useWords().list
  const { tag } = useLocale()
  const range = facets?.price
  if (
    !range ||
    (range.lowest.amount === range.highest.amount && query.price.min === null && query.price.max === null)
  )
    return null
  const { currency } = range.lowest
  const field = (name: 'min' | 'max', label: string, edge: typeof range.lowest) => (
    <Input
      key={params.get(name)}
      type="text"
      name={name}
      aria-label={label}
      inputMode={decimalsOf(currency) === 0 ? 'numeric' : 'decimal'}
      defaultValue={params.get(name) ?? ''}
      placeholder={plainAmount(edge)}
      maxLength={12}
      autoComplete="off"
    />
  )
  return (
    <Group title={words.price} open>
      <input type="hidden" name="currency" value={currency} />
      <div className="flex items-center gap-2">
        {field('min', words.priceFrom(currency), range.lowest)}
        <span aria-hidden="true">–</span>
        {field('max', words.priceTo(currency), range.highest)}
      </div>
      <p className="pt-1.5 text-sm text-quiet">
        {words.priceRange(formatMoney(range.lowest, tag), formatMoney(range.highest, tag))}
      </p>
    </Group>
  )
}

function Group({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <Disclosure title={<span id={id}>{title}</span>} open={open}>
      <div role="group" aria-labelledby={id}>
        {children}
      </div>
    </Disclosure>
  )
}
