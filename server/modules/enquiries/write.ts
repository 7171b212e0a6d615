/** Somebody writes to the shop, of anything. */
import { command } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Email, Text, Type } from '#kit/types.ts'
import { Body, Enquiry, Subject, keepEnquiry } from './enquiry.ts'

export const write = command({
  id: 'enquiries.write',
  summary: 'Write to the shop',
  description: 'The answer comes by mail to `email`. About an order use `enquiries.writeAbout`.',
  rest: 'POST /enquiries',
  audience: 'shop',
  access: anyone,
  limit: 'enquiries.write',
  status: 201,
  input: Type.Object({ name: Text(120), email: Email, subject: Subject, text: Body }),
  output: Enquiry,
  run: (given, ctx) => keepEnquiry(ctx, { ...given, orderId: null }),
})
