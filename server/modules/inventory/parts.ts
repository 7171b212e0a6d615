/** Which reservations the pieces of a holder's lines are: all that are there, or some. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { Count, Id, List, Type, shape } from '#kit/types.ts'
import { thereOf } from './queue.ts'
import { lockHolder, type Holder } from './holder.ts'

/** In the way of goods that are to leave. */
export const NotThere = failure(
  'inventory.not_there',
  409,
  Type.Object(
    { lines: List(shape('LineNotThere', { lineId: Id, there: Count }), 200) },
    { additionalProperties: false },
  ),
  {
    en: ({ lines }) =>
      lines.length === 1
        ? `This is not there yet, or not for this order: ${lines[0]!.there} can leave.`
        : `${lines.length} lines are not there yet, or not for this order.`,
    de: ({ lines }) =>
      lines.length === 1
        ? `Das ist noch nicht da oder nicht für diese Bestellung: ${lines[0]!.there} können abgehen.`
        : `${lines.length} Positionen sind noch nicht da oder nicht für diese Bestellung.`,
    ar: ({ lines }) =>
      lines.length === 1
        ? `هذا لم يصل بعد أو ليس لهذا الطلب: يمكن إخراج ${lines[0]!.there}.`
        : `بنود لم تصل بعد أو ليست لهذا الطلب: ${lines.length}.`,
  },
)

/** Some pieces of a line, of the pieces there are in that standing. */
export interface Portion {
  lineId: string
  quantity: number
  ofLine: number
}

/** Pieces that leave, of all places or of the one that is named. */
export interface Sending extends Portion {
  at?: string | undefined
}

/** Locks what is reserved for the lines and says how much of which reservation the portions are, oldest first. */
export async function partsOf(ctx: Ctx, holder: Holder, lines: Portion[]): Promise<Part[]> {
  const reserved = await lockReserved(ctx, holder, lines)
  return lines.flatMap((line) => {
    const found = split(reserved, line, (each) => each.quantity)
    if (found.missing > 0) throw new Error(`Too little is reserved for line ${line.lineId}.`)
    return found.parts
  })
}

/** The same of what is there for the holder. */
export async function partsToSend(ctx: Ctx, holder: Holder, lines: Sending[]): Promise<Part[]> {
  const reserved = await lockReserved(ctx, holder, lines)
  const there = await thereOf(
    ctx,
    reserved.map(({ id }) => id),
  )
  const wanted = lines.map((line) => {
    const here = (each: Reserved) =>
      line.at && line.at !== each.location_id ? 0 : (there?.get(each.id) ?? each.quantity)
    return { line, ...split(reserved, line, here) }
  })
  for (const { line, missing } of wanted)
    if (missing > 0 && !there && !line.at) throw new Error(`Too little is reserved for line ${line.lineId}.`)
  const short = wanted.filter(({ missing }) => missing > 0)
  if (short.length > 0)
    throw NotThere({
      lines: short.map(({ line, missing }) => ({
        lineId: line.lineId,
        there: Math.max(0, line.quantity - missing),
      })),
    })
  return wanted.flatMap(({ parts }) => parts)
}

/** How many whole pieces of each line could leave from one place, whether or not they are there yet. */
export async function piecesAt(
  ctx: Ctx,
  holder: Holder,
  lines: { lineId: string; ofLine: number }[],
  locationId: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ line_id: string; whole: number; here: number }>`
    select line_id, item_id, sum(quantity)::int as whole, coalesce(sum(quantity) filter (where location_id = ${locationId}), 0)::int as here
    from inventory.reservation
    where store_id = ${ctx.storeId} and holder_kind = ${holder.kind} and holder_id = ${holder.id} and state = 'confirmed'
    group by line_id, item_id`.execute(ctx.db)
  const items = Map.groupBy(rows, (row) => row.line_id)
  return new Map(
    lines.map(({ lineId, ofLine }) => {
      const shares = (items.get(lineId) ?? []).map(({ whole, here }) => Math.floor((here * ofLine) / whole))
      return [lineId, shares.length > 0 ? Math.min(...shares) : 0]
    }),
  )
}

async function lockReserved(ctx: Ctx, holder: Holder, lines: Portion[]): Promise<Reserved[]> {
  await lockHolder(ctx, holder)
  const { rows } = await sql<Reserved>`
    select id, line_id, item_id, location_id, quantity, state
    from inventory.reservation
    where store_id = ${ctx.storeId} and holder_kind = ${holder.kind} and holder_id = ${holder.id}
      and line_id = any(${lines.map((line) => line.lineId)})
    order by item_id, location_id, id for update`.execute(ctx.db)
  return rows
}

interface Reserved {
  id: string
  line_id: string
  item_id: string
  location_id: string
  quantity: number
  state: string
}

interface Part {
  /** Of the reservation. */
  id: string
  quantity: number
}

/**
 * `takes` says how much of a reservation may be meant; `missing` are pieces of the line for which that is too little.
 * A line that never had anything reserved is a service that nobody counts: nothing leaves.
 */
function split(
  reserved: Reserved[],
  line: Portion,
  takes: (each: Reserved) => number,
): { parts: Part[]; missing: number } {
  const ofLine = reserved.filter((each) => each.line_id === line.lineId)
  if (ofLine.length === 0) return { parts: [], missing: 0 }
  const items = Map.groupBy(
    ofLine.filter((each) => each.state === 'confirmed'),
    (each) => each.item_id,
  )
  if (items.size === 0) throw new Error(`Nothing is reserved for line ${line.lineId}.`)
  const parts: Part[] = []
  let missing = 0
  for (const each of items.values()) {
    // `ofLine` units of the variant are still to leave; the item's share of one unit follows from it.
    const whole = each.reduce((sum, { quantity }) => sum + quantity, 0)
    if (whole % line.ofLine !== 0)
      throw new Error(`What is reserved for line ${line.lineId} is no whole number of its pieces.`)
    const share = whole / line.ofLine
    let need = share * line.quantity
    for (const reservation of each) {
      const here = Math.min(need, takes(reservation))
      if (here > 0) parts.push({ id: reservation.id, quantity: here })
      need -= here
    }
    missing = Math.max(missing, Math.ceil(need / share))
  }
  return { parts, missing }
}
