/** Samples of what staff do with people, customers and stock. */
import { newId } from '#kit/id.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import { create as createKey } from '../../modules/identity/keys/create.ts'
import { create as createRole } from '../../modules/identity/roles/create.ts'
import { grant } from '../../modules/identity/roles/grant.ts'
import { suspend } from '../../modules/identity/people/suspend.ts'
import type { Samples } from './sample.ts'

/** Somebody without rights, and a role that may just do what its operation needs: others could not give it. */
const somebody = (shop: Shop) => shop.person(`person-${newId()}`, [])
const roleFor = async (shop: Shop, permission: string): Promise<string> =>
  (await shop.bob.call(createRole, { key: `r-${newId()}`, name: 'Role', permissions: [permission] })).id
const holder = async (shop: Shop) => {
  const [person, roleId] = [await somebody(shop), await roleFor(shop, 'roles.write')]
  await shop.bob.call(grant, { personId: person.id, roleId })
  return { personId: person.id, roleId }
}
/** That may just change keys: whoever may not cannot change it. */
export const aKey = async (shop: Shop) =>
  (await shop.bob.call(createKey, { name: 'Till', kind: 'secret', permissions: ['keys.write'] })).id
const nothing = { input: () => ({}) }

const stocked = async (shop: Shop) => {
  const goods = await shop.goods({ stock: 10 })
  return { goods, itemId: await itemOf(shop, goods), locationId: shop.locationId }
}

export const staffPeopleSamples: Samples = {
  'identity.setPassword': { input: () => ({ token: 'x'.repeat(43), password: 'correct horse battery' }) },
  'identity.passwords.request': { input: () => ({ email: `somebody-${newId()}@example.com` }) },
  'identity.passwords.change': {
    input: () => ({ currentPassword: 'not the right one', newPassword: 'correct horse battery' }),
  },
  'identity.people.list': { input: () => ({ limit: 5, q: 'a', staff: true }) },
  'identity.people.get': { input: (_shop: Shop, owner: Person) => ({ personId: owner.id }) },
  'identity.people.invite': {
    input: async (shop) => ({
      email: `new-${newId()}@example.com`,
      name: 'New Hand',
      roleId: await roleFor(shop, 'people.write'),
    }),
  },
  'identity.people.suspend': { input: async (shop) => ({ personId: (await somebody(shop)).id }) },
  'identity.people.reinstate': {
    input: async (shop) => {
      const { id: personId } = await somebody(shop)
      await shop.bob.call(suspend, { personId })
      return { personId }
    },
  },
  'identity.permissions.list': nothing,
  'identity.roles.list': nothing,
  'identity.roles.create': {
    input: () => ({ key: `r-${newId()}`, name: 'Role', permissions: ['roles.write'] }),
  },
  'identity.roles.update': {
    input: async (shop) => ({ roleId: await roleFor(shop, 'roles.write'), name: 'Another name' }),
  },
  'identity.roles.archive': { input: async (shop) => ({ roleId: await roleFor(shop, 'roles.write') }) },
  'identity.roles.grant': {
    input: async (shop) => ({
      personId: (await somebody(shop)).id,
      roleId: await roleFor(shop, 'roles.write'),
    }),
  },
  'identity.roles.revoke': { input: holder },
  'identity.keys.list': { input: () => ({ limit: 5 }) },
  'identity.keys.get': { input: async (shop) => ({ keyId: await aKey(shop) }) },
  'identity.keys.create': {
    input: () => ({
      name: 'Till',
      kind: 'secret',
      permissions: ['keys.write'],
      plan: 'large',
      origins: ['https://till.example'],
    }),
  },
  'identity.keys.update': { input: async (shop) => ({ keyId: await aKey(shop), name: 'Other till' }) },
  'identity.keys.rotate': {
    input: async (shop) => ({ keyId: await aKey(shop), overlapSeconds: 60 }),
  },
  'identity.keys.revoke': { input: async (shop) => ({ keyId: await aKey(shop) }) },
  'customers.list': { input: () => ({ limit: 5, q: 'a' }) },
  'customers.get': { input: (_shop: Shop, owner: Person) => ({ customerId: owner.id }) },
  'inventory.locations.list': nothing,
  'inventory.locations.create': {
    input: () => ({ key: `k${newId().slice(-8)}`, name: 'Cellar', country: 'DE' }),
  },
  'inventory.locations.update': {
    input: (shop: Shop) => ({ locationId: shop.locationId, name: 'Cellar', leadDays: 0 }),
  },
  'inventory.levels.list': { input: () => ({ limit: 5 }) },
  'inventory.levels.setLimits': {
    input: async (shop) => {
      const { itemId, locationId } = await stocked(shop)
      return { itemId, locationId, safetyStock: 1 }
    },
  },
  'inventory.stock.adjust': {
    input: async (shop) => {
      const { goods, locationId } = await stocked(shop)
      return { variantId: goods.variantId, locationId, delta: 2, reason: 'received', note: 'Pallet 7' }
    },
  },
  'inventory.stock.count': {
    input: async (shop) => {
      const { itemId, locationId } = await stocked(shop)
      return { itemId, locationId, onHand: 7 }
    },
  },
  'inventory.movements.list': { input: () => ({ limit: 5 }) },
  'inventory.reconcile': { input: () => ({ repair: true }) },
}
