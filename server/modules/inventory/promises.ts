/**
 * What may be sold before it is there, and when it leaves then. In memory, so that pages, carts and orders tell it
 * without a question more: whether a piece is there follows from what can be sold and what of that is ahead.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import { Day, Int, Nullable, OneOf, shape, type Static } from '#kit/types.ts'
import { dayIn } from '../tax/index.ts'

const kind = OneOf('pre_order', 'back_order')
/** The first day on which it leaves; null: nobody knows yet. */
const shipsOn = Nullable(Day)

export const StockPromise = shape('StockPromise', { kind, shipsOn })
export type StockPromise = Static<typeof StockPromise>

/** Of one line: `quantity` pieces are not there, and leave later than the others. */
export const LinePromise = shape('LinePromise', { kind, shipsOn, quantity: Int(1, 9999) })
export type LinePromise = Static<typeof LinePromise>

export interface Ahead extends StockPromise {
  /** How many of the variant may be sold before they are there, over the places that count. */
  ahead: number
}

/** By variant; of one that is made of several things, the last to come decides. */
type AheadByVariant = Map<string, Ahead>

interface AllAhead {
  everywhere: AheadByVariant
  /** The same at the places of each channel that names some. */
  ofChannel: Map<string, AheadByVariant>
}

export const promisesSnapshot = snapshot<AllAhead>('promises', async (db, storeId) => {
  const { rows } = await sql<Ahead & { variantId: string; channelId: string | null }>`
    select vi.variant_id as "variantId", l.channel_id as "channelId", case when bool_or(i.pre_order) then 'pre_order' else 'back_order' end as kind,
      max(i.ships_on)::text as "shipsOn", max(l.ahead / vi.units)::int as ahead
    from (
      select v.item_id, cp.channel_id, sum(v.backorder_limit) as ahead from inventory.level v
      cross join lateral (select null::uuid as channel_id
        union all select channel_id from inventory.channel_place where store_id = v.store_id and location_id = v.location_id) cp
      where v.store_id = ${storeId} and v.backorder_limit > 0 group by v.item_id, cp.channel_id) l
    join inventory.item i on i.id = l.item_id
    join inventory.variant_item vi on vi.item_id = l.item_id
    where vi.store_id = ${storeId} group by vi.variant_id, l.channel_id`.execute(db)
  const { rows: named } = await sql<{ channelId: string }>`
    select distinct channel_id as "channelId" from inventory.channel_place where store_id = ${storeId}`.execute(
    db,
  )
  const of = (channelId: string | null): AheadByVariant =>
    new Map(
      rows
        .filter((row) => row.channelId === channelId)
        .map(({ variantId, kind, shipsOn: day, ahead }) => [variantId, { kind, shipsOn: day, ahead }]),
    )
  return {
    everywhere: of(null),
    ofChannel: new Map(named.map(({ channelId }) => [channelId, of(channelId)])),
  }
})

export type Promises = (variantId: string, available: number, quantity: number) => LinePromise | null

/** Says of which pieces of a variant it holds in this channel that they come later. A day that has passed is no promise any more. */
export async function promisesNow(ctx: Ctx, channelId: string): Promise<Promises> {
  const { everywhere, ofChannel } = await ctx.app.snapshots.read(promisesSnapshot, ctx)
  const known = ofChannel.get(channelId) ?? everywhere
  const today = dayIn(ctx.scope.timeZone, ctx.now())
  return (variantId, available, quantity) => {
    const found = known.get(variantId)
    if (!found || available <= 0) return null
    const later = Math.min(quantity, quantity - (available - found.ahead))
    return later > 0 ? { ...promiseOf(found, today), quantity: later } : null
  }
}

/**
 * Until when what was told may be told again: a day that passes is no promise any more. Days end on a quarter of an
 * hour everywhere, so the next one is early enough. Null: nothing has a day.
 */
export async function nextTurnOfPromises(ctx: Ctx): Promise<Date | null> {
  const { everywhere } = await ctx.app.snapshots.read(promisesSnapshot, ctx)
  if (!everywhere.values().some(({ shipsOn }) => shipsOn !== null)) return null
  return new Date((Math.floor(ctx.now().getTime() / minutes(15)) + 1) * minutes(15))
}

function promiseOf({ kind, shipsOn }: StockPromise, today: string): StockPromise {
  return { kind, shipsOn: shipsOn !== null && shipsOn >= today ? shipsOn : null }
}

/** What is told of so many pieces of a variant that are not there. */
export async function promiseOfLater(
  ctx: Ctx,
  later: { variantId: string; quantity: number },
): Promise<LinePromise> {
  const { everywhere } = await ctx.app.snapshots.read(promisesSnapshot, ctx)
  const found = everywhere.get(later.variantId) ?? { kind: 'back_order' as const, shipsOn: null }
  return { ...promiseOf(found, dayIn(ctx.scope.timeZone, ctx.now())), quantity: later.quantity }
}
