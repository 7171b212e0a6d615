/** Steps of staff: they ship in parts, deliver, refund, cancel, change prices and count. */
import fc from 'fast-check'
import { newId } from '#kit/id.ts'
import { create as shipParcel } from '../../modules/fulfilment/shipments/create.ts'
import { deliver } from '../../modules/fulfilment/shipments/deliver.ts'
import { cancel as staffCancel } from '../../modules/orders/admin/cancel.ts'
import { refund } from '../../modules/payments/admin/refund.ts'
import * as carts from './carts.ts'
import * as rules from './orders.ts'
import { PIN, isConfirmed, many, onOrder, pick, step } from './steps.ts'
import { countBy, orderOf, setPrice, type Store } from './store.ts'

const staffCancelling = pick.map((nth) =>
  onOrder('staff-cancel', nth, (store, index, order) => ({
    rule: (draft) => rules.staffCancel(draft, draft.orders[index]!),
    act: () => store.shop.bob.call(staffCancel, { orderId: store.orders[index]! }),
    touches: { orders: [index], carts: [order.cart] },
  })),
)

const shipping = fc
  .tuple(pick, fc.option(fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 })))
  .map(([nth, wanted]) =>
    onOrder(
      `ship ${wanted ? wanted.join('+') : 'all'}`,
      nth,
      (store, index, order) => {
        const parts =
          wanted && order.lines.flatMap((_, line) => (wanted[line] ? [{ line, quantity: wanted[line] }] : []))
        if (parts && parts.length === 0) return null
        return {
          rule: (draft) => rules.ship(draft, draft.orders[index]!, parts),
          act: async () => {
            const { lines } = await orderOf(store, index)
            const named = parts?.map(({ line, quantity }) => ({ orderLineId: lines[line]!.id, quantity }))
            await store.shop.bob.call(shipParcel, {
              orderId: store.orders[index]!,
              ...(named ? { lines: named } : {}),
            })
          },
          touches: { orders: [index] },
        }
      },
      isConfirmed,
    ),
  )

const delivering = fc.tuple(pick, fc.nat({ max: 3 })).map(([nth, which]) =>
  onOrder(
    `deliver parcel ${which}`,
    nth,
    (store, index, order) => {
      if (order.shipments.length === 0) return null
      const parcel = which % order.shipments.length
      return {
        rule: (draft) => rules.deliver(draft.orders[index]!, parcel),
        act: async () =>
          store.shop.bob.call(deliver, { shipmentId: (await parcelsOf(store, index))[parcel]! }),
        touches: { orders: [index] },
      }
    },
    ({ shipments }) => shipments.some(({ delivered }) => !delivered),
  ),
)

const refunding = fc.tuple(pick, fc.constantFrom(1, 499, 2_000, 20_000)).map(([nth, amount]) =>
  onOrder(
    `refund ${amount}`,
    nth,
    (store, index, order) => {
      const payment = order.payments.length - 1
      return {
        rule: (draft) => rules.refund(draft.orders[index]!.payments[payment]!, amount),
        act: async () => {
          const { id } = (await orderOf(store, index)).payments[payment]!
          await store.shop.bob.call(refund, { paymentId: id, amount, reason: 'kindness' }, { key: newId() })
        },
        touches: { orders: [index] },
      }
    },
    ({ payments }) => payments.some(({ captured, refunded }) => captured > refunded),
  ),
)

const pricing = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, PIN, PIN), fc.integer({ min: 0, max: 4_000 }))
  .map(([thing, price]) =>
    step(`price of ${thing} to ${price}`, (store) => ({
      rule: (draft) => void (draft.things[thing]!.price = price),
      act: () => setPrice(store, thing, price),
    })),
  )

const counting = fc
  .tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 }), fc.constantFrom(-2, -1, 3, 6))
  .map(([item, place, delta]) =>
    step(`stock of ${item} at ${place} by ${delta}`, (store) => ({
      rule: (draft) => carts.adjust(draft, item, place, delta),
      act: () => countBy(store, item, place, delta),
    })),
  )

async function parcelsOf(store: Store, order: number): Promise<string[]> {
  const { rows } = await store.shop.app.pool.pg.query<{ id: string }>(
    'select id from fulfilment.shipment where order_id = $1 order by id',
    [store.orders[order]],
  )
  return rows.map(({ id }) => id)
}

export const staffSteps = [
  ...many(2, staffCancelling),
  ...many(9, shipping),
  ...many(7, delivering),
  ...many(5, refunding),
  ...many(4, pricing),
  ...many(2, counting),
]
