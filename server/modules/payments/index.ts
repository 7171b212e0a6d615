export { paymentsChanged } from './events.ts'
export { payable, type DisputeFact, type Payable, type RefundFact } from './payable.ts'
export { MethodUnknown, OutcomeUnknown, ProviderUnavailable, type PaymentRow } from './payment.ts'
export {
  ForgedWebhook,
  ProviderRefused,
  ProviderUnknown,
  isForgedWebhook,
  isProviderRefused,
  isProviderUnknown,
  paymentProvider,
  type OpenRequest,
  type PaymentProvider,
  type ProviderDispute,
  type ProviderEvent,
  type ProviderMethod,
  type ProviderPayment,
  type ProviderRefund,
  type ProviderState,
} from './provider.ts'
export { PaymentState, isOpen } from './state.ts'
export { wantCapture } from './steps.ts'
export { refundableOf } from './sums.ts'
export { RefundTooLarge, approveRefund, type RefundRow } from './refunds.ts'
export {
  callProvider,
  cancelOpenPayments,
  latestPayment,
  settleStart,
  startPayment,
  type Start,
  type StartReply,
} from './start.ts'
