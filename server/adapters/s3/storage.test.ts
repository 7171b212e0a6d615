/** Files in a bucket: of a service that knows only rightly signed requests, and in bad hours. */
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { silentLog } from '#kit/log.ts'
import { storageContract } from '#testing/storage-contract.ts'
import { PART_BYTES } from './parts.ts'
import type { S3Settings } from './settings.ts'
import { s3Storage } from './storage.ts'
import { openS3Twin, type TwinFault } from './twin/twin.ts'

const IMPATIENT = { tries: 3, answerMs: 200, waitMs: 1 }
const PLAIN = { type: 'text/plain' }

storageContract('S3', async () => {
  const twin = await openS3Twin()
  return {
    storage: s3Storage(twin.settings, silentLog),
    remains: () => [...twin.uploads.keys()],
    close: () => twin.close(),
  }
})

const twin = await openS3Twin()
after(() => twin.close())
const storage = s3Storage(twin.settings, silentLog, IMPATIENT)

test('a request that meets trouble is made again', async () => {
  for (const fault of ['slow_down', 'silent', 'lost', 'garbage'] as TwinFault[]) {
    twin.faults = [fault, fault]
    await storage.put(`trouble/${fault}`, Buffer.from(fault), PLAIN)
    twin.faults = [fault]
    assert.equal((await buffer((await storage.open(`trouble/${fault}`))!.stream)).toString(), fault)
  }
})

test('an upload whose last answer was lost is there, once, and nothing is left of it', async () => {
  const film = Buffer.alloc(17 * 1024 * 1024, 7)
  twin.faults = [null, null, null, null, 'lost'] // begun, three parts, put together
  await storage.put('trouble/film', Readable.from([film]), PLAIN)
  assert.ok(twin.objects.get('trouble/film')!.body.equals(film))
  assert.equal(twin.uploads.size, 0)
})

test('of a large upload memory holds a few parts, however slow the other side is', async () => {
  const before = twin.asked.length
  let [given, most] = [0, 0]
  const film = Readable.from(
    (function* () {
      for (; given < 12 * PART_BYTES;) {
        const sent = twin.asked.slice(before).filter((each) => each === 'PUT trouble/long').length
        most = Math.max(most, given - sent * PART_BYTES)
        given += 1024 * 1024
        yield Buffer.alloc(1024 * 1024)
      }
    })(),
  )
  twin.delayMs = 20
  await storage.put('trouble/long', film, PLAIN)
  twin.delayMs = 0
  assert.ok(most <= 4 * PART_BYTES, `${most} bytes were held`)
})

test('an upload that cannot be ended is taken back', async () => {
  twin.faults = [null, null, 'slow_down', 'slow_down', 'slow_down']
  const film = Readable.from([Buffer.alloc(17 * 1024 * 1024, 7)])
  await assert.rejects(storage.put('trouble/half', film, PLAIN), { code: 'unavailable' })
  assert.deepEqual([twin.objects.has('trouble/half'), twin.uploads.size, film.destroyed], [false, 0, true])
})

test('a download that breaks off does not look like a whole one', async () => {
  await storage.put('trouble/cut', Buffer.alloc(100_000, 1), PLAIN)
  twin.faults = ['cut']
  const found = await storage.open('trouble/cut')
  await assert.rejects(buffer(found!.stream))
})

test('who does not answer is left alone for a while, and asked again', async () => {
  const own = s3Storage(twin.settings, silentLog, { ...IMPATIENT, tries: 1 })
  twin.faults = ['slow_down', 'slow_down', 'slow_down']
  for (let count = 0; count < 3; count++) await assert.rejects(own.find('a'), { code: 'unavailable' })
  const asked = twin.asked.length
  await assert.rejects(own.find('a'), { code: 'unavailable' })
  assert.equal(twin.asked.length, asked)
})

test('settings that are wrong are told by their names, and no secret is', async () => {
  const wrong: [Partial<S3Settings>, RegExp][] = [
    [{ bucket: 'other' }, /no bucket other there.*S3_BUCKET/],
    [{ accessKeyId: 'NOBODY' }, /S3_ACCESS_KEY_ID is not known/],
    [{ secretAccessKey: 'of another' }, /S3_SECRET_ACCESS_KEY is not the one/],
    [{ region: 'us-east-1' }, /not in us-east-1. Correct S3_REGION/],
  ]
  for (const [change, says] of wrong) {
    const faulty = s3Storage({ ...twin.settings, ...change }, silentLog, IMPATIENT)
    await assert.rejects(faulty.check(), (error: Error) => {
      assert.match(error.message, says)
      assert.doesNotMatch(`${error.stack}`, /twin\/secret|of another|TWINKEY|NOBODY/)
      return true
    })
  }
  const nobody = s3Storage({ ...twin.settings, endpoint: 'http://127.0.0.1:9' }, silentLog, IMPATIENT)
  await assert.rejects(nobody.check(), (error: Error) => {
    assert.match((error.cause as Error).message, /not to be had/)
    return true
  })
})

test('a link is good for its file, its name and its time, and for nothing else', async () => {
  const body = Buffer.from('only for Alice')
  await storage.put('private/a.txt', body, PLAIN)
  const near = { seconds: 60, disposition: "attachment; filename*=UTF-8''For%20Alice.txt" }
  assert.equal(await storage.linkTo('private/a.txt', near), null, 'without an address that browsers reach')
  const publicUrl = `${twin.settings.endpoint}/files`
  const open = s3Storage({ ...twin.settings, publicUrl }, silentLog)
  const link = (await open.linkTo('private/a.txt', near))!
  const answer = await fetch(link)
  assert.deepEqual([answer.status, await answer.text()], [200, 'only for Alice'])
  assert.equal(answer.headers.get('content-disposition'), near.disposition)
  assert.equal((await fetch(link, { headers: { range: 'bytes=0-3' } })).status, 206)
  for (const bent of [
    link.replace('a.txt', 'b.txt'),
    link.replace('Expires=60', 'Expires=600'),
    link.replace('Alice', 'Bob'),
  ])
    assert.equal((await fetch(bent)).status, 403, bent)
  assert.equal((await fetch(link, { method: 'PUT', body: 'x' })).status, 403)
})
