import { failure } from '#kit/failure.ts'
import { Type } from '#kit/types.ts'

const None = Type.Object({}, { additionalProperties: false })

export const EndpointDisabled = failure('webhooks.endpoint_disabled', 409, None, {
  en: 'This endpoint is disabled. Enable it first.',
  de: 'Dieser Endpunkt ist abgeschaltet. Schalten Sie ihn zuerst wieder ein.',
  ar: 'نقطة الاستقبال هذه معطّلة. فعّلها أولاً.',
})
export const DeliveryNotOver = failure('webhooks.delivery_not_over', 409, None, {
  en: 'This delivery still waits or is under way.',
  de: 'Diese Zustellung wartet noch oder ist gerade unterwegs.',
  ar: 'ما زال هذا التسليم في الانتظار أو قيد الإرسال.',
})
