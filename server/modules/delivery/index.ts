export { askCarriers } from './carriers/ask.ts'
export {
  CarrierRefused,
  CarrierUnavailable,
  LABEL_FORMATS,
  carrierPort,
  isCarrierRefused,
  type Carrier,
  type CarriedMeasures,
  type CarrierLabel,
  type LabelFormat,
  type LabelOrder,
  type RateQuestion,
} from './carriers/carrier.ts'
export { questionsFor, unasked, type CarrierQuestion, type CarrierQuote } from './carriers/live.ts'
export { parcelText, parcelsMatter, type Goods, type Parcel } from './goods.ts'
export { judge, offersFor, type Asked, type Offer, type Verdict } from './offers.ts'
export { PickUp } from './pick-up.ts'
export { dayAfter } from './promise.ts'
export { concernsShoppers, refusalInWords } from './refusal.ts'
export { deliverySnapshot, type DeliveryRules } from './rules.ts'
export { writeDelivery, type NewDelivery } from './write.ts'
