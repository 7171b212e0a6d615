/** An address as it stands on a parcel. */
import { useLocale } from '@quayside/ui'
import type { Address } from '../store.ts'

export function AddressText({ address }: { address: Address }) {
  const { tag } = useLocale()
  const country = new Intl.DisplayNames(tag, { type: 'region' }).of(address.country)
  const rows = [
    address.name,
    address.company,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    address.region,
    country,
  ]
  return (
    <address className="text-quiet not-italic">
      {rows.filter(Boolean).map((row, index) => (
        <span key={index} className="block">
          {row}
        </span>
      ))}
    </address>
  )
}
