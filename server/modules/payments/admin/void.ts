/** Gives up what is not captured: the buyer's money is free again, and an unpaid payment can no longer be paid. */
import { failure } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { OutcomeUnknown } from '../payment.ts'
import { PaymentDetail } from '../shown.ts'
import { PaymentState } from '../state.ts'
import { StepRefused, beginStep, call, resume, settle } from '../step-task.ts'

const VOIDABLE: readonly PaymentState[] = ['requires_action', 'authorised', 'part_captured']

export const NotVoidable = failure(
  'payments.not_voidable',
  409,
  Type.Object({ state: PaymentState }, { additionalProperties: false }),
  {
    en: 'There is nothing to void of this payment. What was captured can be refunded.',
    de: 'Von dieser Zahlung ist nichts aufzuheben. Was eingezogen wurde, kann erstattet werden.',
    ar: 'لا يوجد ما يُبطَل من هذه الدفعة. ما حُصِّل يمكن ردّه.',
  },
)

export const voidPayment = task({
  id: 'payments.admin.void',
  summary: 'Void what is not captured of a payment',
  rest: 'POST /payments/:paymentId/voiding',
  audience: 'staff',
  access: permission('payments.capture'),
  idempotency: 'required',
  input: Type.Object({ paymentId: Id }),
  output: PaymentDetail,
  failures: [NotVoidable, OutcomeUnknown, StepRefused],

  begin: ({ paymentId }, ctx) =>
    beginStep(ctx, paymentId, (payment) => {
      if (!VOIDABLE.includes(payment.state)) throw NotVoidable({ state: payment.state })
      return { kind: 'void', amount: null, cause: 'payments.admin.void' }
    }),
  call,
  settle,
  resume,
})
