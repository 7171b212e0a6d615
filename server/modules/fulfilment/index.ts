export { carrier, type Carrier, type CarrierNews, type CarrierWebhook } from './carriers/carrier.ts'
export { fulfilmentChanged } from './events.ts'
export { Shipment } from './shipment.ts'
