/** What Alice bought stays as she bought it, whatever becomes of the goods, their prices, taxes, options and pictures. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { paid } from '#testing/orders.ts'
import { set as setPictures } from '../catalog/media/set.ts'
import { create as createOption } from '../catalog/options/create.ts'
import { archive } from '../catalog/products/archive.ts'
import { create as createProduct } from '../catalog/products/create.ts'
import { publish } from '../catalog/products/publish.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { update as updateVariant } from '../catalog/variants/update.ts'
import { writeStock } from '../inventory/index.ts'
import { storeFile } from '../media/index.ts'
import { writePrices } from '../pricing/index.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { list as taxCategories } from '../tax/categories/list.ts'
import { set as setRate } from '../tax/rates/set.ts'
import { get } from './admin/get.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const said = (name: string) => [{ locale: 'en', name }]

const picture = async (body: string) =>
  (
    await shop.inside((ctx) =>
      storeFile(ctx, {
        name: `${body}.webp`,
        type: 'image/webp',
        body: Buffer.from(body),
        visibility: 'public',
        width: 300,
        height: 200,
      }),
    )
  ).id

const { items: categories } = await bob.call(taxCategories, {})
const tea = await shop.goods({ name: 'Tea', price: 1000, taxCategory: 'reduced' })
const size = await bob.call(createOption, {
  key: 'size',
  texts: said('Size'),
  values: ['Small', 'Large'].map((name) => ({ key: name[0]!.toLowerCase(), texts: said(name) })),
})
const sized = (value: number) => ({ choices: [{ optionId: size.id, valueId: size.values[value]!.id }] })
const { id: productId, ...made } = await bob.call(createProduct, {
  taxCategoryId: categories.find(({ key }) => key === 'standard')!.id,
  texts: said('Cup'),
  optionIds: [size.id],
  variants: [{ sku: 'CUP', ...sized(0) }],
})
const variantId = made.variants[0]!.id
const cup = { productId, variantId, sku: 'CUP', slug: made.texts[0]!.slug }
await shop.inside(async (ctx) => {
  await writePrices([{ variantId, currency: 'EUR', amount: 1250 }], ctx)
  await writeStock([{ variantId, sku: 'CUP', locationId: shop.locationId, onHand: 5 }], ctx)
})
await bob.call(publish, { productId })
const media = async (fileId: string, alt: string) =>
  bob.call(setPictures, { productId, media: [{ fileId, alts: [{ locale: 'en', alt }] }] })
await media(await picture('front'), 'From the front')

test('no later change of product, variant, price, tax rate, option or picture, nor their end, touches an order', async () => {
  const { id: orderId } = await paid(shop, shop.alice, { of: cup, quantity: 2 }, { of: tea })
  const before = await bob.call(get, { orderId })
  const [line] = before.lines
  assert.deepEqual(
    [line!.name, line!.picture!.alt, line!.choices[0]!.optionName, line!.choices[0]!.valueName],
    ['Cup', 'From the front', 'Size', 'Small'],
  )

  await bob.call(updateProduct, {
    productId,
    texts: [{ locale: 'en', name: 'Beaker', slug: `beaker-${newId()}` }],
  })
  await bob.call(updateVariant, { productId, variantId, sku: 'BEAKER' })
  await bob.call(setPrices, {
    prices: [{ variantId, price: { amount: 99, currency: 'EUR' }, expectedVersion: 1 }],
  })
  for (const { id: categoryId } of categories)
    await bob.call(setRate, {
      categoryId,
      country: 'DE',
      name: 'GST',
      rateBasisPoints: 2500,
      startsOn: '2026-01-01',
    })
  await bob.call(updateVariant, { productId, variantId, ...sized(1) })
  // There is no operation yet that renames these.
  await sql`update catalog.option_text set name = 'Girth' where store_id = ${shop.storeId}`.execute(
    shop.app.pool.db,
  )
  await sql`update catalog.option_value_text set name = 'Tiny' where store_id = ${shop.storeId}`.execute(
    shop.app.pool.db,
  )
  await sql`update delivery.method_text set name = 'Pigeon' where store_id = ${shop.storeId}`.execute(
    shop.app.pool.db,
  )
  await media(await picture('back'), 'From behind')
  await bob.call(archive, { productId })

  assert.deepEqual(await bob.call(get, { orderId }), before)
  await shop.invariants()
})

test('the database itself refuses to change or remove what was sold', async () => {
  const { id } = await paid(shop, shop.guest(), { of: tea })
  const refused = (text: string, constraint: string) =>
    assert.rejects(shop.app.pool.pg.query(text), { code: '23514', constraint }, text)
  const { rows } = await shop.app.pool.pg.query<{ column: string; type: string }>(`
    select column_name as column, udt_name as type from information_schema.columns
    where table_schema = 'orders' and table_name = 'line' and column_name not in
      ('quantity_shipped', 'quantity_delivered', 'quantity_cancelled', 'quantity_returned', 'custom')`)
  const other: Record<string, string> = {
    uuid: `gen_random_uuid()`,
    text: `'other'`,
    bpchar: `'USD'`,
    jsonb: `'[{}]'`,
    int4: `77`,
    int8: `77`,
    bool: `null`,
    timestamptz: `now()`,
  }
  assert.ok(rows.length >= 17)
  for (const { column, type } of rows)
    await refused(
      `update orders.line set ${column} = ${other[type]} where order_id = '${id}'`,
      'line_snapshot',
    )
  await refused(`delete from orders.line where order_id = '${id}'`, 'line_snapshot')
  for (const column of ['name', 'rate_basis_points', 'base_amount', 'tax_amount'])
    await refused(
      `update orders.tax_line set ${column} = ${column === 'name' ? `'other'` : '77'} where order_id = '${id}'`,
      'tax_line_snapshot',
    )
  await refused(`delete from orders.tax_line where order_id = '${id}'`, 'tax_line_snapshot')
  await refused(
    `update orders.order set total_amount = 1, subtotal_amount = 1 where id = '${id}'`,
    'order_snapshot',
  )
  await refused(
    `update orders.order set delivery = '{"name": "Pigeon"}' where id = '${id}'`,
    'order_snapshot',
  )
})
