/** Bob's shop keeps care labels, lengths and more, which no other shop has. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { field } from '#kit/custom.ts'
import { Day, Flag, Int, OneOf, Text } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { migrate } from '#kit/migrate.ts'
import { migrationSets } from '../../modules.ts'
import { openapi } from '../../surfaces/openapi.ts'
import { inputReader } from '../../surfaces/rest-input.ts'
import { product } from '../browse/product.ts'
import { search } from '../browse/search.ts'
import { get as getCustomer } from '../customers/get.ts'
import { list as listCustomers } from '../customers/list.ts'
import { update as updateCustomer } from '../customers/update.ts'
import { create as createCategory } from './categories/create.ts'
import { update as updateCategory } from './categories/update.ts'
import { create as createCollection } from './collections/create.ts'
import { update as updateCollection } from './collections/update.ts'
import { create } from './products/create.ts'
import { get } from './products/get.ts'
import { list } from './products/list.ts'
import { update } from './products/update.ts'
import { create as createVariant } from './variants/create.ts'
import { list as listVariants } from './variants/list.ts'
import { update as updateVariant } from './variants/update.ts'

const custom = {
  'catalog.product': {
    care: field(Text(40), { filterable: true, searchable: true }),
    lengthCm: field(Int(0, 1000), { filterable: true }),
    fragile: field(Flag, { filterable: true }),
    widthCm: field(Int(0, 1000), { filterable: true, searchable: true }),
    note: field(Text(40)),
    madeOn: field(Day, { label: { en: 'Made on' } }),
    handmade: field(Flag, { label: { de: 'Handgemacht', en: 'Handmade' } }),
    weave: field(Text(40), { label: { en: 'Weave' } }),
    threads: field(Int(0, 1000), { label: { en: 'Threads' } }),
  },
  'catalog.variant': { shade: field(OneOf('light', 'dark'), { filterable: true }) },
  'catalog.category': { banner: field(Text(40)) },
  'catalog.collection': { season: field(OneOf('summer', 'winter')) },
  'customers.customer': { memberSince: field(Day, { filterable: true }) },
}
const shop = await openShop({ custom })
after(() => shop.close())
const { bob, alice } = shop
const said = (name: string) => [{ locale: 'en', name }]
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: any) => `${error.status} ${error.errors.map(({ path, code }: any) => `${path} ${code}`).join()}`,
  )

test('a product keeps its fields: what is left out stays, null takes one away', async () => {
  const { taxCategoryId } = await bob.call(get, { productId: (await shop.goods()).productId })
  const made = await bob.call(create, {
    taxCategoryId,
    texts: said('Scarf'),
    custom: { care: 'wool', lengthCm: 180, note: null },
    variants: [{ sku: 'scarf-light', custom: { shade: 'light' } }],
  })
  assert.deepEqual(
    [made.custom, made.variants[0]!.custom],
    [{ care: 'wool', lengthCm: 180 }, { shade: 'light' }],
  )
  const productId = made.id
  const changed = await bob.call(update, { productId, custom: { lengthCm: null, fragile: false } })
  assert.deepEqual(changed.custom, { care: 'wool', fragile: false })
  assert.deepEqual((await bob.call(update, { productId, featured: true })).custom, changed.custom)

  const { id: variantId } = await bob.call(updateVariant, {
    productId,
    variantId: made.variants[0]!.id,
    custom: { shade: 'dark' },
  })
  assert.deepEqual((await bob.call(get, { productId })).variants[0]!.custom, { shade: 'dark' })
  const shades = async (shade: string) =>
    (await bob.call(listVariants, { productId, custom: { shade } })).items
  assert.deepEqual([(await shades('dark')).map(({ id }) => id), await shades('light')], [[variantId], []])
})

test('shoppers read those that have a label, as what they are; the others are nobody’s business', async () => {
  const { productId, slug } = await shop.goods({ name: 'Plaid' })
  const values = {
    weave: 'twill',
    madeOn: '2026-03-01',
    handmade: false,
    threads: 0,
    care: 'wool',
    note: 'dear',
  }
  await bob.call(update, { productId, custom: values })
  await shop.settle()
  const { ownFields } = await alice.call(product, { slug })
  const none = { text: null, number: null, flag: null, day: null }
  assert.deepEqual(ownFields, [
    { ...none, key: 'madeOn', name: 'Made on', day: '2026-03-01' },
    { ...none, key: 'handmade', name: 'Handmade', flag: false },
    { ...none, key: 'weave', name: 'Weave', text: 'twill' },
    { ...none, key: 'threads', name: 'Threads', number: '0' },
  ])
  await bob.call(update, { productId, custom: { weave: null, madeOn: null, handmade: null } })
  assert.deepEqual(
    (await alice.call(product, { slug })).ownFields.map(({ key }) => key),
    ['threads'],
  )
})

test('shelves, collections and customers have fields too', async () => {
  const shelf = await bob.call(createCategory, { texts: said('Wool'), custom: { banner: 'Warm' } })
  const now = await bob.call(updateCategory, { categoryId: shelf.id, custom: { banner: 'Cold' } })
  assert.deepEqual([shelf.custom, now.custom], [{ banner: 'Warm' }, { banner: 'Cold' }])
  const gifts = await bob.call(createCollection, { texts: said('Gifts'), custom: { season: 'winter' } })
  const later = await bob.call(updateCollection, { collectionId: gifts.id, custom: { season: null } })
  assert.deepEqual([gifts.custom, later.custom], [{ season: 'winter' }, {}])

  const customerId = alice.id
  const { version } = await bob.call(getCustomer, { customerId })
  const change = { customerId, expectedVersion: version, custom: { memberSince: '2020-05-01' } }
  assert.deepEqual((await bob.call(updateCustomer, change)).custom, { memberSince: '2020-05-01' })
  await assert.rejects(bob.call(updateCustomer, change), { code: 'stale_version' })
  await assert.rejects(bob.call(updateCustomer, { customerId: shop.storeId }), { code: 'not_found' })
  const since = async (day: string) =>
    (await bob.call(listCustomers, { custom: { memberSince: { lte: day } } })).items.map(({ id }) => id)
  assert.deepEqual([await since('2021-01-01'), await since('2019-01-01')], [[customerId], []])
})

test('lists are narrowed by the fields that say so, in the order of their values', async () => {
  const lengths = [9, 40, 180]
  for (const lengthCm of lengths) {
    const { productId } = await shop.goods({ name: 'Rug' })
    await bob.call(update, {
      productId,
      custom: { lengthCm, care: `rug-${lengthCm}`, fragile: lengthCm === 9 },
    })
  }
  const found = async (wanted: Record<string, unknown>) =>
    (await bob.call(list, { custom: wanted, limit: 100 })).items.map(({ id }) => id)
  const lengthsOf = async (wanted: Record<string, unknown>) => {
    const all = await Promise.all((await found(wanted)).map((productId) => bob.call(get, { productId })))
    return all.map((product) => product.custom['lengthCm']).toSorted((a, b) => Number(a) - Number(b))
  }
  assert.deepEqual(await lengthsOf({ lengthCm: { gte: 10 } }), [40, 180], 'as numbers, not as text')
  assert.deepEqual(await lengthsOf({ lengthCm: { gt: '9', lt: '180' } }), [40], 'as an address says it')
  assert.deepEqual(await lengthsOf({ care: 'rug-9' }), [9])
  assert.deepEqual(await lengthsOf({ care: { in: ['rug-9', 'rug-40'] } }), [9, 40])
  assert.deepEqual(await lengthsOf({ care: { in: 'rug-9,rug-40' }, fragile: 'true' }), [9])
  assert.ok((await found({ lengthCm: { missing: true } })).length > 0)
  for (const [wanted, fault] of [
    [{ note: 'x' }, '400 custom.note unknown_field'],
    [{ nothing: 'x' }, '400 custom.nothing unknown_field'],
    [{ lengthCm: 'long' }, '422 custom.lengthCm.eq type'],
    [{ lengthCm: { like: 4 } }, '400 custom.lengthCm.like unknown_field'],
    [{ fragile: { gt: true } }, '400 custom.fragile.gt unknown_field'],
    [{ "care' or true --": 'x' }, "400 custom.care' or true -- unknown_field"],
  ] as const)
    assert.equal(await faultOf(found(wanted)), fault)
})

test('an address that names what no object can have is refused, not passed over', () => {
  const { read } = inputReader(list)
  const asked = (name: string) =>
    read(
      { params: {}, query: { [name]: '1' }, raw: { url: '/v1/admin/products?x', headers: {} } } as any,
      null,
    )
  assert.deepEqual(asked('custom[lengthCm][gte]'), { custom: { lengthCm: { gte: '1' } } })
  for (const name of ['custom[__proto__][lengthCm]', 'custom[__proto__]', 'custom[lengthCm][__proto__]'])
    assert.throws(
      () => asked(name),
      ({ errors }: any) => errors[0].path === name,
      name,
    )
})

test('shoppers find a product by the words of a searchable field, and by no other', async () => {
  const { productId } = await shop.goods({ name: 'Blanket' })
  await bob.call(update, { productId, custom: { care: 'alpaca', note: 'secretive' } })
  await shop.settle()
  const found = async (q: string) => (await shop.guest().call(search, { q })).items.map(({ id }) => id)
  assert.deepEqual([await found('alpaca'), await found('secretive')], [[productId], []])
})

test('shoppers narrow a search by what they find things by; the rest is nobody’s business', async () => {
  const slugs = new Map<string, string>()
  for (const [care, lengthCm] of [
    ['mohair', 30],
    ['mohair', 90],
    ['felt', 90],
  ] as const) {
    const { productId } = await shop.goods({ name: 'Pillow' })
    await bob.call(update, { productId, custom: { care, lengthCm, widthCm: lengthCm } })
    slugs.set(productId, `${care} ${lengthCm}`)
  }
  await shop.settle()
  const found = async (wanted: Record<string, unknown>, more: object = {}) => {
    const { items, facets } = await shop.guest().call(search, { q: 'pillow', custom: wanted, ...more })
    return { names: items.map(({ id }) => slugs.get(id)).toSorted(), facets }
  }
  assert.deepEqual((await found({ care: 'mohair' })).names, ['mohair 30', 'mohair 90'])
  assert.deepEqual((await found({ care: { in: 'mohair,felt' }, widthCm: { gte: '90' } })).names, [
    'felt 90',
    'mohair 90',
  ])
  assert.deepEqual((await found({})).names.length, 3)
  const { names, facets } = await found({ care: 'felt' }, { facets: true })
  assert.deepEqual([names, facets?.available], [['felt 90'], 1])
  for (const [wanted, fault] of [
    [{ lengthCm: 90 }, '400 custom.lengthCm unknown_field'],
    [{ note: 'x' }, '400 custom.note unknown_field'],
    [{ widthCm: 'wide' }, '422 custom.widthCm.eq type'],
    [{ "care' or true --": 'x' }, "400 custom.care' or true -- unknown_field"],
  ] as const)
    assert.equal(await faultOf(found(wanted)), fault)
})

test('what does not fit is refused by its name and changes nothing', async () => {
  const { productId } = await shop.goods()
  const texts = said('Odd')
  const { taxCategoryId } = await bob.call(get, { productId })
  for (const [work, fault] of [
    [() => bob.call(update, { productId, custom: { colour: 'red' } }), '400 custom.colour unknown_field'],
    [
      () => bob.call(update, { productId, featured: true, custom: { lengthCm: -1 } }),
      '422 custom.lengthCm too_small',
    ],
    [() => bob.call(create, { taxCategoryId, texts, custom: { care: 5 } }), '422 custom.care type'],
    [
      () =>
        bob.call(create, {
          taxCategoryId,
          texts,
          variants: [{ sku: 'a' }, { sku: 'b', custom: { shade: 'x' } }],
        }),
      '422 variants.1.custom.shade not_in_list',
    ],
    [
      () => bob.call(createVariant, { productId, sku: 'c', custom: { care: 'x' } }),
      '400 custom.care unknown_field',
    ],
    [() => bob.call(createCategory, { texts, custom: { banner: '' } }), '422 custom.banner too_short'],
    [
      () => bob.call(updateCustomer, { customerId: alice.id, custom: { memberSince: 'May' } }),
      '422 custom.memberSince format',
    ],
  ] as const)
    assert.equal(await faultOf(work()), fault)
  const { custom: kept, featured } = await bob.call(get, { productId })
  assert.deepEqual([kept, featured], [{}, false])
})

test('an index serves each filter; it comes and goes with the declaration, also when a type changes', async () => {
  const client = new pg.Client({ connectionString: shop.app.config.databaseUrl! })
  await client.connect()
  try {
    const names = async () =>
      (
        await client.query<{ name: string }>(
          `select indexname as name from pg_indexes where indexname like 'custom\\_%' order by 1`,
        )
      ).rows.map(({ name }) => name)
    const all = [
      'custom_catalog_product_care',
      'custom_catalog_product_fragile',
      'custom_catalog_product_lengthCm',
      'custom_catalog_product_widthCm',
      'custom_catalog_variant_shade',
      'custom_customers_customer_memberSince',
    ]
    assert.deepEqual(await names(), all)
    await client.query(`set enable_seqscan = off`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from catalog.product p where p.store_id = $1 and (p.custom ->> 'lengthCm')::bigint >= 10`.replace(
        '$1',
        `'${shop.storeId}'`,
      ),
    )
    assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /custom_catalog_product_lengthCm/)
    const { rows: ofShoppers } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select from browse.entry e where e.product_id in (
        select p.id from catalog.product p where p.store_id = '${shop.storeId}' and (p.custom ->> 'care') = 'felt')`,
    )
    assert.match(ofShoppers.map((row) => row['QUERY PLAN']).join('\n'), /custom_catalog_product_care/)
    const again = (fields: object) =>
      migrate(shop.app.config.databaseUrl!, migrationSets, { custom: fields as never })
    await again({ 'catalog.product': { lengthCm: field(Text(9), { filterable: true }) } })
    assert.deepEqual(await names(), ['custom_catalog_product_lengthCm'])
    const { rows: made } = await client.query<{ indexdef: string }>(
      `select indexdef from pg_indexes where indexname like 'custom\\_%'`,
    )
    assert.doesNotMatch(made[0]!.indexdef, /bigint/)
    await assert.rejects(
      again({ 'catalog.product': { care: field(Int(0, 9), { filterable: true }) } }),
      /The values in catalog\.product do not fit the field/,
    )
    await again(custom)
    assert.deepEqual(await names(), all)
  } finally {
    await client.end()
  }
})

test('a running store describes its own fields; the contract of all stores leaves them open', () => {
  const schemaOf = (document: object) =>
    (document as any).components.schemas.CatalogProductCustom as Record<string, any>
  const own = schemaOf(openapi(shop.app))
  assert.deepEqual(Object.keys(own['properties']), [
    'care',
    'lengthCm',
    'fragile',
    'widthCm',
    'note',
    'madeOn',
    'handmade',
    'weave',
    'threads',
  ])
  assert.deepEqual([own['additionalProperties'], own['properties'].lengthCm.maximum], [false, 1000])
  const { modules, operations } = shop.app
  assert.equal(schemaOf(openapi({ modules, operations }))['additionalProperties'], true)
})
