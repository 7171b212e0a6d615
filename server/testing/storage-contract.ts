/** What every storage must do, on whatever the files lie: one suite, run by the tests of each. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import type { Storage } from '#kit/storage.ts'

export interface StorageAtHand {
  storage: Storage
  /** What is neither a file nor needed for one, such as the beginning of an upload that broke off. */
  remains(): string[]
  /** Where a peer of ours falls short of what it stands for. */
  lacks?: { keysBeyond: number; listsBeyond: number }
  close(): Promise<void>
}

/** More than is sent at once, and no whole number of parts. */
const LARGE = 20 * 1024 * 1024 + 7
const MORE_THAN_A_PAGE = 1_005
const PLAIN = { type: 'text/plain' }
const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex')

export function storageContract(name: string, open: () => Promise<StorageAtHand>): void {
  describe(`${name} keeps the storage's contract`, () => {
    let hand: StorageAtHand
    let storage: Storage
    before(async () => {
      hand = await open()
      storage = hand.storage
      await storage.check()
    })
    after(() => hand.close())

    const text = async (key: string, range?: { start: number; end: number }) =>
      (await buffer((await storage.open(key, range))!.stream)).toString()

    test('what is put comes out again, with its type, size and hash', async () => {
      const picture = Buffer.from('a drawn teapot')
      const put = await storage.put('media/1/teapot.svg', picture, { type: 'image/svg+xml' })
      assert.deepEqual(put, { bytes: picture.length, sha256: sha256(picture) })
      const { stream, ...about } = (await storage.open('media/1/teapot.svg'))!
      assert.deepEqual(about, { bytes: picture.length, type: 'image/svg+xml' })
      assert.deepEqual(await buffer(stream), picture)
      assert.deepEqual(await storage.find('media/1/teapot.svg'), about)
    })

    test('a stream is stored as it flows, and a second put replaces the first', async () => {
      await storage.put('media/2/a', Readable.from([Buffer.from('one '), Buffer.from('two')]), PLAIN)
      assert.equal(await text('media/2/a'), 'one two')
      await storage.put('media/2/a', Buffer.from('three'), { type: 'text/csv' })
      assert.equal(await text('media/2/a'), 'three')
      assert.equal((await storage.find('media/2/a'))?.type, 'text/csv')
    })

    test('nothing at all is a file too', async () => {
      const put = await storage.put('media/2/empty', Readable.from([]), PLAIN)
      assert.deepEqual([put.bytes, put.sha256], [0, sha256(Buffer.alloc(0))])
      assert.deepEqual([await text('media/2/empty'), (await storage.find('media/2/empty'))?.bytes], ['', 0])
    })

    test('an upload that breaks off leaves the old file and nothing beside it', async () => {
      await storage.put('media/3/a', Buffer.from('whole'), PLAIN)
      for (const beforeIt of [1, LARGE]) {
        const broken = Readable.from(
          (async function* () {
            yield Buffer.alloc(beforeIt)
            throw new Error('the caller went away')
          })(),
        )
        await assert.rejects(storage.put('media/3/a', broken, PLAIN), /went away/)
        assert.equal(await text('media/3/a'), 'whole')
        assert.deepEqual(hand.remains(), [])
      }
    })

    test('what is not there is null, and removing it is no fault', async () => {
      await storage.put('media/4/a', Buffer.from('x'), PLAIN)
      await storage.remove('media/4/a')
      await storage.remove('media/4/a')
      assert.deepEqual([await storage.open('media/4/a'), await storage.find('media/4/a')], [null, null])
      assert.equal(await storage.open('media/4/a', { start: 0, end: 0 }), null)
    })

    test('a part of a file is read, and the size told is that of the whole', async () => {
      await storage.put('media/5/a', Buffer.from('0123456789'), PLAIN)
      const part = await storage.open('media/5/a', { start: 3, end: 5 })
      assert.deepEqual([(await buffer(part!.stream)).toString(), part!.bytes], ['345', 10])
      assert.equal(await text('media/5/a', { start: 9, end: 9 }), '9')
    })

    test('a file that nobody reads to its end holds nothing up', async () => {
      await storage.put('media/6/a', Buffer.alloc(LARGE, 1), PLAIN)
      for (let count = 0; count < 20; count++) {
        const found = (await storage.open('media/6/a'))!
        if (count % 2 === 0) for await (const _ of found.stream) break
        found.stream.destroy()
      }
      assert.equal((await storage.find('media/6/a'))?.bytes, LARGE)
    })

    test('a large file comes whole, and goes whole', async () => {
      const hash = createHash('sha256')
      const source = Readable.from(
        (function* () {
          for (let left = 2 * LARGE; left > 0; left -= 65_536) {
            const chunk = Buffer.alloc(Math.min(65_536, left), left % 251)
            hash.update(chunk)
            yield chunk
          }
        })(),
      )
      const put = await storage.put('media/7/film', source, { type: 'video/mp4' })
      assert.deepEqual(put, { bytes: 2 * LARGE, sha256: hash.digest('hex') })
      const again = createHash('sha256')
      for await (const chunk of (await storage.open('media/7/film'))!.stream) again.update(chunk as Buffer)
      assert.equal(again.digest('hex'), put.sha256)
      await storage.remove('media/7/film')
    })

    test('a list names the keys under a prefix, however many they are', async () => {
      const most = Math.min(MORE_THAN_A_PAGE, hand.lacks?.listsBeyond ?? Infinity)
      const many = Array.from({ length: most }, (_, at) => `list/many/${at}`)
      for (let at = 0; at < many.length; at += 50)
        await Promise.all(many.slice(at, at + 50).map((key) => storage.put(key, Buffer.from('x'), PLAIN)))
      for (const key of ['list/a/1', 'list/a/2.json', 'list/b/1'])
        await storage.put(key, Buffer.from('x'), PLAIN)
      const listed = async (prefix: string) => (await Array.fromAsync(storage.list(prefix))).sort()
      assert.deepEqual(await listed('list/a/'), ['list/a/1', 'list/a/2.json'])
      assert.deepEqual(await listed('list/many/'), many.sort())
      assert.deepEqual(await listed('nowhere/'), [])
    })

    test('every key of the right form names a file of its own', async () => {
      const keys = [
        'k',
        'K',
        'k.a',
        'k/a',
        'k/a.json',
        'k/-_.',
        '_k/0',
        'k..a/b..',
        `${'k'.repeat(255)}/${'k'.repeat(256)}`,
      ]
      const kept = keys.filter((key) => key.length <= (hand.lacks?.keysBeyond ?? 512))
      for (const key of kept) await storage.put(key, Buffer.from(key), PLAIN)
      for (const key of kept) assert.equal(await text(key), key)
      assert.deepEqual(
        (await Array.fromAsync(storage.list('k/'))).sort(),
        kept.filter((key) => key.startsWith('k/')).sort(),
      )
    })

    test('a key cannot lead out of its place', async () => {
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
      ]
      for (const key of [...wicked, 'a?b', 'a%2fb', `a${'/b'.repeat(300)}`]) {
        const refused = [
          () => storage.put(key, Buffer.from('x'), PLAIN),
          () => storage.open(key),
          () => storage.find(key),
          () => storage.remove(key),
        ]
        for (const ask of refused) await assert.rejects(ask, /not a storage key/, key)
      }
    })
  })
}
