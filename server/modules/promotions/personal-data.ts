/** Where promotions keep what is personal: who has used one, by account and by the hash of an address. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  {
    column: 'promotions.redemption.who',
    why: 'to count how often somebody has used a promotion; part of the order',
    keep: 'law',
  },
  {
    column: 'promotions.customer_use.who',
    why: 'the count itself, of what the orders hold',
    keep: 'law',
  },
]
