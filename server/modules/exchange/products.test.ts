/** Bob brings in his catalogue from files, and takes it out again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop, type Shop } from '#testing/shop.ts'
import { create as createAttribute } from '../catalog/attributes/create.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { create as createOption } from '../catalog/options/create.ts'
import { create as createType } from '../catalog/types/create.ts'
import { create as createChannel } from '../settings/channels/create.ts'
import { product as productPage } from '../browse/product.ts'
import { settingsSnapshot } from '../settings/index.ts'
import { exchangeOf } from './testing.ts'

const shop = await openShop()
after(() => shop.close())
await ground(shop)
const { bring, faults, fetch } = exchangeOf(shop)

/** What products speak of: a category, an option, attributes and a type. */
async function ground({ bob, inside, storeId }: Shop): Promise<void> {
  await inside(async (ctx) => {
    await sql`insert into settings.locale (store_id, code, fallback, position) values (${storeId}, 'de', 'en', 1)`.execute(
      ctx.db,
    )
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
  })
  const en = (name: string) => [{ locale: 'en', name }]
  await bob.call(createCategory, { texts: en('Cups') })
  await bob.call(createChannel, { code: 'outlet', name: 'Outlet' })
  await bob.call(createOption, {
    key: 'size',
    texts: en('Size'),
    values: ['small', 'large'].map((key) => ({ key, texts: en(key) })),
  })
  const attribute = async (key: string, kind: 'text' | 'number' | 'flag' | 'day' | 'choice') =>
    (
      await bob.call(createAttribute, {
        key,
        kind,
        texts: en(key),
        ...(kind === 'choice'
          ? { choices: ['oak', 'ash'].map((each) => ({ key: each, texts: en(each) })) }
          : {}),
      })
    ).id
  const ids = [
    await attribute('height', 'number'),
    await attribute('wood', 'choice'),
    await attribute('made', 'day'),
    await attribute('signed', 'flag'),
    await attribute('maker', 'text'),
  ]
  await bob.call(createType, {
    key: 'cup',
    name: 'Cup',
    attributes: ids.map((attributeId, index) => ({ attributeId, required: index === 0 })),
  })
}

const CUPS = `product;name.en;state;taxCategory;type;categories;options;attribute.height;attribute.wood;attribute.made;attribute.signed;attribute.maker;subtitle.en;description.en;name.de;facts.en;sku;weightGrams;option.size;channels;publishAt;unpublishAt;minQuantity;quantityStep;content.amount;content.unit;content.perAmount;content.perUnit
mug;Mug;published;standard;cup;cups;size;9.5;oak|ash;2026-01-31;yes;"O'Hara; ""potter""";The one;"Two
lines, and '=a formula";Becher;"[{""name"":""Height"",""value"":""9 cm""}]";MUG-S;300;small;;;2026-04-01T00:00:00Z;2;2;250;ml;1;l
mug;;;;;;;;;;;;;;;;MUG-L;400;large;;;;;;;;;
bowl;=Bowl;draft;reduced;;;;;;;;;;;;;BOWL;;;outlet;2026-03-05T08:00:00.5Z;;;;;;;
`

test('a file of products is checked first, and written only when asked', async () => {
  const dry = await bring('products', CUPS, { dryRun: true })
  assert.deepEqual(
    [dry.state, dry.dryRun, dry.rowsCreated, dry.rowsFaulty, dry.failureMessage],
    ['done', true, 3, 0, null],
  )
  assert.deepEqual(await faults(dry.id), [])
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from catalog.product`.execute(shop.app.pool.db))
      .rows[0]!.n
  assert.equal(await count(), 0)
  const done = await bring('products', CUPS)
  assert.deepEqual([done.state, done.rowsCreated, done.rowsDone], ['done', 3, 3])
  const prices = await bring('prices', 'sku,currency,amount\nMUG-S,EUR,12.5\nMUG-L,EUR,15\nBOWL,EUR,20.00\n')
  assert.deepEqual([prices.rowsCreated, prices.failureMessage], [3, null])
  const stock = await bring('stock', 'sku,location,onHand\nMUG-S,main,5\nMUG-L,main,0\nBOWL,main,7\n')
  assert.deepEqual([stock.rowsCreated, stock.failureMessage], [3, null])
  await shop.settle()
  const mug = await shop.guest().call(productPage, { slug: 'mug' })
  assert.deepEqual(
    [mug.name, mug.variants.map(({ sku }) => sku), mug.facts],
    ['Mug', ['MUG-S', 'MUG-L'], [{ name: 'Height', value: '9 cm' }]],
  )
  await shop.invariants()
})

test('what was exported changes nothing when it comes back, in each format', async () => {
  for (const format of ['csv', 'json', 'jsonl', 'xlsx'] as const) {
    const file = await fetch('products', format)
    const again = await bring('products', file, { format })
    assert.deepEqual(
      [again.state, again.rowsSame, again.rowsDone, again.failureMessage, await faults(again.id)],
      ['done', 3, 3, null, []],
      format,
    )
    assert.deepEqual(await fetch('products', format), file, format)
  }
})

test('in an empty store the same file makes the same goods', async () => {
  for (const format of ['csv', 'json', 'xlsx'] as const) {
    const other = await openShop()
    try {
      await ground(other)
      const there = exchangeOf(other)
      const file = await fetch('products', format)
      const done = await there.bring('products', file, { format })
      assert.deepEqual(
        [done.rowsCreated, done.failureMessage, await there.faults(done.id)],
        [3, null, []],
        format,
      )
      assert.deepEqual(await there.fetch('products', format), file, format)
      await other.invariants()
    } finally {
      await other.close()
    }
  }
})

test('a few columns of a few products are enough to change them', async () => {
  const before = String(await fetch('products', 'jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const done = await bring('products', 'Number,Article,Grams\r\nmug,MUG-L,410\r\nmug,MUG-S,300\r\n', {
    mapping: [
      { from: 'Number', to: 'product' },
      { from: 'Article', to: 'sku' },
      { from: 'Grams', to: 'weightGrams' },
    ],
  })
  assert.deepEqual([done.rowsChanged, done.rowsSame, done.failureMessage], [1, 1, null])
  const after = String(await fetch('products', 'jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    after,
    before.map((row) => (row['sku'] === 'MUG-L' ? { ...row, weightGrams: 410 } : row)),
  )
  const renamed = await bring('products', 'product,name.de\nmug,Kanne\n')
  assert.deepEqual([renamed.rowsChanged, renamed.failureMessage], [1, null])
  await shop.invariants()
})

test('each fault is told with its row and column, and holds back only its own product', async () => {
  const run = await bring(
    'products',
    `product,name.en,taxCategory,type,categories,state,options,option.size,sku,weightGrams,attribute.height,facts.en
good,Good,standard,,,,,,GOOD,1,,
bad one,Bad,standard,,,,,,BAD1,1,,
bad-2,,standard,,,,,,BAD2,heavy,,
bad-3,Bad,none,cup,nowhere,published,size,huge,BAD3,1,,
bad-3,,,,,,,small,BAD4,1,,
bad-4,Bad,standard,,,,,,MUG-S,1,9,nonsense
bad-5,Bad,standard,,,,size,small,BAD5,1,,
bad-5,,,,,,,small,BAD6,1,,
bad-6,Bad,standard,,,,,,BAD7,1,,
bad-6,Other,,,,,,,BAD8,1,,
mug,,,,,,,,MUG-X,1,,
`,
  )
  assert.deepEqual([run.state, run.rowsCreated, run.rowsFaulty], ['done', 1, 10])
  assert.deepEqual(await faults(run.id), [
    '3 product format',
    '4 weightGrams type',
    '5 taxCategory unknown',
    '5 categories unknown',
    '5 attribute.height required',
    '5 option.size unknown',
    '6 product held_back',
    '7 attribute.height not_allowed',
    '7 facts.en format',
    '7 sku taken',
    '8 product held_back',
    '9 sku combination_taken',
    '10 product held_back',
    '11 name.en differs',
    '12 option.size required',
  ])
  assert.ok(run.faultsUrl)
  await shop.invariants()
})

test('where, when and by which measure it is sold is checked as in single changes', async () => {
  const run = await bring(
    'products',
    `product,name.en,taxCategory,state,sku,channels,publishAt,unpublishAt,content.amount,content.unit,content.perAmount,content.perUnit
sold-1,Sold,standard,,SOLD1,outlet|nowhere,,,,,,
sold-2,Sold,standard,draft,SOLD2,,2026-03-01T00:00:00Z,,,,,
sold-3,Sold,standard,published,SOLD3,,2026-04-01T00:00:00Z,,,,,
sold-4,Sold,standard,draft,SOLD4,,,2026-04-01T00:00:00Z,,,,
sold-5,Sold,standard,draft,SOLD5,,soon,,,,,
sold-6,Sold,standard,draft,,,2026-04-01T00:00:00Z,,,,,
sold-7,Sold,standard,draft,SOLD7,,,,250,ml,,
sold-8,Sold,standard,draft,SOLD8,,,,250,ml,1,kg
sold-9,Sold,standard,draft,SOLD9,default|outlet,2026-04-01,2026-04-02,250,ml,1,l
`,
  )
  assert.deepEqual(await faults(run.id), [
    '2 channels unknown',
    '3 publishAt too_early',
    '4 publishAt not_allowed',
    '5 unpublishAt not_allowed',
    '6 publishAt format',
    '7 sku required',
    '8 content.perAmount required',
    '9 content.perUnit other_kind',
    '10 channels unknown',
  ])
  const shown = await bring('products', 'product,state\nbowl,published\n')
  assert.deepEqual([shown.rowsChanged, await faults(shown.id)], [1, []])
  const { rows } = await sql<{ at: Date | null }>`
    select p.publish_at as at from catalog.product p join catalog.product_text t on t.product_id = p.id where t.slug = 'bowl'`.execute(
    shop.app.pool.db,
  )
  assert.equal(rows[0]!.at, null, 'what was to be done some day is done')
  await shop.invariants()
})

test('texts that a spreadsheet would run come out guarded, and come back as they were', async () => {
  for (const name of ['=1+1', '+49', '-5', '@sum', "'=quoted", "'plain", '\u00e9=ok']) {
    await bring(
      'products',
      JSON.stringify({ product: 'formula', 'name.en': name, taxCategory: 'standard' }),
      {
        format: 'jsonl',
      },
    )
    const line = String(await fetch('products'))
      .split('\r\n')
      .find((each) => each.startsWith('formula,'))!
    assert.ok(!/,[=+\-@][^,]/.test(line.replace(/"[^"]*"/g, '')), line)
    const again = await bring('products', await fetch('products'))
    assert.deepEqual([again.rowsFaulty, again.rowsChanged, again.rowsCreated], [0, 0, 0], name)
    assert.ok(String(await fetch('products', 'jsonl')).includes(JSON.stringify(name)), name)
  }
})
