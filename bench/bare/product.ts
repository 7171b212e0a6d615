/** The product page from one statement: each table is read once, and what follows from the rows is worked out here. */
import { Refused, focusOf, freeOf, rowsOf, type Shop, type Statement } from './shop.ts'

const DETAIL: Statement = {
  name: 'detail',
  text: `
  select p.id, p.version, p.is_bundle, t.slug, (select json_agg(json_build_object('locale', s.locale, 'slug', s.slug) order by s.locale)
      from catalog.product_text s where s.product_id = p.id) as slugs, t.name, t.subtitle, t.description, t.facts, t.meta_title, t.meta_description,
    (select json_agg(json_build_object('attributeId', a.id, 'key', a.key, 'name', at.name, 'kind', a.kind, 'unit', a.unit, 'text', pa.words,
        'number', trim_scale(pa.thousandths::numeric / 1000)::text, 'flag', pa.flag, 'day', pa.day, 'choices', '[]'::json) order by a.key)
      from catalog.product_attribute pa join catalog.attribute a on a.id = pa.attribute_id
      join catalog.attribute_text at on at.attribute_id = a.id and at.locale = 'en' where pa.product_id = p.id) as attributes,
    (select json_build_object('count', r.ratings, 'averageHundredths', r.average_hundredths,
        'stars', json_build_array(r.stars_1, r.stars_2, r.stars_3, r.stars_4, r.stars_5))
      from browse.rating r where r.product_id = p.id and r.ratings > 0) as rating,
    (select json_agg(json_build_object('slug', ct.slug, 'name', ct.name) order by pc.position, ct.name)
      from catalog.product_category pc join catalog.category c on c.id = pc.category_id and c.archived_at is null
      join catalog.category_text ct on ct.category_id = c.id and ct.locale = 'en' where pc.product_id = p.id) as categories,
    (select json_agg(json_build_array(m.variant_id, f.storage_key, f.width, f.height, a.alt, ${focusOf('f')}, f.sources)
        order by m.position, m.id)
      from catalog.product_media m join media.file f on f.id = m.file_id
      left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en' where m.product_id = p.id) as pictures,
    (select json_agg(json_build_object('url', '/files/' || f.storage_key, 'type', f.type, 'width', f.width, 'height', f.height, 'durationMs', f.duration_ms,
        'title', '', 'poster', null, 'uploadedAt', kit.utc(f.created_at)) order by pf.position, pf.id)
      from catalog.product_film pf join media.file f on f.id = pf.file_id where pf.product_id = p.id) as films,
    (select json_agg(json_build_array(v.id, v.sku, pr.amount, pr.compare_at_amount, coalesce(${freeOf('l')}, 0), (
        select json_agg(json_build_array(o.key, ot.name, ov.key, vt.name, ov.swatch, ov.position) order by po.position)
        from catalog.variant_value vv
        join catalog.product_option po on po.product_id = p.id and po.option_id = vv.option_id
        join catalog.option o on o.id = vv.option_id
        join catalog.option_text ot on ot.option_id = o.id and ot.locale = 'en'
        join catalog.option_value ov on ov.id = vv.value_id
        join catalog.option_value_text vt on vt.value_id = ov.id and vt.locale = 'en'
        where vv.variant_id = v.id), v.min_quantity, v.max_quantity, v.quantity_step,
        case when pr.compare_at_amount is not null then pricing.lowest_before(pr.id) end,
        (select json_agg(json_build_array(tp.min_quantity, tp.amount) order by tp.min_quantity) from pricing.price tp
          where tp.variant_id = v.id and tp.list_id = $2 and tp.currency = 'EUR' and tp.min_quantity > 1)) order by v.position, v.id)
      from catalog.variant v
      join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
      left join inventory.variant_item vi on vi.variant_id = v.id
      left join inventory.level l on l.item_id = vi.item_id
      where v.product_id = p.id and v.archived_at is null) as variants
  from catalog.product_text t
  join catalog.product p on p.id = t.product_id and p.state = 'published' and p.archived_at is null
  where t.store_id = $1 and t.locale = 'en' and t.slug = $3 and t.live`,
}

type Choice = [
  option: string,
  optionName: string,
  value: string,
  valueName: string,
  swatch: string | null,
  place: number,
]

type Variant = [
  id: string,
  sku: string,
  amount: number,
  compareAt: number | null,
  pieces: number,
  choices: Choice[] | null,
  minimum: number,
  maximum: number | null,
  step: number,
  lowest: number | null,
  tiers: [from: number, amount: number][] | null,
]

interface Row {
  id: string
  version: number
  is_bundle: boolean
  slug: string
  slugs: unknown
  name: string
  subtitle: string | null
  description: string
  facts: unknown
  meta_title: string | null
  meta_description: string | null
  attributes: unknown[] | null
  rating: unknown
  categories: unknown[] | null
  films: unknown[] | null
  pictures: [string | null, string, number, number, string | null, unknown, unknown[]][] | null
  variants: Variant[] | null
}

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const eurosOrNull = (amount: number | null) => (amount === null ? null : euros(amount))
const inWords = (pieces: number) => (pieces > 5 ? 'in_stock' : pieces > 0 ? 'low_stock' : 'out_of_stock')

export async function productDetail({ pool, storeId, listId }: Shop, slug: string): Promise<string> {
  const [row] = await rowsOf<Row>(pool, DETAIL, [storeId, listId, slug])
  if (!row?.variants) throw new Refused(404, 'There is no such product.')
  const pictures = row.pictures ?? []
  const { variants } = row
  const cheapest = variants.reduce((least, variant) => (variant[2] < least[2] ? variant : least))
  return JSON.stringify({
    id: row.id,
    slug: row.slug,
    slugs: row.slugs,
    name: row.name,
    subtitle: row.subtitle,
    description: row.description,
    facts: row.facts,
    ownFields: [],
    attributes: row.attributes ?? [],
    rating: row.rating,
    categories: row.categories ?? [],
    pictures: pictures.map(([, key, width, height, alt, focus, sources]) => ({
      url: `/files/${key}`,
      width,
      height,
      alt: alt ?? '',
      focus,
      sources,
    })),
    films: row.films ?? [],
    options: optionsOf(variants.flatMap((variant) => variant[5] ?? [])),
    variants: variants.map(
      ([id, sku, amount, compareAt, pieces, choices, minimum, maximum, step, lowest, tiers]) => {
        const urls = pictures.filter(([variantId]) => variantId === id).map(([, key]) => `/files/${key}`)
        return {
          id,
          sku,
          choices: (choices ?? []).map(([option, optionName, value, valueName, swatch]) => ({
            option,
            optionName,
            value,
            valueName,
            swatch,
          })),
          price: euros(amount),
          compareAt: eurosOrNull(compareAt),
          lowestIn30Days: eurosOrNull(lowest),
          reducedUntil: null,
          measurePrice: null,
          deposits: [],
          tiers: (tiers ?? []).map(([minQuantity, tier]) => ({
            minQuantity,
            price: euros(tier),
            measurePrice: null,
          })),
          availability: inWords(pieces),
          available: Math.min(pieces, 99),
          promise: null,
          quantityRule: { minimum, maximum, step },
          pictureUrl: urls[0] ?? null,
          pictureUrls: urls,
        }
      },
    ),
    variantCount: variants.length,
    combinations: null,
    price: euros(cheapest[2]),
    priceVaries: variants.some((variant) => variant[2] !== cheapest[2]),
    compareAt: eurosOrNull(cheapest[3]),
    lowestIn30Days: eurosOrNull(cheapest[9]),
    availability: inWords(variants.reduce((sum, variant) => sum + variant[4], 0)),
    isBundle: row.is_bundle,
    metaTitle: row.meta_title,
    metaDescription: row.meta_description,
    version: row.version,
  })
}

/** Choices come in the order of their options. */
function optionsOf(choices: Choice[]) {
  const options = new Map<string, { key: string; name: string; values: Map<string, Choice> }>()
  for (const choice of choices) {
    const [key, name, value] = choice
    if (!options.has(key)) options.set(key, { key, name, values: new Map() })
    options.get(key)!.values.set(value, choice)
  }
  return [...options.values()].map(({ key, name, values }) => ({
    key,
    name,
    values: [...values.values()]
      .sort((a, b) => a[5] - b[5] || (a[2] < b[2] ? -1 : 1))
      .map(([, , value, valueName, swatch]) => ({ key: value, name: valueName, swatch })),
  }))
}
