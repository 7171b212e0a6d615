/** The product page in one statement. */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Type } from '#kit/types.ts'
import { idBySlug, ruleText } from '../catalog/index.ts'
import { baseListId } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { MOST_SHOWN, Product } from './shapes.ts'
import { altOf, availability, available, money, picture, textOf } from './sql.ts'

export const product = query({
  id: 'browse.product',
  summary: 'One product, with all that can be chosen',
  description: 'An old slug finds the product too: `slug` in the answer is the present one.',
  rest: 'GET /products/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: Product,
  run: async ({ slug }, ctx) => JSON.parse(await read(slug, ctx)) as Product,
  json: ({ slug }, ctx) => read(slug, ctx),
})

async function read(slug: string, ctx: Ctx): Promise<string> {
  const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const [row] = await ctx.app.pool.query<{ product: string }>(STATEMENT, [
    ctx.storeId,
    ctx.scope.currency,
    chain,
    await baseListId(ctx),
    foldSlug(slug),
    ctx.now(),
  ])
  if (!row) throw NotFound({})
  return row.product
}

const STATEMENT = `
  with wanted as (
    select ${idBySlug('product', { slug: '$5', storeId: '$1', locales: '$3' })} as id
  ), offers as (
    select v.id, v.sku, v.position, v.min_quantity, v.max_quantity, v.quantity_step, pr.amount, pr.compare_at_amount, ${available('v.id', '$6::timestamptz')}::int as pieces
    from wanted w join catalog.variant v on v.product_id = w.id and v.store_id = $1 and v.archived_at is null
    join pricing.price pr on pr.variant_id = v.id and pr.currency = $2 and pr.list_id = $4 and pr.min_quantity = 1
  ), whole as (
    select min(amount) as lowest, min(amount) <> max(amount) as varies, sum(pieces) as pieces,
      (array_agg(compare_at_amount order by amount, position))[1] as compare_at
    from offers
  ), chosen as materialized (
    select vv.variant_id, vv.option_id, vv.value_id from offers join catalog.variant_value vv on vv.variant_id = offers.id
  ), picked as materialized (
    select c.option_id, c.value_id, po.position as place, o.key as option, ot.name as option_name, ov.key as value, vt.name as value_name,
      ov.swatch, ov.position
    from (select distinct option_id, value_id from chosen) c
    join catalog.product_option po on po.product_id = (select id from wanted) and po.option_id = c.option_id
    join catalog.option o on o.id = c.option_id
    join catalog.option_value ov on ov.id = c.value_id
    cross join lateral ${textOf('catalog.option_text', 'option_id', 'c.option_id', '$3')} ot
    cross join lateral ${textOf('catalog.option_value_text', 'value_id', 'c.value_id', '$3')} vt
  ), choices as (
    select c.variant_id, json_agg(json_build_object('option', k.option, 'optionName', k.option_name, 'value', k.value, 'valueName', k.value_name,
      'swatch', k.swatch) order by k.place) as all
    from chosen c join picked k on k.value_id = c.value_id group by c.variant_id
  )
  select json_build_object('id', p.id, 'slug', x.slug, 'name', x.name, 'subtitle', x.subtitle, 'description', x.description, 'facts', x.facts,
    'categories', coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by pc.position, t.name)
      from catalog.product_category pc join catalog.category c on c.id = pc.category_id and c.archived_at is null
      cross join lateral ${textOf('catalog.category_text', 'category_id', 'pc.category_id', '$3')} t where pc.product_id = p.id), '[]'::json),
    'pictures', coalesce((select json_agg(${picture('f', altOf('m', '$3'))} order by m.position, m.id)
      from (select distinct on (file_id) id, file_id, position from catalog.product_media where product_id = p.id order by file_id, position, id) m
      join media.file f on f.id = m.file_id), '[]'::json),
    'options', coalesce((select json_agg(json_build_object('key', o.key, 'name', o.name, 'values', o.values) order by o.place)
      from (select option as key, option_name as name, place,
          json_agg(json_build_object('key', value, 'name', value_name, 'swatch', swatch) order by position, value) as values
        from picked group by option_id, option, option_name, place) o), '[]'::json),
    'variants', (select json_agg(json_build_object('id', v.id, 'sku', v.sku,
        'choices', coalesce(choices.all, '[]'::json),
        'price', ${money('v.amount', '$2::text')},
        'compareAt', case when v.compare_at_amount is null then null else ${money('v.compare_at_amount', '$2::text')} end,
        'availability', ${availability('v.pieces')}, 'available', least(v.pieces, ${MOST_SHOWN}), 'quantityRule', ${ruleText('v')},
        'pictureUrl', own.urls->>0, 'pictureUrls', own.urls) order by v.position, v.id) from offers v left join choices on choices.variant_id = v.id
      cross join lateral (select coalesce(json_agg('/files/' || f.storage_key order by m.position, m.id), '[]'::json) as urls
        from catalog.product_media m join media.file f on f.id = m.file_id where m.product_id = p.id and m.variant_id = v.id) own),
    'price', ${money('whole.lowest', '$2::text')}, 'priceVaries', whole.varies,
    'compareAt', case when whole.compare_at is null then null else ${money('whole.compare_at', '$2::text')} end,
    'availability', ${availability('whole.pieces')}, 'version', p.version)::text as product
  from wanted w
  join catalog.product p on p.id = w.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null
  cross join whole
  cross join lateral ${textOf('catalog.product_text', 'product_id', 'p.id', '$3')} x
  where whole.lowest is not null`
