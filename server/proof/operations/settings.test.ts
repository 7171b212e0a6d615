/** A start that cannot succeed says why in words, with what to do; no stack, exit code 1, nothing left running. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '#testing/database.ts'
import { settingsFor } from '../../adapters/s3/twin/testing.ts'
import { openS3Twin } from '../../adapters/s3/twin/twin.ts'
import { endAll, freePort, newFolder, postmasterOf, runToEnd, type Settings } from './store-process.ts'

const SECRET = 'a secret that is made for this test'
const STACK = /^\s+at .*(\.ts|node:)/m
const production = { QUAYSIDE_MODE: 'production', SECRET, OWNER_PASSWORD: 'a password of the owner' }
const dataDir = newFolder()
after(endAll)

const refusals: [says: string, settings: Settings, words: RegExp[]][] = [
  [
    'demo mode on an address of the network',
    { HOST: '0.0.0.0' },
    [/HOST must be a loopback address/, /QUAYSIDE_MODE=production/],
  ],
  ['demo mode on a name of the network', { HOST: 'shop.example' }, [/HOST must be a loopback address/]],
  ['production without a secret', { ...production, SECRET: '' }, [/SECRET is needed in production/]],
  [
    'production with a short secret',
    { ...production, SECRET: 'short' },
    [/SECRET must have at least 32 characters\.$/m],
  ],
  [
    'production with the sandbox',
    { ...production, PAYMENTS_PROVIDERS: 'other, sandbox' },
    [/PAYMENTS_PROVIDERS names the sandbox/],
  ],
  ['files in a bucket that is not named', { STORAGE: 's3' }, [/S3_BUCKET is needed with STORAGE=s3\./]],
  [
    'a bucket without its key',
    { S3_BUCKET: 'files', S3_ENDPOINT: 'ftp://files.example', S3_ACCESS_KEY_ID: 'a key' },
    [
      /S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed/,
      /S3_ENDPOINT must be an address that starts with http/,
    ],
  ],
  [
    'a payment provider nobody knows',
    { PAYMENTS_PROVIDERS: 'paybuddy' },
    [
      /The settings are not right:\n/,
      /^ {2}PAYMENTS_PROVIDERS names paybuddy; what is known here is sandbox/m,
    ],
  ],
]

for (const [says, settings, words] of refusals) {
  test(`refused: ${says}`, async () => {
    const { code, said } = await runToEnd({ DATA_DIR: dataDir, PORT: '1', ...settings })
    assert.equal(code, 1, said)
    for (const word of words) assert.match(said, word)
    assert.doesNotMatch(said, STACK)
    assert.equal(postmasterOf(dataDir), null)
  })
}

test('several wrong settings are told all at once, as a list that shows no secret', async () => {
  const settings = {
    PORT: 'http',
    DATABASE_URL: 'mysql://root:hunter22@db/shop',
    QUAYSIDE_ROLES: 'serve,cook',
    DATABASE_POOL_SIZE: '1',
    TRUSTED_PROXIES: '10.0.0.0/33',
    OWNER_EMAIL: 'the owner',
    OWNER_PASSWORD: 'hunter22',
    PAYMENTS_PROVIDERS: 'sandbox,paybuddy',
  }
  const { code, said } = await runToEnd({ DATA_DIR: dataDir, ...settings })
  assert.equal(code, 1, said)
  for (const word of [
    /PORT must be a whole number from 1 to 65535 \(it is "http"\)/,
    /DATABASE_URL must be an address that starts with postgres:\/\/ or postgresql:\/\//,
    /QUAYSIDE_ROLES may name serve, work and migrate/,
    /DATABASE_POOL_SIZE must be a whole number from 2 to 500/,
    /TRUSTED_PROXIES must be IP addresses or networks/,
    /OWNER_EMAIL must be an e-mail address/,
    /PAYMENTS_PROVIDERS names paybuddy/,
    /OWNER_PASSWORD must have from 10 to 128 characters/,
    /contracts\/config\.md/,
  ])
    assert.match(said, word)
  assert.doesNotMatch(said, STACK)
  assert.doesNotMatch(said, /hunter22/)
})

test('a bucket that is not there, and a key that it does not know, are told at the start', async () => {
  const [twin, database] = [await openS3Twin(), await testDatabase()]
  const settings = { DATA_DIR: newFolder(), PORT: String(await freePort()), DATABASE_URL: database.url }
  const wrong: [Settings, RegExp][] = [
    [{ S3_BUCKET: 'other' }, /There is no bucket other there. Make it, or correct S3_BUCKET\./],
    [{ S3_SECRET_ACCESS_KEY: 'hunter22' }, /S3_SECRET_ACCESS_KEY is not the one of S3_ACCESS_KEY_ID/],
  ]
  for (const [change, word] of wrong) {
    const { code, said } = await runToEnd({ ...settings, ...settingsFor(twin), ...change })
    assert.equal(code, 1, said)
    assert.match(said, word)
    assert.doesNotMatch(said, STACK)
    assert.doesNotMatch(said, /hunter22/)
  }
  await twin.close()
  await database.drop()
})

test('the command line says it the same way, on stderr', async () => {
  const { code, said } = await runToEnd({ DATA_DIR: dataDir, PORT: 'http' }, ['cli.ts', 'system.invariants'])
  assert.equal(code, 1)
  assert.match(said, /PORT must be a whole number/)
  assert.doesNotMatch(said, STACK)
})

test('a port in use is told at once, before a database is made', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { code, said } = await runToEnd({ DATA_DIR: dataDir, PORT: String(port) })
  other.close()
  assert.equal(code, 1)
  assert.match(said, new RegExp(`Port ${port} is in use by another program.*PORT=${port + 100} npm start`))
  assert.doesNotMatch(said, STACK)
  assert.equal(postmasterOf(dataDir), null)
})

test('an address that is not of this machine is named', async () => {
  const { code, said } = await runToEnd({ ...production, DATA_DIR: dataDir, HOST: '192.0.2.1', PORT: '3999' })
  assert.equal(code, 1)
  assert.match(said, /HOST is not an address of this machine \(192\.0\.2\.1:3999\)/)
})

test('data made by another PostgreSQL is refused with what to do', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
  const { code, said } = await runToEnd({ DATA_DIR: folder, PORT: await freePort() })
  assert.equal(code, 1)
  assert.match(said, /was made by PostgreSQL 17; this Quayside brings PostgreSQL 18/)
  assert.match(said, /Move the folder away .* set DATABASE_URL/)
  assert.doesNotMatch(said, STACK)
})

test('a database that does not exist, and one that newer code took something from, are named without the password', async () => {
  const database = await testDatabase()
  const missing = new URL(database.url)
  missing.pathname = '/nowhere'
  missing.password = 'hunter22'
  const first = await runToEnd({ DATA_DIR: dataDir, PORT: await freePort(), DATABASE_URL: missing.href })
  assert.equal(first.code, 1)
  assert.match(first.said, /database "nowhere" does not exist.*correct DATABASE_URL/)
  assert.doesNotMatch(first.said, /hunter22/)
  assert.doesNotMatch(first.said, STACK)

  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`insert into kit.migration values ('cart', '9999-from-the-future.sql', '', now(), true)`)
  await client.end()
  const second = await runToEnd({ DATA_DIR: dataDir, PORT: await freePort(), DATABASE_URL: database.url })
  assert.equal(second.code, 1)
  assert.match(second.said, /This database is newer than this Quayside/)
  await database.drop()
})

test('production asks for the owner’s password at its first start, and refuses one that the demo made', async () => {
  const database = await testDatabase()
  const settings = { DATA_DIR: newFolder(), DATABASE_URL: database.url, QUAYSIDE_ROLES: 'migrate' }
  const fresh = await runToEnd({ ...settings, ...production, OWNER_PASSWORD: '' })
  assert.equal(fresh.code, 1)
  assert.match(fresh.said, /Production needs OWNER_PASSWORD at its first start/)

  assert.equal((await runToEnd(settings)).code, 0)
  const refused = await runToEnd({ ...settings, ...production })
  assert.equal(refused.code, 1)
  assert.match(refused.said, /made in demo mode and still has a generated password/)
  const serving = await runToEnd({
    ...settings,
    ...production,
    QUAYSIDE_ROLES: 'serve',
    PORT: await freePort(),
  })
  assert.equal(serving.code, 1, 'a process that only serves looks too')
  assert.doesNotMatch(refused.said + serving.said, STACK)
  await database.drop()
})
