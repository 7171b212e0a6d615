/** What a product needs before shoppers may see it. */
import type { Ctx } from '#kit/context.ts'
import { currentSettings } from '../../settings/index.ts'
import { missingAttributes } from '../attributes/values.ts'
import type { CatalogProduct } from './product.ts'

export interface Missing {
  missing: ('text' | 'variant' | 'attribute')[]
  /** Keys of those that its type asks for. */
  attributes: string[]
}

export async function missingOf(ctx: Ctx, product: CatalogProduct): Promise<Missing> {
  const { store } = await currentSettings(ctx)
  const attributes = product.typeId ? await missingAttributes(ctx, product.id) : []
  const missing: Missing['missing'] = []
  if (!product.texts.some(({ locale }) => locale === store.locale)) missing.push('text')
  if (product.variants.length === 0) missing.push('variant')
  if (attributes.length > 0) missing.push('attribute')
  return { missing, attributes }
}
