/** Bob's pictures come in from where they lie, and go out so that another shop can have them. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { sql } from 'kysely'
import { openShop, type Shop } from '#testing/shop.ts'
import { update as updateFile } from '../media/files/update.ts'
import { storeFile } from '../media/index.ts'
import { settingsSnapshot } from '../settings/index.ts'
import { get } from './runs/get.ts'
import { exchangeOf } from './testing.ts'
import { doRun } from './work.ts'

const colours = ['#2f6f8f', '#a8512f', '#5f7a4f', '#d9c9a8']
const pictures = new Map<string, Buffer>()
const asked: string[] = []
/** Where Bob's supplier keeps pictures. */
const supplier = createServer((request, response) => {
  asked.push(request.url!)
  const body = pictures.get(request.url!)
  if (!body) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
})
let at = ''
let shop: Shop
let exchange: ReturnType<typeof exchangeOf>

before(async () => {
  for (const [n, background] of colours.entries())
    pictures.set(
      `/cup-${n}.png`,
      await sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    )
  pictures.set('/script.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))
  pictures.set('/cut.png', pictures.get('/cup-0.png')!.subarray(0, 60))
  pictures.set('/%2e%2e%2f..%2Fetc%2fpasswd%00.png', pictures.get('/cup-3.png')!)
  await new Promise<void>((done) => supplier.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(supplier.address() as AddressInfo).port}`
  shop = await newShop()
  exchange = exchangeOf(shop)
})
after(async () => {
  await shop.close()
  supplier.close()
})

/** A shop with a cup in two sizes and a bowl. */
async function newShop(): Promise<Shop> {
  const made = await openShop({ fetchFrom: [new URL(at).host] })
  await made.inside(async (ctx) => {
    await sql`insert into settings.locale (store_id, code, fallback, position) values (${made.storeId}, 'de', 'en', 1)`.execute(
      ctx.db,
    )
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
  })
  const goods = 'product,name.en,taxCategory,sku\ncup,Cup,standard,CUP\nbowl,Bowl,standard,BOWL\n'
  assert.equal((await exchangeOf(made).bring('products', goods)).rowsCreated, 2)
  return made
}

const file = () =>
  `product,sku,picture,alt.en,alt.de,focusX,focusY
cup,,${at}/cup-0.png,A blue cup,Eine blaue Tasse,100,900
cup,CUP,${at}/cup-1.png,"Red, from above",,,
cup,,${at}/cup-2.png,,,,
bowl,,${at}/cup-0.png,A bowl of that blue,,,
`
const stored = async (of: Shop = shop) =>
  (
    await sql<{ n: number }>`select count(*)::int as n from media.file where type like 'image/%'`.execute(
      of.app.pool.db,
    )
  ).rows[0]!.n

test('a dry run fetches nothing', async () => {
  const run = await exchange.bring('pictures', file(), { dryRun: true })
  assert.deepEqual([run.rowsCreated, run.rowsFaulty, asked.length, await stored()], [4, 0, 0, 0])
})

test('pictures are fetched once for each address, with their order, words and focus, and come back as they went out', async () => {
  const run = await exchange.bring('pictures', file())
  assert.deepEqual([run.rowsCreated, run.rowsFaulty, await exchange.faults(run.id)], [4, 0, []])
  assert.deepEqual([asked.length, await stored()], [3, 3])
  for (const format of ['csv', 'json', 'xlsx'] as const) {
    const out = await exchange.fetch('pictures', format)
    const again = await exchange.bring('pictures', out, { format })
    assert.deepEqual([again.rowsSame, again.rowsFaulty, again.failureMessage], [4, 0, null], format)
    const other = await newShop()
    try {
      const there = exchangeOf(other)
      assert.equal((await there.bring('pictures', out, { format })).rowsCreated, 4)
      assert.deepEqual(await there.fetch('pictures', format), out, format)
      await other.invariants()
    } finally {
      await other.close()
    }
  }
  const lines = String(await exchange.fetch('pictures')).split('\r\n')
  assert.deepEqual(lines.slice(0, 3), [
    'product,sku,picture,alt.en,alt.de,focusX,focusY',
    `bowl,,${at}/cup-0.png,A bowl of that blue,,100,900`,
    `cup,,${at}/cup-0.png,A blue cup,Eine blaue Tasse,100,900`,
  ])
  await shop.invariants()
})

test('words and focus change by their columns alone; a picture of the shop is named by its address here or its id', async () => {
  const changed = await exchange.bring('pictures', `product,picture,alt.en\ncup,${at}/cup-2.png,Green\n`)
  assert.deepEqual([changed.rowsChanged, changed.rowsFaulty], [1, 0])
  const { id, key } = await shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'own.png',
      type: 'image/png',
      body: pictures.get('/cup-3.png')!,
      visibility: 'public',
      width: 40,
      height: 30,
    }),
  )
  await shop.bob.call(updateFile, { fileId: id, focus: { xPermille: 5, yPermille: 6 } })
  const own = await exchange.bring('pictures', `product,picture\nbowl,${id}\n`)
  assert.deepEqual([own.rowsCreated, await exchange.faults(own.id)], [1, []])
  const out = String(await exchange.fetch('pictures')).split('\r\n')
  assert.ok(out.some((each) => each.includes(`/files/${key},,,`)))
  for (const name of [id, `/files/${key}`, `${shop.app.config.publicUrl}/files/${key}`]) {
    const again = await exchange.bring('pictures', `product,picture\nbowl,${name}\n`)
    assert.deepEqual([again.rowsSame, await exchange.faults(again.id)], [1, []], name)
  }
  const twice = await exchange.bring('pictures', `product,picture\ncup,${id}\ncup,/files/${key}\n`)
  assert.deepEqual(await exchange.faults(twice.id), ['2 product held_back', '3 picture duplicate'])
})

test('what cannot be fetched is a fault of its row: nothing inside the network is asked, and what is no picture stays out', async () => {
  const before = [asked.length, await stored()]
  const port = Number(new URL(at).port)
  const run = await exchange.bring(
    'pictures',
    [
      'product,sku,picture,focusX',
      `a,,${at}/cup-3.png,`,
      'bowl,,http://169.254.169.254/latest/meta-data,',
      `bowl,,http://localhost:${port}/cup-3.png,`,
      'bowl,,file:///etc/passwd,',
      'bowl,,cup.png,',
      `bowl,,${at}/none.png,`,
      `bowl,,${at}/script.svg,`,
      `bowl,,${at}/cut.png,`,
      `bowl,NONE,${at}/cup-0.png,`,
      `bowl,BOWL,${at}/cup-0.png,5`,
      `bowl,,${shop.storeId},`,
    ].join('\n'),
  )
  assert.deepEqual(await exchange.faults(run.id), [
    '2 product unknown',
    '3 picture not_fetched',
    '4 picture not_fetched',
    '5 picture not_fetched',
    '6 picture not_fetched',
    '7 picture not_fetched',
    '8 picture media.type_refused',
    '9 picture media.picture_unreadable',
    '10 sku unknown',
    '11 focusY required',
    '12 picture unknown',
  ])
  assert.deepEqual(
    [asked.slice(before[0]).toSorted(), await stored()],
    [['/cut.png', '/none.png', '/script.svg'], before[1]],
  )
})

test('a name with a path in it is a name', async () => {
  const address = `${at}/%2e%2e%2f..%2Fetc%2fpasswd%00.png`
  const run = await exchange.bring('pictures', `product,picture\ncup,${address}\n`)
  assert.deepEqual([run.rowsCreated, await exchange.faults(run.id)], [1, []])
  const { rows } = await sql<{ name: string; storage_key: string }>`
    select name, storage_key from media.file where source = ${address}`.execute(shop.app.pool.db)
  assert.equal(rows[0]!.name, '....etcpasswd.png')
  assert.match(rows[0]!.storage_key, /^[0-9a-f-]{36}\/[0-9a-f]{16}\.png$/)
})

test('killed between fetching and writing it goes on, and fetches nothing twice', async () => {
  const other = await newShop()
  try {
    const there = exchangeOf(other)
    const { id } = await there.begin('pictures', file())
    const { signal } = new AbortController()
    const before = asked.length
    for (let step = 2; step < 12; step++) {
      let taken = 0
      const dying = {
        ...other.app,
        inTransaction: ((call, task) =>
          ++taken === step
            ? Promise.reject(new Error('Connection terminated unexpectedly'))
            : other.app.inTransaction(call, task)) as typeof other.app.inTransaction,
      }
      await doRun(dying, other.storeId, id, signal).catch(() => {})
    }
    const done = await there.ended(id)
    assert.deepEqual([done.state, done.rowsCreated, done.rowsFaulty], ['done', 4, 0])
    assert.ok(asked.length - before < 12, 'what was kept is not fetched again')
    assert.equal(await stored(other), 3)
    assert.equal((await other.bob.call(get, { runId: id })).rowsDone, 4)
    await other.invariants()
  } finally {
    await other.close()
  }
})
