/** A document as staff work at it: what its draft says, and what of it shoppers see. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import {
  Flag,
  Instant,
  Id,
  Int,
  Key,
  List,
  Locale,
  Nullable,
  Slug,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { meta } from '../../catalog/index.ts'
import { Block } from '../blocks/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { documentsChanged } from '../events.ts'
import { Archived } from '../failures.ts'
import { Lead, MOST_BLOCKS, MOST_TAGS, inLocales } from '../limits.ts'

export const DocumentKind = Words('DocumentKind', 'home', 'page', 'post', 'slot')
export const DocumentState = Words('DocumentState', 'draft', 'published', 'archived')
export const Revision = Int(1, 2_147_483_647)
export const Tag = Text(40)
export const DocumentTitle = Text(200)

const DocumentText = shape('DocumentText', {
  locale: Locale,
  title: DocumentTitle,
  summary: Lead,
  /** Of pages and journal entries. */
  slug: Nullable(Slug),
  ...meta,
})

/** What a revision keeps; `summary` also tells search engines what the page is. */
export const content = {
  blocks: List(Block, MOST_BLOCKS),
  cover: Nullable(ContentPicture),
  author: Text(120, { min: 0 }),
  tags: List(Tag, MOST_TAGS),
}

export const ContentDocument = shape(
  'ContentDocument',
  {
    id: Id,
    kind: DocumentKind,
    /** Where a `slot` stands. */
    slot: Nullable(Key),
    state: DocumentState,
    texts: inLocales(DocumentText),
    ...content,
    revision: Revision,
    publishedRevision: Nullable(Revision),
    /** Whether shoppers see something older. */
    hasChanges: Flag,
    publishedAt: Nullable(Instant),
    publishAt: Nullable(Instant),
    unpublishAt: Nullable(Instant),
    updatedAt: Instant,
    version: Version,
  },
  { description: 'The draft: what staff wrote last. Shoppers see `publishedRevision`.' },
)
export type ContentDocument = Static<typeof ContentDocument>

/** As SQL; `d` is a content.document. */
export const STATE = `case when d.archived_at is not null then 'archived' when d.published_revision is not null then 'published' else 'draft' end`
/** JSON, as SQL; `d` is a content.document, `r` one of its revisions. */
export const TEXTS = `(select coalesce(json_agg('{"metaTitle": null, "metaDescription": null}' || jsonb_set(t.text, '{slug}', coalesce(to_jsonb(a.slug), 'null')) order by t.place), '[]')
  from jsonb_array_elements(r.texts) with ordinality as t(text, place)
  left join content.address a on a.document_id = d.id and a.locale = t.text->>'locale')`

export async function readDocument(ctx: Ctx, id: string): Promise<ContentDocument> {
  const { rows } = await sql<ContentDocument>`
    select d.id, d.kind, d.slot, ${sql.raw(STATE)} as state, ${sql.raw(TEXTS)} as texts, r.blocks, r.cover, r.author, r.tags,
      d.draft_revision as revision, d.published_revision as "publishedRevision",
      d.published_revision is not null and d.published_revision <> d.draft_revision as "hasChanges",
      kit.utc(d.published_at) as "publishedAt", kit.utc(d.publish_at) as "publishAt", kit.utc(d.unpublish_at) as "unpublishAt",
      kit.utc(d.updated_at) as "updatedAt", d.version
    from content.document d join content.revision r on r.document_id = d.id and r.number = d.draft_revision
    where d.store_id = ${ctx.storeId} and d.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  return found
}

/** Waits for others who change it. */
export async function lockDocument(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  given: { archived?: true } = {},
): Promise<ContentDocument> {
  const { rows } = await sql<{ version: number; archived: boolean }>`
    select version, archived_at is not null as archived from content.document
    where store_id = ${ctx.storeId} and id = ${id} for update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  if (found.archived && !given.archived) throw Archived({})
  return readDocument(ctx, id)
}

/** Raises its version, sets `more`, tells everybody, and answers what it is now. */
export async function changed(ctx: Ctx, before: ContentDocument, more = sql``): Promise<ContentDocument> {
  await sql`update content.document set version = version + 1, updated_at = ${ctx.now()} ${more}
    where store_id = ${ctx.storeId} and id = ${before.id}`.execute(ctx.db)
  const after = await readDocument(ctx, before.id)
  ctx.emit(documentsChanged, { ids: [before.id] })
  ctx.audit({ subject: 'content.document', subjectId: before.id, before: told(before), after: told(after) })
  return after
}

/** Blocks are long, and each revision keeps its own. */
const told = ({ blocks, ...rest }: ContentDocument) => ({ ...rest, blocks: blocks.length })
