/** Each invariant is silent on true carts, and catches a fault that is planted past all guards. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { invariants } from './invariants.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

const cart = await cartOf(shop.guest(), { of: await shop.goods() })

const FAULTS: Record<string, string> = {
  'I9.cart': `alter table cart.line drop constraint line_quantity_check; update cart.line set quantity = -1`,
  'I15.cart': `update cart.cart set state = 'abandoned';
    insert into inventory.reservation (id, store_id, holder_kind, holder_id, line_id, item_id, location_id, quantity, state, expires_at, created_at, updated_at)
    select gen_random_uuid(), store_id, 'cart', '${cart.id}', gen_random_uuid(), item_id, location_id, 1, 'held', now(), now(), now() from inventory.level limit 1`,
  'I25.cart': `alter table cart.cart drop constraint cart_check; update cart.cart set guest_id = null`,
}

async function found(id: string, fault: string | null): Promise<unknown[]> {
  const client = await shop.app.pool.pg.connect()
  try {
    await client.query('begin')
    if (fault) await client.query(fault)
    return (await client.query(invariants.find((each) => each.id === id)!.sql)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

for (const { id, says } of invariants) {
  test(`${id}: ${says}`, async () => {
    assert.deepEqual(await found(id, null), [])
    assert.ok((await found(id, FAULTS[id]!)).length > 0, 'the planted fault was not seen')
  })
}
