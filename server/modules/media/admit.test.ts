/** What the store lets in: by content, size, pixels, length, a scanner's word and the room that is left. */
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { Unavailable } from '#kit/failure.ts'
import { get } from './files/get.ts'
import { set as setQuota } from './quota/set.ts'
import { storeFile } from './store.ts'
import { storeAtWork, type Made } from './testing.ts'
import { create } from './tickets/create.ts'
import { get as usage } from './usage/get.ts'

const store = await storeAtWork()
after(() => store.close())
const { shop, patch, ticket, objects, scanners } = store
const { bob } = shop
const pdf = Buffer.from('%PDF-1.7 the menu')

const box = (type: string, ...inside: Buffer[]) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + inside.reduce((sum, each) => sum + each.length, 0))
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, ...inside])
}
interface Film {
  seconds?: number
  width?: number
  height?: number
  version?: 0 | 1
  moovLast?: boolean
}
/** The boxes of an MP4 that say what it is, around pictures that are none. */
function mp4({ seconds = 12, width = 1280, height = 720, version = 0, moovLast = false }: Film = {}): Buffer {
  const mvhd = Buffer.alloc(version === 0 ? 100 : 112)
  mvhd[0] = version
  mvhd.writeUInt32BE(600, version === 0 ? 12 : 20)
  if (version === 0) mvhd.writeUInt32BE(seconds * 600, 16)
  else mvhd.writeBigUInt64BE(BigInt(seconds * 600), 24)
  const tkhd = Buffer.alloc(84)
  tkhd.writeUInt16BE(width, 76)
  tkhd.writeUInt16BE(height, 80)
  const sound = Buffer.alloc(84)
  const moov = box('moov', box('mvhd', mvhd), box('trak', box('tkhd', sound)), box('trak', box('tkhd', tkhd)))
  const ftyp = box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1'))
  const mdat = box('mdat', Buffer.alloc(5000, 7))
  return Buffer.concat(moovLast ? [ftyp, mdat, moov] : [ftyp, moov, mdat])
}

const upload = async (body: Buffer, type: string) => patch(await ticket(type, body.length), 0, body)
const codeOf = async (work: Promise<Response>) => {
  const answer = await work
  return [answer.status, ((await answer.json()) as { code: string }).code]
}

test('a video says how long it plays and how large it is, wherever that stands in it', async () => {
  for (const film of [{}, { moovLast: true }, { version: 1 as const }, { seconds: 600 }]) {
    const answer = await upload(mp4(film), 'video/mp4')
    assert.equal(answer.status, 201)
    const { id } = (await answer.json()) as Made
    const { durationMs, width, height, visibility } = await bob.call(get, { fileId: id })
    assert.deepEqual(
      [durationMs, width, height, visibility],
      [(film.seconds ?? 12) * 1000, 1280, 720, 'private'],
    )
  }
})

test('a video that is too long, too large or silent about it is refused, and nothing of it stays', async () => {
  const before = await objects('')
  assert.deepEqual(await codeOf(upload(mp4({ seconds: 601 }), 'video/mp4')), [422, 'media.video_too_long'])
  assert.deepEqual(await codeOf(upload(mp4({ width: 7680, height: 4320 }), 'video/mp4')), [
    422,
    'media.too_many_pixels',
  ])
  const bent = mp4()
  const silent = [
    mp4({ seconds: 0 }),
    mp4({ width: 0 }),
    mp4().subarray(0, 200),
    bent.fill(0xff, 24, 28), // a box beyond the end of the file
    Buffer.concat([mp4().subarray(0, 24), Buffer.alloc(9000)]), // boxes of no length
  ]
  for (const body of silent)
    assert.deepEqual(await codeOf(upload(body, 'video/mp4')), [422, 'media.video_unreadable'])
  assert.deepEqual(await codeOf(upload(pdf, 'video/mp4')), [422, 'media.type_refused'])
  assert.deepEqual((await objects('')).toSorted(), before.toSorted())
})

test('each kind has its own limit of size', async () => {
  const limits = { 'image/png': 20, 'application/pdf': 50, 'video/mp4': 500 }
  for (const [type, megabytes] of Object.entries(limits)) {
    const bytes = megabytes * 1024 * 1024
    await bob.call(create, { name: 'a', type, bytes })
    await assert.rejects(bob.call(create, { name: 'a', type, bytes: bytes + 1 }), (error: never) => {
      const [field] = (error as { errors: { path: string; code: string }[] }).errors
      return field!.path === 'bytes' && field!.code === 'too_large'
    })
  }
})

test('with nobody to scan them files come in; a scanner sees each whole, before it is kept', async () => {
  assert.equal((await upload(pdf, 'application/pdf')).status, 201)
  const seen: [string, string][] = []
  scanners.push({
    scan: async ({ type, open }) => {
      const text = (await buffer(open())).toString('latin1')
      seen.push([type, text])
      return text.includes('EICAR') ? 'EICAR-Test' : null
    },
  })
  try {
    assert.equal((await upload(pdf, 'application/pdf')).status, 201)
    const before = await objects('')
    const harmful = Buffer.from('%PDF-1.7 EICAR')
    assert.deepEqual(await codeOf(upload(harmful, 'application/pdf')), [422, 'media.infected'])
    const { uploadUrl } = await bob.call(create, {
      name: 'a',
      type: 'application/pdf',
      bytes: harmful.length,
    })
    assert.deepEqual(await codeOf(store.send('PUT', uploadUrl, {}, harmful)), [422, 'media.infected'])
    assert.deepEqual((await objects('')).toSorted(), before.toSorted())
    assert.deepEqual(seen, [
      ['application/pdf', pdf.toString()],
      ['application/pdf', harmful.toString()],
      ['application/pdf', harmful.toString()],
    ])
  } finally {
    scanners.length = 0
  }
})

test('while the scanner is away nothing gets past it, and the upload can be ended later', async () => {
  scanners.push({ scan: async () => Promise.reject(Unavailable({ retryAfterSeconds: 1 })) })
  const path = await ticket('application/pdf', pdf.length)
  try {
    assert.deepEqual(await codeOf(patch(path, 0, pdf)), [503, 'unavailable'])
  } finally {
    scanners.length = 0
  }
  assert.equal((await patch(path, pdf.length, Buffer.alloc(0))).status, 201)
})

const system = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }

test('a store keeps no more than it may: what is promised counts, and of two who come at once one has no room', async () => {
  const { usedBytes, promisedBytes } = await bob.call(usage, {})
  const taken = usedBytes + promisedBytes
  const quotaBytes = taken + 10_000
  assert.equal((await shop.app.invoke(setQuota, { quotaBytes }, system)).quotaBytes, quotaBytes)
  const input = { name: 'a', type: 'application/pdf', bytes: 10_001 }
  await assert.rejects(bob.call(create, input), {
    code: 'media.quota_reached',
    details: { usedBytes: taken, quotaBytes },
  })
  await bob.call(create, { ...input, bytes: 10_000 })
  await assert.rejects(bob.call(create, { ...input, bytes: 1 }), { code: 'media.quota_reached' })

  await shop.app.invoke(setQuota, { quotaBytes: usedBytes + 10_000 }, system)
  const body = Buffer.alloc(6_000)
  const add = () =>
    shop.inside((ctx) => storeFile(ctx, { name: 'a', type: 'application/pdf', body, visibility: 'private' }))
  const outcomes = await Promise.allSettled([add(), add()])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const refused = outcomes.find((each) => each.status === 'rejected')!
  assert.equal((refused as PromiseRejectedResult).reason.code, 'media.quota_reached')
  await assert.rejects(shop.app.invoke(setQuota, { quotaBytes: 1 }, system), { status: 422 })
  await assert.rejects(bob.call(setQuota, { quotaBytes }), { code: 'forbidden' })
  await assert.rejects(shop.staff('media.write').call(usage, {}), { code: 'forbidden' })
  await shop.invariants()
})

test('the database itself takes no file beyond the quota', async () => {
  await assert.rejects(
    shop.app.pool.pg.query('update media.allowance set used_bytes = quota_bytes + 1 where store_id = $1', [
      shop.storeId,
    ]),
    { constraint: 'allowance_quota' },
  )
})
