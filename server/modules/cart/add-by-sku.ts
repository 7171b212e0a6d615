/**
 * Puts things in the cart by their article numbers, as those who know what they want write them down: all, or nothing.
 *
 * Each fault is told at its row (`items.2.quantity`), so that a form of rows shows it there.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { InvalidInput } from '#kit/failure.ts'
import { fault, type FieldError } from '#kit/fault.ts'
import { command } from '#kit/operation.ts'
import { Id, Int, List, Text, Type, Version, shape } from '#kit/types.ts'
import { LONGEST_SKU, allows } from '../catalog/index.ts'
import { Cart, MOST_LINES, MOST_OF_ONE } from './cart.ts'
import { changed, openToChange } from './change.ts'
import { CartClosed, ruleInWords } from './failures.ts'
import { CHOSEN_TWICE, NO_SUCH_SKU, ON_ITS_OWN_PAGE, onlySoMany, tooManyThings } from './fault-words.ts'
import { changesOwnCart } from './ownership.ts'
import { putMany, type Put } from './put-many.ts'

const MOST_ROWS = 50

const SkuWish = shape('SkuWish', { sku: Text(LONGEST_SKU), quantity: Int(1, MOST_OF_ONE) })

export const addBySku = command({
  id: 'cart.addBySku',
  summary: 'Put things in the cart by their article numbers',
  description: 'All of them or none; what is at fault is told by its row.',
  rest: 'POST /carts/:cartId/items-by-sku',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    items: List(SkuWish, MOST_ROWS, { minItems: 1 }),
    expectedVersion: Type.Optional(Version),
  }),
  output: Cart,
  failures: [CartClosed],

  async run({ items, expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    const variantIds = await variantsOf(
      ctx,
      items.map(({ sku }) => sku.trim()),
    )
    refuse(
      variantIds.flatMap((id, row) => {
        if (id === null) return fault(`items.${row}.sku`, 'unknown_sku', NO_SUCH_SKU)
        return variantIds.indexOf(id) < row ? fault(`items.${row}.sku`, 'chosen_twice', CHOSEN_TWICE) : []
      }),
    )
    const put = await putMany(
      ctx,
      cart,
      items.map(({ quantity }, row) => ({ variantId: variantIds[row]!, quantity })),
    )
    refuse(put.flatMap((each, row) => faultOf(each, row, items[row]!.quantity)))
    return changed(ctx, cart.id)
  },
})

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw InvalidInput({}, { errors })
}

/** In the order of the numbers; null: there is none such. Capitals do not matter, where only they differ the exact one is meant. */
async function variantsOf(ctx: Ctx, skus: string[]): Promise<(string | null)[]> {
  const { rows } = await sql<{ id: string; sku: string }>`
    select id, sku from catalog.variant
    where store_id = ${ctx.storeId} and archived_at is null and lower(sku) = any(${skus.map((sku) => sku.toLowerCase())})
    order by id`.execute(ctx.db)
  return skus.map((sku) => {
    const same = rows.filter((row) => row.sku.toLowerCase() === sku.toLowerCase())
    return (same.find((row) => row.sku === sku) ?? same[0])?.id ?? null
  })
}

function faultOf({ shortOf, available, rule, put }: Put, row: number, wanted: number): FieldError[] {
  const [sku, quantity] = [`items.${row}.sku`, `items.${row}.quantity`]
  switch (shortOf) {
    case null:
      return []
    case 'gone':
      return [fault(sku, 'unknown_sku', NO_SUCH_SKU)]
    case 'bundle':
      return [fault(sku, 'bundle', ON_ITS_OWN_PAGE)]
    case 'full':
      return [fault(sku, 'too_many', tooManyThings(MOST_LINES))]
    default:
      return rule && !allows(rule, wanted) && available >= wanted
        ? [
            fault(quantity, 'wrong_quantity', {
              en: ruleInWords(rule, 'en'),
              de: ruleInWords(rule, 'de'),
              ar: ruleInWords(rule, 'ar'),
            }),
          ]
        : [fault(quantity, 'too_large', onlySoMany(put))]
  }
}
