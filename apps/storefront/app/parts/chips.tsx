/** What a list is narrowed by now, each with a way out of it. */
import { Icon, Link, formatMoney, useLocale } from '@quayside/ui'
import { without } from '../list-query.ts'
import type { List } from '../list.ts'
import { paths } from '../paths.ts'
import { useListAddress } from './use-list-address.ts'
import { useWords } from './use-words.ts'

export function Chips({ list: { query, facets } }: { list: List }) {
  const words = useWords().list
  const { tag } = useLocale()
  const { pathname, params } = useListAddress()
  const chips: { name: string; value?: string; text: string }[] = []
  if (query.q) chips.push({ name: 'q', text: `“${query.q}”` })
  if (query.category) {
    const shelf = facets?.categories.find(({ slug }) => slug === query.category)
    chips.push({ name: 'category', text: shelf?.name ?? query.category })
  }
  for (const [name, chosen, all] of [
    ['option', query.options, facets?.options],
    ['attribute', query.attributes, facets?.attributes],
  ] as const)
    for (const value of chosen) {
      const [key, of] = value.split(':') as [string, string]
      const facet = all?.find((each) => each.key === key)
      chips.push({ name, value, text: facet?.values.find((each) => each.key === of)?.name ?? of })
    }
  const amount = (minor: number) => formatMoney({ amount: minor, currency: query.price.currency }, tag)
  if (query.price.min !== null) chips.push({ name: 'min', text: words.atLeast(amount(query.price.min)) })
  if (query.price.max !== null) chips.push({ name: 'max', text: words.atMost(amount(query.price.max)) })
  if (query.available) chips.push({ name: 'available', text: words.available })
  if (chips.length === 0) return null
  return (
    <ul aria-label={words.narrowedBy} className="mb-5 flex flex-wrap gap-2">
      {chips.map(({ name, value, text }) => (
        <li key={`${name} ${value}`}>
          <Link
            href={paths.narrowed(pathname, without(params, name, value))}
            keepScroll
            aria-label={words.remove(text)}
            className="inline-flex min-h-9 max-w-64 items-center gap-1.5 rounded-full bg-shade ps-3.5 pe-2.5 text-sm transition-colors hover:bg-line"
          >
            <bdi className="truncate">{text}</bdi>
            <Icon name="close" className="size-4 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
