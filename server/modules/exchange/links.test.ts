/** What of products names other products: what is shown beside them, and what bundles are made of. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop, type Shop } from '#testing/shop.ts'
import { product as productPage } from '../browse/product.ts'
import { exchangeOf } from './testing.ts'

const shop = await newShop()
after(() => shop.close())
const { bring, fetch, faults } = exchangeOf(shop)

/** A cup, a pot, tea of two kinds, and a set that is none yet. */
async function newShop(): Promise<Shop> {
  const made = await openShop()
  const { bring: into } = exchangeOf(made)
  const names = ['a-set', 'cup', 'pot', 'tea-green', 'tea-black']
  const lines = names.map((name) => `${name},${name},standard,published,${name.toUpperCase()}`)
  await into('products', ['product,name.en,taxCategory,state,sku', ...lines].join('\n'))
  const prices = names.map((name, n) => `${name.toUpperCase()},EUR,${n + 5}`)
  await into('prices', ['sku,currency,amount', ...prices].join('\n'))
  const stock = names.slice(1).map((name) => `${name.toUpperCase()},main,10`)
  await into('stock', ['sku,location,onHand', ...stock].join('\n'))
  return made
}

/** Comes back unchanged, and makes the same file in another shop. */
async function goesRound(resource: string, rows: number): Promise<void> {
  for (const format of ['csv', 'json', 'xlsx'] as const) {
    const file = await fetch(resource, format)
    const again = await bring(resource, file, { format })
    assert.deepEqual([again.rowsSame, again.rowsFaulty, again.failureMessage], [rows, 0, null], format)
    const other = await newShop()
    try {
      const there = exchangeOf(other)
      const run = await there.bring(resource, file, { format })
      assert.deepEqual([run.rowsCreated, await there.faults(run.id)], [rows, []], format)
      assert.deepEqual(await there.fetch(resource, format), file, format)
      await other.invariants()
    } finally {
      await other.close()
    }
  }
}

test('what is shown beside products comes in in its order, and more comes behind it', async () => {
  const run = await bring(
    'related',
    `product,kind,related
cup,accessory,pot
cup,accessory,a-set
cup,,tea-green
pot,alternative,cup
pot,alternative,pot
pot,friend,cup
none,,cup
`,
  )
  assert.deepEqual(await faults(run.id), [
    '5 product held_back',
    '6 related itself',
    '7 kind not_in_list',
    '8 product unknown',
  ])
  assert.deepEqual([run.rowsCreated, run.rowsFaulty], [3, 4])
  const more = await bring('related', 'product,kind,related\ncup,accessory,tea-black\n')
  assert.equal(more.rowsCreated, 1)
  assert.deepEqual(
    String(await fetch('related'))
      .trim()
      .split('\r\n')
      .slice(1),
    ['cup,accessory,pot', 'cup,accessory,a-set', 'cup,accessory,tea-black', 'cup,related,tea-green'],
  )
  await goesRound('related', 4)
  await shop.invariants()
})

test('a bundle comes in with its parts and choices, is sold as one, and is not made of what cannot be in it', async () => {
  const run = await bring(
    'bundles',
    `bundle,price,reductionBasisPoints,choice,choiceName.en,choiceMinimum,choiceMaximum,part,quantity
A-SET,sum,1000,,,,,CUP,2
A-SET,,,,,,,POT,
A-SET,,,1,Tea,1,2,TEA-GREEN,
A-SET,,,1,Tea,1,2,TEA-BLACK,
CUP,own,,,,,,NONE,
POT,own,5,,,,,CUP,
TEA-GREEN,,,1,,1,,CUP,3
`,
  )
  assert.deepEqual(await faults(run.id), [
    '6 part unknown',
    '7 reductionBasisPoints needs_sum',
    '8 choiceName.en required',
    '8 choiceMaximum required',
    '8 quantity not_allowed',
  ])
  assert.deepEqual([run.rowsCreated, run.rowsFaulty], [4, 3])
  const inside = await bring('bundles', 'bundle,part\nTEA-BLACK,A-SET\n')
  assert.deepEqual(await faults(inside.id), ['2 bundle is_part'])
  await shop.settle()
  const page = await shop.guest().call(productPage, { slug: 'a-set' })
  assert.deepEqual([page.variants[0]!.price?.amount !== undefined, page.variants.length], [true, 1])
  await goesRound('bundles', 4)
  const changed = await bring('bundles', 'bundle,part,quantity\nA-SET,CUP,3\n')
  assert.deepEqual([changed.rowsChanged, await faults(changed.id)], [1, []])
  const lines = String(await fetch('bundles'))
    .trim()
    .split('\r\n')
    .slice(1)
  assert.deepEqual(lines, [
    'A-SET,sum,1000,0,,,,CUP,3',
    'A-SET,,,0,,,,POT,1',
    'A-SET,,,1,Tea,1,2,TEA-GREEN,1',
    'A-SET,,,1,Tea,1,2,TEA-BLACK,1',
  ])
  await shop.invariants()
})
