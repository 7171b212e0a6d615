/** Bob makes the processes say more for a while; all of them follow, also those that start later. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { minutes } from '#kit/clock.ts'
import { followLogLevel } from '#kit/log-level.ts'
import { createLog } from '#kit/log.ts'
import { until } from '#testing/kit.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../../assemble.ts'
import { get } from './get.ts'
import { set } from './set.ts'

const shop = await openShop()
const ends: (() => Promise<void>)[] = []
after(async () => {
  for (const end of ends) await end()
  await shop.close()
})

/** Another process of the shop, as far as logs go. */
async function another() {
  const log = createLog({ level: 'warn', write: () => {} })
  const app = await openApp(shop.app.config, { clock: () => shop.clock.now, log })
  app.tail.start()
  const unfollow = await followLogLevel(app)
  ends.push(async () => {
    unfollow()
    await closeApp(app)
  })
  return log
}

test('debug for an hour, in every process; then each has its own level again', async () => {
  const one = await another()
  assert.equal(one.level, 'warn')
  assert.deepEqual(await shop.bob.call(set, { level: 'debug' }), {
    level: 'debug',
    until: new Date(shop.clock.now.getTime() + minutes(60)).toISOString(),
  })
  await until(() => one.level === 'debug')
  const later = await another()
  assert.equal(later.level, 'debug', 'a process that starts later follows too')
  shop.clock.forward(minutes(61))
  assert.deepEqual(await shop.bob.call(get, {}), { level: null, until: null })
  assert.equal((await another()).level, 'warn')
  await shop.bob.call(set, { level: 'error' })
  await until(() => one.level === 'error' && later.level === 'error')
  assert.deepEqual(await shop.bob.call(get, {}), { level: 'error', until: null })
})

test('a level with an end ends by itself', async () => {
  await shop.bob.call(set, { level: 'info', forMinutes: 1 })
  shop.clock.forward(minutes(1) - 200)
  const log = await another()
  assert.equal(log.level, 'info')
  await sleep(300)
  assert.equal(log.level, 'warn')
})

test('only who operates the store, and only levels there are', async () => {
  await assert.rejects(shop.alice.call(get, {}), { code: 'forbidden' })
  await assert.rejects(shop.bob.call(set, { level: 'loud' as never }), { code: 'invalid_input' })
})
