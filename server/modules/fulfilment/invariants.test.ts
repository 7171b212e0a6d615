/** Each invariant is silent on true parcels, and catches a fault that is planted past all guards. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { paid } from '#testing/orders.ts'
import { invariants } from './invariants.ts'
import { buy } from './labels/buy.ts'
import { STEPS } from './shipment.ts'
import { create } from './shipments/create.ts'

const shop = await openShop()
after(() => shop.close())

const order = await paid(shop, shop.guest(), { of: await shop.goods(), quantity: 2 })
const parcel = await shop.bob.call(create, { orderId: order.id })
const label = { shipmentId: parcel.id, carrier: 'sandbox', service: 'standard' }
await shop.bob.call(buy, label, { key: newId() })

const FAULTS: Record<string, string> = {
  'I8.label': `update fulfilment.shipment set tracking_code = 'another' where id = '${parcel.id}'`,
  'I13.shipped': `update orders.line set quantity_shipped = 1 where order_id = '${order.id}'`,
  'I12.shipped': `update inventory.movement set delta = delta - 1 where subject_id = '${order.id}'`,
  'I18.shipment': `update fulfilment.shipment set state = 'delivered' where id = '${parcel.id}'`,
}

async function found(id: string, fault: string | null): Promise<unknown[]> {
  const client = await shop.app.pool.pg.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica') // triggers look away
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

test('code and database allow the same steps', async () => {
  const migration = readFileSync(new URL('migrations/0001-fulfilment.sql', import.meta.url), 'utf8')
  const guarded = [...migration.matchAll(/'([a-z_]+)>([a-z_]+)'/g)].map(([, from, to]) => `${from}>${to}`)
  const known = Object.entries(STEPS).flatMap(([from, to]) => to.map((each) => `${from}>${each}`))
  assert.deepEqual(guarded.toSorted(), known.toSorted())
  const back = shop.app.pool.pg.query(
    `update fulfilment.shipment set state = 'packed' where id = '${parcel.id}'`,
  )
  await assert.rejects(back, { constraint: 'shipment_step' })
})
