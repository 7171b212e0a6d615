/** All documents for staff, the last changed first; archived ones only when asked for. */
import { sql, type SqlBool } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Flag, Id, Instant, Key, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../../settings/index.ts'
import { DocumentKind, DocumentState, STATE } from './document.ts'

const DocumentCard = shape('DocumentCard', {
  id: Id,
  kind: DocumentKind,
  slot: Nullable(Key),
  state: DocumentState,
  /** In the store's language, if it has one there. */
  title: Text(200, { min: 0 }),
  hasChanges: Flag,
  publishedAt: Nullable(Instant),
  publishAt: Nullable(Instant),
  updatedAt: Instant,
  version: Version,
})
type Card = Static<typeof DocumentCard>

const order = sorts(
  'DocumentSort',
  { updated: { column: 'd.updated_at', type: 'timestamptz' } },
  { id: 'd.id', first: '-updated' },
)

export const list = query({
  id: 'content.documents.list',
  summary: 'Pages, journal entries, the home and what stands in slots',
  rest: 'GET /content/documents',
  audience: 'staff',
  access: permission('content.read'),
  input: Type.Object({
    kind: Type.Optional(DocumentKind),
    archived: Type.Optional(Flag),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(DocumentCard),
  async run({ kind, archived = false, sort, ...page }, ctx) {
    const settings = await currentSettings(ctx)
    const chain = localeChain(settings, settings.store.locale)
    let found = ctx.db
      .selectFrom(sql<Record<string, unknown>>`content.document`.as('d'))
      .select([
        sql<string>`d.id`.as('id'),
        sql<Card['kind']>`d.kind`.as('kind'),
        sql<string | null>`d.slot`.as('slot'),
        sql<Card['state']>`${sql.raw(STATE)}`.as('state'),
        sql<string>`coalesce((select t->>'title' from content.revision r, jsonb_array_elements(r.texts) t
          where r.document_id = d.id and r.number = d.draft_revision
          order by array_position(${chain}::text[], t->>'locale') nulls last limit 1), '')`.as('title'),
        sql<boolean>`d.published_revision is not null and d.published_revision <> d.draft_revision`.as(
          'hasChanges',
        ),
        sql<string | null>`kit.utc(d.published_at)`.as('publishedAt'),
        sql<string | null>`kit.utc(d.publish_at)`.as('publishAt'),
        sql<string>`kit.utc(d.updated_at)`.as('updatedAt'),
        sql<number>`d.version`.as('version'),
      ])
      .where(sql<SqlBool>`d.store_id = ${ctx.storeId}`)
      .where(archived ? sql<SqlBool>`d.archived_at is not null` : sql<SqlBool>`d.archived_at is null`)
    if (kind) found = found.where(sql<SqlBool>`d.kind = ${kind}`)
    const { rows, ...rest } = await readPage(found as never, sort ? { ...page, sort } : page, order, ctx.db)
    return { items: rows as Card[], ...rest }
  },
})
