import { defineModule } from '#kit/module.ts'
import { get as calendar } from './calendar/get.ts'
import { set as setCalendar } from './calendar/set.ts'
import { deliveryChanged } from './events.ts'
import { archive } from './methods/archive.ts'
import { create } from './methods/create.ts'
import { list } from './methods/list.ts'
import { update } from './methods/update.ts'
import { archive as archiveProfile } from './profiles/archive.ts'
import { assign } from './profiles/assign.ts'
import { create as createProfile } from './profiles/create.ts'
import { list as listProfiles } from './profiles/list.ts'
import { update as updateProfile } from './profiles/update.ts'
import { list as listSizes } from './sizes/list.ts'
import { set as setSizes } from './sizes/set.ts'
import { tryCarriers } from './try-carriers.ts'
import { estimate } from './estimate.ts'
import { why } from './why.ts'
import { archive as archiveZone } from './zones/archive.ts'
import { create as createZone } from './zones/create.ts'
import { list as listZones } from './zones/list.ts'
import { update as updateZone } from './zones/update.ts'

export default defineModule({
  name: 'delivery',
  operations: [
    listZones,
    createZone,
    updateZone,
    archiveZone,
    list,
    create,
    update,
    archive,
    listProfiles,
    createProfile,
    updateProfile,
    archiveProfile,
    assign,
    listSizes,
    setSizes,
    calendar,
    setCalendar,
    estimate,
    why,
    tryCarriers,
  ],
  events: [deliveryChanged],
  permissions: { 'delivery.read': 'See ways of delivery', 'delivery.write': 'Change ways of delivery' },
})
