import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { diskStorage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-storage-'))
after(() => rmSync(folder, { recursive: true }))
const storage = diskStorage(folder)
const parts = () => readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))
const listed = async (prefix: string) => (await Array.fromAsync(storage.list(prefix))).sort()

test('what is put comes out again, with its type, size and hash', async () => {
  const picture = Buffer.from('a drawn teapot')
  const put = await storage.put('media/1/teapot.svg', picture, { type: 'image/svg+xml' })
  assert.deepEqual(put, { bytes: picture.length, sha256: createHash('sha256').update(picture).digest('hex') })
  const found = await storage.open('media/1/teapot.svg')
  assert.ok(found)
  assert.equal(found.type, 'image/svg+xml')
  assert.equal(found.bytes, picture.length)
  assert.deepEqual(await buffer(found.stream), picture)
})

test('a stream is stored as it flows, and a second put replaces the first', async () => {
  await storage.put('media/2/a', Readable.from([Buffer.from('one '), Buffer.from('two')]), {
    type: 'text/plain',
  })
  await storage.put('media/2/a', Buffer.from('three'), { type: 'text/plain' })
  const found = await storage.open('media/2/a')
  assert.equal((await buffer(found!.stream)).toString(), 'three')
})

test('an upload that breaks off leaves the old file and nothing beside it', async () => {
  await storage.put('media/3/a', Buffer.from('whole'), { type: 'text/plain' })
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('the caller went away')
    })(),
  )
  await assert.rejects(storage.put('media/3/a', broken, { type: 'text/plain' }), /went away/)
  assert.equal((await buffer((await storage.open('media/3/a'))!.stream)).toString(), 'whole')
  assert.deepEqual(parts(), [])
})

test('what is not there is null, and removing it is no fault', async () => {
  await storage.put('media/4/a', Buffer.from('x'), { type: 'text/plain' })
  await storage.remove('media/4/a')
  await storage.remove('media/4/a')
  assert.equal(await storage.open('media/4/a'), null)
})

test('a list names the keys under a prefix', async () => {
  for (const key of ['list/a/1', 'list/a/2.json', 'list/b/1'])
    await storage.put(key, Buffer.from('x'), { type: 'text/plain' })
  assert.deepEqual(await listed('list/a/'), ['list/a/1', 'list/a/2.json'])
  assert.deepEqual(await Array.fromAsync(diskStorage(join(folder, 'nowhere')).list('')), [])
})

test('a key cannot lead out of the folder', async () => {
  const wicked = [
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    '.hidden',
    'a/.hidden',
    'a\\b',
    'a\0b',
    'a/',
    '',
    'ä',
    `a${'/b'.repeat(300)}`,
  ]
  for (const key of wicked) {
    await assert.rejects(storage.put(key, Buffer.from('x'), { type: 'text/plain' }), /not a storage key/, key)
    await assert.rejects(storage.open(key), /not a storage key/, key)
  }
})

test('a part of a file is read, and the size told is that of the whole', async () => {
  await storage.put('media/5/a', Buffer.from('0123456789'), { type: 'text/plain' })
  const part = await storage.open('media/5/a', { start: 3, end: 5 })
  assert.deepEqual([(await buffer(part!.stream)).toString(), part!.bytes], ['345', 10])
})
