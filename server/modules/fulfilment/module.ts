import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { carrier } from './carriers/carrier.ts'
import { list as carriers } from './carriers/list.ts'
import { standardCarrier } from './carriers/standard.ts'
import { carrierWebhook } from './carriers/webhook.ts'
import { countAsDelivered } from './count-as-delivered.ts'
import { edges } from './edges.ts'
import { fulfilmentChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { tellBuyers } from './mails.ts'
import { create } from './shipments/create.ts'
import { deliver } from './shipments/deliver.ts'
import { list as sources } from './sources/list.ts'
import { render } from './services/render.ts'

export default defineModule({
  name: 'fulfilment',
  operations: [create, deliver, render, carriers, sources],
  events: [fulfilmentChanged],
  reactions: [tellBuyers],
  jobs: [countAsDelivered],
  fills: [fill(carrier, 'fulfilment', standardCarrier), fill(rawRoutes, 'fulfilment', [carrierWebhook])],
  edges,
  permissions: { 'fulfilment.write': 'Send parcels, note their arrival and that services were rendered' },
  invariants,
})
