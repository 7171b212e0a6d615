export { Address, AddressInput, addressOf } from './address.ts'
export { customerId, defaultAddress, ensureCustomer } from './customer.ts'
export { customersChanged } from './events.ts'
export { TaxIdInput, readTaxId, taxIdOf, type TaxId } from './tax-id.ts'
