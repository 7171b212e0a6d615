/** A merchant's day by the command line alone, as docs/merchants-day.md tells it. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { after, test } from 'node:test'
import { openDemoShop } from '#testing/demo-shop.ts'
import { storeFile } from '../modules/media/index.ts'
import { runCli } from '../surfaces/cli.ts'
import { asStore } from './command.ts'
import { commands, runCommand } from './index.ts'

const shop = await openDemoShop()
const { config, app } = shop
after(() => shop.close())

/** Types `npm run quayside -- …` and reads the answer. */
async function quayside(...argv: string[]) {
  const terminal = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() }
  const command = commands.find(({ name }) => name === argv[0])
  const code = command
    ? await runCommand(command, argv.slice(1), () => config, terminal)
    : await runCli(app, argv, terminal)
  const [out, said] = [terminal.stdout, terminal.stderr].map((stream) => String(stream.read() ?? ''))
  return { code, said: said!, json: out ? JSON.parse(out) : null }
}

async function done(...argv: string[]) {
  const { code, said, json } = await quayside(...argv)
  assert.equal(code, 0, `${argv.join(' ')}: ${said} ${JSON.stringify(json)}`)
  return json
}
const ask = (operation: string, input: object) => done(operation, JSON.stringify(input))

function file(name: string, ...lines: string[]): string {
  const path = join(config.dataDir, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

test('a merchant’s day by the command line alone', async () => {
  const cups = file(
    'cups.csv',
    'Article,product,name.en,taxCategory,state',
    'CUP-1,tall-cup,Tall cup,standard,published',
    'CUP-2,flat-cup,Flat cup,standard,published',
  )
  const checked = await done('import', 'products', cups, '--map', 'Article=sku')
  assert.deepEqual([checked.dryRun, checked.rowsCreated], [true, 2])
  assert.deepEqual((await ask('catalog.products.list', { q: 'Tall cup' })).items, [])
  const written = await done('import', 'products', cups, '--map', 'Article=sku', '--write')
  assert.deepEqual([written.dryRun, written.rowsCreated], [false, 2])
  const [place] = (await done('inventory.locations.list')).items
  await done(
    'import',
    'prices',
    file('prices.csv', 'sku,currency,amount', 'CUP-1,EUR,18', 'CUP-2,EUR,16.50'),
    '--write',
  )
  await done(
    'import',
    'stock',
    file('stock.csv', 'sku,location,onHand', `CUP-1,${place.key},40`, `CUP-2,${place.key},25`),
    '--write',
  )

  const { id: pictureId } = await shop.app.inTransaction(asStore, (ctx) =>
    storeFile(ctx, {
      name: 'tall.png',
      type: 'image/png',
      body: Buffer.from('a picture'),
      visibility: 'public',
      width: 40,
      height: 30,
    }),
  )
  const pictures = await done(
    'import',
    'pictures',
    file('pictures.csv', 'product,picture,alt.en', `tall-cup,${pictureId},A tall cup`),
    '--write',
  )
  assert.equal(pictures.rowsCreated, 1)
  const set = ['product,name.en,taxCategory,state,sku', 'two-cups,Two cups,standard,published,CUPS']
  await done('import', 'products', file('set.csv', ...set), '--write')
  await done(
    'import',
    'bundles',
    file(
      'bundles.csv',
      'bundle,price,reductionBasisPoints,part,quantity',
      'CUPS,sum,1000,CUP-1,1',
      'CUPS,,,CUP-2,1',
    ),
    '--write',
  )
  const [both] = (await ask('catalog.products.list', { q: 'Two cups' })).items
  const { variants: sets } = await ask('catalog.products.get', { productId: both.id })
  const bundle = await ask('catalog.bundles.get', { variantId: sets[0].id })
  assert.deepEqual(
    bundle.parts.map(({ sku }: { sku: string }) => sku),
    ['CUP-1', 'CUP-2'],
  )

  const { id: groupId } = await ask('customers.groups.create', { key: 'day-regulars', name: 'Regulars' })
  await done(
    'import',
    'customers',
    file('customers.csv', 'email,name,groups', 'dora@example.com,Dora,day-regulars'),
    '--write',
  )
  const now = app.clock().getTime()
  const day = (count: number) => new Date(now + count * 86_400_000).toISOString()
  await ask('pricing.lists.create', {
    key: 'week-48',
    name: 'Week 48',
    priority: 50,
    groupIds: [groupId],
    startsAt: day(7),
    endsAt: day(14),
  })
  await done(
    'import',
    'prices',
    file('sale.csv', 'sku,list,currency,amount', 'CUP-1,week-48,EUR,14.90'),
    '--write',
  )

  const [tall] = (await ask('catalog.products.list', { q: 'Tall cup' })).items
  const pinned = await ask('browse.placements.set', { q: 'cup', pinned: [tall.id], buried: [] })
  assert.equal(pinned.pinned.length, 1)

  const { variants } = await ask('catalog.products.get', { productId: tall.id })
  const variantId = variants[0].id as string
  const moved = await ask('inventory.stock.adjust', {
    variantId,
    locationId: place.id,
    delta: -2,
    reason: 'damaged',
  })
  assert.equal(moved.onHand, 38)

  const [dora] = (await ask('customers.list', { q: 'dora@example.com' })).items
  const why = (more: object) => ask('pricing.prices.why', { variantId, currency: 'EUR', ...more })
  const outcomeOf = ({ steps }: { steps: { key: string; outcome: string }[] }) =>
    steps.find(({ key }) => key === 'week-48')!.outcome
  const inSale = await why({ customerId: dora.id, at: day(8) })
  assert.deepEqual([inSale.price.amount, outcomeOf(inSale)], [1490, 'won'])
  const today = await why({ customerId: dora.id })
  assert.deepEqual([today.price.amount, outcomeOf(today)], [1800, 'later'])
  const stranger = await why({ at: day(8) })
  assert.deepEqual([stranger.price.amount, outcomeOf(stranger)], [1800, 'other_group'])

  const goods = join(config.dataDir, 'goods.csv')
  await done('export', 'prices', goods, '--narrow', 'list=week-48')
  assert.equal(readFileSync(goods, 'utf8').split('\r\n')[1], 'CUP-1,week-48,EUR,1,14.90,')
})

test('a file with faults is told by row and column, with exit code 1', async () => {
  const wrong = file('wrong.csv', 'product,name.en,taxCategory', 'plate,Plate,nowhere', 'dish,Dish,standard')
  const { code, json } = await quayside('import', 'products', wrong, '--write')
  assert.deepEqual([code, json.ok, json.rowsCreated, json.rowsFaulty], [1, false, 1, 1])
  assert.deepEqual(
    json.faults.map((each: { line: number; column: string }) => `${each.line} ${each.column}`),
    ['2 taxCategory'],
  )
})
