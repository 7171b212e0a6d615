/** Samples of what staff do with companies and taxes. */
import type { Person, Shop } from '#testing/shop.ts'
import { placed } from '#testing/orders.ts'
import { newId } from '#kit/id.ts'
import { create as createCompany } from '../../modules/customers/companies/create.ts'
import { create as createCertificate } from '../../modules/tax/certificates/create.ts'
import { list as categories } from '../../modules/tax/categories/list.ts'
import { ensureCustomer } from '../../modules/customers/index.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }

async function company(shop: Shop) {
  const { id } = await shop.bob.call(createCompany, { name: `Company ${newId().slice(-6)}` })
  return { companyId: id }
}

async function customer(shop: Shop, owner: Person): Promise<string> {
  const id = owner.actor.kind === 'person' ? owner.id : shop.alice.id
  await shop.inside((ctx) => ensureCustomer(ctx, id))
  return id
}

async function category(shop: Shop): Promise<string> {
  return (await shop.bob.call(categories, {})).items[0]!.id
}

const CERTIFICATE = { kind: 'charity' as const, number: 'C-1', country: 'DE', validFrom: '2026-01-01' }

async function certificate(shop: Shop, owner: Person) {
  const customerId = await customer(shop, owner)
  const { id } = await shop.bob.call(createCertificate, { ...CERTIFICATE, customerId })
  return { certificateId: id }
}

export const taxSamples: Samples = {
  'customers.companies.list': nothing,
  'customers.companies.get': { input: company },
  'customers.companies.create': { input: () => ({ name: 'Kaffee GmbH' }) },
  'customers.companies.update': { input: async (shop) => ({ ...(await company(shop)), name: 'Tee GmbH' }) },
  'customers.companies.changeMembers': {
    input: async (shop, owner) => ({ ...(await company(shop)), add: [await customer(shop, owner)] }),
  },
  'customers.companies.archive': { input: company },
  'tax.rates.seedUnion': {
    input: async (shop) => ({ standardCategoryId: await category(shop), startsOn: '2026-01-01' }),
  },
  'tax.ids.list': nothing,
  'tax.certificates.list': nothing,
  'tax.certificates.create': {
    input: async (shop, owner) => ({ ...CERTIFICATE, customerId: await customer(shop, owner) }),
  },
  'tax.certificates.update': {
    input: async (shop, owner) => ({ ...(await certificate(shop, owner)), number: 'C-2' }),
  },
  'tax.certificates.archive': { input: certificate },
  'tax.settings.get': nothing,
  'tax.settings.update': { input: () => ({ unionSales: 'origin' }) },
  'tax.why': {
    input: async (shop) => ({
      categoryId: await category(shop),
      country: 'DE',
      amount: 1000,
    }),
  },
  'orders.admin.taxes': {
    input: async (shop) => ({
      orderId: (await placed(shop, shop.alice, { of: await shop.goods() })).order.id,
    }),
  },
}
