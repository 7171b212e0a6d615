/** How a shopper may pay here: the methods of each provider that the store is set up with. */
import { Nothing, query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Key, List, Text, shape } from '#kit/types.ts'
import { paymentProvider } from './provider.ts'

const PaymentMethod = shape('PaymentMethod', { key: Key, name: Text(120), description: Text(400) })

export const methods = query({
  id: 'payments.methods',
  summary: 'The ways to pay',
  rest: 'GET /payment-methods',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: shape('PaymentMethodList', { items: List(PaymentMethod, 20) }),
  run: async (_, ctx) => ({
    items: ctx.ports(paymentProvider).flatMap(({ methods }) => [...methods]),
  }),
})
