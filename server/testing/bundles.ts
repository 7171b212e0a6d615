/** Bundles, in one line each. */
import { set } from '../modules/catalog/bundles/set.ts'
import type { Typed } from '#kit/operation.ts'
import type { Goods, Shop } from './shop.ts'

type InputOf<Operation> = Operation extends Typed<infer Input, unknown> ? Input : never
type Given = Partial<Omit<InputOf<typeof set>, 'variantId' | 'parts' | 'groups'>>

/** A part that is always in it, so often. */
export type Part = [of: Goods, quantity: number]
export interface Group {
  minimum: number
  maximum: number
  of: Goods[]
}

/** A thing that stands for these, by default at a price of its own. */
export async function bundleOf(
  shop: Shop,
  parts: Part[],
  given: Given & { costs?: number; groups?: Group[]; name?: string } = {},
): Promise<Goods> {
  const { costs = 2000, groups = [], name = 'Breakfast set', ...rest } = given
  const goods = await shop.goods({ name, price: costs, stock: 0 })
  await shop.bob.call(set, {
    variantId: goods.variantId,
    price: 'own',
    ...rest,
    parts: parts.map(([{ variantId }, quantity]) => ({ variantId, quantity })),
    groups: groups.map(({ minimum, maximum, of }, index) => ({
      texts: [{ locale: 'en', name: `Choice ${index + 1}` }],
      minimum,
      maximum,
      variantIds: of.map(({ variantId }) => variantId),
    })),
  })
  return goods
}
