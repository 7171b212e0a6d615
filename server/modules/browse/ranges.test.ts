/** Numbers and days among attributes: ranges narrow a search, and each tells from where to where what is left goes. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomFrom, seed } from '#testing/random.ts'
import { openShop } from '#testing/shop.ts'
import { create as createAttribute } from '../catalog/attributes/create.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { create as createType } from '../catalog/types/create.ts'
import { search } from './search.ts'

const PRODUCTS = 30
const ROUNDS = 40

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const random = randomFrom(seed)
const drawn = (below: number) => Math.floor(random() * below)
const texts = (name: string) => [{ locale: 'en', name }]

const height = await bob.call(createAttribute, {
  key: 'height',
  kind: 'number',
  unit: 'cm',
  filterable: true,
  texts: texts('Height'),
})
const picked = await bob.call(createAttribute, {
  key: 'picked',
  kind: 'day',
  filterable: true,
  texts: texts('Picked'),
})
const hidden = await bob.call(createAttribute, { key: 'batch', kind: 'number', texts: texts('Batch') })
const type = await bob.call(createType, {
  key: 'teas',
  name: 'Teas',
  attributes: [height, picked, hidden].map(({ id }) => ({ attributeId: id, required: false })),
})

interface Drawn {
  id: string
  price: number
  height: number | null
  picked: string | null
}
const teas: Drawn[] = []
for (let n = 0; n < PRODUCTS; n++) {
  const price = 500 + drawn(10) * 100
  const { productId: id } = await shop.goods({ name: `Tea ${n}`, price })
  const tea: Drawn = {
    id,
    price,
    height: random() < 0.8 ? drawn(400) / 8 : null,
    picked: random() < 0.8 ? `2026-0${1 + drawn(6)}-1${drawn(9)}` : null,
  }
  teas.push(tea)
  await bob.call(updateProduct, {
    productId: id,
    typeId: type.id,
    attributes: [
      { attributeId: hidden.id, number: '7' },
      ...(tea.height === null ? [] : [{ attributeId: height.id, number: String(tea.height) }]),
      ...(tea.picked === null ? [] : [{ attributeId: picked.id, day: tea.picked }]),
    ],
  })
}
await shop.settle()

type Ends<T> = { gte?: T; lte?: T }
interface Asked {
  height?: Ends<number>
  picked?: Ends<string>
  price?: Ends<number>
}

const within = <T extends number | string>(value: T | null, ends: Ends<T> | undefined) =>
  !ends ||
  (value !== null &&
    (ends.gte === undefined || value >= ends.gte) &&
    (ends.lte === undefined || value <= ends.lte))
const left = (asked: Asked, without?: keyof Asked) =>
  teas.filter((tea) =>
    (['height', 'picked', 'price'] as const).every(
      (key) => key === without || within<number | string>(tea[key], asked[key]),
    ),
  )

function rangeOf(asked: Asked, key: 'height' | 'picked') {
  const has = left(asked, key).flatMap((tea) => tea[key] ?? [])
  const sorted = has.toSorted((a, b) => (a < b ? -1 : 1))
  return has.length > 0 ? [String(sorted[0]), String(sorted.at(-1)), has.length] : null
}

test(`ranges narrow, and tell how far the rest goes (seed ${seed})`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const maybe = <T>(draw: () => T): Ends<T> => ({
      ...(random() < 0.6 ? { gte: draw() } : {}),
      ...(random() < 0.6 ? { lte: draw() } : {}),
    })
    const asked: Asked = {
      height: maybe(() => drawn(500) / 10),
      picked: maybe(() => `2026-0${1 + drawn(6)}-01`),
      price: maybe(() => 500 + drawn(10) * 100),
    }
    for (const key of ['height', 'picked', 'price'] as const)
      if (Object.keys(asked[key]!).length === 0) delete asked[key]
    const bounds = (end: 'gte' | 'lte') =>
      (['height', 'picked'] as const).flatMap((key) => {
        const value = asked[key]?.[end]
        return value === undefined ? [] : [`${key}:${value}`]
      })
    const { items, facets } = await guest.call(search, {
      limit: 100,
      facets: true,
      ...(random() < 0.5 ? { q: 'tea' } : {}),
      filter: {
        attribute: { gte: bounds('gte'), lte: bounds('lte') },
        ...(asked.price ? { price: asked.price } : {}),
      },
    })
    const says = JSON.stringify(asked)
    assert.deepEqual(
      items.map(({ id }) => id).toSorted(),
      left(asked)
        .map(({ id }) => id)
        .toSorted(),
      says,
    )
    assert.equal(facets!.total, items.length, says)
    const told = Object.fromEntries(
      facets!.ranges.map(({ key, lowest, highest, count }) => [key, [lowest, highest, count]]),
    )
    for (const key of ['height', 'picked'] as const)
      assert.deepEqual(told[key] ?? null, rangeOf(asked, key), says)
    assert.equal(told['batch'], undefined, 'what is not to be filtered by is not told')
  }
})

test('a range says what it is of, in which unit', async () => {
  const { facets } = await guest.call(search, { facets: true })
  assert.deepEqual(facets!.ranges.map(({ key, name, kind, unit }) => [key, name, kind, unit]).toSorted(), [
    ['height', 'Height', 'number', 'cm'],
    ['picked', 'Picked', 'day', null],
  ])
})

test('what nobody may filter by, or what is none, finds nothing or is refused by its name', async () => {
  for (const gte of [['batch:1'], ['height:2026-01-01'], ['picked:3'], ['no.such:1']])
    assert.deepEqual((await guest.call(search, { filter: { attribute: { gte } } })).items, [])
  for (const [gte, path] of [
    [['height'], 'filter.attribute.gte.0'],
    [['height:much'], 'filter.attribute.gte.0'],
    [['picked:2026-02-30'], 'filter.attribute.gte.0'],
    [['height:1', 'height:2'], 'filter.attribute.gte.1'],
  ] as const)
    await assert.rejects(guest.call(search, { filter: { attribute: { gte: [...gte] } } }), (error: never) => {
      assert.deepEqual(
        [(error as { code: string }).code, (error as { errors: { path: string }[] }).errors[0]!.path],
        ['invalid_input', path],
      )
      return true
    })
})
