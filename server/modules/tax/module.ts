import { defineModule } from '#kit/module.ts'
import { list as listCategories } from './categories/list.ts'
import { invariants } from './invariants.ts'
import { list } from './rates/list.ts'
import { set } from './rates/set.ts'

export default defineModule({
  name: 'tax',
  operations: [listCategories, list, set],
  permissions: { 'tax.read': 'See tax rates', 'tax.write': 'Change tax rates' },
  invariants,
})
