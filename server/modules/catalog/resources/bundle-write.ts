/** Makes bundles of rows: each as it is to be, with what the file does not name. Shops have few, so they go one by one. */
import type { Ctx } from '#kit/context.ts'
import { moved } from '#kit/fault.ts'
import { InvalidInput, isFailure } from '#kit/failure.ts'
import { keyOf, type Item, type Row } from '#kit/resource.ts'
import type { BundlePrice } from '../bundles/bundle.ts'
import { putBundle, type Wanted } from '../bundles/set.ts'
import type { Static } from '#kit/types.ts'
import { readBundles, variantsCalled, type CalledVariant } from './bundle-rows.ts'
import { lockProducts, said } from './handles.ts'
import { localesIn } from './product-columns.ts'

const KEY = { key: ['bundle', 'choice', 'part'] }

export async function writeBundles(ctx: Ctx, items: Item[]): Promise<void> {
  const locales = await localesIn(ctx)
  const given = items.map(({ row }) => row)
  const skus = said(given, 'bundle')
  const known = await readBundles(ctx, skus)
  const rows = [...new Map([...known, ...given].map((row) => [keyOf(KEY, row), row])).values()]
  const variants = await variantsCalled(ctx, [...skus, ...said(rows, 'part')])
  await lockProducts(ctx, [...new Set(skus.map((sku) => variants.get(sku)!.productId))])
  for (const sku of skus) {
    const parts = rows.filter(({ bundle }) => bundle === sku)
    // What is the bundle's stands in each row that the file names.
    const head = given.find(({ bundle }) => bundle === sku)!
    try {
      await putBundle(ctx, variants.get(sku)!.variantId, wantedOf(head, parts, { variants, locales }))
    } catch (error) {
      if (!isFailure(error) || error.code !== InvalidInput.code) throw error
      throw InvalidInput({}, { errors: error.errors.map((fault) => moved(columnOf(fault.path), fault)) })
    }
  }
}

function columnOf(path: string): string {
  if (path === 'variantId') return 'bundle'
  if (path.endsWith('.minimum')) return 'choiceMinimum'
  return path === 'reductionBasisPoints' ? path : 'part'
}

interface Around {
  variants: Map<string, CalledVariant>
  locales: string[]
}

function wantedOf(head: Row, rows: Row[], { variants, locales }: Around): Wanted {
  const idOf = ({ part }: Row) => variants.get(String(part))!.variantId
  const choices = [...Map.groupBy(rows, ({ choice }) => Number(choice))].toSorted(([a], [b]) => a - b)
  return {
    price: head['price'] as Static<typeof BundlePrice>,
    reductionBasisPoints: Number(head['reductionBasisPoints']),
    parts: rows
      .filter(({ choice }) => choice === 0)
      .map((row) => ({ variantId: idOf(row), quantity: Number(row['quantity']) })),
    groups: choices
      .filter(([choice]) => choice > 0)
      .map(([, [first, ...others]]) => ({
        texts: locales.flatMap((locale) => {
          const name = first![`choiceName.${locale}`]
          return typeof name === 'string' ? [{ locale, name }] : []
        }),
        minimum: Number(first!['choiceMinimum']),
        maximum: Number(first!['choiceMaximum']),
        variantIds: [first!, ...others].map(idOf),
      })),
  }
}
