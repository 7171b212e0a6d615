/** Changes of one count by hand: found, locked, written together with the movement that explains it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { Count, Id, Type } from '#kit/types.ts'
import { stockChanged } from './events.ts'
import { moveInLot } from './lots/by-hand.ts'
import type { WhichLot } from './lots/lot.ts'
import { promisesSnapshot } from './promises.ts'
import { replan } from './replan.ts'
import { MOST_PIECES, type StockLevel, type Tracking } from './shapes.ts'

export const TooLittle = failure(
  'inventory.too_little',
  409,
  Type.Object({ onHand: Count, reserved: Count, backorderLimit: Count }, { additionalProperties: false }),
  {
    en: ({ onHand, reserved, backorderLimit }) =>
      `There are ${onHand} here and ${reserved} of them are promised to orders` +
      `${backorderLimit > 0 ? `, ${backorderLimit} of which may come later` : ''}. A count cannot fall below zero, nor a limit below what is promised.`,
    de: ({ onHand, reserved, backorderLimit }) =>
      `Hier liegen ${onHand}, davon sind ${reserved} Bestellungen zugesagt` +
      `${backorderLimit > 0 ? `, von denen ${backorderLimit} später kommen dürfen` : ''}. Ein Bestand kann nicht unter Null fallen und eine Grenze nicht unter das Zugesagte.`,
    ar: ({ onHand, reserved, backorderLimit }) =>
      `الموجود هنا ${onHand}، والموعود به للطلبات ${reserved}` +
      `${backorderLimit > 0 ? `، ومنها ${backorderLimit} يجوز أن تأتي لاحقاً` : ''}. لا يقل الرصيد عن الصفر ولا الحد عمّا وُعد به.`,
  },
)

/** Spread into inputs that name one count. */
export const whichLevel = {
  itemId: Type.Optional(Id),
  variantId: Type.Optional(Id),
  locationId: Id,
}

export interface Which {
  itemId?: string
  variantId?: string
  locationId: string
}

/** The item itself, or the one item that a variant is made of; who counts a variant for the first time makes its item. */
async function itemOf(ctx: Ctx, { itemId, variantId, locationId }: Which): Promise<string> {
  if ((itemId === undefined) === (variantId === undefined))
    throw invalid('itemId', 'one_of', 'Name either the item or the variant.')
  const { rows } = await sql<{ item_id: string; units: number; located: boolean }>`
    select i.id as item_id, coalesce(vi.units, 1) as units,
      exists (select from inventory.location p where p.store_id = ${ctx.storeId} and p.id = ${locationId} and p.archived_at is null) as located
    from inventory.item i left join inventory.variant_item vi on vi.item_id = i.id and vi.variant_id = ${variantId ?? null}
    where i.store_id = ${ctx.storeId} and i.archived_at is null
      and i.id = any(array(select ${itemId ?? null}::uuid union all select item_id from inventory.variant_item where variant_id = ${variantId ?? null}))`.execute(
    ctx.db,
  )
  const [only] = rows
  if (!only && variantId) {
    const made = await firstItemOf(ctx, variantId, locationId)
    if (!made) throw NotFound({})
    return made
  }
  if (!only || !only.located) throw NotFound({})
  if (rows.length > 1 || only.units > 1)
    throw invalid('variantId', 'needs_item', 'This variant is made of several pieces. Name the item instead.')
  return only.item_id
}

/** Null when there is no such variant or place, or it is a bundle, which has no stock of its own. The variant is locked, so that two who count it first make one item. */
export async function firstItemOf(ctx: Ctx, variantId: string, locationId: string): Promise<string | null> {
  const { rows } = await sql<{ sku: string }>`
    select v.sku from catalog.variant v where v.store_id = ${ctx.storeId} and v.id = ${variantId} and v.archived_at is null
      and not exists (select from catalog.bundle b where b.variant_id = v.id)
      and exists (select from inventory.location p where p.store_id = ${ctx.storeId} and p.id = ${locationId} and p.archived_at is null)
    for update`.execute(ctx.db)
  const [variant] = rows
  if (!variant) return null
  const { rows: made } = await sql<{ item_id: string }>`
    with known as (select item_id from inventory.variant_item where store_id = ${ctx.storeId} and variant_id = ${variantId}
    ), item as (
      insert into inventory.item (id, store_id, sku, created_at, updated_at)
      select ${newId()}, ${ctx.storeId}, ${variant.sku}, ${ctx.now()}, ${ctx.now()} where not exists (select from known)
      on conflict (store_id, sku) where archived_at is null do update set updated_at = excluded.updated_at returning id
    ), link as (
      insert into inventory.variant_item (store_id, variant_id, item_id) select ${ctx.storeId}, ${variantId}, id from item returning item_id
    )
    select item_id from link union all select item_id from known`.execute(ctx.db)
  return made[0]!.item_id
}

const columns = sql`l.item_id as "itemId", i.sku, l.location_id as "locationId", l.on_hand as "onHand", l.reserved, l.safety_stock as "safetyStock",
  l.backorder_limit as "backorderLimit", l.low_limit as "lowAt", l.short, l.on_hand + l.backorder_limit - l.safety_stock - l.reserved as available, l.version, kit.utc(l.updated_at) as "updatedAt"`

/** Locks the count, and all others of the item in their order; an item that never lay there gets an empty one. */
export async function lockLevel(
  ctx: Ctx,
  which: Which,
  expectedVersion: number | undefined,
): Promise<StockLevel> {
  const itemId = await itemOf(ctx, which)
  const { rows } = await sql<StockLevel>`
    with locked as materialized (
      select location_id from inventory.level where store_id = ${ctx.storeId} and item_id = ${itemId} order by location_id for update
    ), l as (
      insert into inventory.level as v (store_id, item_id, location_id, updated_at)
      select ${ctx.storeId}, ${itemId}, ${which.locationId}, ${ctx.now()}::timestamptz from (select count(*) from locked) after
      on conflict (item_id, location_id) do update set version = v.version returning v.*)
    select ${columns} from l join inventory.item i on i.id = l.item_id`.execute(ctx.db)
  const level = rows[0]!
  if (expectedVersion !== undefined && expectedVersion !== level.version)
    throw StaleVersion({ currentVersion: level.version })
  return level
}

export interface Change {
  delta: number
  reason: 'received' | 'damaged' | 'returned' | 'corrected' | 'counted'
  note: string | null
  cause: string
  /** Needed for items whose pieces are told apart. */
  lot?: WhichLot | undefined
}

/**
 * Writes count and movement in one statement and tells whose stock it was. What was promised here and is no longer
 * there goes to another place that has it; else it is short, and waits for the next goods.
 */
export async function move(ctx: Ctx, level: StockLevel, change: Change): Promise<StockLevel> {
  const onHand = level.onHand + change.delta
  if (onHand > MOST_PIECES)
    throw invalid('delta', 'too_large', `At one place at most ${MOST_PIECES} can be counted.`)
  if (onHand < 0) throw tooLittle(level)
  const { itemId, locationId } = level
  const movementId = newId()
  const { rows } = await sql<Written & { waits: boolean; tracking: Tracking }>`
    with l as (
      update inventory.level set on_hand = on_hand + ${change.delta}, short = greatest(short, reserved - on_hand - ${change.delta} - backorder_limit),
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and item_id = ${level.itemId} and location_id = ${level.locationId} returning *
    ), moved as (
      insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, note, actor, cause, trace_id, at)
      values (${movementId}, ${ctx.storeId}, ${level.itemId}, ${level.locationId}, ${change.delta}, ${change.reason}, ${change.note},
        ${callerOf(ctx.actor)}, ${change.cause}, ${ctx.traceId}, ${ctx.now()})
    )
    select to_json(s) as level, array(select variant_id from inventory.variant_item where store_id = ${ctx.storeId} and item_id = s."itemId" limit 1000) as variants,
      s.reserved > s."onHand" or exists (select from inventory.level w where w.store_id = ${ctx.storeId} and w.item_id = s."itemId" and w.reserved > w.on_hand) as waits,
      (select tracking from inventory.item where store_id = ${ctx.storeId} and id = s."itemId") as tracking
    from (select ${columns} from l join inventory.item i on i.id = l.item_id) s`.execute(ctx.db)
  const [written] = rows
  await moveInLot(ctx, { movementId, itemId, locationId, delta: change.delta }, written!.tracking, change.lot)
  const moved = written!.waits ? await replan(ctx, itemId) : 0
  return told(ctx, level, moved > 0 ? { ...written!, level: await readLevel(ctx, level) } : written!)
}

interface Written {
  level: StockLevel
  variants: string[]
}

async function readLevel(ctx: Ctx, { itemId, locationId }: StockLevel): Promise<StockLevel> {
  const { rows } = await sql<StockLevel>`
    select ${columns} from inventory.level l join inventory.item i on i.id = l.item_id
    where l.store_id = ${ctx.storeId} and l.item_id = ${itemId} and l.location_id = ${locationId}`.execute(
    ctx.db,
  )
  return rows[0]!
}

export async function setLimits(
  ctx: Ctx,
  level: StockLevel,
  limits: { safetyStock: number; backorderLimit: number; lowAt: number | null },
): Promise<StockLevel> {
  const lowered = limits.backorderLimit < level.backorderLimit
  if (lowered && level.reserved > level.onHand + limits.backorderLimit) throw tooLittle(level)
  const { rows } = await sql<Written>`
    with l as (
      update inventory.level set safety_stock = ${limits.safetyStock}, backorder_limit = ${limits.backorderLimit}, low_limit = ${limits.lowAt}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and item_id = ${level.itemId} and location_id = ${level.locationId} returning *
    )
    select to_json(s) as level, array(select variant_id from inventory.variant_item where store_id = ${ctx.storeId} and item_id = s."itemId" limit 1000) as variants
    from (select ${columns} from l join inventory.item i on i.id = l.item_id) s`.execute(ctx.db)
  if (limits.backorderLimit !== level.backorderLimit) await ctx.app.snapshots.changed(promisesSnapshot, ctx)
  return told(ctx, level, rows[0]!)
}

/** The table's own checks stand behind this; here they get words. */
function tooLittle({ onHand, reserved, backorderLimit }: StockLevel) {
  return TooLittle({ onHand, reserved, backorderLimit })
}

function told(ctx: Ctx, before: StockLevel, { level, variants }: Written): StockLevel {
  if (variants.length > 0) ctx.emit(stockChanged, { ids: variants })
  ctx.audit({ subject: 'inventory.level', subjectId: level.itemId, before, after: level })
  return level
}
