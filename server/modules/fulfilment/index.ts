export { fulfilmentChanged } from './events.ts'
export { Shipment } from './shipment.ts'
