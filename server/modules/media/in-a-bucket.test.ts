/** The shop's files lie in a bucket: for Bob and his shoppers all is as it was on disk. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { settingsFor } from '../../adapters/s3/twin/testing.ts'
import { openS3Twin } from '../../adapters/s3/twin/twin.ts'
import { filesAreKept } from './health.ts'
import { create as createLink } from './links/create.ts'
import { reconcile } from './reconcile.ts'
import { storeAtWork, type Made } from './testing.ts'

const twin = await openS3Twin()
const through = await storeAtWork({ adapters: settingsFor(twin) })
const aside = await storeAtWork({
  adapters: { ...settingsFor(twin), S3_PUBLIC_URL: `${twin.settings.endpoint}/files` },
})
after(async () => {
  await through.close()
  await aside.close()
  await twin.close()
})
type Store = typeof through

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(9_000_000)])
const photo = await readFile(join(import.meta.dirname, '../../demo/pictures/masters/logbook.webp'))
const linkOf = async ({ shop }: Store, fileId: string) => (await shop.bob.call(createLink, { fileId })).url
const made = async (answer: Response) => (await answer.json()) as Made

test('a picture comes in, is shown and gets its smaller copies', async () => {
  const { shop, send } = through
  const url = await through.ticket('image/webp', photo.length, { visibility: 'public' })
  const file = await made(await send('PUT', url, { 'content-type': 'image/webp' }, photo))
  const shown = await send('GET', file.url!)
  assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/webp'])
  assert.match(shown.headers.get('cache-control')!, /immutable/)
  await shop.job('media.renditions')
  assert.ok([...twin.objects.keys()].some((key) => key.endsWith('-320.webp')))
  assert.equal(twin.objects.has(file.url!.replace('/files/', '')), true)
})

test('no more comes in than the ticket is for, of no other kind, and nothing of what was refused stays', async () => {
  const before = twin.objects.size
  const url = await through.ticket('application/pdf', 100)
  assert.equal((await through.patch(url, 0, pdf.subarray(0, 101))).status, 413)
  const other = await through.ticket('application/pdf', photo.length)
  assert.equal((await through.patch(other, 0, photo)).status, 422)
  assert.deepEqual([twin.objects.size, twin.uploads.size], [before, 0])
})

test('an upload in pieces ends as one private file, which leaves by its link, by parts too', async () => {
  const url = await through.ticket('application/pdf', pdf.length)
  assert.equal((await through.patch(url, 0, pdf.subarray(0, 5_000_000))).status, 204)
  const file = await made(await through.patch(url, 5_000_000, pdf.subarray(5_000_000)))
  assert.deepEqual(
    [...twin.objects.keys()].filter((key) => key.startsWith('uploads/')),
    [],
  )
  const link = await linkOf(through, file.id)
  assert.ok(Buffer.from(await (await through.send('GET', link)).arrayBuffer()).equals(pdf))
  const part = await through.send('GET', link, { range: 'bytes=4000-4009' })
  assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 4000-4009/${pdf.length}`])
  assert.ok(Buffer.from(await part.arrayBuffer()).equals(pdf.subarray(4000, 4010)))
  assert.equal((await through.send('GET', link, { range: `bytes=${pdf.length}-` })).status, 416)
})

test('where browsers reach the bucket, a private file is handed over there, for a minute', async () => {
  const url = await aside.ticket('application/pdf', pdf.length)
  const file = await made(await aside.send('PUT', url, {}, pdf))
  const link = await linkOf(aside, file.id)
  const sent = await fetch(aside.url + link, { redirect: 'manual' })
  const address = sent.headers.get('location')!
  assert.deepEqual([sent.status, new URL(address).searchParams.get('X-Amz-Expires')], [307, '60'])
  assert.match(sent.headers.get('cache-control')!, /no-store/)
  const answer = await fetch(address)
  assert.match(answer.headers.get('content-disposition')!, /^attachment; filename\*=UTF-8''Menu%20%E2%80%93/)
  assert.ok(Buffer.from(await answer.arrayBuffer()).equals(pdf))
  const bent = await fetch(aside.url + link.replace(/signature=./, 'signature=-'), { redirect: 'manual' })
  assert.deepEqual([bent.status, bent.headers.get('location')], [404, null])
})

test('while the bucket is away files are told to come later, and nothing else stands still', async () => {
  const { shop, send } = through
  assert.equal((await filesAreKept.look(shop.app)).ok, true)
  const { bucket } = twin.settings
  twin.settings.bucket = 'away'
  const found = await filesAreKept.look(shop.app)
  assert.deepEqual([found.ok, /no bucket files there/.test(found.says)], [false, true])
  twin.settings.bucket = bucket
  const file = [...twin.objects.keys()].find((key) => /^[0-9a-f-]{36}\//.test(key))!
  twin.faults = ['slow_down', 'slow_down', 'slow_down']
  const answer = await send('GET', `/files/${file}`)
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '1'])
  assert.equal((await send('GET', `/files/${file}`)).status, 200)
})

test('rows and objects are held against each other, and what no row names is taken away', async () => {
  const { shop } = through
  const inside = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
  const { broken, files } = await shop.app.invoke(reconcile, { verify: true }, inside)
  assert.deepEqual([broken, files > 3], [0, true])
})
