/** Writes a menu: all of its items, in their order. Shoppers see it at once. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Int, List, Type } from '#kit/types.ts'
import { menusChanged } from '../events.ts'
import { checkReferences, referenced, referencesIn, type Referenced } from '../references.ts'
import { MOST_ITEMS, Menu, MenuItem, MenuKey } from './menu.ts'

export const set = command({
  id: 'content.menus.set',
  summary: 'Write a menu',
  description: 'Without items, the shop shows its categories there.',
  rest: 'PUT /content/menus/:key',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({
    key: MenuKey,
    items: List(MenuItem, MOST_ITEMS),
    /** 0: nobody wrote it yet. */
    expectedVersion: Type.Optional(Int(0, 2_147_483_647)),
  }),
  output: Menu,
  async run({ key, items, expectedVersion }, ctx) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`content.menu ${ctx.storeId}`}, 0))`.execute(
      ctx.db,
    )
    const { rows } = await sql<Menu & Referenced>`
      select key, items, version, file_ids, product_ids, category_ids, collection_ids, document_ids from content.menu
      where store_id = ${ctx.storeId} and key = ${key}`.execute(ctx.db)
    const { version = 0, items: old = [], ...before } = rows[0] ?? {}
    if (expectedVersion !== undefined && expectedVersion !== version)
      throw StaleVersion({ currentVersion: version })
    const references = referencesIn(items, 'items')
    await checkReferences(ctx, references, before)
    const names = referenced(references)
    const row = {
      items: JSON.stringify(items),
      ...names,
      version: version + 1,
      updated_at: ctx.now(),
    }
    await ctx.db
      .insertInto('content.menu')
      .values({ store_id: ctx.storeId, key, ...row })
      .onConflict((clash) => clash.columns(['store_id', 'key']).doUpdateSet(row))
      .execute()
    ctx.emit(menusChanged, { keys: [key] })
    ctx.audit({
      subject: 'content.menu',
      subjectId: ctx.storeId,
      before: { key, items: old },
      after: { key, items },
    })
    return { key, items, version: version + 1 }
  },
})
