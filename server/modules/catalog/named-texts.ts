/** Texts of categories and collections: a name, an address and a description in each language. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { tidy } from '#kit/text.ts'
import { Locale, Slug, Text, type Static, type TObject } from '#kit/types.ts'
import { meta } from './meta.ts'
import { checkTexts, chooseSlugs, keepOldSlugs } from './slugs.ts'

const name = Text(200)
const rest = { slug: Slug, description: Text(5000, { min: 0 }), ...meta }

/** For `shape`: as it is read, as it is made, and as it is changed. */
export const namedText = { locale: Locale, name, ...rest }
export const newNamedText = { locale: Locale, name, ...patch(rest) }
export const namedTextChange = { locale: Locale, ...patch({ name, ...rest }) }
export const NEW_TEXT = { description: 'Without `slug` it is made from the name.' }
export const TEXT_CHANGE = {
  description:
    'What is left out stays. A new language needs a name. The slug changes only when it is given; the old one leads here.',
}

type NamedText = Static<TObject<typeof namedText>>
type Change = Static<TObject<typeof namedTextChange>>

const TABLES = {
  category: [sql.raw('catalog.category_text'), sql.raw('category_id')],
  collection: [sql.raw('catalog.collection_text'), sql.raw('collection_id')],
} as const

/** Needs `lockSlugs` before. */
export async function writeNamedTexts(
  ctx: Ctx,
  kind: keyof typeof TABLES,
  id: string,
  changes: Change[],
  before: readonly NamedText[],
): Promise<void> {
  if (changes.length === 0) return
  checkTexts(changes, 'texts')
  const held = new Map(before.map((text) => [text.locale, text]))
  const wishes = changes.flatMap((change, index) => {
    const known = held.get(change.locale)
    if (!known && change.name === undefined)
      throw invalid(`texts.${index}.name`, 'required', 'A text in a new language needs a name.')
    return known && (change.slug === undefined || change.slug === known.slug)
      ? []
      : [{ ...change, name: change.name ?? known!.name, path: `texts.${index}.slug` }]
  })
  const slugs = await chooseSlugs(ctx, kind, id, wishes)
  const texts = changes.map((change) => {
    const known = held.get(change.locale)
    return {
      locale: change.locale,
      name: change.name === undefined ? known!.name : tidy(change.name),
      slug: slugs.get(change.locale) ?? known!.slug,
      description: change.description ?? known?.description ?? '',
      metaTitle: change.metaTitle === undefined ? (known?.metaTitle ?? null) : change.metaTitle,
      metaDescription:
        change.metaDescription === undefined ? (known?.metaDescription ?? null) : change.metaDescription,
    }
  })
  await keepOldSlugs(ctx, kind, id, texts)
  const [table, key] = TABLES[kind]
  await sql`
    insert into ${table} (store_id, ${key}, locale, name, slug, description, meta_title, meta_description)
    select ${ctx.storeId}, ${id}, locale, name, slug, description, "metaTitle", "metaDescription"
    from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, name text, slug text, description text, "metaTitle" text, "metaDescription" text)
    on conflict (${key}, locale) do update set name = excluded.name, slug = excluded.slug, description = excluded.description,
      meta_title = excluded.meta_title, meta_description = excluded.meta_description`.execute(ctx.db)
}
