/** What the carrier told of a parcel, the newest first. */
import { DateText } from '@quayside/ui'
import type { Order } from '../store.ts'
import { useWords } from './use-words.ts'

export function ParcelTracking({ news }: { news: Order['shipments'][number]['tracking'] }) {
  const words = useWords().order
  if (news.length === 0) return null
  return (
    <>
      <h4 className="mt-3 text-sm font-medium">{words.tracking}</h4>
      <ol className="mt-1 space-y-1 text-sm">
        {news.toReversed().map(({ kind, at, said }) => (
          <li key={`${kind} ${at}`}>
            <DateText at={at} style="minute" /> · {words.trackingKinds[kind] ?? kind}
            {said && <span className="text-quiet"> – {said}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
