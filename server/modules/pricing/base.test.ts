/** The base list is held in memory, and only once it is there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { NO_LIST, baseListId } from './base.ts'
import { ensureBaseList } from './lists.ts'

const shop = await openShop()
after(() => shop.close())

test('a list whose transaction was rolled back is not remembered: the first price makes another', async () => {
  let undone = NO_LIST
  const failing = shop.inside(async (ctx) => {
    await ensureBaseList(ctx)
    undone = await baseListId(ctx)
    throw new Error('the connection was lost')
  })
  await assert.rejects(failing, /the connection was lost/)
  assert.notEqual(undone, NO_LIST)
  await shop.goods({ price: 1000 })
  assert.notEqual(await shop.inside(baseListId), undone)
})
