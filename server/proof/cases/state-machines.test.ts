/**
 * Order, payment and parcel move only as their machines say.
 *
 * The database refuses every other step, whoever asks; each operation that would take one is
 * refused with its declared failure, and nothing has changed.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { purchase, transfer } from '#testing/supply.ts'
import { create } from '../../modules/fulfilment/shipments/create.ts'
import { deliver } from '../../modules/fulfilment/shipments/deliver.ts'
import { STEPS as PARCEL_STEPS } from '../../modules/fulfilment/shipment.ts'
import { STEPS as PURCHASE_STEPS } from '../../modules/inventory/purchases/purchase.ts'
import { STEPS as TRANSFER_STEPS } from '../../modules/inventory/transfers/transfer.ts'
import { cancel as cancelForShop } from '../../modules/orders/admin/cancel.ts'
import { cancel } from '../../modules/orders/cancel.ts'
import { pay } from '../../modules/orders/pay.ts'
import { STEPS as ORDER_STEPS } from '../../modules/orders/state.ts'
import { capture } from '../../modules/payments/admin/capture.ts'
import { refund } from '../../modules/payments/admin/refund.ts'
import { voidPayment } from '../../modules/payments/admin/void.ts'
import { STEPS as PAYMENT_STEPS } from '../../modules/payments/state.ts'

const shop = await openShop()
after(() => shop.close())
const { pg } = shop.app.pool
const guest = shop.guest()
const order = await paid(shop, guest, { of: await shop.goods({ stock: 50 }), quantity: 9 })
const parcel = await shop.bob.call(create, {
  orderId: order.id,
  lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }],
})

// The states alone are looked at here, without the money that belongs to them.
await pg.query('alter table payments.payment drop constraint payment_captured')

const machines = [
  { table: 'orders.order', id: order.id, steps: ORDER_STEPS, guard: 'order_step' },
  { table: 'payments.payment', id: order.payments[0]!.id, steps: PAYMENT_STEPS, guard: 'payment_step' },
  { table: 'fulfilment.shipment', id: parcel.id, steps: PARCEL_STEPS, guard: 'shipment_step' },
  { table: 'inventory.transfer', id: await transfer(shop), steps: TRANSFER_STEPS, guard: 'transfer_step' },
  { table: 'inventory.purchase', id: await purchase(shop), steps: PURCHASE_STEPS, guard: 'purchase_step' },
]

/** Past all guards, as no road of the store can. */
async function force(table: string, id: string, state: string): Promise<void> {
  const client = await pg.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(`update ${table} set state = $1 where id = $2`, [state, id])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** What the database says to one step: nothing, or the constraint. */
async function refusalOf(table: string, id: string, to: string): Promise<string | null> {
  const client = await pg.connect()
  try {
    await client.query('begin')
    await client.query(`update ${table} set state = $1 where id = $2`, [to, id])
    return null
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

for (const { table, id, steps, guard } of machines)
  test(`the database lets ${table} take the listed steps and no other`, async () => {
    const states = Object.keys(steps)
    const [was] = (await pg.query<{ state: string }>(`select state from ${table} where id = $1`, [id])).rows
    for (const from of states) {
      await force(table, id, from)
      for (const to of states.filter((each) => each !== from)) {
        const listed = (steps as Record<string, readonly string[]>)[from]!.includes(to)
        assert.equal(await refusalOf(table, id, to), listed ? null : guard, `${from} > ${to}`)
      }
    }
    await force(table, id, was!.state)
  })

const orderId = order.id
const paymentId = order.payments[0]!.id
const back = { paymentMethod: 'sandbox', returnUrl: '/back', cancelUrl: '/back' }
const attempts = [
  {
    what: 'cancelling by the buyer',
    of: machines[0]!,
    from: ['draft', 'confirmed', 'on_hold', 'completed', 'cancelled', 'expired', 'archived'],
    ask: () => guest.call(cancel, { orderId }),
    code: 'orders.not_cancellable',
  },
  {
    what: 'cancelling by staff',
    of: machines[0]!,
    from: ['draft', 'completed', 'cancelled', 'expired', 'archived'],
    ask: () => shop.bob.call(cancelForShop, { orderId }),
    code: 'orders.not_cancellable',
  },
  {
    what: 'paying',
    of: machines[0]!,
    from: ['draft', 'confirmed', 'on_hold', 'completed', 'cancelled', 'expired', 'archived'],
    ask: () => guest.call(pay, { orderId, ...back }, { key: newId() }),
    code: 'orders.not_payable',
  },
  {
    what: 'sending a parcel',
    of: machines[0]!,
    from: ['draft', 'pending', 'on_hold', 'cancelled', 'expired', 'archived'],
    ask: () => shop.bob.call(create, { orderId }),
    code: 'fulfilment.not_shippable',
  },
  {
    what: 'the arrival of a parcel',
    of: machines[2]!,
    from: Object.keys(PARCEL_STEPS).filter((state) => state !== 'shipped'),
    ask: () => shop.bob.call(deliver, { shipmentId: parcel.id }),
    code: 'fulfilment.not_on_the_way',
  },
  {
    what: 'a capture',
    of: machines[1]!,
    from: Object.keys(PAYMENT_STEPS).filter((state) => !['authorised', 'part_captured'].includes(state)),
    ask: () => shop.bob.call(capture, { paymentId }, { key: newId() }),
    code: 'payments.not_capturable',
  },
  {
    what: 'a void',
    of: machines[1]!,
    from: Object.keys(PAYMENT_STEPS).filter(
      (state) => !['requires_action', 'authorised', 'part_captured'].includes(state),
    ),
    ask: () => shop.bob.call(voidPayment, { paymentId }, { key: newId() }),
    code: 'payments.not_voidable',
  },
]

for (const { what, of, from, ask, code } of attempts)
  test(`${what} out of its turn is refused and changes nothing`, async () => {
    const read = () => pg.query(`select * from ${of.table} where id = $1`, [of.id])
    const before = (await read()).rows
    for (const state of from) {
      await force(of.table, of.id, state)
      await assert.rejects(ask(), { code }, `${what} from ${state}`)
      assert.deepEqual((await read()).rows, [{ ...before[0], state }])
    }
    await force(of.table, of.id, before[0]!['state'] as string)
  })

test('a refund of what was never taken is refused and changes nothing', async () => {
  const client = await pg.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query(
    `update payments.payment set state = 'requires_action', captured_amount = 0, authorised_amount = 0 where id = $1`,
    [paymentId],
  )
  await client.query('commit')
  client.release()
  const ask = shop.bob.call(refund, { paymentId, amount: 1, reason: 'test' }, { key: newId() })
  await assert.rejects(ask, { code: 'payments.refund_too_large' })
  const { rows } = await pg.query('select 1 from payments.refund where payment_id = $1', [paymentId])
  assert.deepEqual(rows, [])
})
