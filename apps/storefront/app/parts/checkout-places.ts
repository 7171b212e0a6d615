/** The fields of the form, as the store calls them; each has its place on the page. */
const ADDRESS = ['name', 'company', 'line1', 'line2', 'postalCode', 'city', 'region', 'country']

export const PLACES = [
  'email',
  ...['shippingAddress', 'billingAddress'].flatMap((of) => [of, ...ADDRESS.map((name) => `${of}.${name}`)]),
  'companyName',
  'taxId',
  'deliveryMethodId',
  'paymentMethod',
]
