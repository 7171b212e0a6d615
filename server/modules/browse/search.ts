/** Search: words in any order, the last one maybe only begun, narrowed by filters. */
import { query } from '#kit/operation.ts'
import { Cursor, MAX_LIMIT, PageTotal, pageInput } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sortShape } from '#kit/sort.ts'
import { Count, Flag, List, Nullable, Slug, Text, Type, shape, type Static } from '#kit/types.ts'
import { askedFor } from './asked.ts'
import { ORDERS, find } from './find.ts'
import { ProductCard } from './shapes.ts'
import { wordsOf } from './terms.ts'

const SearchFilter = Type.Object(
  {
    category: Type.Optional(shape('SearchFilterCategory', { eq: Slug })),
    price: Type.Optional(
      shape('SearchFilterPrice', { gte: Type.Optional(Count), lte: Type.Optional(Count) }),
    ),
    available: Type.Optional(shape('SearchFilterAvailable', { eq: Flag })),
  },
  { $id: 'SearchFilter', additionalProperties: false, role: 'filter' },
)

export const search = query({
  id: 'browse.search',
  summary: 'Find products',
  description:
    'Every word of `q` must be found, in any order; the last one may be only begun. Without `q` everything matches. Prices are in minor units of the shopper’s currency.',
  rest: 'GET /search',
  audience: 'shop',
  access: anyone,
  input: Type.Object({
    q: Type.Optional(Text(200)),
    filter: Type.Optional(SearchFilter),
    sort: Type.Optional(sortShape('SearchSort', ['relevance', 'position', 'newest', 'name', 'price'])),
    ...pageInput,
  }),
  output: shape('SearchResult', {
    items: List(ProductCard, MAX_LIMIT),
    next: Nullable(Cursor),
    total: Nullable(PageTotal),
  }),
  async run({ q, filter, sort, ...request }, ctx) {
    const words = q === undefined ? null : wordsOf(q).map((word) => [word])
    const { category, price, available } = filter ?? {}
    // Where nothing was sought, nothing is more relevant than another thing.
    const order = sort?.by === 'relevance' && !words ? undefined : sort
    const asked = askedFor(
      { ...request, ...(order && { sort: order }) },
      ORDERS,
      words ? 'relevance' : 'position',
    )
    const found = await find(
      { ...asked, words, category: category?.eq, price, available: available?.eq },
      ctx,
    )
    return { ...found, items: JSON.parse(found.items) as Static<typeof ProductCard>[] }
  },
})
