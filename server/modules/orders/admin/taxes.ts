/** Which rate of the store gave each tax of an order: as it was kept when it was placed. */
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Money, Nullable, Text, Type, shape } from '#kit/types.ts'
import { ChargedTax, chargedTax, type TaxPart } from '../../tax/index.ts'
import { readOrder } from '../access.ts'

const TaxedPart = shape('TaxedPart', {
  /** Without one it is of a deposit or the delivery. */
  orderLineId: Nullable(Id),
  orderDepositId: Nullable(Id),
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
  output: shape('OrderTaxes', { items: List(TaxedPart, 1201) }),
  async run({ orderId }, ctx) {
    const { lines, deposits, delivery, currency, ...order } = await readOrder(orderId, ctx)
    const sum = (amount: number) => ({ amount, currency })
    const charged = ({ name, total, taxParts }: { name: string; total: number; taxParts: TaxPart[] }) => ({
      name,
      total: sum(total),
      taxes: taxParts.map((part) => chargedTax(part, currency)),
    })
    const items = [
      ...lines.map((line) => ({ orderLineId: line.id, orderDepositId: null, ...charged(line) })),
      ...deposits.map((deposit) => ({ orderLineId: null, orderDepositId: deposit.id, ...charged(deposit) })),
    ]
    if (!delivery) return { items }
    const brought = {
      orderLineId: null,
      orderDepositId: null,
      ...charged({
        name: delivery.name,
        total: order.delivery_amount - order.delivery_discount_amount - order.delivery_tax_relief_amount,
        taxParts: delivery.taxParts ?? [],
      }),
    }
    return { items: [...items, brought] }
  },
})
