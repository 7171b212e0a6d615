/** Order numbers: from a sequence, or without gaps where a channel wants that. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { settingsSnapshot } from '../settings/index.ts'
import { openShop } from '#testing/shop.ts'
import { confirm } from './confirm.ts'
import { lockOrder } from './lock.ts'
import { paid, placed } from '#testing/orders.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())

const gapless = (wanted: boolean) =>
  shop.inside(async (ctx) => {
    await shop.app.pool.pg.query('update settings.channel set gapless_numbers = $1', [wanted])
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
  })

test('numbers rise, and a confirmation that is rolled back may cost one', async () => {
  const first = await paid(shop, shop.guest(), { of: await shop.goods() })
  const { order } = await placed(shop, shop.guest(), { of: await shop.goods({ price: 0 }) })
  const undone = shop.inside(async (ctx) => {
    await confirm(ctx, await lockOrder(ctx, order.id), null, 'test')
    throw new Error('undo')
  })
  await assert.rejects(undone, /undo/)
  const second = await paid(shop, shop.guest(), { of: await shop.goods() })
  assert.equal(Number(second.number), Number(first.number) + 2)
})

test('without gaps: none is lost by a roll-back or by many at once, and the sequence goes on after them', async () => {
  await gapless(true)
  const before = await paid(shop, shop.guest(), { of: await shop.goods() })
  const { order } = await placed(shop, shop.guest(), { of: await shop.goods() })
  const undone = shop.inside(async (ctx) => {
    await confirm(ctx, await lockOrder(ctx, order.id), null, 'test')
    throw new Error('undo')
  })
  await assert.rejects(undone, /undo/)
  const waiting = await Promise.all(
    Array.from({ length: 10 }, async () =>
      placed(shop, shop.guest(), { of: await shop.goods({ price: 0 }) }),
    ),
  )
  // As payments of many buyers do at one moment.
  await Promise.all(
    waiting.map(({ order }) =>
      shop.inside(async (ctx) => confirm(ctx, await lockOrder(ctx, order.id), null, 'test')),
    ),
  )
  const { rows } = await shop.app.pool.pg.query<{ number: number }>(
    'select number from orders.order where number > $1 order by number',
    [Number(before.number)],
  )
  assert.deepEqual(
    rows.map((row) => row.number),
    waiting.map((_, index) => Number(before.number) + 1 + index),
  )
  const { rows: gaps } = await shop.app.pool.pg.query(
    shop.app.modules.flatMap((module) => module.invariants).find(({ id }) => id === 'I17.gapless')!.sql,
  )
  assert.deepEqual(gaps, [])
  await gapless(false)
  const later = await paid(shop, shop.guest(), { of: await shop.goods() })
  assert.ok(Number(later.number) > Number(before.number) + 10)
})
