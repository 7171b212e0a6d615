/** Bob uploads pictures of his goods; what could harm the shop or its shoppers is turned away. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { days, minutes } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { get } from './files/get.ts'
import { update } from './files/update.ts'
import { startPictureProcess } from './picture-process.ts'
import { reconcile } from './reconcile.ts'
import { widthsFor } from './renditions.ts'
import { storeFile } from './store.ts'
import { create } from './tickets/create.ts'
import { typeOf } from './types.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})

const { bob } = shop
const system = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
const photo = await readFile(join(import.meta.dirname, '../../demo/pictures/masters/logbook.webp'))

const ticketFor = (
  body: Buffer,
  type = 'image/png',
  visibility: 'public' | 'private' = 'public',
  bytes = body.length,
) => bob.call(create, { name: 'cup.png', type, bytes, visibility })

const put = (url: string, body: Buffer, type = 'image/png') =>
  http.inject({ method: 'PUT', url, payload: body, headers: { 'content-type': type } })

/** The job stops after some seconds, and is due again at once. */
async function allCopies(): Promise<void> {
  const left = async () => {
    const { rows } = await shop.app.pool.pg.query(
      "select 1 from media.file where awaits <> '{}' and tries < 3 limit 1",
    )
    return rows.length > 0
  }
  do await shop.job('media.renditions')
  while (await left())
}

/** A PNG of one colour: valid, whatever its size, and small. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])))
    return Buffer.concat([head, Buffer.from(type), data, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8 // bits; the colour type 0 is grey
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

test('a picture is uploaded, measured, shown and gets its smaller copies', async () => {
  const { uploadUrl } = await ticketFor(photo, 'image/webp')
  const answer = await put(uploadUrl, photo)
  assert.equal(answer.statusCode, 201, answer.body)
  const file = answer.json<{ id: string; url: string; width: number; type: string }>()
  assert.equal(file.type, 'image/webp')
  assert.ok(file.width > 640)
  const shown = await http.inject(file.url)
  assert.equal(shown.statusCode, 200)
  assert.equal(shown.headers['content-type'], 'image/webp')
  assert.deepEqual(shown.rawPayload, photo)

  await allCopies()
  const held = await bob.call(get, { fileId: file.id })
  assert.deepEqual(
    held.sources.map(({ width, type }) => [type, width]),
    ['image/avif', 'image/webp'].flatMap((type) => widthsFor(file.width).map((width) => [type, width])),
  )
  for (const { url, type } of held.sources) {
    const copy = await http.inject(url)
    assert.deepEqual([copy.statusCode, copy.headers['content-type']], [200, type])
    assert.equal(typeOf(copy.rawPayload), type)
  }
  await shop.invariants()
})

test('a picture is never made larger, and a large one not without end', async () => {
  assert.deepEqual([64, 320, 400, 960, 1600, 9000].map(widthsFor), [
    [64],
    [320],
    [320, 400],
    [320, 640, 960],
    [320, 640, 960, 1440],
    [320, 640, 960, 1440],
  ])
  const body = png(24, 12)
  const { id } = (await put((await ticketFor(body)).uploadUrl, body)).json<{ id: string }>()
  await allCopies()
  const { sources } = await bob.call(get, { fileId: id })
  assert.deepEqual(
    sources.map(({ type, width }) => [type, width]),
    [
      ['image/avif', 24],
      ['image/webp', 24],
    ],
  )
})

test('a picture that cannot be opened is tried three times and keeps nobody else from its copies', async () => {
  const { id } = await shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'a.png',
      type: 'image/png',
      body: Buffer.from('no picture'),
      visibility: 'public',
      width: 9,
      height: 9,
    }),
  )
  const body = png(30, 30)
  const good = (await put((await ticketFor(body)).uploadUrl, body)).json<{ id: string }>()
  await allCopies()
  assert.equal((await bob.call(get, { fileId: good.id })).sources.length, 2)
  const { rows } = await shop.app.pool.pg.query('select tries from media.file where id = $1', [id])
  assert.deepEqual(rows, [{ tries: 3 }])
  assert.deepEqual((await bob.call(get, { fileId: id })).sources, [])
})

test('Bob says where the eye should rest, in one go with whoever else does', async () => {
  const body = png(40, 20)
  const { id } = (await put((await ticketFor(body)).uploadUrl, body)).json<{ id: string }>()
  const focus = { xPermille: 250, yPermille: 900 }
  const set = await bob.call(update, { fileId: id, focus, expectedVersion: 1 })
  assert.deepEqual([set.focus, set.name, set.version], [focus, 'cup.png', 2])
  await assert.rejects(bob.call(update, { fileId: id, focus: null, expectedVersion: 1 }), {
    code: 'stale_version',
  })
  const named = await bob.call(update, { fileId: id, name: ' Cup,  blue ' })
  assert.deepEqual([named.name, named.focus], ['Cup, blue', focus])
  assert.equal((await bob.call(update, { fileId: id, focus: null })).focus, null)
  for (const wrong of [{ xPermille: -1, yPermille: 0 }, { xPermille: 0, yPermille: 1001 }, { xPermille: 1 }])
    await assert.rejects(bob.call(update, { fileId: id, focus: wrong as never }), { status: 422 })
  const paper = Buffer.from('%PDF-1.7 the invoice')
  const { uploadUrl } = await ticketFor(paper, 'application/pdf')
  const document = (await put(uploadUrl, paper)).json<{ id: string }>()
  await assert.rejects(bob.call(update, { fileId: document.id, focus }), (error: never) => {
    const [{ path, code }] = (error as { errors: [{ path: string; code: string }] }).errors
    return path === 'focus' && code === 'no_picture'
  })
  await assert.rejects(shop.staff('catalog.write').call(update, { fileId: id, focus }), { code: 'forbidden' })
  await assert.rejects(bob.call(update, { fileId: shop.storeId, focus }), { code: 'not_found' })
})

test('the server itself never loads the picture library', () => {
  const { sharedObjects } = process.report.getReport() as { sharedObjects: string[] }
  assert.deepEqual(
    sharedObjects.filter((path) => /sharp|vips/.test(path)),
    [],
  )
})

test('a photo is kept upright, and tells neither where nor by whom it was taken', async () => {
  const body = await readFile(join(import.meta.dirname, 'held-upright.jpg'))
  const { uploadUrl } = await ticketFor(body, 'image/jpeg')
  const file = (await put(uploadUrl, body)).json<{ url: string; width: number; height: number }>()
  assert.deepEqual([file.width, file.height], [16, 24], 'the camera was held upright')
  const kept = (await http.inject(file.url)).rawPayload
  assert.equal(typeOf(kept), 'image/jpeg')
  for (const told of ['Exif', 'Alice'])
    assert.deepEqual([body.includes(told), kept.includes(told)], [true, false], told)
})

test('the kind of a file is what its bytes say', async () => {
  const body = png(20, 10)
  const misnamed = await put((await ticketFor(body, 'image/jpeg')).uploadUrl, body)
  assert.deepEqual(
    [misnamed.statusCode, misnamed.json().type, misnamed.json().width, misnamed.json().height],
    [201, 'image/png', 20, 10],
  )
  const harmful = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html><script>alert(1)</script>',
    '',
  ]
  for (const text of harmful) {
    const refused = await put((await ticketFor(body)).uploadUrl, Buffer.from(text))
    assert.deepEqual([refused.statusCode, refused.json().code], [422, 'media.type_refused'])
  }
  const pdf = await put((await ticketFor(body)).uploadUrl, Buffer.from('%PDF-1.7 and more'))
  assert.equal(pdf.json().code, 'media.type_refused')
  for (const type of ['image/svg+xml', 'text/html'])
    await assert.rejects(ticketFor(body, type), { code: 'media.type_refused', status: 422 })
})

test('a picture that cannot be opened, or is too large to be, is refused', async () => {
  const broken = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)])
  const unreadable = await put((await ticketFor(broken)).uploadUrl, broken)
  assert.deepEqual([unreadable.statusCode, unreadable.json().code], [422, 'media.picture_unreadable'])
  const bomb = png(10_000, 6_001)
  assert.ok(bomb.length < 100_000)
  const refused = await put((await ticketFor(bomb)).uploadUrl, bomb)
  assert.deepEqual([refused.statusCode, refused.json().code], [422, 'media.too_many_pixels'])
})

test('no more bytes come in than the ticket is for', async () => {
  const body = png(200, 200)
  const answer = await put((await ticketFor(body, 'image/png', 'public', 50)).uploadUrl, body)
  assert.deepEqual([answer.statusCode, answer.json().details], [413, { limitBytes: 50 }])
  const [field] = await ticketFor(body, 'image/png', 'public', 21 * 1024 * 1024).catch(
    (error) => error.errors,
  )
  assert.deepEqual([field.path, field.code], ['bytes', 'too_large'])
  const flood = await put(`/uploads/${'x'.repeat(43)}`, Buffer.alloc(21 * 1024 * 1024))
  assert.ok([404, 413].includes(flood.statusCode))
})

test('a ticket is good once, and not for ever', async () => {
  const body = png(8, 8)
  const { uploadUrl } = await ticketFor(body)
  assert.equal((await put(uploadUrl, body)).statusCode, 201)
  const again = await put(uploadUrl, body)
  assert.deepEqual([again.statusCode, again.json().code], [409, 'media.ticket_used'])

  const late = await ticketFor(body)
  shop.clock.forward(minutes(16))
  const refused = await put(late.uploadUrl, body)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'media.ticket_expired'])
  shop.clock.forward(days(2))
  await shop.job('media.sweep')
  for (const url of [late.uploadUrl, uploadUrl, '/uploads/nonsense'])
    assert.equal((await put(url, body)).statusCode, 404)
})

test('two uploads with one ticket make one file', async () => {
  const body = png(9, 9)
  const { uploadUrl } = await ticketFor(body)
  const answers = await Promise.all([put(uploadUrl, body), put(uploadUrl, body)])
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [201, 409])
  const objects = []
  for await (const key of shop.app.storage.list('')) objects.push(key)
  const { rows } = await shop.app.pool.pg.query(
    'select storage_key from media.file union all select storage_key from media.rendition',
  )
  assert.equal(objects.length, rows.length)
})

test('private files have no address', async () => {
  const body = Buffer.from('%PDF-1.7 the invoice')
  const { uploadUrl } = await ticketFor(body, 'application/pdf', 'private')
  const file = (await put(uploadUrl, body)).json<{ id: string; url: null }>()
  assert.equal(file.url, null)
  for await (const key of shop.app.storage.list('private/'))
    assert.equal((await http.inject(`/files/${key}`)).statusCode, 404)
  await shop.invariants()
})

test('only staff who may upload get tickets or see files', async () => {
  const input = { name: 'a', type: 'image/png', bytes: 10, visibility: 'public' } as const
  await assert.rejects(shop.alice.call(create, input), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(create, input), { code: 'unauthenticated' })
  await assert.rejects(shop.staff('catalog.read').call(create, input), { code: 'forbidden' })
  await shop.staff('media.write').call(create, input)
  await assert.rejects(bob.call(get, { fileId: shop.storeId }), { code: 'not_found' })
  await assert.rejects(bob.call(reconcile, {}), { code: 'forbidden' })
})

test('rows and storage are compared both ways', async () => {
  const call = (input: { verify?: boolean; remove?: boolean }) => shop.app.invoke(reconcile, input, system)
  const before = await call({ verify: true })
  assert.deepEqual({ broken: before.broken }, { broken: 0 })
  const { key } = await shop.inside((ctx) =>
    storeFile(ctx, { name: 'a', type: 'application/pdf', body: Buffer.from('right'), visibility: 'public' }),
  )
  await shop.app.storage.put(key, Buffer.from('wrong'), { type: 'application/pdf' })
  assert.equal((await call({})).broken, before.broken)
  assert.deepEqual((await call({ verify: true })).keys, [key])
  await shop.app.storage.remove(key)
  assert.deepEqual((await call({})).keys, [key])
  await shop.app.storage.put(key, Buffer.from('right'), { type: 'application/pdf' })

  const orphan = '01900000-0000-7000-8000-0000000000aa/0123456789abcdef.pdf'
  await shop.app.storage.put(orphan, Buffer.from('x'), { type: 'application/pdf' })
  assert.deepEqual((await call({})).keys, [orphan])
  assert.equal((await call({ remove: true })).removed, 1)
  assert.deepEqual((await call({ verify: true })).keys, [])

  await shop.app.storage.put(orphan, Buffer.from('x'), { type: 'application/pdf' })
  await shop.job('media.removeOrphans')
  assert.equal(await shop.app.storage.open(orphan), null, 'once a week it goes by itself')
  assert.equal((await shop.app.storage.open(key))!.bytes, 5)
})

test('the process that opens pictures ends when told to, and a picture that hangs it does not hang the shop', async () => {
  const pictures = startPictureProcess()
  assert.equal((await pictures.clean(png(4, 4), 'image/png')).kind, 'clean')
  await pictures.end()
  assert.throws(() => process.kill(pictures.pid, 0), { code: 'ESRCH' })
  assert.equal((await pictures.clean(png(4, 4), 'image/png')).kind, 'unreadable')
  const hurried = startPictureProcess(1)
  assert.equal((await hurried.clean(png(4, 4), 'image/png')).kind, 'unreadable')
  await hurried.end()
})
