/** A folder keeps files as any storage must; and what is cut off leaves no trace. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { storageContract } from '#testing/storage-contract.ts'
import { diskStorage } from './disk-storage.ts'

storageContract('a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-storage-'))
  return {
    storage: diskStorage(folder),
    remains: () =>
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.part')),
    close: async () => rmSync(folder, { recursive: true }),
  }
})

test('a removal that was cut off, or a writing, leaves nothing that would be listed', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-storage-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const storage = diskStorage(folder)
  await storage.put('a/half', Buffer.from('half'), { type: 'text/plain' })
  await storage.put('a/whole', Buffer.from('whole'), { type: 'text/plain' })
  const digest = createHash('sha256').update('a/half').digest('hex')
  rmSync(join(folder, digest.slice(0, 2), digest)) // what stands beside it is still there
  assert.deepEqual(await Array.fromAsync(storage.list('')), ['a/whole'])
  assert.equal(await storage.open('a/half'), null)
  await storage.put('a/half', Buffer.from('again'), { type: 'text/plain' })
  assert.deepEqual((await Array.fromAsync(storage.list('a/'))).toSorted(), ['a/half', 'a/whole'])
})
