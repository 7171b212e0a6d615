/** Samples of what staff do with ways of delivery. */
import { newId } from '#kit/id.ts'
import type { Shop } from '#testing/shop.ts'
import { create as createMethod } from '../../modules/delivery/methods/create.ts'
import { create as createProfile } from '../../modules/delivery/profiles/create.ts'
import { create as createZone } from '../../modules/delivery/zones/create.ts'
import { list as zones } from '../../modules/delivery/zones/list.ts'
import { list as taxCategories } from '../../modules/tax/categories/list.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }
const word = () => `k${newId().slice(-10)}`
const text = (name: string) => [{ locale: 'en', name }]

const taxCategory = async (shop: Shop) => (await shop.bob.call(taxCategories, {})).items[0]!.id
const method = async (shop: Shop) => ({
  zoneId: (await shop.bob.call(zones, {})).items[0]!.id,
  key: word(),
  taxCategoryId: await taxCategory(shop),
  minDays: 1,
  maxDays: 2,
  texts: text('Express'),
  rates: [{ price: { amount: 1290, currency: 'EUR' } }],
})
const madeMethod = async (shop: Shop) => ({
  methodId: (await shop.bob.call(createMethod, await method(shop))).id,
})

const zone = () => ({
  key: word(),
  name: 'Islands',
  countries: ['DE'],
  areas: [{ country: 'DE', postalFrom: '18565', postalTo: '18609' }],
})
const madeZone = async (shop: Shop) => ({ zoneId: (await shop.bob.call(createZone, zone())).id })
const profile = () => ({ key: word(), name: 'Bulky goods' })
const madeProfile = async (shop: Shop) => ({
  profileId: (await shop.bob.call(createProfile, profile())).id,
})
const basket = async (shop: Shop) => ({
  lines: [{ variantId: (await shop.goods()).variantId, quantity: 2 }],
  country: 'DE',
  postalCode: '20457',
})
const size = { lengthMm: 300, widthMm: 200, heightMm: 100 }

export const staffDeliverySamples: Samples = {
  'delivery.zones.list': nothing,
  'delivery.methods.list': nothing,
  'delivery.methods.create': { input: method },
  'delivery.methods.update': { input: async (shop) => ({ ...(await madeMethod(shop)), maxDays: 5 }) },
  'delivery.methods.archive': { input: madeMethod },
  'delivery.zones.create': { input: zone },
  'delivery.zones.update': {
    input: async (shop) => ({ ...(await madeZone(shop)), countries: ['DE', 'AT'] }),
  },
  'delivery.zones.archive': { input: madeZone },
  'delivery.profiles.list': nothing,
  'delivery.profiles.create': { input: profile },
  'delivery.profiles.update': { input: async (shop) => ({ ...(await madeProfile(shop)), namedOnly: true }) },
  'delivery.profiles.archive': { input: madeProfile },
  'delivery.profiles.assign': {
    input: async (shop) => ({ ...(await madeProfile(shop)), add: [(await shop.goods()).productId] }),
  },
  'delivery.sizes.list': { input: async (shop) => ({ variantIds: [(await shop.goods()).variantId] }) },
  'delivery.sizes.set': {
    input: async (shop) => ({ items: [{ variantId: (await shop.goods()).variantId, size }] }),
  },
  'delivery.calendar.get': nothing,
  'delivery.calendar.set': {
    input: () => ({ cutoffMinute: 840, holidays: [{ day: '2030-12-25', name: 'Christmas' }] }),
  },
  'delivery.why': { input: basket },
  'delivery.tryCarriers': { input: basket },
}
