/** Samples of what staff do with prices: lists and the groups they are for, currencies, markets. */
import type { Person, Shop } from '#testing/shop.ts'
import { newId } from '#kit/id.ts'
import { ensureCustomer } from '../../modules/customers/index.ts'
import { create as createGroup } from '../../modules/customers/groups/create.ts'
import { create as createDeposit } from '../../modules/pricing/deposits/create.ts'
import { create as createList } from '../../modules/pricing/lists/create.ts'
import { set as setConversion } from '../../modules/pricing/conversions/set.ts'
import { list as prices } from '../../modules/pricing/prices/list.ts'
import { create as announce } from '../../modules/settings/announcements/create.ts'
import { set as setCurrencies } from '../../modules/settings/currencies/set.ts'
import { create as createMarket } from '../../modules/settings/markets/create.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }
const word = () => `k${newId().slice(-10)}`

async function group(shop: Shop) {
  const { id } = await shop.bob.call(createGroup, { key: word(), name: 'Regulars' })
  return { groupId: id }
}

async function priceList(shop: Shop) {
  const { id } = await shop.bob.call(createList, { key: word(), name: 'Winter sale', priority: 10 })
  return { listId: id }
}

const bottle = () => ({
  key: word(),
  texts: [{ locale: 'en', name: 'Bottle' }],
  amounts: [{ amount: 25, currency: 'EUR' }],
})

async function deposit(shop: Shop) {
  const { id } = await shop.bob.call(createDeposit, bottle())
  return { depositId: id }
}

async function price(shop: Shop) {
  const { variantId } = await shop.goods()
  const { items } = await shop.bob.call(prices, { variantIds: [variantId] })
  return items[0]!
}

async function customer(shop: Shop, owner: Person): Promise<string> {
  const id = owner.actor.kind === 'person' ? owner.id : shop.alice.id
  await shop.inside((ctx) => ensureCustomer(ctx, id))
  return id
}

/** Dollars besides the store's own. */
async function dollars(shop: Shop) {
  await shop.bob.call(setCurrencies, { currencies: ['EUR', 'USD'] })
}

const bar = () => ({ kind: 'bar' as const, texts: [{ locale: 'en', text: 'Closed on Monday' }] })

const market = () => ({
  code: word(),
  name: 'Abroad',
  currency: 'EUR',
  countries: [],
  pricesIncludeTax: true,
  taxRounding: 'line' as const,
})

export const priceSamples: Samples = {
  'settings.currencies.list': nothing,
  'settings.locales.list': nothing,
  'settings.seo.get': nothing,
  'settings.seo.update': { input: () => ({ disallow: ['/pages/press'] }) },
  'settings.locales.set': {
    input: () => ({
      locales: [
        { code: 'en', fallback: null },
        { code: 'de', fallback: 'en' },
      ],
    }),
  },
  'settings.currencies.set': { input: () => ({ currencies: ['EUR', 'USD'] }) },
  'settings.announcements.list': nothing,
  'settings.announcements.create': { input: bar },
  'settings.announcements.archive': {
    input: async (shop) => ({
      announcementId: (await shop.bob.call(announce, bar())).announcement.id,
    }),
  },
  'settings.markets.create': { input: market },
  'settings.markets.update': {
    input: async (shop) => ({
      marketId: (await shop.bob.call(createMarket, market())).id,
      name: 'Near',
      taxRounding: 'total',
    }),
  },
  'pricing.conversions.list': nothing,
  'pricing.conversions.set': {
    input: async (shop) => {
      await dollars(shop)
      return { currency: 'USD', rate: '1.08', rounding: 'up', step: 5 }
    },
  },
  'pricing.conversions.remove': {
    input: async (shop) => {
      await dollars(shop)
      await shop.bob.call(setConversion, { currency: 'USD', rate: '1.1' })
      return { currency: 'USD' }
    },
  },
  'pricing.lists.list': nothing,
  'pricing.lists.create': {
    input: async (shop) => ({
      key: word(),
      name: 'For regulars',
      priority: 5,
      groupIds: [(await group(shop)).groupId],
    }),
  },
  'pricing.lists.update': {
    input: async (shop) => ({ ...(await priceList(shop)), name: 'Spring sale', priority: 20 }),
  },
  'pricing.lists.archive': { input: priceList },
  'pricing.deposits.list': nothing,
  'pricing.deposits.create': { input: () => ({ ...bottle(), taxCategoryId: null }) },
  'pricing.deposits.update': {
    input: async (shop) => ({ ...(await deposit(shop)), amounts: [{ amount: 30, currency: 'EUR' }] }),
  },
  'pricing.deposits.archive': { input: deposit },
  'pricing.deposits.assign': {
    input: async (shop) => ({
      variantId: (await shop.goods()).variantId,
      items: [{ ...(await deposit(shop)), count: 12 }],
    }),
  },
  'pricing.deposits.assigned': {
    input: async (shop) => ({ variantId: (await shop.goods()).variantId }),
  },
  'pricing.prices.remove': { input: async (shop) => ({ priceIds: [(await price(shop)).id] }) },
  'pricing.prices.why': {
    input: async (shop) => ({ variantId: (await price(shop)).variantId, quantity: 12 }),
  },
  'customers.groups.list': nothing,
  'customers.groups.create': { input: () => ({ key: word(), name: 'Friends' }) },
  'customers.groups.changeMembers': {
    input: async (shop, owner) => ({ ...(await group(shop)), add: [await customer(shop, owner)] }),
  },
  'customers.groups.archive': { input: group },
}
