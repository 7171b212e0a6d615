/** Names and values: material, size, care; last the number to quote. */
import { useLocale } from '@quayside/ui'
import type { Product } from '../store.ts'
import { attributeFact, ownFact } from './attribute-fact.ts'
import { useWords } from './use-words.ts'

type Fact = { name: string; value: string }
type Props = {
  of: Pick<Product, 'attributes' | 'ownFields'> & { facts: Fact[] }
  /** Facts that come before its own. */
  first?: Fact[]
  sku: string | undefined
}

export function ProductFacts({ of: { attributes, facts, ownFields }, first = [], sku }: Props) {
  const words = useWords().product
  const { tag } = useLocale()
  const rows = [
    ...first,
    ...attributes.map((attribute) => attributeFact(attribute, tag, words)),
    ...facts,
    ...ownFields.map((each) => ownFact(each, tag, words)),
    ...(sku ? [{ name: words.number, value: sku }] : []),
  ]
  return (
    <dl className="grid grid-cols-[minmax(6rem,1fr)_2fr] gap-x-4 gap-y-2">
      {rows.map((fact) => (
        <div key={fact.name} className="contents">
          <dt className="text-quiet">{fact.name}</dt>
          <dd className="min-w-0">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
