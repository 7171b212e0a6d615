import { defineModule } from '#kit/module.ts'
import { archive } from './methods/archive.ts'
import { create } from './methods/create.ts'
import { list } from './methods/list.ts'
import { update } from './methods/update.ts'
import { list as listZones } from './zones/list.ts'

export default defineModule({
  name: 'delivery',
  operations: [listZones, list, create, update, archive],
  permissions: { 'delivery.read': 'See ways of delivery', 'delivery.write': 'Change ways of delivery' },
})
