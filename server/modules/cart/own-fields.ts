/** What fields of the store's own say beside the lines of a cart. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { CustomValues } from '#kit/custom.ts'
import { shownFields, standsInCart, type OwnField } from '#kit/own-fields.ts'
import { CUSTOM } from '../catalog/index.ts'

/** What a product and its variant keep; null: nothing of it stands in carts. */
export interface OwnOf {
  ownOfProduct: CustomValues | null
  ownOfVariant: CustomValues | null
}

/** Both, as SQL for a JSON object. Needs `v` and `p` around it. */
export function ownText(ctx: Ctx): RawBuilder<unknown> {
  const kept = (table: string, row: string) => (standsInCart(ctx, table) ? `${row}.custom` : 'null')
  return sql.raw(`'ownOfProduct', ${kept(CUSTOM.product, 'p')}, 'ownOfVariant', ${kept(CUSTOM.variant, 'v')}`)
}

/** First the product's; of two with the same key the variant's, which is nearer to what is bought. */
export function ownFieldsOf({ ownOfProduct, ownOfVariant }: OwnOf, ctx: Ctx, locales: string[]): OwnField[] {
  const shown = (table: string, kept: CustomValues | null) =>
    kept ? shownFields(ctx, table, kept, locales, 'cart') : []
  const nearer = shown(CUSTOM.variant, ownOfVariant)
  const further = shown(CUSTOM.product, ownOfProduct)
  return [...further.filter(({ key }) => !nearer.some((each) => each.key === key)), ...nearer]
}
