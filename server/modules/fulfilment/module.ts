import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { settlesOrder } from '../orders/index.ts'
import { add as addKeys } from './keys/add.ts'
import { list as keys } from './keys/list.ts'
import { get as digital } from './digital/get.ts'
import { set as setDigital } from './digital/set.ts'
import { downloads } from './downloads/route.ts'
import { handOverKeys, settleOrder } from './handing-over.ts'
import { handOverWhatCame } from './handing-over-later.ts'
import { handedOver } from './handed-over.ts'
import { carrier } from './carriers/carrier.ts'
import { list as carriers } from './carriers/list.ts'
import { standardCarrier } from './carriers/standard.ts'
import { carrierWebhook } from './carriers/webhook.ts'
import { countAsDelivered } from './count-as-delivered.ts'
import { edges } from './edges.ts'
import { fulfilmentChanged, keysAdded } from './events.ts'
import { invariants } from './invariants.ts'
import { tellBuyers } from './mails.ts'
import { create } from './shipments/create.ts'
import { deliver } from './shipments/deliver.ts'
import { list as sources } from './sources/list.ts'
import { render } from './services/render.ts'
import { buy as buyLabel } from './labels/buy.ts'
import { list as labels } from './labels/list.ts'
import { compareHourly, reconcile } from './labels/reconcile.ts'
import { askCarriersAgain } from './labels/sweep.ts'
import { voidLabel } from './labels/void.ts'

export default defineModule({
  name: 'fulfilment',
  operations: [
    create,
    deliver,
    render,
    carriers,
    sources,
    digital,
    setDigital,
    addKeys,
    keys,
    handedOver,
    labels,
    buyLabel,
    voidLabel,
    reconcile,
  ],
  events: [fulfilmentChanged, keysAdded],
  reactions: [tellBuyers, handOverKeys],
  jobs: [countAsDelivered, handOverWhatCame, askCarriersAgain, compareHourly],
  fills: [
    fill(carrier, 'fulfilment', standardCarrier),
    fill(settlesOrder, 'fulfilment', (orderId, ctx) => settleOrder(ctx, orderId)),
    fill(rawRoutes, 'fulfilment', [carrierWebhook, downloads]),
  ],
  edges,
  permissions: {
    'fulfilment.write': 'Send parcels, buy labels, note arrivals and that services were rendered',
  },
  invariants,
})
