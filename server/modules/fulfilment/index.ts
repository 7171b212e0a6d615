export {
  carrier,
  carrierSecret,
  webhookPath,
  type Carrier,
  type CarrierNews,
  type CarrierWebhook,
} from './carriers/carrier.ts'
export { standardNews } from './carriers/standard.ts'
export { fulfilmentChanged } from './events.ts'
export { Shipment } from './shipment.ts'
