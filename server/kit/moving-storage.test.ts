/** Files that are on their way from one storage to another are read from both. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { storageContract } from '#testing/storage-contract.ts'
import { diskStorage } from './disk-storage.ts'
import { movingStorage } from './moving-storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-moving-'))
after(() => rmSync(folder, { recursive: true }))
const [to, from] = [diskStorage(join(folder, 'to')), diskStorage(join(folder, 'from'))]
const PLAIN = { type: 'text/plain' }

storageContract('a storage that moves', async () => ({
  storage: movingStorage(to, from),
  remains: () =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.part')),
  close: async () => {},
}))

test('what lies in the old one is read, listed and removed as if it lay in the new one', async () => {
  const storage = movingStorage(to, from)
  await from.put('moving/old', Buffer.from('old'), PLAIN)
  await from.put('moving/both', Buffer.from('old'), PLAIN)
  await to.put('moving/both', Buffer.from('new'), PLAIN)
  await storage.put('moving/new', Buffer.from('new'), PLAIN)
  assert.equal(await from.find('moving/new'), null)
  const text = async (key: string) => (await buffer((await storage.open(key))!.stream)).toString()
  assert.deepEqual([await text('moving/old'), await text('moving/both')], ['old', 'new'])
  const listed = await Array.fromAsync(storage.list('moving/'))
  assert.deepEqual(listed.sort(), ['moving/both', 'moving/new', 'moving/old'])
  for (const key of listed) await storage.remove(key)
  assert.deepEqual(
    [...(await Array.fromAsync(to.list('moving/'))), ...(await Array.fromAsync(from.list('moving/')))],
    [],
  )
})

test('what moves while it is looked for is found', async () => {
  await from.put('moving/now', Buffer.from('here'), PLAIN)
  const storage = movingStorage(to, {
    ...from,
    async open(key) {
      await to.put(key, Buffer.from('here'), PLAIN)
      await from.remove(key)
      return null
    },
  })
  assert.equal((await buffer((await storage.open('moving/now'))!.stream)).toString(), 'here')
})
