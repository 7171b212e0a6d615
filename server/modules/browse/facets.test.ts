/** Every count of every facet, beside the same counted by hand over a shop whose goods were drawn. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { openShop } from '#testing/shop.ts'
import { create as createAttribute } from '../catalog/attributes/create.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { writeProducts } from '../catalog/index.ts'
import { create as createOption } from '../catalog/options/create.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { create as createType } from '../catalog/types/create.ts'
import { writeStock } from '../inventory/index.ts'
import { writePrices } from '../pricing/index.ts'
import { search } from './search.ts'

const PRODUCTS = 60
const ROUNDS = 60

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const random = randomFrom(seed)
const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
const some = <T>(all: readonly T[]) => all.filter(() => random() < 0.4)
const said = (name: string) => [{ locale: 'en', name }]

const { rows: tax } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const shelf = (name: string, parentId: string | null = null) =>
  bob.call(createCategory, { parentId, texts: said(name) })
const home = await shelf('Home')
const shelves = [home, await shelf('Cups', home.id), await shelf('Bowls', home.id), await shelf('Garden')]
const slugOf = (id: string) => shelves.find((each) => each.id === id)!.texts[0]!.slug

const glazes = ['sand', 'sea', 'moss'] as const
const glaze = await bob.call(createOption, {
  key: 'glaze',
  texts: said('Glaze'),
  values: glazes.map((key) => ({ key, texts: said(key) })),
})
const woods = ['oak', 'ash'] as const
const wood = await bob.call(createAttribute, {
  key: 'wood',
  kind: 'choice',
  filterable: true,
  texts: said('Wood'),
  choices: woods.map((key) => ({ key, texts: said(key) })),
})
const washable = await bob.call(createAttribute, {
  key: 'washable',
  kind: 'flag',
  filterable: true,
  texts: said('Washable'),
})
const type = await bob.call(createType, {
  key: 'goods',
  name: 'Goods',
  attributes: [wood, washable].map(({ id }) => ({ attributeId: id, required: false })),
})

interface Drawn {
  id: string
  blue: boolean
  shelf: string
  glazes: string[]
  woods: string[]
  washable: boolean
  price: number
  stock: number
}

const drawn: Drawn[] = []
for (let n = 0; n < PRODUCTS; n++) {
  const each: Drawn = {
    id: newId(),
    blue: random() < 0.6,
    shelf: pick(shelves).id,
    glazes: some(glazes),
    woods: some(woods),
    washable: random() < 0.5,
    price: 500 + Math.floor(random() * 20) * 100,
    stock: Math.floor(random() * 3),
  }
  drawn.push(each)
  await shop.inside(async (ctx) => {
    const kinds = each.glazes.length > 0 ? each.glazes : [null]
    const variants = kinds.map((key, position) => ({
      id: newId(),
      sku: `D-${n}-${position}`,
      position,
      weightGrams: 1,
      values: key
        ? [{ optionId: glaze.id, valueId: glaze.values.find((value) => value.key === key)!.id }]
        : [],
    }))
    const name = `${each.blue ? 'Blue' : 'Red'} thing ${n}`
    await writeProducts(
      [
        {
          id: each.id,
          taxCategoryId: tax[0]!.id,
          position: n,
          featured: false,
          categoryIds: [each.shelf],
          optionIds: [glaze.id],
          media: [],
          texts: [{ locale: 'en', name, slug: `thing-${n}`, subtitle: null, description: '', facts: [] }],
          variants,
        },
      ],
      ctx,
    )
    await writePrices(
      variants.map(({ id }) => ({ variantId: id, currency: 'EUR', amount: each.price })),
      ctx,
    )
    await writeStock(
      variants.map(({ id, sku }) => ({
        variantId: id,
        sku,
        locationId: shop.locationId,
        onHand: each.stock,
      })),
      ctx,
    )
  })
  const choiceIds = wood.choices.filter(({ key }) => each.woods.includes(key)).map(({ id }) => id)
  await bob.call(updateProduct, {
    productId: each.id,
    typeId: type.id,
    attributes: [
      { attributeId: washable.id, flag: each.washable },
      ...(choiceIds.length > 0 ? [{ attributeId: wood.id, choiceIds }] : []),
    ],
  })
}
await shop.settle()

interface Asked {
  q?: string
  shelf?: string
  glaze?: { how: 'in' | 'all' | 'none'; values: string[] }
  wood?: { how: 'in' | 'all' | 'none'; values: string[] }
  washable?: boolean
  price?: { gte?: number; lte?: number }
  available?: boolean
}

const HAS = {
  in: (has: string[], wanted: string[]) => wanted.some((each) => has.includes(each)),
  all: (has: string[], wanted: string[]) => wanted.every((each) => has.includes(each)),
  none: (has: string[], wanted: string[]) => !wanted.some((each) => has.includes(each)),
}
const isBelow = (id: string, top: string) =>
  id === top || (top === home.id && [shelves[1]!.id, shelves[2]!.id].includes(id))

/** What is left when one facet's own filter is left out. */
function left(asked: Asked, without?: string): Drawn[] {
  const own = (facet: string, how: string) => facet === without && how === 'in'
  return drawn.filter(
    (each) =>
      (!asked.q || each.blue) &&
      (!asked.shelf || without === 'shelf' || isBelow(each.shelf, asked.shelf)) &&
      (!asked.glaze ||
        own('glaze', asked.glaze.how) ||
        HAS[asked.glaze.how](each.glazes, asked.glaze.values)) &&
      (!asked.wood || own('wood', asked.wood.how) || HAS[asked.wood.how](each.woods, asked.wood.values)) &&
      (!asked.washable || without === 'washable' || each.washable) &&
      (without === 'price' ||
        (each.price >= (asked.price?.gte ?? 0) && each.price <= (asked.price?.lte ?? Infinity))) &&
      (asked.available === undefined || without === 'available' || each.stock > 0 === asked.available),
  )
}

function counted(keys: readonly string[], has: (each: Drawn, key: string) => boolean, among: Drawn[]) {
  const all = keys.map((key) => [key, among.filter((each) => has(each, key)).length] as const)
  return Object.fromEntries(all.filter(([, n]) => n > 0))
}

function expected(asked: Asked) {
  const prices = left(asked, 'price').map(({ price }) => price)
  return {
    total: left(asked).length,
    available: left(asked, 'available').filter(({ stock }) => stock > 0).length,
    price: prices.length > 0 ? [Math.min(...prices), Math.max(...prices)] : null,
    shelves: counted(
      shelves.map(({ id }) => slugOf(id)),
      (each, slug) => shelves.some(({ id }) => slugOf(id) === slug && isBelow(each.shelf, id)),
      left(asked, 'shelf'),
    ),
    glazes: counted(glazes, (each, key) => each.glazes.includes(key), left(asked, 'glaze')),
    woods: counted(woods, (each, key) => each.woods.includes(key), left(asked, 'wood')),
    washable: counted(['true'], (each) => each.washable, left(asked, 'washable')),
  }
}

async function found(asked: Asked) {
  const { items, facets } = await guest.call(search, {
    limit: 100,
    facets: true,
    ...(asked.q ? { q: asked.q } : {}),
    filter: {
      ...(asked.shelf ? { category: { eq: slugOf(asked.shelf) } } : {}),
      ...(asked.glaze
        ? { option: { [asked.glaze.how]: asked.glaze.values.map((key) => `glaze:${key}`) } }
        : {}),
      ...(asked.wood || asked.washable ? { attribute: attributesOf(asked) } : {}),
      ...(asked.price ? { price: asked.price } : {}),
      ...(asked.available === undefined ? {} : { available: { eq: asked.available } }),
    },
  })
  const { total, available, price, categories, options, attributes } = facets!
  const of = (facet?: { values: { key: string; count: number }[] }) =>
    Object.fromEntries((facet?.values ?? []).map(({ key, count }) => [key, count]))
  const counts = {
    total,
    available,
    price: price && [price.lowest.amount, price.highest.amount],
    shelves: Object.fromEntries(categories.map(({ slug, count }) => [slug, count])),
    glazes: of(options.find(({ key }) => key === 'glaze')),
    woods: of(attributes.find(({ key }) => key === 'wood')),
    washable: of(attributes.find(({ key }) => key === 'washable')),
  }
  return { ids: items.map(({ id }) => id).toSorted(), counts }
}

function attributesOf({ wood: wanted, washable: clean }: Asked) {
  const all: Record<string, string[]> = {}
  if (wanted) all[wanted.how] = wanted.values.map((key) => `wood:${key}`)
  if (clean) all['in'] = [...(all['in'] ?? []), 'washable:true']
  return all
}

function draw(): Asked {
  const maybe = <K extends keyof Asked>(key: K, value: () => Asked[K]) =>
    random() < 0.4 ? { [key]: value() } : {}
  const traits = (keys: readonly string[]) => ({
    how: pick(['in', 'all', 'none'] as const),
    values: [pick(keys), ...some(keys)].filter((key, index, all) => all.indexOf(key) === index),
  })
  return {
    ...maybe('q', () => 'blue'),
    ...maybe('shelf', () => pick(shelves).id),
    ...maybe('glaze', () => traits(glazes)),
    ...maybe('wood', () => traits(woods)),
    ...maybe('washable', () => true),
    ...maybe('price', () => pick([{ gte: 1000 }, { lte: 1500 }, { gte: 800, lte: 1800 }])),
    ...maybe('available', () => random() < 0.7),
  }
}

test(`each count respects all other filters, and so does the page (seed ${seed})`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const asked = draw()
    const { ids, counts } = await found(asked)
    const says = JSON.stringify(asked)
    assert.deepEqual(
      ids,
      left(asked)
        .map(({ id }) => id)
        .toSorted(),
      says,
    )
    assert.deepEqual(counts, expected(asked), says)
  }
})

test('what nobody knows is found nowhere, and what is no value is refused by its name', async () => {
  const none = { items: [], next: null, total: null, facets: null, highlights: [] }
  for (const filter of [
    { category: { eq: 'no-such-shelf' } },
    { option: { in: ['glaze:gold'] } },
    { option: { all: ['glaze:sand', 'glaze:gold'] } },
    { attribute: { in: ['no:such'] } },
  ])
    assert.deepEqual(await guest.call(search, { filter }), none)
  await assert.rejects(guest.call(search, { filter: { option: { in: ['sand'] } } }), {
    code: 'invalid_input',
  })
})
