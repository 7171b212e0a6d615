/** Papers of an order, each by a signed link of its own. */
import { TextLink } from '@quayside/ui'
import type { Order } from '../store.ts'
import { useWords } from './use-words.ts'

export function OrderDocuments({ order }: { order: Order }) {
  const words = useWords().order
  if (order.documents.length === 0) return null
  return (
    <section>
      <h2 className="text-sm font-semibold">{words.documents}</h2>
      <ul className="mt-1">
        {order.documents.map((document) => (
          <li key={document.kind}>
            <TextLink href={document.url} outside>
              {words.documentKinds[document.kind]?.(order.number ?? '') ?? document.title}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
