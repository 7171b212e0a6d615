import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { PaymentDetail, readDetail } from '../shown.ts'

export const get = query({
  id: 'payments.admin.get',
  summary: 'A payment with its refunds and its history',
  rest: 'GET /payments/:paymentId',
  audience: 'staff',
  access: permission('payments.read'),
  input: Type.Object({ paymentId: Id }),
  output: PaymentDetail,
  run: ({ paymentId }, ctx) => readDetail(ctx, paymentId),
})
