import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestDatabase } from '#testing/database.ts'
import { add, BOB, kitApp, kitDatabase, STORE, until } from '#testing/kit.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { newId } from './id.ts'

let database: TestDatabase
let app: ReturnType<typeof kitApp>
let heard: string[] = []
let hangUp: () => void
before(async () => {
  database = await kitDatabase()
  app = kitApp({ url: database.url })
  app.tail.start()
})
after(async () => {
  await app.close()
  await database.drop()
})
beforeEach(() => {
  hangUp?.()
  heard = []
  hangUp = app.tail.subscribe((event) => heard.push(event.id))
})

const pin = (text = 'milk') => app.invoke(add, { text }, { actor: BOB })
const write = (client: pg.Client, id: string, name = 'notes.changed') =>
  client.query(
    `insert into kit.event (id, store_id, name, payload, actor, trace_id, at) values ($1, $2, $3, '{}', 'test', 'test', now())`,
    [id, STORE, name],
  )

async function withClients<T>(count: number, work: (clients: pg.Client[]) => Promise<T>): Promise<T> {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: database.url }))
  await Promise.all(clients.map((client) => client.connect()))
  try {
    return await work(clients)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

test('a listener hears of a commit at once, with store, name and payload', async () => {
  const first = await pin()
  await until(() => heard.length > 0) // the tail has found its place
  const events: unknown[] = []
  const stop = app.tail.subscribe((event) => events.push([event.storeId, event.name, event.payload.ids]))
  const began = performance.now()
  const second = await pin()
  await until(() => events.length > 0)
  assert.ok(performance.now() - began < 300, 'sooner than the next look')
  assert.deepEqual(events, [[STORE, 'notes.changed', [second.id]]])
  assert.notEqual(first.id, second.id)
  stop()
})

test('a transaction that commits late is not skipped', async () => {
  await withClients(2, async ([early, late]) => {
    const [first, second] = [newId(), newId()]
    await early!.query('begin')
    await write(early!, first)
    await write(late!, second)
    app.tail.poke()
    await sleep(100)
    assert.ok(!heard.includes(second), 'what came after it waits for it')
    await early!.query('commit')
    app.tail.poke()
    await until(() => heard.length === 2)
    assert.deepEqual(heard, [first, second])
  })
})

test('whatever the order of commits, each event is heard once and none is missed', async () => {
  console.log(`SEED=${seed}`)
  const random = randomFrom(seed)
  const written: string[] = []
  await withClients(6, (clients) =>
    Promise.all(
      clients.map(async (client) => {
        for (let i = 0; i < 15; i++) {
          const id = newId()
          await client.query('begin')
          await write(client, id)
          await sleep(random() * 20)
          if (random() < 0.2) await client.query('rollback')
          else await client.query('commit').then(() => written.push(id))
          app.tail.poke()
        }
      }),
    ),
  )
  await until(() => heard.length >= written.length)
  await sleep(50)
  assert.deepEqual(heard.toSorted(), written.toSorted())
})

test('a listener gets only the names it asked for, and nothing after it has hung up', async () => {
  const names: string[] = []
  const stop = app.tail.subscribe((event) => names.push(event.name), { names: ['notes.other'] })
  await withClients(1, async ([client]) => {
    await write(client!, newId())
    await write(client!, newId(), 'notes.other')
    app.tail.poke()
    await until(() => names.length === 1 && heard.length === 2)
    stop()
    await write(client!, newId(), 'notes.other')
    app.tail.poke()
    await until(() => heard.length === 3)
  })
  assert.deepEqual(names, ['notes.other'])
})

test('a listener that fails does not cost the others their event', async () => {
  const stop = app.tail.subscribe(() => {
    throw new Error('a bug')
  })
  await pin()
  await pin()
  await until(() => heard.length === 2)
  stop()
})

test('after its connections were cut it goes on where it was', async () => {
  await pin()
  await until(() => heard.length === 1)
  await withClients(1, async ([client]) => {
    await client!.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await write(client!, newId())
    await write(client!, newId())
  })
  await until(() => heard.length === 3)
})
