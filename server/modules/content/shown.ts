/** What shoppers read of a document, in one statement: whatever it names comes with it, as it is now. */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { Id, Instant, List, Locale, Nullable, Slug, Text, shape, type Static } from '#kit/types.ts'
import { categoriesChanged, collectionsChanged, meta, productsChanged } from '../catalog/index.ts'
import { Picture, mediaChanged, mediaReady } from '../media/index.ts'
import { currentSettings, localeChain, settingsChanged } from '../settings/index.ts'
import { ShownBlock, showBlocks, type Block } from './blocks/index.ts'
import type { ContentPicture } from './content-picture.ts'
import { Tag } from './documents/document.ts'
import { documentsChanged } from './events.ts'
import { Lead, MOST_BLOCKS, MOST_LOCALES, MOST_TAGS, Title } from './limits.ts'
import { foundText, showing, type Found } from './showing.ts'

export const ShownDocument = shape(
  'ShownDocument',
  {
    id: Id,
    slug: Nullable(Slug),
    title: Title,
    summary: Lead,
    ...meta,
    cover: Nullable(Picture),
    author: Text(120, { min: 0 }),
    tags: List(Tag, MOST_TAGS),
    blocks: List(ShownBlock, MOST_BLOCKS),
    /** Where it stands in each of its languages. */
    addresses: List(shape('ShownAddress', { locale: Locale, slug: Slug }), MOST_LOCALES),
    publishedAt: Nullable(Instant),
    updatedAt: Instant,
  },
  { description: 'Clients leave out blocks of kinds that they do not know.' },
)
export type ShownDocument = Static<typeof ShownDocument>

interface Row {
  id: string
  texts: {
    locale: string
    title: string
    summary: string
    metaTitle?: string | null
    metaDescription?: string | null
  }[]
  blocks: Block[]
  cover: ContentPicture | null
  author: string
  tags: string[]
  addresses: { locale: string; slug: string }[]
  found: Found
  publishedAt: string | null
  updatedAt: string
}

/** `which` is a condition on the document `d`; its parameters are from $4 on. */
const statement = (revision: string, which: string) => `
  select d.id, r.texts, r.blocks, r.cover, r.author, r.tags, ${foundText('r')} as found, kit.utc(d.published_at) as "publishedAt", kit.utc(d.updated_at) as "updatedAt",
    (select coalesce(json_agg(json_build_object('locale', a.locale, 'slug', a.slug) order by a.locale), '[]') from content.address a
      where a.document_id = d.id and a.live) as addresses
  from content.document d join content.revision r on r.document_id = d.id and r.number = d.${revision}
  where d.store_id = $1 and d.archived_at is null and ${which}`

export const published = (which: string) => statement('published_revision', which)
export const drafted = (which: string) => statement('draft_revision', which)

export async function readShown(
  ctx: Ctx,
  text: string,
  which: unknown[],
  locale = ctx.scope.locale,
): Promise<ShownDocument> {
  const locales = localeChain(await currentSettings(ctx), locale)
  const [row] = await ctx.app.pool.read<Row>(text, [ctx.storeId, locales, ctx.scope.channelId, ...which])
  if (!row) throw NotFound({})
  const at = showing(row.found, locales)
  const { id, texts, blocks, cover, author, tags, addresses, publishedAt, updatedAt } = row
  const { title = '', summary = '', metaTitle = null, metaDescription = null } = at.text(texts) ?? {}
  return {
    id,
    slug: at.text(addresses)?.slug ?? null,
    title,
    summary,
    metaTitle,
    metaDescription,
    cover: at.picture(cover),
    author,
    tags,
    blocks: showBlocks(ctx, blocks, at),
    addresses,
    publishedAt,
    updatedAt,
  }
}

/** Kept until what it says or names changes. */
export const keptContent = {
  alike: () => Promise.resolve({ key: '', until: null }),
  untilAny: [
    documentsChanged,
    productsChanged,
    categoriesChanged,
    collectionsChanged,
    mediaChanged,
    mediaReady,
    settingsChanged,
  ],
}
