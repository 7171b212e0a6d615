/** What a client needs to know to ask for an address. */
import { Country, Flag, List, Nullable, OneOf, Text, Words, shape } from '#kit/types.ts'

const MOST_REGIONS = 200

/** In the words of its country: forms have a word for each in their language. */
export const LABELS = [
  'name',
  'company',
  'line1',
  'line2',
  'postal_code',
  'zip',
  'eircode',
  'pin',
  'city',
  'district',
  'post_town',
  'suburb',
  'province',
  'state',
  'county',
  'department',
  'do_si',
  'emirate',
  'island',
  'oblast',
  'parish',
  'prefecture',
  'area',
] as const

const AddressField = shape('AddressFormField', {
  /** Of an address; `postal_code` is its `postalCode`. */
  name: OneOf('name', 'company', 'line1', 'line2', 'postal_code', 'city', 'region'),
  label: Words('AddressFieldLabel', ...LABELS),
  isRequired: Flag,
})

export const AddressForm = shape('AddressForm', {
  country: Country,
  /** In the order of the country; of one that has no postal codes, say, it is not among them. */
  fields: List(AddressField, 10),
  postalCode: Nullable(
    shape('AddressFormPostalCode', {
      /** A regular expression for the whole, without regard to case. */
      pattern: Text(1000),
      example: Text(20),
    }),
  ),
  /** All there are, by name; empty: it is any text. */
  regions: List(shape('AddressFormRegion', { code: Text(120), name: Text(120) }), MOST_REGIONS),
  /** Lines of an address, with the names of fields in braces. What is empty goes with the sign before it, and a line with its last field. */
  format: Text(200),
})
