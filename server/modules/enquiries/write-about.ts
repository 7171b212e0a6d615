/** Whoever placed an order, or holds its link, writes to the shop about it. The answer goes to the order's own address. */
import { command } from '#kit/operation.ts'
import { Id, Token, Type } from '#kit/types.ts'
import { changesOwnOrder, noteNews, readOrder } from '../orders/index.ts'
import { Body, Enquiry, Subject, keepEnquiry } from './enquiry.ts'

export const writeAbout = command({
  id: 'enquiries.writeAbout',
  summary: 'Write to the shop about an order',
  rest: 'POST /orders/:orderId/enquiries',
  audience: 'shop',
  access: changesOwnOrder,
  limit: 'enquiries.write',
  status: 201,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token), subject: Subject, text: Body }),
  output: Enquiry,
  async run({ orderId, subject, text }, ctx) {
    const order = await readOrder(orderId, ctx)
    const { name } = order.shipping_address ?? order.billing_address
    const kept = await keepEnquiry(ctx, { orderId, name, email: order.email, subject, text })
    await noteNews(ctx, orderId)
    return kept
  },
})
