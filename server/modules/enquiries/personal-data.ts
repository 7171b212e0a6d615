/** Where enquiries keep what is personal. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  { column: 'enquiries.enquiry.email', why: 'where the answer goes', keep: 'erase' },
  { column: 'enquiries.enquiry.name', why: 'who is answered', keep: 'erase' },
  { column: 'enquiries.enquiry.subject', why: 'what they wanted of the shop', keep: 'erase' },
  { column: 'enquiries.enquiry.body', why: 'what they wanted of the shop', keep: 'erase' },
]
