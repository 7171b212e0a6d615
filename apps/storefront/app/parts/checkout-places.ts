/** The fields of the form, as the store calls them; each has its place on the page. */
export const PLACES = [
  'email',
  'shippingAddress',
  'shippingAddress.name',
  'shippingAddress.company',
  'shippingAddress.line1',
  'shippingAddress.line2',
  'shippingAddress.postalCode',
  'shippingAddress.city',
  'shippingAddress.region',
  'shippingAddress.country',
  'deliveryMethodId',
  'paymentMethod',
]
