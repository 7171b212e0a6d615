/**
 * Shows and takes out what is due by its schedule, set by set.
 *
 * What is no longer whole enough to be shown waits until it is. When both times have passed unseen, as after an
 * outage, the product stays out.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { currentSettings } from '../../settings/index.ts'
import { productsChanged } from '../events.ts'

/** In one transaction, and in one event. */
const CHUNK = 500

export const publishDue = job({
  name: 'catalog.publishDue',
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
    update catalog.product set state = 'published', publish_at = null, published_at = coalesce(published_at, ${ctx.now()}),
      version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id in (
      select p.id from catalog.product p where p.store_id = ${ctx.storeId} and p.publish_at <= ${ctx.now()} and p.archived_at is null
        and exists (select from catalog.product_text t where t.product_id = p.id and t.locale = ${store.locale})
        and exists (select from catalog.variant v where v.product_id = p.id and v.archived_at is null)
        and not exists (select from catalog.product_type_attribute ta where ta.product_type_id = p.product_type_id and ta.required
          and not exists (select from catalog.product_attribute pa where pa.product_id = p.id and pa.attribute_id = ta.attribute_id))
      order by p.publish_at, p.id limit ${CHUNK} for update skip locked)
    returning id`.execute(ctx.db)
  return told(ctx, rows)
}

async function takeOut(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update catalog.product set state = 'draft', publish_at = null, unpublish_at = null, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id in (
      select id from catalog.product where store_id = ${ctx.storeId} and unpublish_at <= ${ctx.now()}
      order by unpublish_at, id limit ${CHUNK} for update skip locked)
    returning id`.execute(ctx.db)
  return told(ctx, rows)
}

function told(ctx: Ctx, rows: { id: string }[]): number {
  if (rows.length > 0) ctx.emit(productsChanged, { ids: rows.map(({ id }) => id) })
  return rows.length
}
