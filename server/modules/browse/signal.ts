/** What else speaks for a product in a search: whoever sells says how much was sold, and is asked once a night. */
import { sql } from 'kysely'
import { days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { port } from '#kit/port.ts'
import { entriesTag } from './entries.ts'

export interface Sold {
  productId: string
  /** Units, net of what was called off. */
  pieces: number
}

/** The products sold most since a moment, at most so many. */
export type SoldSince = (since: Date, most: number, ctx: Ctx) => Promise<Sold[]>
export const soldSince = port<SoldSince>('browse.soldSince', { many: true })

const SINCE = days(90)
/** What sells less than these stands as if it did not sell. */
const MOST = 10_000

export const countSold = job({
  name: 'browse.countSold',
  payload: Nothing,
  cron: '40 3 * * *',
  async run(_, ctx) {
    const since = new Date(ctx.now().getTime() - SINCE)
    const sold = (await Promise.all(ctx.ports(soldSince).map((ask) => ask(since, MOST, ctx)))).flat()
    await sql`
      with sold as (
        select "productId" as product_id, sum(pieces)::int as pieces
        from json_to_recordset(${JSON.stringify(sold)}) as s("productId" uuid, pieces int) group by 1
      ), now as (
        select e.locale, e.product_id, coalesce(s.pieces, 0) as pieces from browse.entry e left join sold s on s.product_id = e.product_id
        where e.store_id = ${ctx.storeId} and e.sold <> coalesce(s.pieces, 0)
      )
      update browse.entry e set sold = n.pieces, updated_at = ${ctx.now()} from now n
      where e.store_id = ${ctx.storeId} and e.locale = n.locale and e.product_id = n.product_id`.execute(
      ctx.db,
    )
    ctx.afterCommit(() => ctx.app.cache.raise([entriesTag(ctx.storeId)]))
  },
})
