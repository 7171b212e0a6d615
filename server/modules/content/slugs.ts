/** Addresses of pages and journal entries, by `kit/slugs.ts`. */
import type { Slugged } from '#kit/slugs.ts'

export const ADDRESSES: Slugged = {
  name: 'page',
  texts: 'content.address',
  history: 'content.address_history',
  key: 'document_id',
}
