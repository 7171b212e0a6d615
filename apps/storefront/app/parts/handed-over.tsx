/** Files and licence keys of an order: what was bought and needs no parcel. */
import { DateText, TextLink } from '@quayside/ui'
import type { HandedOver as Things, Order } from '../store.ts'
import { useWords } from './use-words.ts'

export function HandedOver({ order, things }: { order: Order; things: Things }) {
  const words = useWords().handedOver
  if (things.files.length + things.keys.length === 0) return null
  const nameOf = (lineId: string) => order.lines.find((line) => line.id === lineId)?.name ?? ''
  return (
    <section>
      <h2 className="mb-4 text-lg font-semibold">{words.title}</h2>
      <ul className="divide-y divide-line rounded-panel border border-line">
        {things.keys.map(({ orderLineId, key }) => (
          <li key={`${orderLineId} ${key}`} className="p-4">
            <p className="text-sm text-quiet">{words.keyOf(nameOf(orderLineId))}</p>
            <p className="font-mono break-all select-all">{key}</p>
          </li>
        ))}
        {things.files.map((file) => (
          <li key={`${file.orderLineId} ${file.name}`} className="p-4">
            {file.url ? (
              <TextLink href={file.url} outside rel="nofollow">
                {words.load(file.name)}
              </TextLink>
            ) : (
              <p>{file.name}</p>
            )}
            <p className="text-sm text-quiet">
              {file.revoked ? (
                words.revoked
              ) : (
                <>
                  {file.downloadLimit !== null && `${words.loaded(file.downloads, file.downloadLimit)} · `}
                  {words.until} <DateText at={file.expiresAt} style="day" />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
