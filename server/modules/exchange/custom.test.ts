/** Fields of a store's own come and go with files: a column for each, by its name. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { field } from '#kit/custom.ts'
import { Day, Flag, Int, OneOf, Text } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { get } from '../catalog/products/get.ts'
import { list } from '../catalog/products/list.ts'
import { list as customers } from '../customers/list.ts'
import { exchangeOf } from './testing.ts'

const shop = await openShop({
  custom: {
    'catalog.product': {
      care: field(Text(40), { filterable: true }),
      lengthCm: field(Int(0, 1000), { filterable: true }),
      fragile: field(Flag),
    },
    'catalog.variant': { shade: field(OneOf('light', 'dark')) },
    'customers.customer': { memberSince: field(Day, { filterable: true }) },
  },
})
after(() => shop.close())
const { bob } = shop
const { bring, faults, fetch } = exchangeOf(shop)

test('products and their variants bring their own fields; an empty cell takes one away, a missing column none', async () => {
  const run = await bring(
    'products',
    `product,taxCategory,name.en,custom.care,custom.lengthCm,custom.fragile,sku,variantCustom.shade
scarf,standard,Scarf,wool,180,no,scarf-light,light
shawl,standard,Shawl,,90,,shawl,dark
rug,standard,Rug,cotton,long,,rug,pale
`,
  )
  assert.deepEqual([run.rowsCreated, run.rowsFaulty, run.failureMessage], [2, 1, null])
  assert.deepEqual(await faults(run.id), ['4 custom.lengthCm type', '4 variantCustom.shade not_in_list'])
  const [found] = (await bob.call(list, { custom: { lengthCm: { gte: 100 } } })).items
  const scarf = () => bob.call(get, { productId: found!.id })
  const made = await scarf()
  assert.deepEqual(
    [made.custom, made.variants.map(({ custom }) => custom)],
    [{ care: 'wool', lengthCm: 180, fragile: false }, [{ shade: 'light' }]],
  )
  for (const format of ['csv', 'xlsx', 'jsonl'] as const) {
    const file = await fetch('products', format)
    const again = await bring('products', file, { format })
    assert.deepEqual([again.rowsSame, again.rowsDone, again.failureMessage], [2, 2, null], format)
    assert.deepEqual(await fetch('products', format), file)
  }
  const changed = await bring('products', 'product,name.en,sku,custom.lengthCm\nscarf,Scarf,scarf-light,\n')
  assert.deepEqual([changed.rowsChanged, changed.failureMessage], [1, null])
  const now = await scarf()
  assert.deepEqual(
    [now.custom, now.variants.map(({ custom }) => custom)],
    [{ care: 'wool', fragile: false }, [{ shade: 'light' }]],
  )
})

test('customers do too', async () => {
  const run = await bring(
    'customers',
    'email,name,custom.memberSince\ndora@example.com,Dora,2020-05-01\neve@example.com,Eve,May\n',
  )
  assert.deepEqual([run.rowsCreated, run.rowsFaulty], [1, 1])
  assert.deepEqual(await faults(run.id), ['3 custom.memberSince format'])
  const since = async () =>
    (await bob.call(customers, { custom: { memberSince: '2020-05-01' } })).items.map(({ email }) => email)
  assert.deepEqual(await since(), ['dora@example.com'])
  await bring('customers', 'email,name\ndora@example.com,Dora H\n')
  assert.deepEqual(await since(), ['dora@example.com'], 'what the file does not say stays')
  await bring('customers', 'email,name,custom.memberSince\ndora@example.com,Dora H,\n')
  assert.deepEqual(await since(), [])
})
