/** The rendered masters are what the manifest asks for, in the right size, and small enough to be committed. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { products, scenes } from '../../server/demo/catalogue/index.ts'
import { fingerprint } from './make.ts'
import { shots } from './shots/index.ts'

const MASTERS = join(import.meta.dirname, '../../server/demo/pictures/masters')
const MEGABYTE = 1024 * 1024
const asked = new Map(shots.map((shot) => [shot.key, shot]))
const rendered: Record<string, string> = JSON.parse(readFileSync(join(MASTERS, 'rendered.json'), 'utf8'))

test('each key is asked for once', () => assert.equal(asked.size, shots.length))

test('each rendered master is what its line in the manifest asks for today', () => {
  const stale = Object.keys(rendered).filter((key) => {
    const shot = asked.get(key)
    return !shot || rendered[key] !== fingerprint(shot)
  })
  assert.deepEqual(stale, [], 'run: node tools/pictures/make.ts')
})

test('each master was rendered, and whatever the shop shows is a master', () => {
  const files = readdirSync(MASTERS).filter((file) => file.endsWith('.webp'))
  assert.deepEqual(
    files.sort(),
    Object.keys(rendered)
      .map((key) => `${key}.webp`)
      .sort(),
  )
  const shown = [...products.flatMap(({ picture }) => picture), ...scenes].map(({ key }) => key)
  assert.deepEqual(
    shown.filter((key) => !(key in rendered)),
    [],
  )
})

test('each is as large as its format says, and WebP', async () => {
  for (const key of Object.keys(rendered)) {
    const { width, height, format } = await sharp(join(MASTERS, `${key}.webp`)).metadata()
    assert.deepEqual([width, height, format], [asked.get(key)?.width, asked.get(key)?.height, 'webp'], key)
  }
})

test('a picture that takes over another one’s light comes after it', () => {
  for (const [index, { key, repaints }] of shots.entries()) {
    if (!repaints) continue
    const source = shots.findIndex((shot) => shot.key === repaints)
    assert.ok(source >= 0 && source < index && shots[source]!.keepLight, key)
  }
})

test('all masters together stay under 25 MB', () => {
  const bytes = readdirSync(MASTERS).map((file) => statSync(join(MASTERS, file)).size)
  const sum = bytes.reduce((a, b) => a + b, 0)
  assert.ok(sum < 25 * MEGABYTE, `${(sum / MEGABYTE).toFixed(1)} MB`)
})
