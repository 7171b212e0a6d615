/** Plain rules and goods for the tests beside it. */
import type { Goods } from './goods.ts'
import type { Asked, Sources } from './offers.ts'
import type { Calendar, DeliveryMethod, DeliveryRules, Profile, Rate } from './rules.ts'

export const rate = (more: Partial<Rate> = {}): Rate => ({
  currency: 'EUR',
  profileId: null,
  amount: 490,
  freeFrom: null,
  measure: 'none',
  upTo: null,
  ranges: [],
  ...more,
})

export const method = (more: Partial<DeliveryMethod> = {}): DeliveryMethod => ({
  id: 'parcel',
  key: 'parcel',
  countries: ['DE', 'AT'],
  areas: [],
  taxCategoryId: 'standard',
  minDays: 2,
  maxDays: 4,
  locationId: null,
  combination: 'sum',
  limits: { weightGrams: null, lengthMm: null, volumeCcm: null, items: null },
  texts: { en: { name: 'Parcel', description: 'To your door' }, de: { name: 'Paket', description: '' } },
  rates: [rate({ freeFrom: 6000 }), rate({ currency: 'SEK', amount: 5900 })],
  live: null,
  ...more,
})

export const EVERY_DAY: Calendar = {
  cutoffMinute: 1440,
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  holidays: [],
}

export const rulesOf = (
  methods: DeliveryMethod[],
  profiles: Profile[] = [],
  calendar = EVERY_DAY,
): DeliveryRules => ({ methods, profiles, calendar })

export const piece = (more: Partial<Goods> = {}): Goods => ({
  variantId: 'cup',
  quantity: 1,
  unitAmount: 1000,
  parcel: { weightGrams: 300, size: null, profileId: null },
  ...more,
})

/** Saturday, half past noon in Berlin. */
export const SATURDAY = new Date('2026-11-21T11:30:00Z')

export const to = (more: Partial<Asked> = {}): Asked => ({
  country: 'DE',
  region: null,
  postalCode: '20457',
  currency: 'EUR',
  subtotal: 1000,
  locales: ['en'],
  goods: [piece()],
  timeZone: 'Europe/Berlin',
  now: SATURDAY,
  from: 'DE',
  quotes: [],
  ...more,
})

export const here: Sources = { leadDays: 0, pickUpAt: () => null }
