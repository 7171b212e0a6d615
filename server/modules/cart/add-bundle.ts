/**
 * Puts a bundle in the cart, with what was chosen into it.
 *
 * The same with the same choices once more raises its quantity. Its parts become lines of the cart that belong to it.
 */
import { command } from '#kit/operation.ts'
import { Id, Int, Type, Version } from '#kit/types.ts'
import { BundleChoices } from './bundle-choice.ts'
import { Cart, MOST_OF_ONE } from './cart.ts'
import { changed, openToChange, raise } from './change.ts'
import { CartClosed, NotForSale, OutOfStock, WrongQuantity } from './failures.ts'
import { changesOwnCart } from './ownership.ts'
import { putBundle } from './put-bundle.ts'

export const addBundle = command({
  id: 'cart.addBundle',
  summary: 'Put a bundle in the cart',
  description: 'Without `choices` for a bundle that offers none; `browse.bundle` says what can be chosen.',
  rest: 'POST /carts/:cartId/bundles',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    variantId: Id,
    quantity: Int(1, MOST_OF_ONE),
    choices: Type.Optional(BundleChoices),
    expectedVersion: Type.Optional(Version),
  }),
  output: Cart,
  failures: [OutOfStock, NotForSale, WrongQuantity, CartClosed],

  async run({ cartId, variantId, quantity, choices = [], expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    await raise(ctx, cartId)
    await putBundle(ctx, cart, { variantId, quantity, choices })
    return changed(ctx, cartId)
  },
})
