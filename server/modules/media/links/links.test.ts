/** Private files leave the store by a link that is good for a while, and by nothing else. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { storeAtWork, type Made } from '../testing.ts'
import { create } from './create.ts'

const store = await storeAtWork()
after(() => store.close())
const { shop, send, ticket, patch } = store
const { bob } = shop
const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5000)])
const upload = async () =>
  (await (await patch(await ticket('application/pdf', body.length), 0, body)).json()) as Made
const file = await upload()
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

test('a link gives the file under its name, to be saved and nothing else', async () => {
  const { url, expiresAt } = await bob.call(create, { fileId: file.id, expiresInSeconds: 60 })
  assert.equal(new Date(expiresAt).getTime() - shop.clock.now.getTime(), seconds(60))
  const answer = await send('GET', url)
  assert.equal(answer.status, 200)
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), body)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  assert.equal(
    answer.headers.get('content-disposition'),
    "attachment; filename*=UTF-8''Menu%20%E2%80%93%20f%C3%BCr%20G%C3%A4ste.pdf",
  )
  assert.match(answer.headers.get('content-security-policy')!, /sandbox/)
  assert.match(answer.headers.get('cache-control')!, /no-store/)
})

test('a broken download goes on, by parts', async () => {
  const { url } = await bob.call(create, { fileId: file.id })
  const part = async (range: string) => {
    const answer = await send('GET', url, { range })
    return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer())]
  }
  const length = body.length
  assert.deepEqual(await part('bytes=0-9'), [206, `bytes 0-9/${length}`, body.subarray(0, 10)])
  assert.deepEqual(await part('bytes=4000-'), [
    206,
    `bytes 4000-${length - 1}/${length}`,
    body.subarray(4000),
  ])
  assert.deepEqual(await part('bytes=-5'), [
    206,
    `bytes ${length - 5}-${length - 1}/${length}`,
    body.subarray(-5),
  ])
  assert.deepEqual(await part('bytes=0-99999'), [206, `bytes 0-${length - 1}/${length}`, body])
  assert.deepEqual((await part(`bytes=${length}-`)).slice(0, 2), [416, `bytes */${length}`])
  for (const whole of ['bytes=9-3', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])
    assert.deepEqual(await part(whole), [200, null, body], whole)
})

test('a link ends, and cannot be made or bent by hand', async () => {
  const other = await upload()
  const { url } = await bob.call(create, { fileId: file.id, expiresInSeconds: 60 })
  const bent = [
    url.replace(file.id, other.id),
    url.replace(/expires=\d+/, 'expires=9999999999'),
    url.replace(/signature=./, 'signature=~'),
    url.replace(/&signature=.*/, ''),
    `/downloads/${file.id}`,
    url.replace(file.id, 'nonsense'),
  ]
  for (const each of bent) assert.deepEqual(await codeOf(await send('GET', each)), [404, 'not_found'], each)
  shop.clock.forward(seconds(60))
  assert.deepEqual(await codeOf(await send('GET', url)), [403, 'media.link_over'])
})

test('only who may download gets a link, and it is known who did', async () => {
  const input = { fileId: file.id }
  await assert.rejects(shop.alice.call(create, input), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(create, input), { code: 'unauthenticated' })
  await assert.rejects(shop.staff('media.write').call(create, input), { code: 'forbidden' })
  await assert.rejects(bob.call(create, { fileId: shop.storeId }), { code: 'not_found' })
  await assert.rejects(bob.call(create, { ...input, expiresInSeconds: 86_401 }), { status: 422 })
  await shop.staff('media.read').call(create, input)
  const { rows } = await shop.app.pool.pg.query(
    `select count(*)::int as n from kit.audit where operation = 'media.links.create' and subject_id = $1`,
    [file.id],
  )
  assert.ok(rows[0].n >= 4)
})
