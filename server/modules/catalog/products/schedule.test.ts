/** Bob plans his season: what comes into the shop on a day, and goes on another, while he is asleep. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { archive } from './archive.ts'
import { get } from './get.ts'
import { publish } from './publish.ts'
import { restore } from './restore.ts'
import { schedule } from './schedule.ts'
import { unpublish } from './unpublish.ts'
import { archive as archiveVariant } from '../variants/archive.ts'
import { create as createVariant } from '../variants/create.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

const inHours = (count: number) => new Date(shop.clock.now.getTime() + hours(count)).toISOString()
const draft = async () => {
  const goods = await shop.goods()
  await bob.call(unpublish, { productId: goods.productId })
  return goods
}
const plan = (productId: string, publishAt: string | null, unpublishAt: string | null) =>
  bob.call(schedule, { productId, publishAt, unpublishAt })
const isShown = (slug: string) =>
  guest.call(product, { slug }).then(
    () => true,
    () => false,
  )
const pass = async (count: number) => {
  shop.clock.forward(hours(count))
  await shop.job('catalog.publishDue')
}
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('a product comes into the shop when its time has come, and goes when it is over', async () => {
  const { productId, slug } = await draft()
  const planned = await plan(productId, inHours(2), inHours(5))
  assert.deepEqual([planned.publishAt, planned.unpublishAt], [inHours(2), inHours(5)])
  await pass(1)
  assert.equal(await isShown(slug), false)
  await pass(1)
  assert.equal(await isShown(slug), true)
  const shown = await bob.call(get, { productId })
  assert.deepEqual(
    [shown.state, shown.publishAt, shown.unpublishAt],
    ['published', null, planned.unpublishAt],
  )
  assert.equal(shown.version, planned.version + 1)
  await pass(3)
  assert.equal(await isShown(slug), false)
  const over = await bob.call(get, { productId })
  assert.deepEqual([over.state, over.publishAt, over.unpublishAt], ['draft', null, null])
  await shop.invariants()
})

test('after an outage, what should have come and gone meanwhile stays out', async () => {
  const { productId, slug } = await draft()
  await plan(productId, inHours(1), inHours(2))
  await pass(9)
  assert.equal(await isShown(slug), false)
  await pass(1)
  assert.equal((await bob.call(get, { productId })).publishAt, null)
})

test('what is no longer whole when its time comes waits until it is', async () => {
  const { productId, variantId, slug } = await draft()
  await plan(productId, inHours(1), null)
  await bob.call(archiveVariant, { productId, variantId })
  await pass(2)
  assert.equal((await bob.call(get, { productId })).state, 'draft')
  await bob.call(createVariant, { productId, sku: `again-${slug}` })
  await pass(0)
  assert.equal((await bob.call(get, { productId })).state, 'published')
})

test('who acts by hand has done what was planned; what is put away has no plans', async () => {
  const one = await draft()
  await plan(one.productId, inHours(1), inHours(3))
  assert.equal((await bob.call(publish, { productId: one.productId })).publishAt, null)
  const out = await bob.call(unpublish, { productId: one.productId })
  assert.deepEqual([out.publishAt, out.unpublishAt], [null, null])

  const other = await draft()
  await plan(other.productId, inHours(1), null)
  await bob.call(archive, { productId: other.productId })
  await pass(2)
  assert.equal((await bob.call(restore, { productId: other.productId })).state, 'draft')
})

test('times lie in the future and in their order, and what is planned could be shown now', async () => {
  const { productId, variantId } = await draft()
  assert.deepEqual(await faults(plan(productId, inHours(0), null)), ['publishAt too_early'])
  assert.deepEqual(await faults(plan(productId, inHours(2), inHours(2))), ['unpublishAt too_early'])
  assert.deepEqual(await faults(plan(productId, null, inHours(2))), ['unpublishAt not_allowed'])
  const shown = await shop.goods()
  assert.deepEqual(await faults(plan(shown.productId, inHours(1), null)), ['publishAt not_allowed'])
  await plan(productId, inHours(1), null)
  assert.equal((await plan(productId, null, null)).publishAt, null)
  await bob.call(archiveVariant, { productId, variantId })
  await assert.rejects(plan(productId, inHours(1), null), { code: 'catalog.not_ready' })
  const reader = shop.staff('catalog.read')
  await assert.rejects(reader.call(schedule, { productId, publishAt: null, unpublishAt: null }), {
    code: 'forbidden',
  })
})
