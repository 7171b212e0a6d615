/** A store in production serves gRPC by its own TLS, and on its way out sends nobody away without a word. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client, credentials, type ServiceError } from '@grpc/grpc-js'
import { first } from '#testing/certificates.ts'
import { testDatabase } from '#testing/database.ts'
import { soon } from './shopper.ts'
import { endAll, freePort, newFolder, startStore } from './store-process.ts'

const database = await testDatabase()
const folder = newFolder()
const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
writeFileSync(certFile, first.cert)
writeFileSync(keyFile, first.key)
const grpcPort = await freePort()
const settings = {
  QUAYSIDE_MODE: 'production',
  SECRET: 'a secret that is made for this test',
  OWNER_PASSWORD: 'a password of the owner',
  PUBLIC_URL: 'https://shop.example',
  TLS_CERT: certFile,
  TLS_KEY: keyFile,
  DATABASE_URL: database.url,
  DATA_DIR: folder,
}
const store = startStore({ ...settings, PORT: await freePort(), GRPC_PORT: grpcPort })
const client = new Client(`127.0.0.1:${grpcPort}`, credentials.createSsl(Buffer.from(first.cert)), {
  'grpc.ssl_target_name_override': 'shop.example',
  'grpc.default_authority': 'shop.example',
})
after(async () => {
  client.close()
  await endAll()
  await database.drop()
})

const same = (bytes: Buffer) => bytes
const [SERVING, NOT_SERVING] = [1, 2]

test('health is watched over TLS until the store leaves; then it says so first, and ends', async () => {
  await store.says(/Quayside is open/)
  const seen: number[] = []
  const watch = client.makeServerStreamRequest('/grpc.health.v1.Health/Watch', same, same, Buffer.alloc(0))
  const ended = new Promise<ServiceError | null>((resolve) => {
    watch.on('error', resolve)
    watch.on('end', () => resolve(null))
  })
  watch.on('data', (answer: Buffer) => seen.push(answer[1]!))
  await soon('it serves', async () => seen.at(-1) === SERVING)

  const gone = store.end('SIGTERM')
  await soon('it says that it leaves', async () => seen.at(-1) === NOT_SERVING)
  assert.equal(await ended, null)
  const { code, ms } = await gone
  assert.equal(code, 0)
  assert.ok(ms < 10_000, `it took ${ms} ms`)
  assert.match(store.said(), /"route":"\/grpc\.health\.v1\.Health\/Watch","status":200/)
})

test('a port that is taken is told, by name', async () => {
  const [one, other] = [await freePort(), await freePort()]
  const there = startStore({ ...settings, PORT: one, GRPC_PORT: grpcPort })
  await there.says(/Quayside is open/)
  const late = startStore({ ...settings, PORT: other, GRPC_PORT: grpcPort })
  const { code } = await late.exit
  assert.equal(code, 1)
  assert.match(late.said(), new RegExp(`Port ${grpcPort} is in use.*GRPC_PORT`))
  assert.equal(await new Promise((resolve) => client.waitForReady(Date.now() + 10_000, resolve)), undefined)
})
