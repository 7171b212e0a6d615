/** An address as it stands on a parcel, in the order of its country. */
import { countryName } from '@quayside/words'
import { useLocale } from '@quayside/ui'
import { addressLines } from '../address-lines.ts'
import type { Address } from '../store.ts'

export function AddressText({ address, format }: { address: Address; format: string }) {
  const { tag } = useLocale()
  const country = countryName(address.country, tag)
  return (
    <address className="text-quiet not-italic">
      {[...addressLines(address, format), country].map((row, index) => (
        <span key={index} className="block">
          {row}
        </span>
      ))}
    </address>
  )
}
