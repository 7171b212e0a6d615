/** Which rate of the store gave each tax of an order: as it was kept when it was placed. */
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Money, Nullable, Text, Type, shape } from '#kit/types.ts'
import { ChargedTax, chargedTax } from '../../tax/index.ts'
import { readOrder } from '../access.ts'

const TaxedPart = shape('TaxedPart', {
  /** Null: the delivery. */
  orderLineId: Nullable(Id),
  name: Text(200),
  /** What was paid for it, after discounts and relief, as the prices are: with the tax or before it. */
  total: Money,
  taxes: List(ChargedTax, 10),
})

export const taxes = query({
  id: 'orders.admin.taxes',
  summary: 'Which rates the taxes of an order came from',
  description: 'Of orders from before rates were kept, `taxes` is empty.',
  rest: 'GET /orders/:orderId/taxes',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({ orderId: Id }),
  output: shape('OrderTaxes', { items: List(TaxedPart, 201) }),
  async run({ orderId }, ctx) {
    const { lines, delivery, currency, ...order } = await readOrder(orderId, ctx)
    const sum = (amount: number) => ({ amount, currency })
    const items = lines.map(({ id, name, total, taxParts }) => ({
      orderLineId: id,
      name,
      total: sum(total),
      taxes: taxParts.map((part) => chargedTax(part, currency)),
    }))
    if (!delivery) return { items }
    const brought = {
      orderLineId: null,
      name: delivery.name,
      total: sum(order.delivery_amount - order.delivery_discount_amount - order.delivery_tax_relief_amount),
      taxes: (delivery.taxParts ?? []).map((part) => chargedTax(part, currency)),
    }
    return { items: [...items, brought] }
  },
})
