/**
 * Shows and takes out what is due by its schedule, set by set.
 *
 * What has lost its text in the store's language waits until it has one again. When both times have passed unseen,
 * as after an outage, the document stays out.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { currentSettings } from '../../settings/index.ts'
import { documentsChanged } from '../events.ts'

/** In one transaction, and in one event. */
const CHUNK = 500

export const publishDue = job({
  name: 'content.publishDue',
  payload: Nothing,
  everyMs: seconds(5),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const step of [takeOut, show])
      while ((await ctx.app.inTransaction(call, step)) === CHUNK) if (ctx.signal.aborted) return
  },
})

async function show(ctx: Ctx): Promise<number> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<{ id: string }>`
    update content.document d set published_revision = d.draft_revision, publish_at = null, published_at = coalesce(d.published_at, ${ctx.now()}),
      tags = r.tags, version = d.version + 1, updated_at = ${ctx.now()}
    from content.revision r
    where r.document_id = d.id and r.number = d.draft_revision and d.store_id = ${ctx.storeId} and d.id in (
      select o.id from content.document o where o.store_id = ${ctx.storeId} and o.publish_at <= ${ctx.now()}
        and (o.kind in ('home', 'slot') or exists (select from content.address a where a.document_id = o.id and a.locale = ${store.locale}))
      order by o.publish_at, o.id limit ${CHUNK} for update skip locked)
    returning d.id`.execute(ctx.db)
  return told(ctx, rows)
}

async function takeOut(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update content.document set published_revision = null, publish_at = null, unpublish_at = null, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id in (
      select id from content.document where store_id = ${ctx.storeId} and unpublish_at <= ${ctx.now()}
      order by unpublish_at, id limit ${CHUNK} for update skip locked)
    returning id`.execute(ctx.db)
  return told(ctx, rows)
}

function told(ctx: Ctx, rows: { id: string }[]): number {
  if (rows.length > 0) ctx.emit(documentsChanged, { ids: rows.map(({ id }) => id) })
  return rows.length
}
