/** The journal: its entries, the newest first. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage, type PageRequest } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, List, Nullable, Slug, Text, Type, shape, type Static } from '#kit/types.ts'
import { Picture, pictureText } from '../media/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { Tag } from './documents/document.ts'
import { Lead, MOST_TAGS, Title } from './limits.ts'
import { keptContent } from './shown.ts'
import type { ContentPicture } from './content-picture.ts'
import { showing } from './showing.ts'

export const PostCard = shape('PostCard', {
  id: Id,
  slug: Slug,
  title: Title,
  summary: Lead,
  cover: Nullable(Picture),
  author: Text(120, { min: 0 }),
  tags: List(Tag, MOST_TAGS),
  publishedAt: Instant,
})

const order = sorts(
  'PostSort',
  { published: { column: 'd.published_at', type: 'timestamptz' } },
  { id: 'd.id', first: '-published' },
)
const input = Type.Object({ tag: Type.Optional(Tag), ...pageInput })

export const journal = query({
  id: 'content.journal',
  summary: 'The entries of the journal, the newest first',
  rest: 'GET /journal',
  audience: 'shop',
  access: anyone,
  input,
  output: pageOf(PostCard),
  kept: keptContent,
  run: (given, ctx) => readJournal(given, ctx),
})

interface Row {
  id: string
  slug: string
  texts: { locale: string; title: string; summary: string }[]
  cover: ContentPicture | null
  file: Picture | null
  author: string
  tags: string[]
  publishedAt: string
}

export async function readJournal({ tag, ...page }: Static<typeof input>, ctx: Ctx) {
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  let found = ctx.db
    .selectFrom(sql<Record<string, unknown>>`content.document`.as('d'))
    .innerJoin(sql<Record<string, unknown>>`content.revision`.as('r'), (on) =>
      on.on(sql<SqlBool>`r.document_id = d.id and r.number = d.published_revision`),
    )
    .select([
      sql<string>`d.id`.as('id'),
      sql<string>`(select a.slug from content.address a where a.document_id = d.id and a.locale = any(${locales})
        order by array_position(${locales}::text[], a.locale) limit 1)`.as('slug'),
      sql<Row['texts']>`r.texts`.as('texts'),
      sql<Row['cover']>`r.cover`.as('cover'),
      sql<
        Row['file']
      >`(select ${sql.raw(pictureText('f', "''"))} from media.file f where f.store_id = d.store_id
        and f.id = (r.cover->>'fileId')::uuid and f.state = 'ready' and f.archived_at is null and f.width is not null)`.as(
        'file',
      ),
      sql<string>`r.author`.as('author'),
      sql<string[]>`r.tags`.as('tags'),
      sql<string>`kit.utc(d.published_at)`.as('publishedAt'),
    ])
    .where(sql<SqlBool>`d.store_id = ${ctx.storeId} and d.kind = 'post'`)
  if (tag !== undefined) found = found.where(sql<SqlBool>`d.tags @> array[${tag}]::text[]`)
  const { rows, ...rest } = await readPage(found as never, page as PageRequest, order, ctx.db)
  return { items: (rows as Row[]).map((row) => cardOf(row, locales)), ...rest }
}

function cardOf({ id, slug, texts, cover, file, author, tags, publishedAt }: Row, locales: string[]) {
  const files = cover && file ? { [cover.fileId]: file } : {}
  const at = showing({ files, products: null, categories: null, collections: null, documents: null }, locales)
  const { title = '', summary = '' } = at.text(texts) ?? {}
  return { id, slug, title, summary, cover: at.picture(cover), author, tags, publishedAt }
}
