/** Bob shows a friend what will be in the shop next week. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { preview as see } from '../../browse/preview.ts'
import { product as page } from '../../browse/product.ts'
import { archive } from './archive.ts'
import { preview } from './preview.ts'
import { publish } from './publish.ts'
import { unpublish } from './unpublish.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const tokenOf = ({ url }: { url: string }) => url.replace('/preview/', '')

test('whoever has the link sees the product as it is now, until it is over', async () => {
  const { productId, slug } = await shop.goods({ name: 'Lantern' })
  await bob.call(unpublish, { productId })
  const link = await bob.call(preview, { productId, expiresInHours: 2 })
  const token = tokenOf(link)
  assert.equal((await guest.call(see, { token })).name, 'Lantern')
  await assert.rejects(guest.call(page, { slug }), { code: 'not_found' })

  await bob.call(update, { productId, texts: [{ locale: 'en', name: 'Storm lantern' }] })
  assert.equal((await guest.call(see, { token })).name, 'Storm lantern')
  await bob.call(publish, { productId })
  assert.deepEqual(await guest.call(see, { token }), await guest.call(page, { slug }))

  shop.clock.forward(hours(2))
  assert.ok(new Date(link.expiresAt) <= shop.clock.now)
  await assert.rejects(guest.call(see, { token }), { code: 'catalog.preview_over', status: 403 })
})

test('a link leads to its own product alone, and to none that was put away', async () => {
  const [one, other] = [await shop.goods(), await shop.goods()]
  const token = tokenOf(await bob.call(preview, { productId: one.productId }))
  const [, until, signature] = token.split('.')
  for (const forged of [
    `${other.productId}.${until}.${signature}`,
    `${one.productId}.${Number(until) + 1}.${signature}`,
    token.slice(0, -1),
    'x'.repeat(40),
  ])
    await assert.rejects(guest.call(see, { token: forged }), { code: 'not_found' })
  await bob.call(archive, { productId: one.productId })
  await assert.rejects(guest.call(see, { token }), { code: 'not_found' })
  await assert.rejects(bob.call(preview, { productId: one.productId }), { code: 'catalog.archived' })
  await assert.rejects(shop.alice.call(preview, { productId: other.productId }), { code: 'forbidden' })
})
