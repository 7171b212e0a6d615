/** Ways to this address that do not take these goods, each with its reason. */
import type { DeliveryWayNotOffered } from '../store.ts'
import { useWords } from './use-words.ts'

export function DeliveryRefused({ ways }: { ways: DeliveryWayNotOffered[] }) {
  const words = useWords()
  if (ways.length === 0) return null
  return (
    <section aria-label={words.checkout.notDelivered} className="text-sm text-quiet">
      <h3 className="font-semibold">{words.checkout.notDelivered}</h3>
      <ul>
        {ways.map(({ methodId, name, message }) => (
          <li key={methodId}>
            {name}: {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
