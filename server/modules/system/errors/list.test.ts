import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createErrorGroups } from '#kit/error-groups.ts'
import { createLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())

test('errors of one place are one, counted over all processes, without what was sent', async () => {
  const fail = (mark: string) => new Error(`no mail to ${mark}@example.com`)
  for (let process = 0; process < 2; process++) {
    const groups = createErrorGroups()
    const log = createLog({ level: 'info', onError: groups.add, write: () => {} })
    for (let i = 0; i < 50; i++) log.error({ err: fail(`ann${i}`), trace: `t${i}` }, 'a mail did not leave')
    log.error({ err: Object.assign(new Error('gone'), { code: '57P01' }) }, 'another')
    log.warn({ err: fail('warned') }, 'not an error')
    await groups.start(shop.app).stop()
  }
  const { items } = await shop.bob.call(list, {})
  assert.deepEqual(items.map(({ name, count, lastTraceId }) => [name, count, lastTraceId]).sort(), [
    ['57P01', 2, null],
    ['Error', 100, 't49'],
  ])
  const group = items.find(({ count }) => count === 100)!
  assert.equal(group.message, 'a mail did not leave: no mail to (address)')
  assert.match(group.place, /fail .*server\/modules\/system\/errors\/list\.test\.ts:\d+/)
  await assert.rejects(shop.charlie.call(list, {}), { code: 'forbidden' })
})

test('however many kinds there are, a thousand are kept: the latest', async () => {
  for (let round = 0; round < 6; round++) {
    const groups = createErrorGroups()
    for (let i = 0; i < 250; i++)
      groups.add({ err: Object.assign(new Error('x'), { code: `E${round}-${i}`, stack: '' }) }, 'storm')
    await groups.start(shop.app).stop()
  }
  const { rows } = await shop.app.pool.pg.query('select count(*)::int as n from kit.error_group')
  assert.equal(rows[0].n, 1_000)
})
