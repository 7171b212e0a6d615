/** Samples of what staff do with price lists and the groups they are for. */
import type { Person, Shop } from '#testing/shop.ts'
import { newId } from '#kit/id.ts'
import { ensureCustomer } from '../../modules/customers/index.ts'
import { create as createGroup } from '../../modules/customers/groups/create.ts'
import { create as createList } from '../../modules/pricing/lists/create.ts'
import { list as prices } from '../../modules/pricing/prices/list.ts'
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

export const priceSamples: Samples = {
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
