/** What can stand in the way of a cart, in words for the shopper. */
import { failure } from '#kit/failure.ts'
import { Count, Id, List, Type } from '#kit/types.ts'
import { QuantityRule } from '../catalog/index.ts'
import { OutOfStock as StockIsShort } from '../inventory/index.ts'
import { CartState, Missing } from './cart.ts'

export const OutOfStock = failure(
  'cart.out_of_stock',
  409,
  Type.Object(
    { available: Count, lines: StockIsShort.details.properties.lines },
    { additionalProperties: false },
  ),
  ({ available, lines }) =>
    lines.length > 1
      ? `${lines.length} items are no longer available in that quantity.`
      : available === 0
        ? 'This has just sold out.'
        : `Only ${available} left.`,
)

/** `This is sold in steps of 6, from 12, up to 48 at a time.` */
export function ruleInWords({ minimum, maximum, step }: QuantityRule): string {
  const limits = [
    ...(step > 1 ? [`in steps of ${step}`] : []),
    ...(minimum > step ? [`from ${minimum}`] : []),
    ...(maximum === null ? [] : [`up to ${maximum} at a time`]),
  ]
  return `This is sold ${limits.join(', ')}.`
}

export const WrongQuantity = failure(
  'cart.wrong_quantity',
  422,
  Type.Object({ variantId: Id, quantityRule: QuantityRule }, { additionalProperties: false }),
  ({ quantityRule }) => ruleInWords(quantityRule),
)

export const PartOfBundle = failure(
  'cart.part_of_bundle',
  409,
  Type.Object({ bundleId: Id }, { additionalProperties: false }),
  () => 'This is part of a bundle. Change or remove the whole bundle.',
)

export const NotForSale = failure(
  'cart.not_for_sale',
  409,
  Type.Object({ variantIds: List(Id, 200, { minItems: 1 }) }, { additionalProperties: false }),
  ({ variantIds }) =>
    variantIds.length === 1
      ? 'This is no longer for sale. Please take it out of the cart.'
      : `${variantIds.length} items are no longer for sale. Please take them out of the cart.`,
)

export const CartClosed = failure(
  'cart.closed',
  409,
  Type.Object({ state: CartState }, { additionalProperties: false }),
  ({ state }) =>
    state === 'completing'
      ? 'This cart is being paid for, so it cannot change now.'
      : state === 'merged'
        ? 'This cart went into another one when you logged in.'
        : state === 'abandoned'
          ? 'This cart was not touched for long. Please go on with your present one.'
          : 'This cart was ordered. Start a new one.',
)

const IN_WORDS: Record<Missing, string> = {
  items: 'something in the cart',
  email: 'an e-mail address',
  shipping_address: 'an address',
  billing_address: 'an address for the bill',
  delivery: 'a way of delivery',
}

export const CartIncomplete = failure(
  'cart.incomplete',
  409,
  Type.Object({ missing: List(Missing, 4, { minItems: 1 }) }, { additionalProperties: false }),
  ({ missing }) => `The order still needs ${missing.map((each) => IN_WORDS[each as Missing]).join(', ')}.`,
)

export const DeliveryNotOffered = failure(
  'cart.delivery_not_offered',
  422,
  Type.Object({}, { additionalProperties: false }),
  () => 'This way of delivery is not offered for the address. Choose another one.',
)
