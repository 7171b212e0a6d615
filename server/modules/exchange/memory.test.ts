/** A file is read as it is written, chunk by chunk: seven times the rows take no more memory. */
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { App } from '#kit/app.ts'
import { defineModule } from '#kit/module.ts'
import type { Resource } from '#kit/resource.ts'
import { Text, Type } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { FORMATS } from './formats/formats.ts'
import type { FileFormat } from './run.ts'
import { get } from './runs/get.ts'
import { exchangeOf } from './testing.ts'
import { doRun } from './work.ts'

const shop = await openShop()
after(() => shop.close())
const { begin } = exchangeOf(shop)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** The larger file has 6 MB. */
const [FEW, MANY, MORE_MB] = [1_500, 10_500, 3]
const WORDS = 'Thrown by hand, glazed twice and fired at 1,240 degrees. '.repeat(10)

/** Notes what is reachable, in MB, at the third chunk and each sixth from there. */
function watched(seen: number[]): Resource {
  let chunks = 0
  return {
    name: 'products',
    summary: 'Rows that nobody keeps',
    permissions: { read: 'products.read', write: 'products.write' },
    key: ['sku'],
    narrow: Type.Object({}),
    columns: async () => [
      { name: 'sku', shape: Text(20), required: true },
      { name: 'words', shape: Text(1_000) },
    ],
    page: async () => ({ rows: [], next: null }),
    find: async () => [],
    check: async () => [],
    write: async () => {
      if (++chunks % 6 !== 3) return
      // Buffers are given back while the program goes on; a second time waits for that.
      collect()
      collect()
      const { heapUsed, external } = process.memoryUsage()
      seen.push((heapUsed + external) / 1024 / 1024)
    },
  }
}

function fileOf(format: FileFormat, count: number): Promise<Buffer> {
  const rows = function* () {
    for (let n = 0; n < count; n++) yield [`SKU-${n}`, `${WORDS}${n}`]
  }
  return buffer(FORMATS[format].write(['sku', 'words'], Readable.from(rows())))
}

async function mostMb(format: FileFormat, count: number): Promise<number> {
  const seen: number[] = []
  const app: App = { ...shop.app, modules: [defineModule({ name: 'watched', resources: [watched(seen)] })] }
  const { id } = await begin('products', await fileOf(format, count), { format })
  await doRun(app, shop.storeId, id, new AbortController().signal)
  assert.equal((await shop.bob.call(get, { runId: id })).rowsCreated, count)
  return Math.max(...seen)
}

await mostMb('csv', FEW) // What is made once is there from here on.

for (const format of ['csv', 'json', 'jsonl', 'xlsx'] as const)
  test(`seven times the rows take no more memory: ${format}`, async () => {
    const [few, many] = [await mostMb(format, FEW), await mostMb(format, MANY)]
    assert.ok(many < few + MORE_MB, `${few.toFixed(1)} MB for ${FEW} rows, ${many.toFixed(1)} MB for ${MANY}`)
  })
