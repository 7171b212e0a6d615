/** Where it goes. Few fields, in the order people say them, with the names browsers fill in by themselves. */
import { InputField, SelectField } from '@quayside/ui'
import type { Typed } from '../form.ts'
import type { Address } from '../store.ts'
import type { Faults } from './faults.ts'
import { useWords } from './use-words.ts'

type Props = {
  address: Address | null
  name: string | undefined
  typed: Typed
  faults: Faults
  countries: { code: string; name: string }[]
  /** Chosen until the visitor says otherwise. */
  country: string | null
}

export function AddressFields({ address, name, typed, faults, countries, country }: Props) {
  const words = useWords().checkout
  const field = (key: keyof Address) => ({
    name: `shippingAddress.${key}`,
    defaultValue: typed[`shippingAddress.${key}`] ?? address?.[key] ?? '',
    error: faults(`shippingAddress.${key}`),
    maxLength: 120,
  })
  return (
    <div className="grid grid-cols-6 items-start gap-4">
      <InputField
        {...field('name')}
        defaultValue={typed['shippingAddress.name'] ?? address?.name ?? name ?? ''}
        label={words.name}
        autoComplete="shipping name"
        required
        className="col-span-6"
      />
      <InputField
        {...field('line1')}
        label={words.line1}
        autoComplete="shipping address-line1"
        required
        className="col-span-6 sm:col-span-4"
      />
      <InputField
        {...field('line2')}
        label={words.line2}
        optional={words.optional}
        autoComplete="shipping address-line2"
        className="col-span-6 sm:col-span-2"
      />
      <InputField
        {...field('postalCode')}
        label={words.postalCode}
        autoComplete="shipping postal-code"
        required
        maxLength={16}
        className="col-span-6 min-[26rem]:col-span-2"
      />
      <InputField
        {...field('city')}
        label={words.city}
        autoComplete="shipping address-level2"
        required
        className="col-span-6 min-[26rem]:col-span-4"
      />
      <SelectField
        label={words.country}
        name="shippingAddress.country"
        autoComplete="shipping country"
        required
        defaultValue={typed['shippingAddress.country'] ?? address?.country ?? country ?? undefined}
        error={faults('shippingAddress.country')}
        className="col-span-6"
      >
        {countries.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
