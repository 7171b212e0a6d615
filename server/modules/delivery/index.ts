export {
  deliverySnapshot,
  offersFor,
  writeDelivery,
  type DeliveryMethod,
  type NewDelivery,
  type Offer,
} from './delivery.ts'
export { PickUp } from './pick-up.ts'
