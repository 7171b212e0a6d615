/**
 * Sets who orders, where it goes and how it is delivered.
 *
 * What is absent stays, null clears. A way of delivery must be one that is offered
 * for the address; when the address changes to where it is not, it has to be chosen anew.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { changesOf, patch } from '#kit/patch.ts'
import { Email, Id, Nullable, Type, Version } from '#kit/types.ts'
import { AddressInput, addressOf } from '../customers/index.ts'
import { deliverySnapshot } from '../delivery/index.ts'
import { Cart } from './cart.ts'
import { openToChange, touch, touchedAt } from './change.ts'
import { cartChanged } from './events.ts'
import { CartClosed, DeliveryNotOffered } from './failures.ts'
import { changesOwnCart } from './ownership.ts'
import { price } from './priced.ts'
import { askForTaxes } from './quoted.ts'
import { readCartRow, type CartRow } from './rows.ts'
import { viewOf } from './view.ts'

export const setDetails = command({
  id: 'cart.setDetails',
  summary: 'Set e-mail, addresses and delivery',
  rest: 'PATCH /carts/:cartId',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      email: Nullable(Email),
      shippingAddress: Nullable(AddressInput),
      billingAddress: Nullable(AddressInput),
      deliveryMethodId: Nullable(Id),
    }),
  }),
  output: Cart,
  failures: [DeliveryNotOffered, CartClosed],

  async run(input, ctx) {
    const cart = await openToChange(ctx, input.expectedVersion)
    const { methods } = await ctx.app.snapshots.read(deliverySnapshot, ctx)
    const { deliveryMethodId } = input
    if (deliveryMethodId && !methods.some((method) => method.id === deliveryMethodId))
      throw DeliveryNotOffered({})
    const changes: Partial<CartRow> = {
      ...changesOf(input, { email: 'email', deliveryMethodId: 'delivery_method_id' }),
      ...(input.shippingAddress !== undefined && {
        shipping_address: input.shippingAddress && addressOf(input.shippingAddress, 'shippingAddress'),
      }),
      ...(input.billingAddress !== undefined && {
        billing_address: input.billingAddress && addressOf(input.billingAddress, 'billingAddress'),
      }),
    }
    const sets = Object.entries(changes).map(([column, value]) =>
      value !== null && typeof value === 'object'
        ? sql`, ${sql.ref(column)} = ${JSON.stringify(value)}::jsonb`
        : sql`, ${sql.ref(column)} = ${value}`,
    )
    // One statement writes and reads: it sees the row before the change, so the change is laid over it.
    const before = await readCartRow(
      ctx,
      sql`c.id = ${cart.id}`,
      sql`with touched as (${touch(ctx, cart.id, sql.join(sets, sql``))})`,
    )
    const priced = await price({ ...before!, ...changes, ...touchedAt(ctx, cart) }, ctx)
    if (deliveryMethodId && !priced.delivery) throw DeliveryNotOffered({})
    ctx.emit(cartChanged, { ids: [cart.id] })
    await askForTaxes(ctx, priced)
    return viewOf(priced, ctx)
  },
})
