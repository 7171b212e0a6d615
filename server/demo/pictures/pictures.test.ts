/** The masters are what the code draws, in the right size, and no more than the shop needs. */
import assert from 'node:assert/strict'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { test } from 'node:test'
import sharp from 'sharp'
import { products, scenes } from '../catalogue/index.ts'
import { fingerprint } from './draw.ts'
import { gallery } from './gallery.ts'
import { letters } from './lettering.ts'

const MASTERS = new URL('./masters/', import.meta.url)
const KILOBYTE = 1024
const ledgerOf = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(name, MASTERS), 'utf8'))
const files = readdirSync(MASTERS).filter((file) => file.endsWith('.webp'))
const shown = [...products.flatMap((product) => product.picture), ...scenes].map((picture) => picture.key)

test('each master is drawn or rendered, and each drawing is shown, once', () => {
  const drawn = gallery.map(({ key }) => key)
  const rendered = Object.keys(ledgerOf('rendered.json'))
  assert.equal(new Set(drawn).size, drawn.length)
  assert.deepEqual(
    drawn.filter((key) => !shown.includes(key)),
    [],
  )
  assert.deepEqual(files.sort(), [...drawn, ...rendered].map((key) => `${key}.webp`).sort())
})

test('every master is what its drawing code draws today', () => {
  const ledger = ledgerOf('drawn.json')
  const stale = gallery.flatMap(({ key, draw }) => {
    const svg = draw()
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/, `${key} holds a number that is not one`)
    return ledger[key] === fingerprint(svg) ? [] : [key]
  })
  assert.deepEqual(stale, [], 'run: node server/demo/pictures/draw.ts')
})

test('drawing twice gives the same bytes', () => {
  for (const { key, draw } of gallery.filter((_, index) => index % 20 === 0))
    assert.equal(draw(), draw(), key)
})

test('drawn products are 1000 x 1250, drawn scenes 1600 x 900', async () => {
  for (const { key } of gallery) {
    const path = new URL(`${key}.webp`, MASTERS).pathname
    const { width, height, format } = await sharp(path).metadata()
    const expected = key.startsWith('scene-') ? [1600, 900] : [1000, 1250]
    assert.deepEqual([width, height], expected, key)
    assert.equal(format, 'webp')
    const size = statSync(path).size
    assert.ok(size > 5 * KILOBYTE && size < 70 * KILOBYTE, `${key} has ${Math.round(size / KILOBYTE)} KB`)
  }
})

test('a letter that was never drawn is refused by name', () => {
  assert.throws(() => letters('ZEBRA', 10), /no letter "Z"/)
})
