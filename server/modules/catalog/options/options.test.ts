/** Options are shared by all products, so each key and each value is there once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { addValue } from './add-value.ts'
import { create } from './create.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const said = (name: string) => [{ locale: 'en', name }]
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('an option grows by values', async () => {
  const colour = await bob.call(create, {
    key: 'colour',
    texts: [
      { locale: 'en', name: 'Colour' },
      { locale: 'de', name: 'Farbe' },
    ],
    values: [{ key: 'red', swatch: '#ff0000', texts: said('Red') }],
  })
  const grown = await bob.call(addValue, { optionId: colour.id, key: 'sea', texts: said('Sea') })
  assert.deepEqual(
    grown.values.map(({ key, swatch, position }) => ({ key, swatch, position })),
    [
      { key: 'red', swatch: '#ff0000', position: 0 },
      { key: 'sea', swatch: null, position: 1 },
    ],
  )
  assert.deepEqual((await bob.call(list, {})).items, [grown])
  await assert.rejects(bob.call(addValue, { optionId: shop.storeId, key: 'x', texts: said('X') }), {
    code: 'not_found',
  })
})

test('keys are there once, and a swatch is a colour', async () => {
  const [colour] = (await bob.call(list, {})).items
  assert.deepEqual(await faults(bob.call(create, { key: 'colour', texts: said('Again') })), ['key taken'])
  assert.deepEqual(
    await faults(bob.call(addValue, { optionId: colour!.id, key: 'red', texts: said('Red') })),
    ['key taken'],
  )
  const twice = { key: 'a', texts: said('A') }
  assert.deepEqual(await faults(bob.call(create, { key: 'x', texts: said('X'), values: [twice, twice] })), [
    'values.1.key duplicate',
  ])
  assert.deepEqual(await faults(bob.call(create, { key: 'x', texts: [...said('X'), ...said('Y')] })), [
    'texts.1.locale duplicate',
  ])
  const swatch = bob.call(addValue, { optionId: colour!.id, key: 'b', swatch: 'red', texts: said('B') })
  assert.deepEqual(await faults(swatch), ['swatch format'])
})

test('two who add the same option at once: one does, the other is told', async () => {
  const results = await Promise.all(
    [1, 2, 3].map(() => faults(bob.call(create, { key: 'size', texts: said('Size') }))),
  )
  assert.deepEqual(results.map((each) => each.join()).sort(), ['', 'key taken', 'key taken'])
})

test('an option has at most 200 values', async () => {
  const full = await bob.call(create, {
    key: 'full',
    texts: said('Full'),
    values: Array.from({ length: 200 }, (_, n) => ({ key: `v${n}`, texts: said(`V ${n}`) })),
  })
  await assert.rejects(bob.call(addValue, { optionId: full.id, key: 'one-more', texts: said('One more') }), {
    code: 'catalog.full',
    details: { limit: 200 },
  })
})

test('only staff with the right', async () => {
  const reader = shop.staff('catalog.read')
  await reader.call(list, {})
  await assert.rejects(reader.call(create, { key: 'y', texts: said('Y') }), { code: 'forbidden' })
  await assert.rejects(reader.call(addValue, { optionId: shop.storeId, key: 'y', texts: said('Y') }), {
    code: 'forbidden',
  })
  await assert.rejects(shop.charlie.call(list, {}), { code: 'forbidden' })
})
