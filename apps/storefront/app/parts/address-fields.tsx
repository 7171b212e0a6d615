/**
 * Where it goes, or whose bill it is: the country first, then what it needs, in its order and its words, with the names
 * browsers fill in by themselves. Without script a button asks for the fields of another country.
 */
import { Button, InputField, SelectField } from '@quayside/ui'
import type { Typed } from '../form.ts'
import type { Address, AddressForm } from '../store.ts'
import type { Faults } from './faults.ts'
import { useAddressForm } from './use-address-form.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** Stands before the names of the fields; null: nothing does. */
  of: 'shippingAddress' | 'billingAddress' | null
  address: Address | null
  name: string | undefined
  typed: Typed
  faults: Faults
  countries: { code: string; name: string }[]
  /** Chosen until the visitor says otherwise. */
  country: string | null
  form: AddressForm
}

type Field = AddressForm['fields'][number]

/** As the store, and as browsers call them. */
const NAMES: Record<Field['name'], [key: keyof Address, autoComplete: string]> = {
  name: ['name', 'name'],
  company: ['company', 'organization'],
  line1: ['line1', 'address-line1'],
  line2: ['line2', 'address-line2'],
  postal_code: ['postalCode', 'postal-code'],
  city: ['city', 'address-level2'],
  region: ['region', 'address-level1'],
}

export function AddressFields({ of, address, name, typed, faults, countries, country, form }: Props) {
  const words = useWords().checkout
  const { asked, follow } = useAddressForm(form)
  const who = of === null ? '' : of === 'shippingAddress' ? 'shipping ' : 'billing '
  const nameOf = (key: string) => (of ? `${of}.${key}` : key)
  const fields = asked.fields.filter((field) => field.name !== 'company')
  return (
    <div className="grid grid-cols-6 items-start gap-4">
      <div className="col-span-6 flex flex-wrap items-end gap-3">
        <SelectField
          label={words.country}
          name={nameOf('country')}
          autoComplete={`${who}country`}
          required
          defaultValue={typed[nameOf('country')] ?? address?.country ?? country ?? undefined}
          error={faults(nameOf('country'))}
          onChange={follow}
          className="min-w-48 flex-1"
        >
          {countries.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button name="intent" value="country" look="secondary">
            {words.useCountry}
          </Button>
        </noscript>
      </div>
      {fields.map((field, at) => {
        const [key, autoComplete] = NAMES[field.name]
        const known = address?.[key] ?? (key === 'name' ? name : null)
        const attributes = {
          name: nameOf(key),
          label: words.fields[field.label],
          autoComplete: `${who}${autoComplete}`,
          required: field.isRequired,
          optional: field.isRequired ? undefined : words.optional,
          defaultValue: typed[nameOf(key)] ?? known ?? '',
          error: faults(nameOf(key)),
          className: widthOf(field, fields[at - 1], fields[at + 1]),
        }
        return field.name === 'region' && asked.regions.length > 0 ? (
          <SelectField key={`${asked.country} region`} {...attributes}>
            <option value="">{words.choose}</option>
            {asked.regions.map((region) => (
              <option key={region.code} value={region.code}>
                {region.name}
              </option>
            ))}
          </SelectField>
        ) : (
          <InputField
            key={key}
            {...attributes}
            maxLength={field.name === 'postal_code' ? 16 : 120}
            inputMode={field.name === 'postal_code' && isOfDigits(asked) ? 'numeric' : undefined}
          />
        )
      })}
    </div>
  )
}

const isOfDigits = ({ postalCode }: AddressForm) => /^\d+$/.test(postalCode?.example ?? '')

/** What stands beside the postal code shares its row. */
function widthOf({ name }: Field, before: Field | undefined, next: Field | undefined): string {
  if (name === 'line1') return 'col-span-6 sm:col-span-4'
  if (name === 'line2') return 'col-span-6 sm:col-span-2'
  if (name === 'postal_code') return 'col-span-6 min-[26rem]:col-span-2'
  const sharesRow = before?.name === 'postal_code' || next?.name === 'postal_code'
  return sharesRow ? 'col-span-6 min-[26rem]:col-span-4' : 'col-span-6'
}
