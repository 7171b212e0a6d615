/** Photos come by tickets of their own, wait with their review, and are shown without what cameras write into them. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openShop, type Person } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { create as createTicket } from '../media/tickets/create.ts'
import { get } from './admin/get.ts'
import { moderate } from './admin/moderate.ts'
import { list } from './list.ts'
import { create } from './photos/create.ts'
import { bought, opinion, someone } from './testing.ts'
import { write } from './write.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { alice, bob } = shop
/** Taken by a camera that was held upright, and says so, and where. */
const photo = await readFile(join(import.meta.dirname, '../media/held-upright.jpg'))

const put = (url: string, body: Buffer) =>
  http.inject({ method: 'PUT', url, payload: body, headers: { 'content-type': 'image/jpeg' } })

async function uploaded(person: Person, body = photo): Promise<string> {
  const { token, uploadUrl } = await person.call(create, { type: 'image/jpeg', bytes: body.length })
  assert.equal((await put(uploadUrl, body)).statusCode, 201)
  return token
}
const shown = async (productId: string) => (await shop.guest().call(list, { productId })).items
const faulty = (work: Promise<unknown>, path: string) =>
  assert.rejects(work, (error: { errors: { path: string }[] }) => error.errors[0]!.path === path)

test('a review with photos waits, and they are public only once it is published', async () => {
  const { productId } = await bought(shop)
  const said = await alice.call(write, { ...opinion(productId), photoTokens: [await uploaded(alice)] })
  assert.deepEqual([said.state, said.verified, said.photoIds.length], ['pending', true, 1])
  await shop.job('reviews.showPhotos')
  const [waiting] = (await bob.call(get, { reviewId: said.id })).photos
  assert.equal(waiting!.picture, null)
  assert.equal((await http.inject(waiting!.downloadUrl)).statusCode, 200)
  await bob.call(moderate, { reviewId: said.id, state: 'published' })
  assert.deepEqual((await shown(productId))[0]!.photos, [], 'not before the copy is made')
  await shop.job('reviews.showPhotos')
  await shop.job('reviews.showPhotos')
  const [picture] = (await shown(productId))[0]!.photos
  const sent = await http.inject(picture!.url)
  assert.equal(sent.statusCode, 200)
  assert.ok(!sent.rawPayload.includes('Exif'))
  await bob.call(moderate, { reviewId: said.id, state: 'refused', reason: 'A face is in it.' })
  await bob.call(moderate, { reviewId: said.id, state: 'published' })
  assert.deepEqual((await shown(productId))[0]!.photos, [], 'it is copied anew')
  const without = await alice.call(write, { ...opinion(productId), removePhotoIds: said.photoIds })
  assert.deepEqual([without.state, without.photoIds], ['published', []])
  await shop.invariants()
})

test('a photo belongs to who uploaded it, and four are the most', async () => {
  const { productId } = await shop.goods()
  const writer = await someone(shop)
  const tokens = []
  for (let n = 0; n < 5; n++) tokens.push(await uploaded(writer))
  const say = (photoTokens: string[]) => writer.call(write, { ...opinion(productId), photoTokens })
  assert.equal((await say(tokens.slice(0, 4))).photoIds.length, 4)
  await faulty(say(tokens.slice(4)), 'photoTokens')
  // What is in a review already is not taken by another one.
  const other = await bought(shop)
  const stolen = await alice.call(write, { ...opinion(other.productId), photoTokens: tokens.slice(0, 1) })
  assert.deepEqual(stolen.photoIds, [])
  await faulty(say(['a-token-nobody-has']), 'photoTokens.0')
})

test('what is no photo, too large, or would burst when it is opened is turned away', async () => {
  const ask = (type: string, bytes: number) => alice.call(create, { type, bytes })
  await faulty(ask('application/pdf', 100), 'type')
  await faulty(ask('image/svg+xml', 100), 'type')
  await faulty(ask('image/jpeg', 100_000_000), 'bytes')
  const { uploadUrl } = await ask('image/jpeg', 1000)
  assert.equal((await put(uploadUrl, Buffer.from('<svg onload="alert(1)"></svg>'))).statusCode, 422)
  const paper = await bob.call(createTicket, { name: 'a.pdf', type: 'application/pdf', bytes: 100 })
  await put(paper.uploadUrl, Buffer.from('%PDF-1.7 no photo'))
  const { productId } = await bought(shop)
  await faulty(alice.call(write, { ...opinion(productId), photoTokens: [paper.token] }), 'photoTokens.0')
  await assert.rejects(shop.guest().call(create, { type: 'image/jpeg', bytes: 1000 }), {
    code: 'unauthenticated',
  })
})
