import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { promotion } from '#testing/promotions.ts'
import { openShop } from '#testing/shop.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { generate } from './generate.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

test('a thousand codes at once: each different, each of nearly sixty bits, each for one use', async () => {
  const { id: promotionId } = await promotion(shop, { needsCode: true })
  const { items } = await bob.call(generate, { promotionId, prefix: 'spring-', count: 1000 })
  assert.equal(new Set(items.map(({ code }) => code)).size, 1000)
  for (const { code, usageLimit } of items) {
    assert.match(code, /^SPRING-[A-HJKMNP-TV-Z2-9]{12}$/)
    assert.equal(usageLimit, 1)
  }
  const first = await bob.call(list, { promotionId, limit: 100, withTotal: true })
  assert.deepEqual([first.items.length, first.total?.count], [100, 1000])
})

test('a code is there once in the store, in whatever case, until it ends', async () => {
  const { id: promotionId } = await promotion(shop, { needsCode: true })
  const { id: codeId, code } = await bob.call(create, { promotionId, code: 'Welcome' })
  assert.equal(code, 'WELCOME')
  await assert.rejects(bob.call(create, { promotionId, code: 'wELCOME' }), (error: any) => {
    assert.equal(error.errors[0].code, 'taken')
    return true
  })
  await bob.call(archive, { codeId })
  await assert.rejects(bob.call(archive, { codeId }), { code: 'not_found' })
  assert.equal((await bob.call(create, { promotionId, code: 'welcome' })).code, 'WELCOME')
})

test('an offer that holds by itself takes no codes', async () => {
  const { id: promotionId } = await promotion(shop, {})
  await assert.rejects(bob.call(create, { promotionId, code: 'X' }), (error: any) => {
    assert.equal(error.errors[0].code, 'needs_no_code')
    return true
  })
})
