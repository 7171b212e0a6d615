/** Search: words in any order, the last one maybe only begun, narrowed by filters. */
import type { Ctx } from '#kit/context.ts'
import { customFilter } from '#kit/custom.ts'
import { query } from '#kit/operation.ts'
import { Cursor, MAX_LIMIT, PageTotal, pageInput } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sortShape } from '#kit/sort.ts'
import { Count, Custom, Flag, List, Nullable, Slug, Text, Type, shape, type Static } from '#kit/types.ts'
import { askedFor } from './asked.ts'
import { channelOf } from './channel.ts'
import { findCounted } from './counted.ts'
import { SearchFacets } from './facets.ts'
import { ORDERS, find } from './find.ts'
import { SearchHighlight } from './highlights.ts'
import { keptList } from './kept.ts'
import type { Filter } from './narrow.ts'
import { rangesOf } from './ranges.ts'
import { ProductCard, Trait } from './shapes.ts'
import { understand } from './steering.ts'

const MOST_TRAITS = 50
const traits = {
  in: Type.Optional(List(Trait, MOST_TRAITS)),
  all: Type.Optional(List(Trait, MOST_TRAITS)),
  none: Type.Optional(List(Trait, MOST_TRAITS)),
}

/** A key and a number or a day: `height:10.5`, `harvested:2026-03-01`. */
const Bound = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9_.\\-]*:(-?[0-9]{1,12}(\\.[0-9]{1,6})?|[0-9]{4}-[0-9]{2}-[0-9]{2})$',
  maxLength: 161,
  scalar: 'Key',
})
const bounds = {
  gte: Type.Optional(List(Bound, MOST_TRAITS)),
  lte: Type.Optional(List(Bound, MOST_TRAITS)),
}

const SearchFilter = Type.Object(
  {
    category: Type.Optional(shape('SearchFilterCategory', { eq: Slug })),
    collection: Type.Optional(shape('SearchFilterCollection', { eq: Slug })),
    option: Type.Optional(shape('SearchFilterOption', traits)),
    attribute: Type.Optional(shape('SearchFilterAttribute', { ...traits, ...bounds })),
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
    'Every word of `q` must be found, in any order; the last one may be only begun. Without `q` everything matches. Prices are in minor units of the shopper’s currency. `option` and `attribute` take values as `glaze:sand`: `in` one of those of each option, `all` every one, `none` none of them. Of attributes that are numbers or days `gte` and `lte` take bounds as `height:10.5`. `custom` narrows by the store’s own fields that shoppers find things by. `highlights` tells where the words stand in names and subtitles.',
  rest: 'GET /search',
  audience: 'shop',
  access: anyone,
  input: Type.Object({
    q: Type.Optional(Text(200)),
    filter: Type.Optional(SearchFilter),
    custom: Type.Optional(Custom),
    sort: Type.Optional(sortShape('SearchSort', ['relevance', 'position', 'newest', 'name', 'price'])),
    facets: Type.Optional(Flag),
    highlights: Type.Optional(Flag),
    ...pageInput,
  }),
  output: shape('SearchResult', {
    items: List(ProductCard, MAX_LIMIT),
    next: Nullable(Cursor),
    total: Nullable(PageTotal),
    facets: Nullable(SearchFacets),
    highlights: List(SearchHighlight, MAX_LIMIT),
  }),
  endedBy: keptList.untilAny,
  async run({ q, filter, custom, sort, facets = false, highlights = false, ...request }, ctx) {
    const query = q === undefined ? null : await understand(q, ctx)
    // Where nothing was sought, nothing is more relevant than another thing.
    const order = sort?.by === 'relevance' && !query ? undefined : sort
    const asked = askedFor(
      { ...request, ...(order && { sort: order }) },
      ORDERS,
      query ? 'relevance' : 'position',
    )
    const own = custom && ownFilter(custom, ctx)
    const sought = { query, ...narrowed(filter), custom: own, channelId: await channelOf(ctx) }
    const wish = { ...asked, ...sought, highlights }
    const page = facets ? await findCounted(sought, wish, ctx) : await find(wish, ctx)
    return { ...page, items: JSON.parse(page.items) as Static<typeof ProductCard>[] }
  },
})

/** Fields of the store's own that shoppers find products by. */
function ownFilter(custom: Static<typeof Custom>, ctx: Ctx): Filter['custom'] {
  const { sql, parameters } = customFilter(ctx, 'catalog.product', 'p', custom, 'shoppers').compile(ctx.db)
  return { sql, parameters }
}

function narrowed({
  category,
  collection,
  option,
  attribute,
  price,
  available,
}: Static<typeof SearchFilter> = {}): Omit<Filter, 'channelId'> {
  return {
    category: category?.eq,
    collection: collection?.eq,
    options: option,
    attributes: attribute,
    ranges: rangesOf(attribute),
    price,
    available: available?.eq,
  }
}
