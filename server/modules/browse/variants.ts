/** What a product is sold in, page by page, for who wants more of many than those its own page tells. */
import { NotFound, invalid } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import {
  DEFAULT_LIMIT,
  decodeCursor,
  encodeCursor,
  pageInput,
  pageOf,
  type Position,
  refuseForged,
} from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { List, Slug, Type } from '#kit/types.ts'
import { MOST_OPTIONS, MOST_VARIANTS } from '../catalog/index.ts'
import { offersOf, variantOf } from './offers.ts'
import { PAGE_BY_SLUG, type VariantRow } from './product-rows.ts'
import { readRow } from './product.ts'
import { Trait, Variant } from './shapes.ts'

const ORDER = 'position'

export const variants = query({
  id: 'browse.variants',
  summary: 'The variants of a product',
  description: '`choices` narrows them, each as `colour:red`: one of each option finds the variant itself.',
  rest: 'GET /products/:slug/variants',
  audience: 'shop',
  access: anyone,
  input: Type.Object({
    slug: Slug,
    choices: Type.Optional(List(Trait, MOST_OPTIONS)),
    ...pageInput,
  }),
  output: pageOf(Variant),
  failures: [NotFound],
  async run({ slug, choices = [], limit = DEFAULT_LIMIT, after, page = 1, withTotal = false }, ctx) {
    if (after !== undefined && page > 1) throw invalid('page', 'conflict', 'Send either `after` or `page`.')
    const last = after === undefined ? null : decodeCursor(after, ORDER)
    const skipped = (page - 1) * limit
    // There are never more than a product may have, so who wants to know how many reads them all.
    const [begin, most] = withTotal ? [null, MOST_VARIANTS] : [last, Math.min(skipped + limit, MOST_VARIANTS)]
    const which = [foldSlug(slug), most + 1, begin?.value ?? null, begin?.id ?? null, choices]
    const { row, lists, ...asker } = await readRow(PAGE_BY_SLUG, which, ctx).catch(refuseForged(after))
    if (!row) throw NotFound({})
    const found = row.variants ?? []
    const past = withTotal && last ? found.filter((each) => isPast(each, last)) : found.slice(skipped)
    const shown = past.slice(0, limit)
    const end = shown.at(-1)
    const around = { ...asker, media: row.media ?? [], values: row.values ?? [] }
    return {
      items: offersOf(shown, lists).map((offer) => variantOf(offer, around)),
      next:
        end && past.length > limit ? encodeCursor({ sort: ORDER, value: String(end[8]), id: end[0] }) : null,
      total: withTotal ? { count: found.length, atLeast: false } : null,
    }
  },
})

/** In the order of the list: by position, and of those with one position by id. */
function isPast([id, , , , , , , , position]: VariantRow, last: Position): boolean {
  const than = Number(last.value)
  return position > than || (position === than && id > last.id)
}
