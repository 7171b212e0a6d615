/** Writes a product's texts; slugs that change stay in the history. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { tidy } from '#kit/text.ts'
import { Locale, Nullable, Slug, Text, shape, type Static } from '#kit/types.ts'
import { meta } from '../meta.ts'
import { checkTexts, chooseSlugs, keepOldSlugs, lockSlugs } from '../slugs.ts'
import { Facts, type ProductText } from './product.ts'

const rest = {
  slug: Slug,
  subtitle: Nullable(Text(300)),
  description: Text(20_000, { min: 0 }),
  facts: Facts,
  ...meta,
}

export const NewProductText = shape(
  'NewProductText',
  { locale: Locale, name: Text(300), ...patch(rest) },
  { description: 'Without `slug` it is made from the name.' },
)

export const ProductTextChange = shape(
  'ProductTextChange',
  { locale: Locale, ...patch({ name: Text(300), ...rest }) },
  {
    description:
      'What is left out stays. A new language needs a name. The slug changes only when it is given; the old one leads here.',
  },
)
type Change = Static<typeof ProductTextChange>

/** The texts as they will be, with their slugs chosen. */
export async function textsOf(
  ctx: Ctx,
  productId: string,
  changes: Change[],
  before: readonly ProductText[],
): Promise<ProductText[]> {
  checkTexts(changes, 'texts')
  const held = new Map(before.map((text) => [text.locale, text]))
  const wishes = changes.flatMap(({ locale, name, slug }, index) => {
    const known = held.get(locale)
    if (!known && name === undefined)
      throw invalid(`texts.${index}.name`, 'required', 'A text in a new language needs a name.')
    return known && (slug === undefined || slug === known.slug)
      ? []
      : [{ locale, name: name ?? known!.name, slug, path: `texts.${index}.slug` }]
  })
  if (wishes.length > 0) await lockSlugs(ctx, 'product')
  const slugs = await chooseSlugs(ctx, 'product', productId, wishes)
  return changes.map(({ locale, name, subtitle, description, facts, metaTitle, metaDescription }) => {
    const known = held.get(locale)
    return {
      locale,
      name: name === undefined ? known!.name : tidy(name),
      slug: slugs.get(locale) ?? known!.slug,
      subtitle: subtitle === undefined ? (known?.subtitle ?? null) : subtitle && (tidy(subtitle) || null),
      description: description ?? known?.description ?? '',
      facts: facts ?? known?.facts ?? [],
      metaTitle: metaTitle === undefined ? (known?.metaTitle ?? null) : metaTitle,
      metaDescription: metaDescription === undefined ? (known?.metaDescription ?? null) : metaDescription,
    }
  })
}

export async function writeTexts(ctx: Ctx, productId: string, texts: ProductText[]): Promise<void> {
  if (texts.length === 0) return
  await keepOldSlugs(ctx, 'product', productId, texts)
  await sql`
    insert into catalog.product_text (store_id, product_id, locale, name, slug, subtitle, description, facts, meta_title, meta_description)
    select ${ctx.storeId}, ${productId}, locale, name, slug, subtitle, description, facts, "metaTitle", "metaDescription"
    from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, name text, slug text, subtitle text, description text, facts jsonb, "metaTitle" text, "metaDescription" text)
    on conflict (product_id, locale) do update set name = excluded.name, slug = excluded.slug, subtitle = excluded.subtitle,
      description = excluded.description, facts = excluded.facts, meta_title = excluded.meta_title, meta_description = excluded.meta_description`.execute(
    ctx.db,
  )
}
