/** What was written to the shop about an order, for its page. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { Id, List, Token, Type, shape } from '#kit/types.ts'
import { seesOwnOrder } from '../orders/index.ts'
import { Enquiry, readEnquiries } from './enquiry.ts'

const MOST = 50

export const list = query({
  id: 'enquiries.list',
  summary: 'What was written to the shop about an order',
  description: 'The newest first. Answers go by mail.',
  rest: 'GET /orders/:orderId/enquiries',
  audience: 'shop',
  access: seesOwnOrder,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token) }),
  output: shape('EnquiryList', { items: List(Enquiry, MOST) }),
  async run({ orderId }, ctx) {
    const found = await readEnquiries(ctx, sql`e.order_id = ${orderId}`, MOST)
    return { items: found.map(({ id, subject, text, createdAt }) => ({ id, subject, text, createdAt })) }
  },
})
