/** Bob moves his shop's files into a bucket while people look at them, is cut off half-way, and goes back to disk. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, test } from 'node:test'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import { silentLog } from '#kit/log.ts'
import { openDemoShop } from '#testing/demo-shop.ts'
import { settingsFor } from '../adapters/s3/twin/testing.ts'
import { openS3Twin } from '../adapters/s3/twin/twin.ts'
import { closeApp, openApp } from '../assemble.ts'
import { openStorages } from '../open-storage.ts'
import { call } from './command.ts'
import { runCommand } from './index.ts'
import { media } from './media.ts'

const twin = await openS3Twin()
const shop = await openDemoShop()
after(async () => {
  await shop.close()
  await twin.close()
})

const writingTo = (to: 's3' | 'disk'): Config => ({
  ...shop.config,
  adapters: { ...shop.config.adapters, ...settingsFor(twin, to) },
})
const { disk } = await openStorages(shop.config, silentLog)
const onDisk = () => Array.fromAsync(disk.list(''))

async function move(to: 's3' | 'disk', config = writingTo(to)) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const terminal = { stdin: Readable.from([]), stdout, stderr }
  const code = await runCommand(media, ['move', '--to', to], () => config, terminal)
  const out = stdout.read() as Buffer | null
  return { code, json: out && JSON.parse(String(out)), said: String((stderr.read() as Buffer | null) ?? '') }
}

/** The same in a process of its own, which can be killed. */
function moveElsewhere() {
  const { databaseUrl, dataDir, secret } = shop.config
  return spawn(process.execPath, ['server/cli.ts', 'media', 'move', '--to', 's3'], {
    env: {
      ...process.env,
      ...settingsFor(twin),
      DATABASE_URL: databaseUrl!,
      DATA_DIR: dataDir,
      SECRET: secret,
    },
    stdio: 'ignore',
  })
}

/** Looks at all files, again and again; answers how often, or throws what was not as it was. */
function look(app: App, files: Map<string, Buffer>) {
  let [looking, looks] = [true, 0]
  const done = (async () => {
    while (looking)
      for (const [key, body] of files) {
        const found = await app.storage.open(key)
        assert.ok(found, `${key} was not there`)
        assert.ok((await buffer(found.stream)).equals(body), `${key} was another`)
        looks++
        if (!looking) break
      }
  })()
  done.catch(() => {}) // told where it is waited for
  return async () => {
    looking = false
    await done
    return looks
  }
}

test('a move that is killed half-way loses nothing, goes on, and nobody sees a file missing', async () => {
  const files = new Map<string, Buffer>()
  for (const key of await onDisk()) files.set(key, await buffer((await disk.open(key))!.stream))
  assert.ok(files.size > 60)
  const app = await openApp(writingTo('s3'), { log: silentLog })
  const stop = look(app, files)

  twin.delayMs = 15
  const child = moveElsewhere()
  while (twin.objects.size < files.size / 3) await sleep(10)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  const left = (await onDisk()).length
  assert.ok(left > 0 && left < files.size, `${left} of ${files.size} were left`)
  twin.delayMs = 0

  // Meanwhile the store goes on: one file comes, another goes that is still to be moved.
  const late = 'private/late.txt'
  await app.storage.put(late, Buffer.from('late'), { type: 'text/plain' })
  const [gone] = await onDisk()
  files.delete(gone!)
  await app.storage.remove(gone!)

  const { code, json, said } = await move('s3')
  assert.deepEqual([code, json.ok, json.broken], [0, true, []])
  assert.match(said, /\d+ files, \d+\.\d\d GB/)
  assert.ok((await stop()) > files.size)
  assert.deepEqual(await onDisk(), [])
  assert.deepEqual([...twin.objects.keys()].sort(), [...files.keys(), late].sort())
  for (const [key, body] of files) assert.ok(twin.objects.get(key)!.body.equals(body), key)
  await app.storage.put(gone!, Buffer.from('again'), { type: 'text/plain' })
  await app.storage.remove(gone!)
  await closeApp(app)
})

test('a copy that is not as it was does not count, and the file stays where it was', async () => {
  const app = await openApp(writingTo('disk'), { log: silentLog })
  const { rows } = await app.pool.pg.query(
    `select storage_key as key from media.file where storage_key = any($1) limit 1`,
    [[...twin.objects.keys()]],
  )
  const { key } = rows[0]
  const whole = twin.objects.get(key)!
  twin.objects.set(key, { ...whole, body: Buffer.from(whole.body).fill(0, 0, 1) })
  const damaged = await move('disk')
  assert.deepEqual([damaged.code, damaged.json.ok, damaged.json.broken], [1, false, [key]])
  assert.deepEqual([...twin.objects.keys()], [key])
  assert.equal(await disk.find(key), null)
  twin.objects.set(key, whole)
  assert.equal((await move('disk')).json.ok, true)
  assert.equal(twin.objects.size, 0)
  assert.equal(
    (await call<{ broken: number }>(app, 'media.reconcile', { verify: true })).broken,
    1,
    'the one that went',
  )
  await closeApp(app)
})

test('it goes nowhere while the store still writes to the old place, or where the bucket cannot be used', async () => {
  assert.match((await move('s3', writingTo('disk'))).said, /Set STORAGE=s3, and start the store anew/)
  const wrong = writingTo('s3')
  const config = { ...wrong, adapters: { ...wrong.adapters, S3_BUCKET: 'other' } }
  const { code, said } = await move('s3', config)
  assert.equal(code, 1)
  assert.match(said, /There is no bucket other there/)
})
