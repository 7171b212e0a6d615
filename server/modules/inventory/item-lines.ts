/** Lines that name items: by themselves, or by a variant that is one piece of one item. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { Id, Type } from '#kit/types.ts'
import { firstItemOf } from './level.ts'

/** In one transfer, purchase or delivery. */
export const MOST_ITEM_LINES = 200

/** Spread into the shape of a line. */
export const whichItem = { itemId: Type.Optional(Id), variantId: Type.Optional(Id) }

interface Named {
  itemId?: string
  variantId?: string
}

interface Found {
  at: number
  item_id: string | null
  parts: number
  units: number
}

/** The items in the order of the lines; a variant that nobody counted yet gets its item. Each item once. */
export async function itemsOf(ctx: Ctx, lines: Named[], locationId: string): Promise<string[]> {
  lines.forEach((line, at) => {
    if ((line.itemId === undefined) === (line.variantId === undefined))
      throw invalid(`lines.${at}.itemId`, 'one_of', 'Name either the item or the variant.')
  })
  const { rows } = await sql<Found>`
    select n.at::int - 1 as at, min(i.id::text)::uuid as item_id, count(i.id)::int as parts, coalesce(max(vi.units), 1) as units
    from unnest(${lines.map((line) => line.itemId ?? null)}::uuid[], ${lines.map((line) => line.variantId ?? null)}::uuid[])
      with ordinality as n(item_id, variant_id, at)
    left join inventory.variant_item vi on vi.store_id = ${ctx.storeId} and vi.variant_id = n.variant_id
    left join inventory.item i on i.store_id = ${ctx.storeId} and i.archived_at is null and i.id = coalesce(n.item_id, vi.item_id)
    group by n.at order by n.at`.execute(ctx.db)
  const items: string[] = []
  for (const { at, item_id: known, parts, units } of rows) {
    const { itemId, variantId } = lines[at]!
    if (parts > 1 || units > 1)
      throw invalid(
        `lines.${at}.variantId`,
        'needs_item',
        'This variant is made of several pieces. Name the item instead.',
      )
    const item = known ?? (variantId ? await firstItemOf(ctx, variantId, locationId) : null)
    if (!item)
      throw invalid(
        `lines.${at}.${itemId ? 'itemId' : 'variantId'}`,
        'unknown',
        'There is no such thing here.',
      )
    if (items.includes(item))
      throw invalid(`lines.${at}.${itemId ? 'itemId' : 'variantId'}`, 'duplicate', 'Name each item once.')
    items.push(item)
  }
  return items
}

/** What is named of the lines that are open, or all that is open. */
export function portionsOf(
  open: { itemId: string; left: number }[],
  wanted: { itemId: string; quantity: number }[] | undefined,
): { itemId: string; quantity: number }[] {
  if (!wanted)
    return open.filter(({ left }) => left > 0).map(({ itemId, left }) => ({ itemId, quantity: left }))
  wanted.forEach(({ itemId }, at) => {
    if (!open.some((each) => each.itemId === itemId))
      throw invalid(`lines.${at}.itemId`, 'unknown', 'This item is not in it.')
    if (wanted.findIndex((each) => each.itemId === itemId) < at)
      throw invalid(`lines.${at}.itemId`, 'duplicate', 'Name each item once.')
  })
  return wanted
}
