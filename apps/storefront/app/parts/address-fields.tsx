/** Where it goes, or whose bill it is. Few fields, in the order people say them, with the names browsers fill in by themselves. */
import { InputField, SelectField } from '@quayside/ui'
import type { Typed } from '../form.ts'
import type { Address } from '../store.ts'
import type { Faults } from './faults.ts'
import { useWords } from './use-words.ts'

type Props = {
  of: 'shippingAddress' | 'billingAddress'
  address: Address | null
  name: string | undefined
  typed: Typed
  faults: Faults
  countries: { code: string; name: string }[]
  /** Chosen until the visitor says otherwise. */
  country: string | null
}

export function AddressFields({ of, address, name, typed, faults, countries, country }: Props) {
  const words = useWords().checkout
  const who = of === 'shippingAddress' ? 'shipping' : 'billing'
  const field = (key: keyof Address) => ({
    name: `${of}.${key}`,
    defaultValue: typed[`${of}.${key}`] ?? address?.[key] ?? '',
    error: faults(`${of}.${key}`),
    maxLength: 120,
  })
  return (
    <div className="grid grid-cols-6 items-start gap-4">
      <InputField
        {...field('name')}
        defaultValue={typed[`${of}.name`] ?? address?.name ?? name ?? ''}
        label={words.name}
        autoComplete={`${who} name`}
        required
        className="col-span-6"
      />
      <InputField
        {...field('line1')}
        label={words.line1}
        autoComplete={`${who} address-line1`}
        required
        className="col-span-6 sm:col-span-4"
      />
      <InputField
        {...field('line2')}
        label={words.line2}
        optional={words.optional}
        autoComplete={`${who} address-line2`}
        className="col-span-6 sm:col-span-2"
      />
      <InputField
        {...field('postalCode')}
        label={words.postalCode}
        autoComplete={`${who} postal-code`}
        required
        maxLength={16}
        className="col-span-6 min-[26rem]:col-span-2"
      />
      <InputField
        {...field('city')}
        label={words.city}
        autoComplete={`${who} address-level2`}
        required
        className="col-span-6 min-[26rem]:col-span-4"
      />
      <SelectField
        label={words.country}
        name={`${of}.country`}
        autoComplete={`${who} country`}
        required
        defaultValue={typed[`${of}.country`] ?? address?.country ?? country ?? undefined}
        error={faults(`${of}.country`)}
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
