import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openCluster, type Cluster } from '../adapters/embedded-postgres/cluster.ts'
import { add, BOB, kitApp, makeNotes, until } from '#testing/kit.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { createDispatcher } from './dispatcher.ts'
import { isFailure } from './failure.ts'
import { migrate } from './migrate.ts'
import { startWorker } from './worker.ts'

/** A cluster of its own, because it is killed. */
const folder = mkdtempSync(join(tmpdir(), 'quayside-queue-test-'))
chmodSync(folder, 0o755) // started as root, the database runs as another account and must reach it
let cluster: Cluster
let app: ReturnType<typeof kitApp>
before(async () => {
  cluster = await openCluster({ dataDir: join(folder, 'data') })
  await migrate(cluster.url, [{ module: 'kit', folder: join(import.meta.dirname, 'migrations') }])
  await makeNotes(cluster.url)
  app = kitApp({ url: cluster.url })
})
after(async () => {
  await app.close()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('PostgreSQL killed twice under work: every event has its reaction, once, and nothing stops', async (t) => {
  console.log(`SEED=${seed}`)
  const random = randomFrom(seed)
  let writing = true
  const worker = await startWorker(app, { beat: { everyMs: 300, deadAfterMs: 12_000, neighbours: true } })
  const dispatcher = createDispatcher(app)
  dispatcher.start()
  t.after(async () => {
    writing = false
    await dispatcher.stop()
    await worker.stop()
  })

  const pinned: string[] = []
  const writer = async (name: number) => {
    for (let i = 0; writing; i++) {
      const idempotencyKey = `${name}:${i}`
      // Tries until it knows: the answer to a commit may be lost while its work is done.
      for (;;) {
        const note = await app
          .invoke(add, { text: 'milk' }, { actor: BOB, idempotencyKey })
          .catch((error: unknown) => {
            if (!isFailure(error) || !['unavailable', 'idempotency_in_progress'].includes(error.code))
              throw error
          })
        if (note) {
          pinned.push(note.id)
          break
        }
        await sleep(20)
      }
      await sleep(random() * 10)
    }
  }
  const writers = [1, 2, 3].map(writer)
  for (let kill = 0; kill < 2; kill++) {
    const pid = await until(() => cluster.pid)
    await sleep(200 + random() * 300)
    process.kill(pid, 'SIGKILL')
    await until(() => cluster.pid !== pid, 10_000)
  }
  await sleep(200)
  writing = false
  await Promise.all(writers)

  const count = async (text: string) =>
    (await app.pool.query<{ n: number }>(`select count(*) as n from ${text}`, []))[0]!.n
  await until(
    async () => (await count('graphile_worker.jobs')) === 0 && (await count('notes.seen')) >= pinned.length,
    10_000,
  )
  assert.equal(new Set(pinned).size, pinned.length)
  assert.deepEqual(
    await app.pool.query(
      `select n.id, (select count(*) from notes.seen s where s.note_id = n.id) as times from notes.note n
       where (select count(*) from notes.seen s where s.note_id = n.id) <> 1`,
      [],
    ),
    [],
  )
  assert.equal(await count('notes.note'), pinned.length)

  const began = performance.now()
  await app.invoke(add, { text: 'after' }, { actor: BOB })
  await until(async () => (await count('notes.seen')) === pinned.length + 1)
  assert.ok(performance.now() - began < 1_500, 'as quick as before')
})
