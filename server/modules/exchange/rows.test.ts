/** Prices, stock and customers from files: what goes in comes out, and what is wrong is told by row and column. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { lotOf, tracked } from '#testing/supply.ts'
import { create as createGroup } from '../customers/groups/create.ts'
import { create as createList } from '../pricing/lists/create.ts'
import { list as pastOrders } from '../orders/past/list.ts'
import { set as setCurrencies } from '../settings/currencies/set.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { exchangeOf } from './testing.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const { bring, faults, fetch } = exchangeOf(shop)
const tea = await shop.goods({ name: 'Tea', price: 1000, stock: 10 })
const pot = await shop.goods({ name: 'Pot', price: 4000, stock: 3 })
await bob.call(setCurrencies, { currencies: ['EUR', 'JPY'] })

const sorted = [tea.sku, pot.sku].toSorted()
const comesBack = async (resource: string, rows: number) => {
  for (const format of ['csv', 'xlsx', 'jsonl'] as const) {
    const file = await fetch(resource, format)
    const again = await bring(resource, file, { format })
    assert.deepEqual([again.rowsSame, again.rowsDone, again.failureMessage], [rows, rows, null], format)
    assert.deepEqual(await fetch(resource, format), file)
  }
}

test('prices in lists, currencies and tiers come in as decimals, and go out as they came', async () => {
  await bob.call(createList, { key: 'regulars', name: 'Regulars', priority: 5 })
  const run = await bring(
    'prices',
    `sku\tlist\tcurrency\tminQuantity\tamount\tcompareAt
${tea.sku}\t\tEUR\t\t9.9\t12
${tea.sku}\tbase\tEUR\t12\t9
${tea.sku}\tregulars\tJPY\t1\t1500\t
${tea.sku}\tregulars\tJPY\t2\t1400.5\t
${pot.sku}\tnone\tUSD\t1\t-1\t
${pot.sku}\tbase\tEUR\t1\t40\t40
nothing\tbase\tEUR\t1\t40\t
`,
  )
  assert.deepEqual([run.rowsCreated, run.rowsChanged, run.rowsFaulty, run.failureMessage], [2, 1, 4, null])
  assert.deepEqual(await faults(run.id), [
    '5 amount too_precise',
    '6 list unknown',
    '6 currency unknown',
    '6 amount too_small',
    '7 compareAt too_small',
    '8 sku unknown',
  ])
  const rows = String(await fetch('prices', 'csv', { list: 'base' }))
    .trim()
    .split('\r\n')
  assert.deepEqual(
    rows.slice(1).toSorted(),
    [
      `${tea.sku},base,EUR,1,9.90,12.00`,
      `${tea.sku},base,EUR,12,9.00,`,
      `${pot.sku},base,EUR,1,40.00,`,
    ].toSorted(),
  )
  await comesBack('prices', 4)
  await shop.invariants()
})

test('a count from a file is a movement; what is promised and not there is short', async () => {
  const run = await bring(
    'stock',
    `sku,location,onHand,safetyStock\n${tea.sku},main,25,2\n${pot.sku},main,3,\n${pot.sku},moon,1,\nnothing,main,1,\n${tea.sku},main,-1,\n`,
  )
  assert.deepEqual([run.rowsChanged, run.rowsSame, run.rowsFaulty], [1, 1, 3])
  assert.deepEqual(await faults(run.id), ['4 location unknown', '5 sku unknown', '6 onHand too_small'])
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 25, reserved: 0, available: 23 })
  await shop.inside(async (ctx) => {
    await sql`update inventory.level set reserved = 2 where item_id in (select item_id from inventory.variant_item where variant_id = ${pot.variantId})`.execute(
      ctx.db,
    )
  })
  const low = await bring('stock', `sku,location,onHand\n${pot.sku},main,1\n`)
  assert.deepEqual([low.rowsChanged, await faults(low.id)], [1, []])
  const { rows } = await sql<{ short: number }>`select sum(short)::int as short from inventory.level`.execute(
    shop.app.pool.db,
  )
  assert.equal(rows[0]!.short, 1, 'one that is promised is not there')
  await shop.inside(async (ctx) => {
    await sql`update inventory.level set reserved = 0`.execute(ctx.db)
  })
  await bob.call(adjust, {
    variantId: pot.variantId,
    locationId: shop.locationId,
    delta: 1,
    reason: 'received',
  })
  await comesBack('stock', 2)
  await shop.invariants()
  assert.equal(sorted.length, 2)
})

test('a file does not say of which lots pieces are: of what is told apart it changes limits and no count', async () => {
  const jam = await tracked(shop)
  await lotOf(shop, jam.itemId, 'A', 4)
  const wrong = await bring('stock', `sku,location,onHand\n${jam.sku},main,5\n`)
  assert.deepEqual(await faults(wrong.id), ['2 onHand tracked'])
  const right = await bring('stock', `sku,location,onHand,safetyStock\n${jam.sku},main,4,1\n`)
  assert.deepEqual([right.rowsChanged, right.rowsFaulty], [1, 0])
  assert.deepEqual(await shop.onHand(jam.variantId), { onHand: 4, reserved: 0, available: 3 })
  await shop.invariants()
})

test('customers come with addresses and groups, are invited, and keep what the file does not say', async () => {
  await bob.call(createGroup, { key: 'regulars', name: 'Regulars' })
  const run = await bring(
    'customers',
    `email,name,phone,groups,marketing,address,address.name,address.line1,address.postalCode,address.city,address.country,address.isDefault
Dora@Example.com,Dora,'+4915112345678,regulars,yes,1,Dora,Lane 1,10115,Berlin,DE,true
dora@example.com,,,,,2,Dora's mother,Lane 2,1010,Wien,AT,
eve@example.com,Eve,0151,,,,,,,,,
finn@example.com,Finn,,strangers,,,,,,,,
gus@example.com,Gus,,,,1,Gus,Lane 3,1011,Berlin,DE,
hal@example.com,Hal,,,,3,Hal,Lane 3,10115,Berlin,DE,
ida@example.com,Ida,,,,1,Ida,,10115,Berlin,DE,
`,
  )
  assert.deepEqual([run.rowsCreated, run.rowsFaulty, run.failureMessage], [2, 5, null])
  assert.deepEqual(await faults(run.id), [
    '4 phone format',
    '5 groups unknown',
    '6 address.postalCode postal_code',
    '7 address too_large',
    '8 address.line1 required',
  ])
  const rows = String(await fetch('customers', 'csv', { group: 'regulars' }))
    .trim()
    .split('\r\n')
  assert.deepEqual(rows.slice(1), [
    "dora@example.com,Dora,'+4915112345678,true,regulars,1,Dora,,Lane 1,,10115,Berlin,,DE,,true",
    "dora@example.com,,,,,2,Dora's mother,,Lane 2,,1010,Wien,,AT,,false",
  ])
  const moved = await bring('customers', 'email,address,address.city\ndora@example.com,2,Graz\n')
  assert.deepEqual([moved.rowsChanged, moved.failureMessage], [1, null])
  const grouped = await bring('customers', 'email,groups\nalice@example.com,regulars\n')
  assert.deepEqual([grouped.rowsChanged, grouped.failureMessage], [1, null])
  const count = String(await fetch('customers', 'jsonl'))
    .trim()
    .split('\n').length
  await comesBack('customers', count)
})

test('orders of another shop are kept as they were; those of here go out with them, and no file changes one', async () => {
  const cup = await shop.goods({ name: 'Mug', price: 1500, stock: 10 })
  const here = await paid(shop, shop.alice, { of: cup, quantity: 2 })
  const run = await bring(
    'orders',
    `number,placedAt,state,email,name,country,currency,subtotal,deposit,delivery,discount,taxRelief,tax,total,line,sku,item,quantity,unitPrice
A-17,2019-05-06T07:08:09Z,completed,Dora@example.com,Dora,AT,EUR,25.5,0.5,4.9,0,4.93,0,25.97,1,OLD-1,Old cup,2,10
A-17,,,,,,,,,,,,,,2,OLD-2,Old lid,1,5.5
A-18,2019-05-07T07:08:09Z,completed,eve@example.com,,,JPY,2000,,0,0,,0,2000,1,OLD-3,Bowl,1,1999
A-19,2019-05-08T07:08:09Z,lost,eve@example.com,,,JPY,2000,,0,0,,0,2000,1,OLD-3,Bowl,1,2000
${here.number},2019-05-08T07:08:09Z,completed,eve@example.com,,,JPY,2000,,0,0,,0,2000,1,OLD-3,Bowl,1,2000
`,
  )
  assert.deepEqual([run.rowsCreated, run.rowsFaulty, run.failureMessage], [2, 3, null])
  assert.deepEqual(await faults(run.id), ['4 subtotal sum', '5 state not_in_list', '6 number there'])
  await comesBack('orders', 3)
  const { items } = await bob.call(pastOrders, { email: 'dora@example.com' })
  assert.deepEqual(
    items.map((past) => [
      past.number,
      past.totalAmount,
      past.depositAmount,
      past.taxReliefAmount,
      past.lines.map(({ sku }) => sku),
    ]),
    [['A-17', 2597, 50, 493, ['OLD-1', 'OLD-2']]],
  )
  const other = await openShop()
  try {
    const [file, there] = [await fetch('orders'), exchangeOf(other)]
    assert.equal((await there.bring('orders', file)).rowsCreated, 3)
    assert.deepEqual(await there.fetch('orders'), file)
    await other.invariants()
  } finally {
    await other.close()
  }
  await shop.invariants()
})
