/** What a product is sold in, page by page, for who wants more of many than those its own page tells. */
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import {
  Cursor,
  DEFAULT_LIMIT,
  MAX_LIMIT,
  decodeCursor,
  encodeCursor,
  pageOf,
  refuseForged,
} from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { Int, List, Slug, Type } from '#kit/types.ts'
import { MOST_OPTIONS } from '../catalog/index.ts'
import { offersOf, variantOf } from './offers.ts'
import { PAGE_BY_SLUG } from './product-rows.ts'
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
    limit: Type.Optional(Int(1, MAX_LIMIT)),
    after: Type.Optional(Cursor),
  }),
  output: pageOf(Variant),
  failures: [NotFound],
  async run({ slug, choices = [], limit = DEFAULT_LIMIT, after }, ctx) {
    const last = after === undefined ? null : decodeCursor(after, ORDER)
    const which = [
      foldSlug(slug),
      ctx.scope.channelId,
      limit + 1,
      last?.value ?? null,
      last?.id ?? null,
      choices,
    ]
    const { row, lists, ...asker } = await readRow(PAGE_BY_SLUG, which, ctx).catch(refuseForged(after))
    if (!row) throw NotFound({})
    const found = row.variants ?? []
    const page = found.slice(0, limit)
    const end = page.at(-1)
    const around = { ...asker, media: row.media ?? [], values: row.values ?? [] }
    return {
      items: offersOf(page, lists).map((offer) => variantOf(offer, around)),
      next:
        end && found.length > limit ? encodeCursor({ sort: ORDER, value: String(end[8]), id: end[0] }) : null,
      total: null,
    }
  },
})
