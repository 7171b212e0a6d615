/** An order with everything that happened to it, for staff. */
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { readOrder } from '../access.ts'
import { StaffOrder } from '../order.ts'
import { toStaffOrder } from '../view.ts'

export const get = query({
  id: 'orders.admin.get',
  summary: 'An order with its whole history',
  rest: 'GET /orders/:orderId',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({ orderId: Id }),
  output: StaffOrder,
  run: async ({ orderId }, ctx) => toStaffOrder(await readOrder(orderId, ctx), ctx),
})
