import { defineModule } from '#kit/module.ts'
import { edges } from './edges.ts'
import { fulfilmentChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { tellBuyers } from './mails.ts'
import { create } from './shipments/create.ts'
import { deliver } from './shipments/deliver.ts'
import { render } from './services/render.ts'

export default defineModule({
  name: 'fulfilment',
  operations: [create, deliver, render],
  events: [fulfilmentChanged],
  reactions: [tellBuyers],
  edges,
  permissions: { 'fulfilment.write': 'Send parcels, note their arrival and that services were rendered' },
  invariants,
})
