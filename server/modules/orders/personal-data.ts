/** Where orders keep what is personal. Books of sales must be kept, so most of it stays by law. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  { column: 'orders.order.email', why: 'where the order is written to', keep: 'erase' },
  { column: 'orders.past_order.email', why: 'to find what somebody bought before', keep: 'erase' },
  { column: 'orders.past_order.name', why: 'who bought', keep: 'law' },
  { column: 'orders.claim_link.email', why: 'to prove whose the orders are', keep: 'erase' },
  { column: 'orders.order.shipping_address', why: 'where the goods went', keep: 'law' },
  { column: 'orders.order.billing_address', why: 'who bought', keep: 'law' },
  { column: 'orders.order.company_name', why: 'who bought', keep: 'law' },
  { column: 'orders.order.tax_id', why: 'why no tax was charged', keep: 'law' },
  { column: 'orders.invoice.buyer', why: 'who bought', keep: 'law' },
]
