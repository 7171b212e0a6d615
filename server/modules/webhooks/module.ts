import { defineModule } from '#kit/module.ts'
import { get as getDelivery } from './deliveries/get.ts'
import { list as listDeliveries } from './deliveries/list.ts'
import { redeliverFailed } from './deliveries/redeliver-failed.ts'
import { redeliver } from './deliveries/redeliver.ts'
import { create } from './endpoints/create.ts'
import { get } from './endpoints/get.ts'
import { list } from './endpoints/list.ts'
import { remove } from './endpoints/remove.ts'
import { rotateSecret } from './endpoints/rotate-secret.ts'
import { sendTest } from './endpoints/send-test.ts'
import { update } from './endpoints/update.ts'
import { endpointsChanged } from './events.ts'
import { measures } from './measures.ts'
import { purge } from './purge.ts'
import { send } from './send.ts'

export default defineModule({
  name: 'webhooks',
  operations: [
    create,
    get,
    list,
    update,
    remove,
    rotateSecret,
    sendTest,
    listDeliveries,
    getDelivery,
    redeliver,
    redeliverFailed,
  ],
  events: [endpointsChanged],
  jobs: [send, purge],
  permissions: {
    'webhooks.read': 'See who hears of events, and what was sent',
    'webhooks.write': 'Change who hears of events, and send again what was given up',
  },
  measures,
  invariants: [
    {
      id: 'I21.webhooks',
      says: 'Nothing waits for an endpoint that hears no more',
      sql: `select d.id from webhooks.delivery d join webhooks.endpoint e on e.store_id = d.store_id and e.id = d.endpoint_id
        where d.ended_at is null and (e.state = 'disabled' or e.archived_at is not null)`,
    },
  ],
})
