/** What takes long is done beside the event loop: in the thread pool, in a process of its own, in PostgreSQL. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import { hashPassword } from '../modules/identity/password.ts'
import { startPictureProcess } from '../modules/media/picture-process.ts'

const server = join(import.meta.dirname, '..')
/** Of crypto, zlib and child processes: each would stand still for everybody. */
const HEAVY =
  /\b(argon2|scrypt|pbkdf2|generateKeyPair|gzip|gunzip|deflate|inflate|unzip|brotliCompress|brotliDecompress|zstdCompress|zstdDecompress|exec|execFile|spawn)Sync\b/
const ASIDE = [
  /\.test\.ts$/,
  /^(testing|proof|demo\/pictures)\//,
  /^adapters\/embedded-postgres\/process\.ts$/, // at the start, on Windows: one look at the list of processes
]

const sources = globSync('**/*.ts', { cwd: server, exclude: (name) => name === 'node_modules' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !ASIDE.some((pattern) => pattern.test(path)))

test('nothing of the server waits for the processor', () => {
  assert.ok(sources.length > 300)
  const found = sources.filter((path) => HEAVY.test(readFileSync(join(server, path), 'utf8')))
  assert.deepEqual(found, [])
})

test('pictures are opened in the process that is for them', () => {
  const loading = (what: RegExp) =>
    sources.filter((path) => what.test(readFileSync(join(server, path), 'utf8')))
  const [drawing, script] = ['modules/media/draw-card.ts', 'modules/media/picture-child.ts']
  assert.deepEqual(loading(/from 'sharp'|import\('sharp'\)/), [drawing, script])
  assert.deepEqual(loading(/draw-card/), [script])
  assert.deepEqual(loading(/from '[^']*picture-child/), [])
})

const TICK = 5 // ms

/** How often the event loop came round, beside how often it would have with nothing to do. */
async function free(work: () => Promise<unknown>): Promise<number> {
  let ticks = 0
  const timer = setInterval(() => ticks++, TICK)
  const began = performance.now()
  await work()
  clearInterval(timer)
  return ticks / ((performance.now() - began) / TICK)
}

test('while passwords are hashed and pictures made, the event loop is free', async () => {
  await hashPassword('the first one loads what it needs')
  const hashing = await free(() =>
    Promise.all(Array.from({ length: 12 }, (_, n) => hashPassword(`a long password, number ${n}`))),
  )
  assert.ok(hashing > 0.2, `free for ${hashing} of the time of 12 hashes`)

  const photo = readFileSync(join(server, 'demo/pictures/masters/logbook.webp'))
  const pictures = startPictureProcess()
  try {
    const drawing = await free(() => pictures.copies(photo, 'image/avif', [320, 640, 800]))
    assert.ok(drawing > 0.2, `free for ${drawing} of the time of a picture`)
  } finally {
    await pictures.end()
  }
})
