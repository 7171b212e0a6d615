/** What whoever runs the store types, and what comes of it: JSON out, words on the side, and an exit code. */
import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { after, test } from 'node:test'
import { openDemoShop } from '#testing/demo-shop.ts'
import { testDatabase } from '#testing/database.ts'
import { diskStorage } from '#kit/disk-storage.ts'
import { commands, listOfCommands, runCommand } from './index.ts'

const shop = await openDemoShop()
const { config, app } = shop
after(() => shop.close())

async function type(line: string, given: { stdin?: string; config?: Partial<typeof config> } = {}) {
  const [name = '', ...argv] = line.split(' ')
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const stdin = Readable.from(given.stdin === undefined ? [] : [Buffer.from(given.stdin)])
  const command = commands.find((each) => each.name === name)!
  const code = await runCommand(command, argv, () => ({ ...config, ...given.config }), {
    stdin,
    stdout,
    stderr,
  })
  const out = textOf(stdout)
  return { code, out, said: textOf(stderr), json: out.startsWith('{') ? JSON.parse(out) : null }
}

function textOf(stream: PassThrough): string {
  let text = ''
  for (let chunk: unknown = stream.read(); chunk !== null; chunk = stream.read()) text += String(chunk)
  return text
}

test('each command is listed, explains itself, and is told from a wrong use by its exit code', async () => {
  const wanted = [
    'create-user',
    'grant',
    'reindex',
    'reconcile',
    'replay',
    'backup',
    'restore',
    'doctor',
    'seed',
    'import',
    'export',
    'media',
  ]
  for (const name of wanted) {
    assert.match(listOfCommands(), new RegExp(`^  ${name} `, 'm'))
    const { code, out } = await type(`${name} --help`)
    assert.equal(code, 0)
    assert.match(out, new RegExp(`npm run quayside -- ${name}`))
  }
  for (const line of [
    'create-user',
    'create-user nobody',
    'grant a@b.example',
    'seed 5k',
    'import products',
    'import products goods.txt',
    'import products nowhere.csv',
    'export products',
    'backup',
    'restore',
    'reindex tea',
    'reconcile tea',
    'replay tea',
    'doctor --loud',
    'media move',
    'media move --to s3',
  ]) {
    const { code, out, said } = await type(line)
    assert.deepEqual([code, out], [2, ''], line)
    assert.match(said, /npm run quayside -- /, line)
  }
})

test('somebody is let in with a password from stdin, or gets a mail, and is given another role', async () => {
  const made = await type('create-user Bea@Example.com --role support --name Bea --password-stdin', {
    stdin: 'a long password\n',
  })
  assert.deepEqual([made.code, made.json.email, made.json.roles], [0, 'bea@example.com', ['support']])
  const logIn = app.operations.get('identity.logIn')!
  const session = (await app.invoke(
    logIn,
    { email: 'bea@example.com', password: 'a long password' },
    {},
  )) as { token: string }
  assert.ok(session.token)
  assert.equal(
    (await type('create-user bea@example.com --role support --password-stdin', { stdin: 'a long password' }))
      .code,
    2,
  )
  assert.equal(
    (await type('create-user cy@example.com --role support --password-stdin', { stdin: 'short' })).code,
    2,
  )

  assert.equal((await type('create-user ann@example.com --role support')).json.state, 'invited')
  const granted = await type('grant bea@example.com manager')
  assert.deepEqual(granted.json.roles.map((role: { key: string }) => role.key).sort(), ['manager', 'support'])
  assert.match((await type('grant nobody@example.com manager')).said, /Nobody has an account/)
  assert.match((await type('grant bea@example.com king')).said, /There are: .*owner/)
})

test('a counter that drifted is told with exit code 1, mended when asked to, and then all is well', async () => {
  await app.pool.query(
    `update inventory.level set on_hand = on_hand + 5 where item_id = (select min(item_id::text)::uuid from inventory.level)`,
    [],
  )
  const found = await type('reconcile stock')
  assert.deepEqual([found.code, found.json.ok, found.json.stock.differences.length], [1, false, 1])
  assert.equal((await type('reconcile stock --repair')).code, 0)
  const all = await type('reconcile')
  assert.deepEqual([all.json.stock.ok, all.json.files.ok], [true, true])
  assert.deepEqual(
    all.json.payments,
    { ok: false, code: 'payments.provider_unavailable' },
    'nobody runs a payment company here',
  )
})

test('what was given up is tried again', async () => {
  await app.pool.query(
    `select graphile_worker.add_job('reaction', '{"reaction":"tea.pour"}'::json, max_attempts := 1)`,
    [],
  )
  await app.pool.query(
    `update graphile_worker._private_jobs set attempts = 1 where payload ->> 'reaction' = 'tea.pour'`,
    [],
  )
  assert.deepEqual((await type('replay jobs')).json, { jobs: { queued: 1 } })
  assert.deepEqual((await type('replay')).json, { jobs: { queued: 0 }, webhooks: { tried: 0, handled: 0 } })
})

test('indexes are built anew while the store is open', async () => {
  const { code, json, said } = await type('reindex tax pricing')
  assert.equal(code, 0)
  assert.ok(
    json.tables.includes('pricing.price') &&
      json.tables.every((name: string) => /^(tax|pricing)\./.test(name)),
  )
  assert.match(said, /pricing\.price/)
})

test('a backup is written once, and restored into another database it proves itself', async () => {
  const file = join(config.dataDir, 'shop.backup')
  const written = await type(`backup ${file}`)
  assert.equal(written.code, 0)
  assert.ok(written.json.rows > 1_000 && existsSync(file))
  assert.equal((await type(`backup ${file}`)).code, 2, 'nothing is written over')
  assert.equal((await type(`restore ${file}`)).code, 2, 'nor is a store')

  const empty = await testDatabase([])
  const dataDir = join(config.dataDir, 'restored')
  const restored = await type(`restore ${file}`, { config: { databaseUrl: empty.url, dataDir } })
  assert.equal(restored.code, 0, restored.said)
  const { ok, rows, files, invariantsHold, brokenFiles } = restored.json
  assert.deepEqual(
    { ok, rows, files, invariantsHold, brokenFiles },
    { ok: true, rows: written.json.rows, files: written.json.files, invariantsHold: true, brokenFiles: 0 },
  )
  let count = 0
  for await (const _ of diskStorage(join(dataDir, 'files')).list('')) count++
  assert.equal(count, files)
  await empty.drop()
})

test('the doctor finds a well store well, and says of a sick one what to do', async () => {
  const port = 20_000 + (process.pid % 20_000)
  const well = await type('doctor', { config: { port } })
  assert.equal(well.code, 0, well.out)
  const names = well.json.findings.map((finding: { check: string }) => finding.check)
  for (const check of [
    'node',
    'data folder',
    'disk',
    'port',
    'database',
    'migrations',
    'mail',
    'payments',
    'transport',
    'invariants',
    'jobs',
  ])
    assert.ok(names.includes(check), check)

  await app.pool.query(
    `update inventory.level set on_hand = on_hand + 5 where item_id = (select min(item_id::text)::uuid from inventory.level)`,
    [],
  )
  const sick = await type('doctor', {
    config: {
      port,
      mode: 'production',
      publicUrl: 'http://shop.example',
      smtpUrl: 'smtp://127.0.0.1:1',
      adapters: {},
    },
  })
  assert.equal(sick.code, 1)
  const advice = new Map<string, string>(
    sick.json.findings.map((finding: { check: string; state: string; advice: string }) => [
      finding.check,
      `${finding.state}: ${finding.advice}`,
    ]),
  )
  assert.match(advice.get('mail')!, /^wrong: .*SMTP_URL/)
  assert.match(advice.get('payments')!, /^wrong: .*PAYMENTS_PROVIDERS/)
  assert.match(advice.get('transport')!, /^warn: .*https/)
  assert.match(advice.get('invariants')!, /^wrong: .*reconcile stock --repair/)
  await type('reconcile stock --repair')
})

test('the doctor tells of a database that is away, and of a store that was never made, and makes nothing', async () => {
  const nowhere = new URL(config.databaseUrl!)
  nowhere.pathname = '/nowhere'
  const away = await type('doctor', { config: { databaseUrl: nowhere.href, port: 20_001 } })
  assert.equal(away.code, 1)
  assert.match(JSON.stringify(away.json.findings), /nowhere.*does not exist/)
  const dataDir = join(config.dataDir, 'new')
  const none = await type('doctor', { config: { databaseUrl: null, dataDir, port: 20_001 } })
  assert.match(JSON.stringify(none.json.findings), /no store here yet.*npm start/)
  assert.ok(!existsSync(dataDir))
  rmSync(dataDir, { recursive: true, force: true })
})

test('made-up goods are not for production', async () => {
  const { code, said } = await type('seed 10k', { config: { mode: 'production' } })
  assert.equal(code, 2)
  assert.match(said, /demo mode only/)
})
