/** Takes authorised money, all of it or a part. The rest stays capturable until it is voided or lapses. */
import { failure } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Money, Type } from '#kit/types.ts'
import { OutcomeUnknown } from '../payment.ts'
import { AmountInput, PaymentDetail } from '../shown.ts'
import { PaymentState } from '../state.ts'
import { StepRefused, beginStep, call, resume, settle } from '../step-task.ts'
import { capturableOf } from '../sums.ts'

export const NotCapturable = failure(
  'payments.not_capturable',
  409,
  Type.Object({ state: PaymentState, capturable: Money }, { additionalProperties: false }),
  {
    en: ({ capturable }) =>
      capturable.amount === 0
        ? 'There is nothing to capture of this payment.'
        : 'That is more than is left to capture.',
    de: ({ capturable }) =>
      capturable.amount === 0
        ? 'Von dieser Zahlung ist nichts einzuziehen.'
        : 'Das ist mehr, als noch einzuziehen ist.',
    ar: ({ capturable }) =>
      capturable.amount === 0 ? 'لا يوجد ما يُحصَّل من هذه الدفعة.' : 'هذا أكثر مما بقي تحصيله.',
  },
)

export const capture = task({
  id: 'payments.admin.capture',
  summary: 'Capture an authorised payment',
  description:
    'Without `amount`, all that is left. If the answer says `outcomeUnknown`, the provider is being asked.',
  rest: 'POST /payments/:paymentId/captures',
  audience: 'staff',
  access: permission('payments.capture'),
  idempotency: 'required',
  input: Type.Object({ paymentId: Id, amount: Type.Optional(AmountInput) }),
  output: PaymentDetail,
  failures: [NotCapturable, OutcomeUnknown, StepRefused],

  begin: ({ paymentId, amount }, ctx) =>
    beginStep(ctx, paymentId, (payment) => {
      const left = capturableOf(payment)
      if (left === 0 || (amount ?? left) > left)
        throw NotCapturable({
          state: payment.state,
          capturable: { amount: left, currency: payment.currency },
        })
      return { kind: 'capture', amount: amount ?? left, cause: 'payments.admin.capture' }
    }),
  call,
  settle,
  resume,
})
