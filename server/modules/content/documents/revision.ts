/** Writes what a document says now, as its next revision; the addresses of its texts change at once. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { callerOf } from '#kit/policy.ts'
import { chooseSlugs, keepOldSlugs, lockSlugs } from '#kit/slugs.ts'
import { tidy } from '#kit/text.ts'
import { Locale, Slug, Type, shape, type Static } from '#kit/types.ts'
import { checkPluginBlocks } from '../blocks/plugin.ts'
import { meta } from '../../catalog/index.ts'
import { Lead, MOST_CHARACTERS, MOST_REVISIONS, inLocales } from '../limits.ts'
import { checkReferences, referenced, referencesIn, type Referenced } from '../references.ts'
import { ADDRESSES } from '../slugs.ts'
import { DocumentTitle, content, type ContentDocument } from './document.ts'

const NewDocumentText = shape(
  'NewDocumentText',
  {
    locale: Locale,
    title: DocumentTitle,
    summary: Type.Optional(Lead),
    slug: Type.Optional(Slug),
    ...patch(meta),
  },
  {
    description:
      'Without `slug` it keeps the one it has; a new language gets one made from the title. An old slug leads here.',
  },
)
/** All languages: those left out go. */
export const texts = inLocales(NewDocumentText)

/** What may be written of a document; lists are given whole. */
export const writable = patch({ texts, ...content })
type Written = Static<ReturnType<typeof Type.Object<typeof writable>>>

export type Said = Pick<ContentDocument, 'texts' | 'blocks' | 'cover' | 'author' | 'tags'>

export const EMPTY: Said = { texts: [], blocks: [], cover: null, author: '', tags: [] }

/** What it says once this is written. */
export function saidNow(before: Said, given: Written): Said {
  const { texts, ...rest } = given
  return {
    ...before,
    ...rest,
    ...(given.tags && { tags: [...new Set(given.tags.map(tidy))] }),
    ...(texts && {
      texts: texts.map(({ locale, title, summary = '', metaTitle = null, metaDescription = null }) => ({
        locale,
        title: tidy(title),
        summary,
        metaTitle,
        metaDescription,
        slug: before.texts.find((each) => each.locale === locale)?.slug ?? null,
      })),
    }),
  }
}

/** Checks what it names; what it named before may be gone. */
export async function referencesOf(ctx: Ctx, said: Said, before?: Referenced): Promise<Referenced> {
  const { texts, blocks, cover } = said
  if (JSON.stringify(said).length > MOST_CHARACTERS)
    throw invalid('blocks', 'too_large', `All together may have ${MOST_CHARACTERS} characters.`)
  checkPluginBlocks(ctx, blocks)
  const references = [
    ...referencesIn(texts, 'texts'),
    ...referencesIn(blocks, 'blocks'),
    ...referencesIn(cover, 'cover'),
  ]
  await checkReferences(ctx, references, before)
  return referenced(references)
}

export async function namedBefore(ctx: Ctx, { id, revision }: ContentDocument): Promise<Referenced> {
  const { rows } = await sql<Referenced>`
    select file_ids, product_ids, category_ids, collection_ids, document_ids from content.revision
    where store_id = ${ctx.storeId} and document_id = ${id} and number = ${revision}`.execute(ctx.db)
  return rows[0]!
}

/** Columns of a content.revision, for `insert into content.revision (...)`. */
export const COLUMNS = sql.raw(
  'store_id, document_id, number, texts, blocks, cover, author, tags, file_ids, product_ids, category_ids, collection_ids, document_ids, made_by, made_at',
)

export function rowOf(ctx: Ctx, documentId: string, number: number, said: Said, names: Referenced) {
  const texts = said.texts.map((text) => ({ ...text, slug: undefined })) // addresses have a table of their own
  return sql`${ctx.storeId}::uuid, ${documentId}::uuid, ${number}::int, ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(said.blocks)}::jsonb,
    ${said.cover === null ? null : JSON.stringify(said.cover)}::jsonb, ${said.author}, ${said.tags}::text[], ${names.file_ids}::uuid[],
    ${names.product_ids}::uuid[], ${names.category_ids}::uuid[], ${names.collection_ids}::uuid[], ${names.document_ids}::uuid[],
    ${callerOf(ctx.actor)}, ${ctx.now()}::timestamptz`
}

/** The draft is this from now on. */
export async function addRevision(ctx: Ctx, document: ContentDocument, said: Said, names: Referenced) {
  const number = document.revision + 1
  await sql`insert into content.revision (${COLUMNS}) values (${rowOf(ctx, document.id, number, said, names)})`.execute(
    ctx.db,
  )
  await sql`delete from content.revision where store_id = ${ctx.storeId} and document_id = ${document.id} and number <= ${number - MOST_REVISIONS}
    and number is distinct from ${document.publishedRevision}::int and number <> ${document.revision}`.execute(
    ctx.db,
  )
  return sql`, draft_revision = ${number}`
}

/** Gives each language its address, and those that are gone up; of what has none nothing is done. */
export async function writeAddresses(
  ctx: Ctx,
  { id, kind }: Pick<ContentDocument, 'id' | 'kind'>,
  given: Static<typeof texts>,
  before: Said['texts'],
): Promise<void> {
  const asked = given.findIndex(({ slug }) => slug !== undefined)
  if (kind === 'home' || kind === 'slot') {
    if (asked >= 0)
      throw invalid(`texts.${asked}.slug`, 'not_allowed', 'Only pages and journal entries have an address.')
    return
  }
  const known = new Map(before.map(({ locale, slug }) => [locale, slug]))
  const wishes = given.flatMap(({ locale, title, slug }, index) =>
    known.get(locale) && (slug === undefined || slug === known.get(locale))
      ? []
      : [{ locale, name: title, slug, path: `texts.${index}.slug` }],
  )
  const gone = before.filter(({ locale }) => !given.some((each) => each.locale === locale))
  if (wishes.length + gone.length === 0) return
  await lockSlugs(ctx, ADDRESSES)
  const chosen = await chooseSlugs(ctx, ADDRESSES, id, wishes)
  const slugs = wishes.map(({ locale }) => ({ locale, slug: chosen.get(locale)! }))
  await keepOldSlugs(ctx, ADDRESSES, id, slugs)
  await sql`
    with gone as (
      delete from content.address where store_id = ${ctx.storeId} and document_id = ${id} and locale = any(${gone.map(({ locale }) => locale)})
      returning locale, slug
    ), old as (
      insert into content.address_history as h (store_id, locale, slug, document_id, replaced_at)
      select ${ctx.storeId}, locale, slug, ${id}, ${ctx.now()} from gone
      on conflict (store_id, locale, slug) do update set document_id = excluded.document_id, replaced_at = excluded.replaced_at
    )
    insert into content.address (store_id, document_id, locale, slug)
    select ${ctx.storeId}, ${id}, locale, slug from json_to_recordset(${JSON.stringify(slugs)}) as t(locale text, slug text)
    on conflict (document_id, locale) do update set slug = excluded.slug`.execute(ctx.db)
}
