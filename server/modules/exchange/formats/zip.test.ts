/** Small files that unpack to much, and say so or not. */
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { ZipFile } from 'yazl'
import { openZip } from './zip.ts'

const MEGABYTE = 1024 * 1024

async function zipped(name: string, body: Buffer): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(body, name)
  zip.end()
  return buffer(zip.outputStream as unknown as Readable)
}

const contentOf = (bytes: Buffer) => ({
  bytes: bytes.length,
  open: ({ start, end }: { start: number; end: number } = { start: 0, end: bytes.length - 1 }) =>
    Readable.from([bytes.subarray(start, end + 1)]),
})

/** Writes another size where the file says what its one part unpacks to: in the part's own header and in the directory. */
function lying(bytes: Buffer, claimed: number): Buffer {
  const lie = Buffer.from(bytes)
  const directory = lie.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  lie.writeUInt32LE(claimed, 22)
  lie.writeUInt32LE(claimed, directory + 24)
  return lie
}

test('what unpacks to more than may be is not unpacked', async () => {
  const bomb = await zipped('sheet.xml', Buffer.alloc(4 * MEGABYTE))
  assert.ok(bomb.length < 20_000, `${bomb.length} bytes`)
  const zip = await openZip(contentOf(bomb))
  await assert.rejects(zip.open('sheet.xml', MEGABYTE), { code: 'exchange.file_unreadable' })
  assert.equal((await buffer((await zip.open('sheet.xml', 4 * MEGABYTE))!)).length, 4 * MEGABYTE)
  assert.equal(await zip.open('other.xml', MEGABYTE), null)
  zip.close()
})

test('what unpacks to more than it says ends there', async () => {
  const liar = lying(await zipped('sheet.xml', Buffer.alloc(4 * MEGABYTE)), 1000)
  const zip = await openZip(contentOf(liar))
  const part = await zip.open('sheet.xml', MEGABYTE)
  let unpacked = 0
  await assert.rejects(async () => {
    for await (const chunk of part!) unpacked += (chunk as Buffer).length
  }, /more|size|bytes/i)
  assert.ok(unpacked <= MEGABYTE, `${unpacked} bytes came out`)
  zip.close()
})
