export { Address, AddressInput, addressOf } from './address.ts'
export { customerId, defaultAddress, ensureCustomer } from './customer.ts'
export { customersChanged } from './events.ts'
