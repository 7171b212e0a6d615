import { defineModule } from '#kit/module.ts'
import { edges } from './edges.ts'
import { fulfilmentChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { tellBuyers } from './mails.ts'
import { create } from './shipments/create.ts'
import { deliver } from './shipments/deliver.ts'

export default defineModule({
  name: 'fulfilment',
  operations: [create, deliver],
  events: [fulfilmentChanged],
  reactions: [tellBuyers],
  edges,
  permissions: { 'fulfilment.write': 'Send parcels and note their arrival' },
  invariants,
})
