/** Lots: pieces that were made together and go out of date together. A serial number is a lot of one piece. */
import { sql } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import {
  Day,
  Flag,
  Id,
  Instant,
  Int,
  List,
  Nullable,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { dayIn } from '../../tax/index.ts'
import { MOST_LOCATIONS, Pieces, Quantity, Sum } from '../shapes.ts'

/** On the packing, as the maker writes it. */
export const LotCode = Text(80)
/** Lots of one item in one delivery; each serial number is one. */
export const MOST_LOTS = 500

export const NewLot = shape('NewLot', {
  code: LotCode,
  /** The last day on which it is sold. */
  expiresOn: Type.Optional(Nullable(Day)),
  quantity: Quantity,
})
export type NewLot = Static<typeof NewLot>

/** For changes by hand, which are of one lot. */
export const WhichLot = shape('WhichLot', { code: LotCode, expiresOn: Type.Optional(Nullable(Day)) })
export type WhichLot = Static<typeof WhichLot>

const LotLevel = shape('LotLevel', { locationId: Id, onHand: Pieces })

export const Lot = shape('Lot', {
  id: Id,
  itemId: Id,
  sku: Text(80),
  code: LotCode,
  /** One piece with a number of its own. */
  single: Flag,
  expiresOn: Nullable(Day),
  onHand: Sum,
  levels: List(LotLevel, MOST_LOCATIONS),
  recalledAt: Nullable(Instant),
  recallReason: Nullable(Text(400)),
  version: Version,
})
export type Lot = Static<typeof Lot>

export const LotsShort = failure(
  'inventory.lots_short',
  409,
  Type.Object({ itemId: Id, sku: Text(80), left: Int(0, 2_147_483_647) }, { additionalProperties: false }),
  {
    en: ({ sku, left }) =>
      left === 0
        ? `Nothing lies there of ${sku} that may still be sold.`
        : `Only ${left} of ${sku} ${left === 1 ? 'lies' : 'lie'} there that may still be sold.`,
    de: ({ sku, left }) =>
      left === 0
        ? `Von ${sku} liegt dort nichts, das noch verkauft werden darf.`
        : `Von ${sku} dürfen dort nur noch ${left} verkauft werden.`,
    ar: ({ sku, left }) =>
      left === 0 ? `لا يوجد هناك من ${sku} ما يجوز بيعه.` : `المسموح ببيعه هناك من ${sku}: ${left} فقط.`,
  },
)

/** Of a lot `b` and its item `i`. */
export const lotColumns = sql`b.id, b.item_id as "itemId", i.sku, b.code, b.single, b.expires_on as "expiresOn", b.on_hand as "onHand",
  coalesce((select json_agg(json_build_object('locationId', x.location_id, 'onHand', x.on_hand) order by x.location_id)
    from inventory.lot_level x where x.lot_id = b.id and x.on_hand > 0), '[]') as levels,
  kit.utc(b.recalled_at) as "recalledAt", b.recall_reason as "recallReason", b.version`

/** A piece that is sold in the last minutes of its day would not leave in time. */
const BEFORE_MIDNIGHT = minutes(10)

/** A lot that ends before this day is not sold any more. */
export function sellingDay(ctx: Ctx): string {
  return dayIn(ctx.scope.timeZone, after(ctx.now(), BEFORE_MIDNIGHT))
}
