/** For tests: stock that lies at several places, and variants made of several items. */
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import type { Goods, Shop } from './shop.ts'
import { writeLocation } from '../modules/inventory/index.ts'

export async function place(shop: Shop, key: string, position: number): Promise<string> {
  const id = newId()
  await shop.inside((ctx) => writeLocation({ id, key, name: key, country: 'DE', position }, ctx))
  return id
}

export async function itemOf(shop: Shop, { variantId }: Goods): Promise<string> {
  const { rows } = await shop.app.pool.pg.query<{ item_id: string }>(
    'select item_id from inventory.variant_item where variant_id = $1',
    [variantId],
  )
  return rows[0]!.item_id
}

/** `goods` is from now on made of so many of that item, and of nothing else unless `too`. */
export async function madeOf(
  shop: Shop,
  goods: Goods,
  itemId: string,
  units: number,
  too = false,
): Promise<void> {
  await shop.inside(async (ctx) => {
    if (!too)
      await sql`delete from inventory.variant_item where store_id = ${ctx.storeId} and variant_id = ${goods.variantId}`.execute(
        ctx.db,
      )
    await sql`insert into inventory.variant_item (store_id, variant_id, item_id, units) values (${ctx.storeId}, ${goods.variantId}, ${itemId}, ${units})`.execute(
      ctx.db,
    )
  })
}

/** On hand and reserved of the item at each place, by the place's id. */
export async function countsOf(
  shop: Shop,
  itemId: string,
): Promise<Record<string, { onHand: number; reserved: number }>> {
  const { rows } = await shop.app.pool.pg.query<{ at: string; on_hand: number; reserved: number }>(
    'select location_id as at, on_hand, reserved from inventory.level where item_id = $1',
    [itemId],
  )
  return Object.fromEntries(rows.map((row) => [row.at, { onHand: row.on_hand, reserved: row.reserved }]))
}
