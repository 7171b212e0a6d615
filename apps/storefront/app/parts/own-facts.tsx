/** What fields of the store's own say of a line of the cart. */
import { useLocale } from '@quayside/ui'
import type { OwnField } from '../store.ts'
import { ownFact } from './attribute-fact.ts'
import { useWords } from './use-words.ts'

export function OwnFacts({ of: fields }: { of: OwnField[] }) {
  const words = useWords().product
  const { tag } = useLocale()
  if (fields.length === 0) return null
  return (
    <dl className="text-sm text-quiet">
      {fields.map((field) => {
        const { name, value } = ownFact(field, tag, words)
        return (
          <div key={field.key} className="break-words">
            <dt className="inline">{name}: </dt>
            <dd className="inline">
              <bdi>{value}</bdi>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
