/** Fields of the store's own that a customer has. */
import { customOf } from '#kit/custom.ts'

export const CUSTOMER = 'customers.customer'
export const CustomerCustom = customOf(CUSTOMER)
/** What customers may change of it themselves. */
export const OwnCustom = customOf(CUSTOMER, 'shoppers')
