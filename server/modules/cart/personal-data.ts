/** Where carts keep what is personal. None of it is a book that the law wants kept. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  { column: 'cart.cart.email', why: 'to send the confirmation to', keep: 'erase' },
  { column: 'cart.cart.shipping_address', why: 'where the goods would go', keep: 'erase' },
  { column: 'cart.cart.billing_address', why: 'who would be billed', keep: 'erase' },
  { column: 'cart.cart.company_name', why: 'the business that would be billed', keep: 'erase' },
  { column: 'cart.cart.tax_id', why: 'whether it owes the tax itself', keep: 'erase' },
]
