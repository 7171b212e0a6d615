/** Puts documents and menus in a store that somebody fills as a whole; what they say is trusted. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import type { Block } from './blocks/index.ts'
import type { ContentPicture } from './content-picture.ts'
import { COLUMNS, rowOf, writeAddresses } from './documents/revision.ts'
import type { Menu } from './menus/menu.ts'
import { referenced, referencesIn } from './references.ts'

export interface NewDocument {
  kind: 'home' | 'page' | 'post'
  texts: { locale: string; title: string; summary: string; slug: string }[]
  blocks: Block[]
  cover: ContentPicture | null
  author: string
  tags: string[]
  publishedAt: Date
}

/** Its id. */
export async function writeDocument(ctx: Ctx, { kind, publishedAt, ...given }: NewDocument): Promise<string> {
  const id = newId()
  const { blocks, cover, author, tags } = given
  const texts = given.texts.map((text) => ({ ...text, metaTitle: null, metaDescription: null }))
  const names = referenced([...referencesIn(blocks, 'blocks'), ...referencesIn(cover, 'cover')])
  await sql`
    with made as (
      insert into content.document (id, store_id, kind, draft_revision, published_revision, published_at, tags, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${kind}, 1, 1, ${publishedAt}, ${tags}::text[], ${ctx.now()}, ${ctx.now()})
    )
    insert into content.revision (${COLUMNS}) values (${rowOf(ctx, id, 1, { texts, blocks, cover, author, tags }, names)})`.execute(
    ctx.db,
  )
  await writeAddresses(ctx, { id, kind }, texts, [])
  return id
}

export async function writeMenu(ctx: Ctx, key: Menu['key'], items: Menu['items']): Promise<void> {
  await ctx.db
    .insertInto('content.menu')
    .values({
      store_id: ctx.storeId,
      key,
      items: JSON.stringify(items),
      ...referenced(referencesIn(items, 'items')),
      version: 1,
      updated_at: ctx.now(),
    })
    .execute()
}
