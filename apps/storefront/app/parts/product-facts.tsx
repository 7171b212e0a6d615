/** Names and values: material, size, care; last the number to quote. */
import { useWords } from './use-words.ts'

type Props = { facts: { name: string; value: string }[]; sku: string | undefined }

export function ProductFacts({ facts, sku }: Props) {
  const words = useWords().product
  const rows = sku ? [...facts, { name: words.number, value: sku }] : facts
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
