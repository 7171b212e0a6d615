/** Each invariant is silent on true orders, and catches a fault that is planted past all guards. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bundleOf } from '#testing/bundles.ts'
import { promotion } from '#testing/promotions.ts'
import { openShop } from '#testing/shop.ts'
import { assign as assignDeposits } from '../pricing/deposits/assign.ts'
import { create as createDeposit } from '../pricing/deposits/create.ts'
import { invariants } from './invariants.ts'
import { cancel } from './admin/cancel.ts'
import { update as updateSettings } from './settings/update.ts'
import { paid, placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

await promotion(shop, { basisPoints: 333 })
const order = await paid(shop, shop.guest(), { of: await shop.goods(), quantity: 2 })
const pending = await placed(shop, shop.guest(), { of: await shop.goods() }, { of: await shop.goods() })
const off = await paid(shop, shop.guest(), { of: await shop.goods() })
await shop.bob.call(cancel, { orderId: off.id })
await paid(shop, shop.guest(), { of: await bundleOf(shop, [[await shop.goods({ price: 1500 }), 2]]) })
const bottled = await shop.goods()
const bottle = await shop.bob.call(createDeposit, {
  key: 'bottle',
  texts: [{ locale: 'en', name: 'bottle' }],
  amounts: [{ amount: 25, currency: 'EUR' }],
})
const items = [{ depositId: bottle.id, count: 1 }]
await shop.bob.call(assignDeposits, { variantId: bottled.variantId, items })
await paid(shop, shop.guest(), { of: bottled, quantity: 2 })
await shop.settle()
const address = { name: 'Bob’s Shop', line1: 'Am Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }
await shop.bob.call(updateSettings, { seller: { address, taxId: 'DE123456789' } })
await paid(shop, shop.guest(), { of: await shop.goods() })
await shop.job('orders.issueInvoices')

const confirmed = `id = '${order.id}'`
const ofConfirmed = `order_id = '${order.id}'`
const FAULTS: Record<string, string> = {
  'I2.order': `update payments.payment set captured_amount = captured_amount - 1 where payable_id = '${order.id}'`,
  'I2.confirmed': `alter table payments.payment drop constraint payment_sums;
    update payments.payment set captured_amount = 1, authorised_amount = 1 where payable_id = '${order.id}'`,
  'I4.order': `alter table orders.line drop constraint line_total; update orders.line set unit_amount = unit_amount + 1 where ${ofConfirmed}`,
  'I5.order': `update orders.tax_line set tax_amount = tax_amount + 1 where ${ofConfirmed}`,
  'I5.discount': `update orders.discount set amount = amount + 1 where ${ofConfirmed}`,
  'I5.relief': `alter table orders.order drop constraint order_total; update orders.order set tax_relief_amount = 1 where ${confirmed}`,
  'I5.deposit': `update orders.deposit set quantity = quantity + 1, total_amount = total_amount + unit_amount`,
  'I5.bundle': `update orders.bundle set separately_amount = separately_amount + 1, reduction_amount = reduction_amount + 1`,
  'I19.order': `update promotions.redemption set state = 'used', released_at = null where holder_id = '${off.id}'`,
  'I6.order': `update payments.payment set refunded_amount = refunded_amount - 1 where payable_id = '${off.id}'`,
  'I6.part': `update orders.refund_part set tax_amount = tax_amount + 1 where order_id = '${off.id}'`,
  'I6.parts': `update payments.refund set amount = amount - 1 where id in (select refund_id from orders.refund_part)`,
  I20: `update pricing.price_history set amount = amount + 1 where price_id in (select price_id from orders.line where ${ofConfirmed})`,
  'I12.order': `update inventory.reservation set state = 'confirmed' where holder_id = '${off.id}'`,
  'I13.reserved': `update inventory.reservation set quantity = quantity + 1 where holder_id = '${order.id}'`,
  'I13.kind': `update inventory.reservation set state = 'held', expires_at = now() where holder_id = '${order.id}'`,
  'I13.off': `update orders.line set quantity_cancelled = 0 where order_id = '${off.id}'`,
  'I15.order': `update inventory.reservation set expires_at = expires_at - interval '1 second' where holder_id = '${pending.order.id}'`,
  I14: `update inventory.reservation set quantity = 1000 where holder_id = '${order.id}'`,
  'I16.cart': `update cart.cart set state = 'open' where id = '${pending.order.cartId}'`,
  'I16.key': `update kit.idempotency set resource_id = gen_random_uuid() where operation = 'orders.place'`,
  'I17.number': `alter table orders.order drop constraint order_numbered; update orders.order set number = null where ${confirmed}`,
  'I17.gapless': `update settings.channel set gapless_numbers = true;
    insert into orders.number_counter values ('${shop.storeId}', 900, 902)`,
  'I17.invoice': `delete from orders.invoice where number = 1`,
  'I18.order': `delete from orders.history where ${ofConfirmed} and kind = 'confirmed'`,
}

async function found(id: string, fault: string | null): Promise<unknown[]> {
  const client = await shop.app.pool.pg.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica') // triggers and foreign keys look away
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
    assert.ok(FAULTS[id], `plant a fault for ${id}`)
    assert.ok((await found(id, FAULTS[id]!)).length > 0, 'the planted fault was not seen')
  })
}

test('another unplanned state, another second order of a cart: the database itself refuses', async () => {
  const query = (text: string) => shop.app.pool.pg.query(text)
  await assert.rejects(query(`update orders.order set state = 'pending' where ${confirmed}`), {
    constraint: 'order_step',
  })
  await assert.rejects(query(`update orders.order set state = 'pending' where id = '${off.id}'`), {
    constraint: 'order_step',
  })
  await assert.rejects(query(`update orders.history set actor = 'x' where ${ofConfirmed}`), /never change/)
  await assert.rejects(
    query(`insert into orders.order select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', 1))).*
      from orders.order o where ${confirmed}`),
    { constraint: 'order_of_cart' },
  )
  await assert.rejects(
    query(`insert into orders.order select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'total_amount', 1))).*
      from orders.order o where ${confirmed}`),
    { constraint: 'order_total' },
  )
})
