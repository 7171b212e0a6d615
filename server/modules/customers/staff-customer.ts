/** A customer as staff see them. */
import { Email, Flag, Id, Instant, List, Nullable, Phone, Text, Version, shape } from '#kit/types.ts'
import { SavedAddress } from './customer.ts'

const fields = {
  /** Also the person's. */
  id: Id,
  email: Email,
  name: Text(120),
  phone: Nullable(Phone),
  /** Wants to hear of offers. */
  marketing: Flag,
  version: Version,
  createdAt: Instant,
}

/** Nobody needs more, and every list has an end. */
export const MOST_ADDRESSES = 50

export const StaffCustomerCard = shape('StaffCustomerCard', fields)
export const StaffCustomer = shape('StaffCustomer', {
  ...fields,
  addresses: List(SavedAddress, MOST_ADDRESSES),
})
