/** The supervisor against real PostgreSQL, real signals and real folders; what needs root says so. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { accountFor } from './account.ts'
import { type Cluster, type ClusterOptions, openCluster, removeCluster } from './cluster.ts'
import { isRunning } from './process.ts'

const root = process.geteuid?.() === 0
const onlyRoot = root ? false : 'needs root'
const workshop = mkdtempSync('/tmp/quayside-cluster-')
chmodSync(workshop, 0o755)
const opened: Cluster[] = []
let folders = 0

after(async () => {
  for (const cluster of opened) await cluster.stop().catch(() => {})
  rmSync(workshop, { recursive: true, force: true })
})

const newFolder = () => join(workshop, String(++folders), 'data')

async function open(dataDir: string, options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await openCluster({ dataDir, durable: false, ...options })
  opened.push(cluster)
  return cluster
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the question fails as well
  await client.connect()
  try {
    return ((await client.query({ text: sql, rowMode: 'array' })).rows as unknown[][]).flat()
  } finally {
    await client.end()
  }
}

/** Another process that opens the cluster, says what it got, and lives on. */
async function neighbour(dataDir: string): Promise<{ child: ChildProcess; pid: number; adopted: boolean }> {
  const code = `import { openCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))}
    const { pid, adopted } = await openCluster({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
    console.log(JSON.stringify({ pid, adopted }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, ...(JSON.parse(said.toString()) as { pid: number; adopted: boolean }) }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a first start makes the database, a second adopts it, and the last to leave stops it', async () => {
  const dataDir = newFolder()
  const first = await open(dataDir)
  assert.equal(first.adopted, false)
  assert.deepEqual(
    await ask(first.url, `select current_database(), current_user, current_setting('server_encoding')`),
    ['quayside', 'quayside', 'UTF8'],
  )
  assert.deepEqual(await ask(first.url, `show listen_addresses`), [''])
  assert.equal(statSync(dataDir).mode & 0o777, 0o700)

  const second = await open(dataDir)
  assert.deepEqual([second.adopted, second.pid, second.url], [true, first.pid, first.url])
  await first.stop()
  assert.deepEqual(await ask(second.url, 'select 1'), [1])
  await second.stop()
  assert.equal(isRunning(second.pid), false)

  const again = await open(dataDir)
  assert.equal(again.adopted, false)
  await again.stop()
})

test('a killed server is back within a second, with its rows, at the same address', async () => {
  const cluster = await open(newFolder(), { durable: true })
  await ask(cluster.url, 'create table kept as select generate_series(1, 1000) as n')
  const busy = ask(cluster.url, 'select count(*) from generate_series(1, 1e12)').catch(
    (error: Error) => error,
  )
  const isBusy = `select count(*)::int from pg_stat_activity where query like '%1e12%' and pid <> pg_backend_pid()`
  while (!(await ask(cluster.url, isBusy))[0]) await sleep(10)
  const killed = cluster.pid
  process.kill(killed, 'SIGKILL')
  const since = performance.now()
  while (cluster.pid === killed) {
    assert.ok(performance.now() - since < 3000, 'not back after 3 s') // a second, on a machine that is not busy
    await sleep(20)
  }
  const [count] = await ask(cluster.url, 'select count(*)::int from kept')
  assert.equal(count, 1000)
  assert.ok((await busy) instanceof Error, 'the query in progress ended')
  await cluster.stop()
})

test('a server whose socket was cleaned away is replaced by one that lets people in', async () => {
  const cluster = await open(newFolder())
  const socketDir = new URL(cluster.url).searchParams.get('host') ?? ''
  const before = cluster.pid
  rmSync(socketDir, { recursive: true })
  while (cluster.pid === before) await sleep(20)
  assert.deepEqual(await ask(cluster.url, 'select 1'), [1])
  await cluster.stop()
})

test('starts that race end with one server', async () => {
  const dataDir = newFolder()
  const all = await Promise.all([1, 2, 3, 4].map(() => neighbour(dataDir)))
  assert.equal(new Set(all.map(({ pid }) => pid)).size, 1)
  assert.equal(all.filter(({ adopted }) => !adopted).length, 1)

  // Killed without a word, they leave a running server, which the next one adopts and may stop.
  assert.equal(await removeCluster({ dataDir }), false)
  await Promise.all(all.map(({ child }) => kill(child)))
  const next = await open(dataDir)
  assert.equal(next.adopted, true)
  await next.stop()
  assert.equal(isRunning(next.pid), false)
  assert.equal(await removeCluster({ dataDir }), true)
  assert.equal(existsSync(dataDir), false)
})

test(
  'a start lock, a pid file and a half-made folder of the dead stop nobody',
  { skip: process.platform !== 'linux' && 'needs /proc' },
  async (t) => {
    const dataDir = newFolder()
    mkdirSync(`${dataDir}.new/base`, { recursive: true })
    const dead = spawn('true')
    await once(dead, 'exit')
    writeFileSync(`${dataDir}.lock`, `${dead.pid} 1 0.5`)
    await (await open(dataDir)).stop()
    assert.equal(existsSync(`${dataDir}.new`), false)

    // A shell that became `sleep` never collects its first child: a zombie of the account that runs PostgreSQL.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
      ...accountFor(dataDir),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    t.after(() => parent.kill('SIGKILL'))
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const zombie = Number(said.toString())
    while (!readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z ')) await sleep(10)
    assert.equal(isRunning(zombie), false)
    for (const pid of [zombie, parent.pid]) {
      writeFileSync(join(dataDir, 'postmaster.pid'), `${pid}\n${dataDir}\n0\n5432\n/tmp\n\n\nready   \n`)
      const cluster = await open(dataDir)
      assert.equal(cluster.adopted, false)
      await cluster.stop()
    }
  },
)

test('a folder of another version, or with other things in it, is refused with advice', async () => {
  const old = newFolder()
  mkdirSync(old, { recursive: true })
  writeFileSync(join(old, 'PG_VERSION'), '17\n')
  await assert.rejects(
    open(old),
    /made by PostgreSQL 17; this Quayside brings PostgreSQL 18\. Move the folder away/,
  )
  const photos = newFolder()
  mkdirSync(photos, { recursive: true })
  writeFileSync(join(photos, 'holiday.jpg'), '')
  await assert.rejects(open(photos), /is not empty, and holds no database/)
  assert.ok(existsSync(join(photos, 'holiday.jpg')))
})

test('on loopback a password guards it, and the address stays the same', async () => {
  const dataDir = newFolder()
  const cluster = await open(dataDir, { loopback: true })
  assert.deepEqual(await ask(cluster.url, 'select 1'), [1])
  const stranger = new URL(cluster.url)
  stranger.password = 'guess'
  await assert.rejects(ask(stranger.href, 'select 1'), { code: '28P01' })
  await cluster.stop()
  const again = await open(dataDir, { loopback: true })
  assert.equal(again.url, cluster.url)
  await again.stop()
})

test(
  'data in a private home of root is lodged where the account reaches it, and found again',
  { skip: onlyRoot },
  async () => {
    const dataDir = newFolder()
    const home = join(dataDir, '..', '..', String(folders))
    mkdirSync(home, { mode: 0o700 })
    const said: string[] = []
    const cluster = await open(dataDir, { log: (line) => said.push(line) })
    const place = realpathSync(dataDir)
    try {
      assert.ok(lstatSync(dataDir).isSymbolicLink())
      assert.match(said.join('\n'), /cannot reach .*its data lies in \/var\/lib\/quayside\/data-/)
      await ask(cluster.url, 'create table kept ()')
      await cluster.stop()
      const again = await open(dataDir)
      assert.deepEqual(await ask(again.url, 'select count(*)::int from kept'), [0])
      await again.stop()
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
    await assert.rejects(open(dataDir), /points to a place that is gone/)
  },
)
