/** Set-based writer of collections by hand: for seeds; single changes by staff have operations of their own. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { collectionsChanged } from '../events.ts'

export interface NewCollection {
  id: string
  position: number
  texts: { locale: string; name: string; slug: string; description: string }[]
  /** In their order. */
  productIds: string[]
}

export async function writeCollections(rows: NewCollection[], ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  const all = JSON.stringify(rows)
  await sql`insert into catalog.collection (id, store_id, kind, position, created_at, updated_at)
    select id, ${storeId}, 'manual', position, ${ctx.now()}, ${ctx.now()} from json_to_recordset(${all}) as c(id uuid, position int)`.execute(
    db,
  )
  await sql`insert into catalog.collection_text (store_id, collection_id, locale, name, slug, description)
    select ${storeId}, c.id, t.locale, t.name, t.slug, t.description
    from json_to_recordset(${all}) as c(id uuid, texts json),
      json_to_recordset(c.texts) as t(locale text, name text, slug text, description text)`.execute(db)
  await sql`insert into catalog.collection_product (store_id, collection_id, product_id, position)
    select ${storeId}, c.id, p.id::uuid, p.place - 1
    from json_to_recordset(${all}) as c(id uuid, "productIds" json),
      json_array_elements_text(c."productIds") with ordinality as p(id, place)`.execute(db)
  ctx.emit(collectionsChanged, { ids: rows.map(({ id }) => id) })
}
