/**
 * All products for staff, the last changed first; archived ones only when asked for.
 *
 * The search looks for a part of the name, or the beginning of an article number. It
 * walks the index of the order asked for and stops when the page is full.
 */
import { sql } from 'kysely'
import { customFilter } from '#kit/custom.ts'
import { beginsWith } from '#kit/filter.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { tidy } from '#kit/text.ts'
import {
  Count,
  Custom,
  Id,
  Instant,
  Nullable,
  OneOf,
  Slug,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { Picture, pictureJson } from '../../media/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { CUSTOM } from '../custom.ts'
import { Sku, localesOf } from './product.ts'

const State = OneOf('draft', 'published', 'archived')

const CatalogProductCard = shape('CatalogProductCard', {
  id: Id,
  state: State,
  /** In the store's language. */
  name: Text(300),
  slug: Slug,
  picture: Nullable(Picture),
  /** Of the first variant. */
  sku: Nullable(Sku),
  variantCount: Count,
  updatedAt: Instant,
  version: Version,
})

const order = sorts(
  'CatalogProductSort',
  {
    updated: { column: 'p.updated_at', type: 'timestamptz' },
    created: { column: 'p.created_at', type: 'timestamptz' },
    name: { column: sql`lower(x.name)`, type: 'text' },
  },
  { id: 'x.product_id', first: '-updated' },
)
const byProduct = sorts(
  'CatalogProductSort',
  {
    updated: { column: 'p.updated_at', type: 'timestamptz' },
    created: { column: 'p.created_at', type: 'timestamptz' },
  },
  { id: 'p.id', first: '-updated' },
)

export const list = query({
  id: 'catalog.products.list',
  summary: 'The products of the store',
  description:
    '`q` finds a part of the name, or the beginning of an article number. `custom[careLabel]=wool` or `custom[lengthCm][gte]=40` narrows by a filterable field of the store’s own.',
  rest: 'GET /products',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({
    state: Type.Optional(State),
    q: Type.Optional(Text(200)),
    categoryId: Type.Optional(Id),
    collectionId: Type.Optional(Id),
    custom: Type.Optional(Custom),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(CatalogProductCard),
  async run({ state, q, categoryId, collectionId, custom, sort, ...page }, ctx) {
    const { store } = await currentSettings(ctx)
    const chain = await localesOf(ctx)
    let found = ctx.db
      .selectFrom(sql<Row>`catalog.product`.as('p'))
      .innerJoin(sql<Row>`catalog.product_text`.as('x'), (on) =>
        on
          .onRef('x.product_id' as never, '=', 'p.id' as never)
          .on(sql<boolean>`x.store_id = ${ctx.storeId} and x.locale = ${store.locale}`),
      )
      .select([
        sql<string>`p.id`.as('id'),
        sql<Card['state']>`case when p.archived_at is not null then 'archived' else p.state end`.as('state'),
        sql<string>`x.name`.as('name'),
        sql<string>`x.slug`.as('slug'),
        sql<Card['picture']>`(select ${pictureJson(
          'f',
          sql`(select t.alt from catalog.product_media_text t
            where t.product_media_id = m.id order by array_position(${chain}, t.locale) nulls last limit 1)`,
        )}
          from catalog.product_media m join media.file f on f.id = m.file_id where m.product_id = p.id order by m.position, m.id limit 1)`.as(
          'picture',
        ),
        sql<
          string | null
        >`(select v.sku from catalog.variant v where v.product_id = p.id and v.archived_at is null order by v.position, v.id limit 1)`.as(
          'sku',
        ),
        sql<number>`(select count(*) from catalog.variant v where v.product_id = p.id and v.archived_at is null)`.as(
          'variantCount',
        ),
        sql<string>`kit.utc(p.updated_at)`.as('updatedAt'),
        sql<number>`p.version`.as('version'),
      ])
      .where(sql<boolean>`p.store_id = ${ctx.storeId}`)
      .where(
        state === 'archived' ? sql<boolean>`p.archived_at is not null` : sql<boolean>`p.archived_at is null`,
      )
    if (state && state !== 'archived') found = found.where(sql<boolean>`p.state = ${sql.lit(state)}`)
    if (custom) found = found.where(customFilter(ctx, CUSTOM.product, 'p', custom))
    if (categoryId)
      found = found.where(
        sql<boolean>`exists (select from catalog.product_category pc where pc.product_id = p.id and pc.category_id = ${categoryId})`,
      )
    if (collectionId)
      found = found.where(
        sql<boolean>`exists (select from catalog.collection_product m where m.product_id = p.id and m.collection_id = ${collectionId})`,
      )
    if (q !== undefined) {
      const typed = tidy(q).toLowerCase()
      const part = typed.replace(/[\\%_]/g, '\\$&')
      found = found.where(
        sql<boolean>`p.id = any(array(
          select n.product_id from catalog.product_text n
          where n.store_id = ${ctx.storeId} and n.locale = ${store.locale} and lower(n.name) like ${`%${part}%`}
          union all
          select v.product_id from catalog.variant v
          where v.store_id = ${ctx.storeId} and v.archived_at is null and ${beginsWith(sql`lower(v.sku)`, typed)}))`,
      )
    }
    const asked = sort ? { ...page, sort } : page
    const { rows, ...rest } = await readPage(
      found as never,
      asked,
      sort?.by === 'name' ? order : byProduct,
      ctx.db,
    )
    return { items: rows as Card[], ...rest }
  },
})

type Card = Static<typeof CatalogProductCard>
type Row = Record<string, unknown>
