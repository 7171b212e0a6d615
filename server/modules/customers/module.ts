import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { signedIn } from '../identity/index.ts'
import { get as getAddressForm } from './address-forms/get.ts'
import { create } from './addresses/create.ts'
import { list } from './addresses/list.ts'
import { remove } from './addresses/remove.ts'
import { update } from './addresses/update.ts'
import { get as getCustomer } from './get.ts'
import { list as customers } from './list.ts'
import { archive as archiveCompany } from './companies/archive.ts'
import { changeMembers as changeCompanyMembers } from './companies/change-members.ts'
import { create as createCompany } from './companies/create.ts'
import { get as getCompany } from './companies/get.ts'
import { list as companies } from './companies/list.ts'
import { update as updateCompany } from './companies/update.ts'
import { ensureCustomer } from './customer.ts'
import { CUSTOMER } from './custom.ts'
import { customersChanged } from './events.ts'
import { archive as archiveGroup } from './groups/archive.ts'
import { changeMembers } from './groups/change-members.ts'
import { create as createGroup } from './groups/create.ts'
import { list as groups } from './groups/list.ts'
import { get } from './profile/get.ts'
import { update as updateProfile } from './profile/update.ts'
import { customers as inBulk } from './resources/customers.ts'
import { update as updateCustomer } from './update.ts'

export default defineModule({
  name: 'customers',
  operations: [
    list,
    create,
    update,
    remove,
    get,
    updateProfile,
    customers,
    getCustomer,
    updateCustomer,
    groups,
    createGroup,
    changeMembers,
    archiveGroup,
    companies,
    getCompany,
    createCompany,
    updateCompany,
    changeCompanyMembers,
    archiveCompany,
    getAddressForm,
  ],
  events: [customersChanged],
  resources: [inBulk],
  fills: [fill(signedIn, 'customers', ({ personId }, ctx) => ensureCustomer(ctx, personId))],
  permissions: {
    'customers.read': 'See customers, their addresses, groups and companies',
    'customers.write': 'Change what the store keeps of customers, their groups and companies',
  },
  custom: [CUSTOMER],
  personalData: [
    { column: 'customers.customer.custom', why: 'What the store asks of its customers', keep: 'erase' },
    { column: 'customers.customer.phone', why: 'To be called about a delivery', keep: 'erase' },
    { column: 'customers.customer.company_name', why: 'The business they buy for', keep: 'erase' },
    { column: 'customers.customer.tax_id', why: 'Whether it owes the tax itself', keep: 'erase' },
    { column: 'customers.address.name', why: 'To be delivered to', keep: 'erase' },
    { column: 'customers.address.company', why: 'To be delivered to', keep: 'erase' },
    { column: 'customers.address.line1', why: 'To be delivered to', keep: 'erase' },
    { column: 'customers.address.line2', why: 'To be delivered to', keep: 'erase' },
    { column: 'customers.address.postal_code', why: 'To be delivered to', keep: 'erase' },
    { column: 'customers.address.city', why: 'To be delivered to', keep: 'erase' },
    { column: 'customers.address.phone', why: 'To be called about a delivery', keep: 'erase' },
  ],
})
