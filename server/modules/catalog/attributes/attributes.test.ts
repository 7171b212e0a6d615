/** Bob sells teapots: what must be said of each is a type, what is said of one compares with all others. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { product as page } from '../../browse/product.ts'
import { search } from '../../browse/search.ts'
import { writePrices } from '../../pricing/index.ts'
import { create as createProduct } from '../products/create.ts'
import { publish } from '../products/publish.ts'
import { update as updateProduct } from '../products/update.ts'
import { archive as archiveType } from '../types/archive.ts'
import { create as createType } from '../types/create.ts'
import { list as types } from '../types/list.ts'
import { update as updateType } from '../types/update.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const taxCategoryId = rows[0]!.id
const said = (en: string, de?: string) => [
  { locale: 'en', name: en },
  ...(de ? [{ locale: 'de', name: de }] : []),
]
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

const volume = await bob.call(create, {
  key: 'volume',
  kind: 'number',
  unit: 'l',
  filterable: true,
  texts: said('Volume'),
})
const wood = await bob.call(create, {
  key: 'wood',
  kind: 'choice',
  filterable: true,
  searchable: true,
  texts: said('Wood', 'Holz'),
  choices: [
    { key: 'oak', texts: said('Oak', 'Eiche') },
    { key: 'ash', texts: said('Ash') },
  ],
})
const washable = await bob.call(create, { key: 'washable', kind: 'flag', texts: said('Dishwasher safe') })
const since = await bob.call(create, { key: 'since', kind: 'day', texts: said('Made since') })
const maker = await bob.call(create, { key: 'maker', kind: 'text', texts: said('Maker') })
const all = [volume, wood, washable, since, maker]
const teapots = await bob.call(createType, {
  key: 'teapots',
  name: 'Teapots',
  attributes: all.map(({ id }) => ({ attributeId: id, required: id === volume.id })),
})
const [oak, ash] = wood.choices
let count = 0
const teapot = (given: {
  typeId: string
  attributes?: {
    attributeId: string
    number?: string
    text?: string
    flag?: boolean
    day?: string
    choiceIds?: string[]
  }[]
}) =>
  bob.call(createProduct, {
    taxCategoryId,
    texts: [{ locale: 'en', name: `Teapot ${++count}` }],
    variants: [{ sku: `POT-${count}` }],
    ...given,
  })

test('what is said of a product stands in its type’s order, in its own kind, and shoppers read it', async () => {
  const made = await teapot({
    typeId: teapots.id,
    attributes: [
      { attributeId: maker.id, text: 'Kiln & Co' },
      { attributeId: since.id, day: '1999-02-28' },
      { attributeId: washable.id, flag: false },
      { attributeId: wood.id, choiceIds: [ash!.id, oak!.id] },
      { attributeId: volume.id, number: '0.350' },
    ],
  })
  const short = (each: (typeof made.attributes)[number]) => [
    each.name,
    each.number ?? each.flag ?? each.day ?? each.text ?? each.choices.map(({ name }) => name).join(', '),
  ]
  const expected = [
    ['Volume', '0.35'],
    ['Wood', 'Ash, Oak'],
    ['Dishwasher safe', false],
    ['Made since', '1999-02-28'],
    ['Maker', 'Kiln & Co'],
  ]
  assert.deepEqual(made.attributes.map(short), expected)
  assert.equal(made.attributes[0]!.unit, 'l')
  await bob.call(publish, { productId: made.id })
  await shop.inside((ctx) =>
    writePrices([{ variantId: made.variants[0]!.id, currency: 'EUR', amount: 4900 }], ctx),
  )
  const shown = await shop.guest().call(page, { slug: made.texts[0]!.slug })
  assert.deepEqual(shown.attributes, made.attributes)
})

test('a value of another kind, another type or twice is refused by its place, and changes nothing', async () => {
  const made = await teapot({ typeId: teapots.id })
  const other = await bob.call(create, { key: 'other', kind: 'flag', texts: said('Other') })
  const give = (...attributes: object[]) =>
    faults(bob.call(updateProduct, { productId: made.id, attributes: attributes as never }))
  const id = volume.id
  assert.deepEqual(await give({ attributeId: other.id, flag: true }), ['attributes.0.attributeId unknown'])
  assert.deepEqual(await give({ attributeId: id, text: 'much' }), ['attributes.0.text not_allowed'])
  assert.deepEqual(await give({ attributeId: id }), ['attributes.0.number required'])
  assert.deepEqual(await give({ attributeId: id, number: '1' }, { attributeId: id, number: '2' }), [
    'attributes.1.attributeId duplicate',
  ])
  assert.deepEqual(await give({ attributeId: id, number: '0.3501' }), ['attributes.0.number too_precise'])
  assert.deepEqual(await give({ attributeId: id, number: '9000000000000' }), [
    'attributes.0.number too_large',
  ])
  assert.deepEqual(await give({ attributeId: since.id, day: '2026-02-30' }), ['attributes.0.day format'])
  assert.deepEqual(await give({ attributeId: wood.id, choiceIds: [id] }), [
    'attributes.0.choiceIds.0 unknown',
  ])
  assert.deepEqual(await give({ attributeId: wood.id, choiceIds: [oak!.id, oak!.id] }), [
    'attributes.0.choiceIds.1 duplicate',
  ])
  const stranger = bob.call(updateProduct, { productId: made.id, typeId: shop.storeId })
  assert.deepEqual(await faults(stranger), ['typeId unknown'])
})

test('a product is not published without what its type asks for, and what is shown keeps it', async () => {
  const made = await teapot({ typeId: teapots.id })
  await assert.rejects(bob.call(publish, { productId: made.id }), {
    code: 'catalog.not_ready',
    details: { missing: ['attribute'], attributes: ['volume'] },
  })
  const number = (text: string) => [{ attributeId: volume.id, number: text }]
  await bob.call(updateProduct, { productId: made.id, attributes: number('-0.5') })
  const shown = await bob.call(publish, { productId: made.id })
  assert.equal(shown.attributes[0]!.number, '-0.5')
  await assert.rejects(bob.call(updateProduct, { productId: made.id, attributes: [] }), {
    code: 'catalog.not_ready',
  })
  const [, plain] = [
    await bob.call(updateProduct, { productId: made.id, attributes: number('12') }),
    await bob.call(updateProduct, { productId: made.id, typeId: null }),
  ]
  assert.deepEqual([plain.typeId, plain.attributes], [null, []])
})

test('choices are added and named anew, and none is lost', async () => {
  const grown = await bob.call(update, {
    attributeId: wood.id,
    expectedVersion: wood.version,
    choices: [
      { key: 'beech', texts: said('Beech') },
      { key: 'ash', texts: said('White ash') },
    ],
  })
  assert.deepEqual(
    grown.choices.map(({ key, texts }) => `${key}: ${texts[0]!.name}`),
    ['oak: Eiche', 'ash: White ash', 'beech: Beech'],
  )
  await assert.rejects(bob.call(update, { attributeId: wood.id, expectedVersion: wood.version }), {
    code: 'stale_version',
  })
  assert.deepEqual(await faults(bob.call(update, { attributeId: wood.id, unit: 'm' })), ['unit not_allowed'])
  const many = Array.from({ length: 200 }, (_, n) => ({ key: `w${n}`, texts: said(`W${n}`) }))
  await assert.rejects(bob.call(update, { attributeId: wood.id, choices: many }), { code: 'catalog.full' })
  const twice = [many[0]!, many[0]!]
  assert.deepEqual(await faults(bob.call(update, { attributeId: wood.id, choices: twice })), [
    'choices.1.key duplicate',
  ])
  assert.deepEqual(await faults(bob.call(update, { attributeId: volume.id, choices: [many[0]!] })), [
    'choices not_allowed',
  ])
})

test('what is in use is not put away; a key is there once, and free again after that', async () => {
  await teapot({ typeId: teapots.id, attributes: [{ attributeId: maker.id, text: 'Kiln' }] })
  await assert.rejects(bob.call(archive, { attributeId: maker.id }), {
    code: 'catalog.attribute_in_use',
    details: { types: ['teapots'] },
  })
  await assert.rejects(bob.call(archiveType, { typeId: teapots.id }), { code: 'catalog.type_in_use' })
  await assert.rejects(bob.call(updateType, { typeId: teapots.id, attributes: [] }), {
    code: 'catalog.attribute_has_values',
  })
  assert.deepEqual(await faults(bob.call(createType, { key: 'teapots', name: 'Again' })), ['key taken'])
  assert.deepEqual(await faults(bob.call(create, { key: 'wood', kind: 'flag', texts: said('Again') })), [
    'key taken',
  ])

  const glaze = await bob.call(create, { key: 'glaze', kind: 'text', texts: said('Glaze') })
  const bowls = await bob.call(createType, {
    key: 'bowls',
    name: 'Bowls',
    attributes: [{ attributeId: glaze.id, required: true }],
  })
  assert.deepEqual(
    await faults(
      bob.call(updateType, {
        typeId: bowls.id,
        attributes: [
          { attributeId: glaze.id, required: true },
          { attributeId: glaze.id, required: false },
        ],
      }),
    ),
    ['attributes.1.attributeId duplicate'],
  )
  await bob.call(updateType, { typeId: bowls.id, attributes: [] })
  await bob.call(archive, { attributeId: glaze.id })
  await bob.call(archiveType, { typeId: bowls.id })
  assert.ok(!(await bob.call(list, {})).items.some(({ key }) => key === 'glaze'))
  assert.ok(!(await bob.call(types, {})).items.some(({ key }) => key === 'bowls'))
  await bob.call(create, { key: 'glaze', kind: 'text', texts: said('Glaze') })
})

test('shoppers narrow by what is filterable and find by what is searchable, and by nothing else', async () => {
  const made = await teapot({
    typeId: teapots.id,
    attributes: [
      { attributeId: volume.id, number: '1' },
      { attributeId: wood.id, choiceIds: [oak!.id] },
      { attributeId: washable.id, flag: true },
      { attributeId: maker.id, text: 'Driftwood works' },
    ],
  })
  await bob.call(publish, { productId: made.id })
  await shop.inside((ctx) =>
    writePrices([{ variantId: made.variants[0]!.id, currency: 'EUR', amount: 4900 }], ctx),
  )
  await shop.settle()
  const finds = async (given: { q?: string; attribute?: string }) => {
    const { q, attribute } = given
    const filter = attribute ? { filter: { attribute: { in: [attribute] } } } : {}
    const { items } = await shop.guest().call(search, { ...(q ? { q } : {}), ...filter })
    return items.some(({ id }) => id === made.id)
  }
  assert.equal(await finds({ attribute: 'wood:oak' }), true)
  assert.equal(await finds({ attribute: 'wood:ash' }), false)
  assert.equal(await finds({ attribute: 'washable:true' }), false, 'nobody made it filterable')
  assert.equal(await finds({ q: 'oak' }), true)
  assert.equal(await finds({ q: 'driftwood' }), false, 'nobody made it searchable')
})

test('the database itself keeps a value to its kind', async () => {
  const made = await teapot({ typeId: teapots.id })
  const insert = sql`insert into catalog.product_attribute (store_id, product_id, attribute_id, kind, words)
    values (${shop.storeId}, ${made.id}, ${volume.id}, 'text', 'much')`.execute(shop.app.pool.db)
  await assert.rejects(insert, { code: '23503' })
})

test('only staff with the right', async () => {
  const reader = shop.staff('catalog.read')
  await assert.rejects(reader.call(create, { key: 'x', kind: 'flag', texts: said('X') }), {
    code: 'forbidden',
  })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
})
