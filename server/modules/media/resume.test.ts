/** Bob's line is bad: what he sent stays, and he goes on from there. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { until } from '#testing/kit.ts'
import { get } from './files/get.ts'
import { create as createLink } from './links/create.ts'
import { reconcile } from './reconcile.ts'
import { storeAtWork, type Made } from './testing.ts'

const store = await storeAtWork()
after(() => store.close())
const { shop, send, ticket, patch, offset, objects } = store
const { bob } = shop
const MB = 1024 * 1024

/** A document of this length; no two are the same. */
const document = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)])
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

/** Sends the head of a PATCH and a part of what it promises; then the line is cut. */
async function cutOff(path: string, promised: number, part: Buffer): Promise<void> {
  const { hostname, port } = new URL(store.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.write(
    `PATCH ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/offset+octet-stream\r\n` +
      `Upload-Offset: 0\r\nContent-Length: ${promised}\r\n\r\n`,
  )
  await new Promise<void>((sent) => socket.write(part, () => sent()))
  await until(async () => (await offset(path)) >= 4 * MB)
  socket.destroy()
}

test('an upload whose line breaks goes on from what has come, and is the same file', async () => {
  const body = document(7 * MB)
  const path = await ticket('application/pdf', body.length)
  assert.equal(await offset(path), 0)
  await cutOff(path, body.length, body.subarray(0, 6 * MB))
  // As a client would: what was on its way may still be being kept.
  let here = 0
  const middle = await until(async () => {
    here = await offset(path)
    const answer = await patch(path, here, body.subarray(here, here + 100_000))
    return answer.status !== 409 && answer
  })
  assert.ok(here >= 4 * MB && here <= 6 * MB, `${here} bytes`)
  assert.deepEqual(
    [(middle as Response).status, (middle as Response).headers.get('upload-offset')],
    [204, String(here + 100_000)],
  )
  const last = await patch(path, here + 100_000, body.subarray(here + 100_000))
  assert.equal(last.status, 201)
  const file = (await last.json()) as Made
  assert.deepEqual([file.type, file.bytes, file.url], ['application/pdf', body.length, null])

  const link = await bob.call(createLink, { fileId: file.id })
  const loaded = await send('GET', link.url)
  assert.deepEqual(Buffer.from(await loaded.arrayBuffer()), body)
  assert.deepEqual(await objects('uploads/'), [], 'the pieces are gone')
  await shop.invariants()
})

test('an answer that was lost is given again', async () => {
  const body = document(1000)
  const path = await ticket('application/pdf', body.length)
  const first = (await (await patch(path, 0, body)).json()) as Made
  assert.equal(await offset(path), 1000)
  const again = await patch(path, 1000, Buffer.alloc(0))
  assert.deepEqual([again.status, ((await again.json()) as Made).id], [201, first.id])
  assert.deepEqual(await codeOf(await patch(path, 0, body)), [409, 'media.ticket_used'])
})

test('who goes on from elsewhere is told where it stands; who says nothing is told what is missing', async () => {
  const body = document(1000)
  const path = await ticket('application/pdf', body.length)
  await patch(path, 0, body.subarray(0, 400))
  const wrong = await patch(path, 100, body.subarray(100))
  const problem = (await wrong.json()) as { code: string; details: { receivedBytes: number } }
  assert.deepEqual(
    [wrong.status, problem.code, problem.details],
    [409, 'media.wrong_offset', { receivedBytes: 400 }],
  )
  const piece = { 'content-type': 'application/offset+octet-stream' }
  const unsaid = [piece, { ...piece, 'upload-offset': '-1' }, { 'upload-offset': '400' }]
  for (const headers of unsaid) {
    const refused = await send('PATCH', path, headers as Record<string, string>, body.subarray(400))
    const { errors } = (await refused.json()) as { errors: { path: string }[] }
    assert.deepEqual(
      [refused.status, errors[0]!.path],
      [422, headers['content-type' as never] ? 'Upload-Offset' : 'Content-Type'],
    )
  }
  assert.equal((await patch(path, 400, Buffer.concat([body.subarray(400), Buffer.from('x')]))).status, 413)
  assert.equal(await offset(path), 400)
  assert.equal((await patch(path, 400, body.subarray(400))).status, 201)
  assert.equal((await send('HEAD', '/uploads/nonsense')).status, 404)
})

test('two who go on from the same byte do not mix', async () => {
  const body = document(MB)
  const path = await ticket('application/pdf', body.length)
  const answers = await Promise.all([patch(path, 0, body), patch(path, 0, body), patch(path, 0, body)])
  const statuses = answers.map(({ status }) => status).toSorted()
  assert.equal(statuses.filter((status) => status === 201).length, 1, statuses.join())
  assert.ok(statuses.every((status) => [201, 409].includes(status)))
  assert.deepEqual(await objects('uploads/'), [])
  await shop.invariants()
})

test('what is not of the kind is refused with its first piece, what is wrong as a whole at its end; nothing stays', async () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(1000))
  const early = await ticket('application/pdf', 5000)
  assert.deepEqual(await codeOf(await patch(early, 0, page)), [422, 'media.type_refused'])
  assert.equal(await offset(early), 0)
  const broken = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500)])
  const late = await ticket('image/png', broken.length)
  assert.deepEqual(await codeOf(await patch(late, 0, broken)), [422, 'media.picture_unreadable'])
  assert.equal(await offset(late), 0)
  assert.deepEqual(await objects('uploads/'), [])
})

test('an upload that was never ended leaves nothing once its ticket is over', async () => {
  const body = document(1000)
  const path = await ticket('application/pdf', 2000)
  assert.equal((await patch(path, 0, body)).status, 204)
  const system = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
  assert.equal((await shop.app.invoke(reconcile, { verify: true }, system)).broken, 0)
  await shop.job('media.sweep')
  assert.equal((await objects('uploads/')).length, 1, 'it may still go on')
  shop.clock.forward(minutes(16))
  assert.deepEqual(await codeOf(await patch(path, 1000, body)), [409, 'media.ticket_expired'])
  await shop.job('media.sweep')
  assert.deepEqual(await objects('uploads/'), [])
})

test('a long upload may have a long ticket', async () => {
  const body = document(1000)
  const path = await ticket('application/pdf', body.length, { expiresInSeconds: 86_400 })
  shop.clock.forward(minutes(23 * 60))
  const file = (await (await patch(path, 0, body)).json()) as Made
  assert.equal((await bob.call(get, { fileId: file.id })).visibility, 'private', 'nobody said otherwise')
})
