/**
 * Bundles in bulk: a row for each thing that is in one, or may be chosen into it; `choice` 0 is always in it. What a
 * file does not name stays in the bundle. They have a file of their own, as their parts may be anywhere in the file of
 * products.
 */
import type { Ctx } from '#kit/context.ts'
import { faultAt, type Column, type Fault, type Item, type Resource } from '#kit/resource.ts'
import { Int, Text, Type } from '#kit/types.ts'
import {
  BundlePrice,
  Chosen,
  MOST_GROUPS,
  MOST_OPTIONS_OF_ONE,
  MOST_PARTS,
  PartQuantity,
  ReductionBasisPoints,
} from '../bundles/bundle.ts'
import { Sku } from '../products/product.ts'
import { pageOfBundles, rowsOfBundles, variantsCalled } from './bundle-rows.ts'
import { writeBundles } from './bundle-write.ts'
import { said } from './handles.ts'
import { localesIn } from './product-columns.ts'

const trimmed = (text: string) => text.trim()

export const bundles: Resource = {
  name: 'bundles',
  summary: 'What bundles are made of, and what is chosen into them',
  permissions: { read: 'catalog.read', write: 'catalog.write' },
  key: ['bundle', 'choice', 'part'],
  group: 'bundle',
  chunk: 100,
  narrow: Type.Object({}, { additionalProperties: false }),
  columns: async (ctx): Promise<Column[]> => [
    { name: 'bundle', shape: Sku, required: true, normal: trimmed },
    { name: 'price', shape: BundlePrice, initial: 'own', ofGroup: true },
    { name: 'reductionBasisPoints', shape: ReductionBasisPoints, initial: 0, ofGroup: true },
    { name: 'choice', shape: Int(0, MOST_GROUPS), initial: 0 },
    ...(await localesIn(ctx)).map((locale) => ({ name: `choiceName.${locale}`, shape: Text(120) })),
    { name: 'choiceMinimum', shape: Chosen.minimum },
    { name: 'choiceMaximum', shape: Chosen.maximum },
    { name: 'part', shape: Sku, required: true, normal: trimmed },
    { name: 'quantity', shape: PartQuantity, initial: 1 },
  ],
  page: pageOfBundles,
  find: rowsOfBundles,
  check,
  write: writeBundles,
}

async function check(ctx: Ctx, items: Item[]): Promise<Fault[]> {
  const [locale] = await localesIn(ctx)
  const rows = items.map(({ row }) => row)
  const variants = await variantsCalled(ctx, [...said(rows, 'bundle'), ...said(rows, 'part')])
  const places = new Map<string, number>()
  return items.flatMap((item): Fault[] => {
    const { row } = item
    const choice = Number(row['choice'])
    const place = `${String(row['bundle'])} ${choice}`
    const count = (places.get(place) ?? 0) + 1
    places.set(place, count)
    const unknown = ['bundle', 'part'].filter((column) => !variants.has(String(row[column])))
    const needed = choice > 0 ? [`choiceName.${locale}`, 'choiceMinimum', 'choiceMaximum'] : []
    const lacking = needed.filter((column) => (row[column] ?? null) === null)
    const most = choice > 0 ? MOST_OPTIONS_OF_ONE : MOST_PARTS
    return [
      ...unknown.map((column) =>
        faultAt(item, column, 'unknown', 'There is no variant with this article number.'),
      ),
      ...lacking.map((column) => faultAt(item, column, 'required', 'Each row of a choice says this.')),
      ...(choice > 0 && row['quantity'] !== 1
        ? [faultAt(item, 'quantity', 'not_allowed', 'Of what is chosen the buyer says how many.')]
        : []),
      ...(count > most ? [faultAt(item, 'part', 'too_many', `At most ${most} stand in one place.`)] : []),
    ]
  })
}
