/** `npm run dev`: the demo with the pages built as one edits them, hot reload over the shop's own port. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '#testing/database.ts'
import { endAll, freePort, newFolder, startStore } from './store-process.ts'

const database = await testDatabase()
after(async () => {
  await endAll()
  await database.drop()
})

test('with --dev the pages come from their sources, on one port with the API and the hot reload', async () => {
  const port = await freePort()
  const store = startStore({ DATABASE_URL: database.url, DATA_DIR: newFolder(), PORT: port }, [
    'main.ts',
    '--dev',
  ])
  await store.says(/Quayside is open[^]*Demo mode/)
  const page = await fetch(`${store.url}/`)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /\/app\/root\.tsx/)
  assert.equal((await fetch(`${store.url}/v1/products`)).status, 200)

  const code = await (await fetch(`${store.url}/@vite/client`)).text()
  const token = /wsToken = "([^"]+)"/.exec(code)![1]!
  const socket = new WebSocket(`ws://127.0.0.1:${port}/?token=${token}`, 'vite-hmr')
  const first = await new Promise<string>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => resolve(String(data)))
    socket.addEventListener('error', () => reject(new Error('no hot reload on the shop’s port')))
  })
  assert.equal(first, '{"type":"connected"}')
  const { code: exit, ms } = await store.end('SIGINT')
  assert.equal(exit, 0)
  assert.ok(ms < 10_000, `an open page held it for ${ms} ms`)
})
