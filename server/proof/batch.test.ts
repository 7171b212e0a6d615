/** Batches as people use them: Bob brings in a range of cups and changes it; strangers get no further than alone. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import type { BatchAnswer } from '../surfaces/batch.ts'
import { batchesOf, membersOf } from '../surfaces/batch.ts'
import { createHttp } from '../surfaces/http.ts'
import { product } from '../modules/browse/product.ts'
import { create as createOption } from '../modules/catalog/options/create.ts'
import { get } from '../modules/catalog/products/get.ts'
import { update } from '../modules/catalog/products/update.ts'
import { startSession } from '../modules/identity/session.ts'
import { judge, type Who } from './rights.ts'
import { samples } from './samples/index.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop
const tokenOf = (personId: string | null) =>
  shop.inside(async (ctx) => (await startSession(ctx, { personId, guestId: newId() })).token)
const bobs = await tokenOf(bob.id)

interface Item {
  operation: string
  input: object
}
interface Answer {
  status: number
  results: BatchAnswer['results']
  code: string
  errors: { path: string; code: string }[]
}

async function send(
  road: string,
  batch: { atomic: boolean; items: Item[] },
  token: string | null,
  key?: string,
): Promise<Answer> {
  const answer = await http.inject({
    method: 'POST',
    url: road,
    payload: batch,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
  })
  const body: object = answer.json()
  return { ...body, status: answer.statusCode } as Answer
}
const ADMIN = '/v1/admin/batch'

async function counts() {
  const { rows } = await sql<{ products: number; variants: number; prices: number; audit: number }>`
    select (select count(*)::int from catalog.product) as products, (select count(*)::int from catalog.variant) as variants,
      (select count(*)::int from pricing.price) as prices, (select count(*)::int from kit.audit) as audit`.execute(
    shop.app.pool.db,
  )
  return rows[0]!
}

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const SIZES = ['small', 'middle', 'large']
const option = await bob.call(createOption, {
  key: 'size',
  texts: [{ locale: 'en', name: 'Size' }],
  values: SIZES.map((key) => ({ key, texts: [{ locale: 'en', name: key }] })),
})

/** Twenty cups in three sizes; the last is a service: a name cut into the cup, with nothing to ship. */
const cups = Array.from({ length: 20 }, (_, index) => ({
  id: newId(),
  name: index === 19 ? 'A name on your cup' : `Cup ${index + 1}`,
  shippable: index !== 19,
  variants: option.values.map((value) => ({
    id: newId(),
    sku: `CUP-${index + 1}-${value.key}`,
    choices: [{ optionId: option.id, valueId: value.id }],
  })),
}))
type Cup = (typeof cups)[number]

const made = ({ id, name, shippable, variants }: Cup): Item => ({
  operation: 'catalog.products.create',
  input: {
    id,
    taxCategoryId: rows[0]!.id,
    texts: [{ locale: 'en', name }],
    optionIds: [option.id],
    shippable,
    variants,
  },
})
/** All sixty prices are one operation. */
const priced = (lastAmount = 1200): Item => ({
  operation: 'pricing.prices.set',
  input: {
    prices: cups.flatMap(({ variants }, index) =>
      variants.map(({ id }) => ({
        variantId: id,
        price: { amount: index === 19 ? lastAmount : 1200, currency: 'EUR' },
      })),
    ),
  },
})
const shown: Item = { operation: 'catalog.products.publish', input: { productId: cups[6]!.id } }
const range = (lastAmount?: number) => [...cups.map(made), priced(lastAmount), shown]

test('Bob brings in twenty products with variants and prices at once; one bad item leaves nothing', async () => {
  const before = await counts()
  const wrong = await send(ADMIN, { atomic: true, items: range(-1) }, bobs)
  assert.equal(wrong.status, 422)
  assert.deepEqual(
    wrong.errors.map(({ path, code }) => `${path} ${code}`),
    ['items.20.input.prices.57.price.amount too_small'],
  )
  assert.deepEqual(await counts(), before, 'nothing is left of it')

  const done = await send(ADMIN, { atomic: true, items: range() }, bobs, 'the-whole-range')
  assert.equal(done.status, 200, JSON.stringify(done).slice(0, 500))
  assert.deepEqual(
    done.results.map(({ status }) => status),
    range().map((_, index) => (index < 20 ? 201 : 200)),
  )
  const now = await counts()
  assert.deepEqual(
    [now.products - before.products, now.variants - before.variants, now.prices - before.prices],
    [20, 60, 60],
  )
  assert.equal(now.audit - before.audit, 20 + 60 + 1, 'each change is in the audit, as if made alone')

  const again = await send(ADMIN, { atomic: true, items: range() }, bobs, 'the-whole-range')
  assert.deepEqual(again.results, done.results, 'the same batch again answers the same')
  assert.deepEqual(await counts(), now, 'and does nothing twice')
  const taken = await send(ADMIN, { atomic: true, items: range() }, bobs)
  assert.deepEqual(
    taken.errors.map(({ path, code }) => `${path} ${code}`),
    ['items.0.input.id taken'],
  )
  await shop.settle()
  const cup = await shop.guest().call(product, { slug: 'cup-7' })
  assert.equal(cup.variants.length, 3)
  assert.equal((await bob.call(get, { productId: cups[19]!.id })).shippable, false)
})

test('he changes fifty variants one by one, and hears of the one that somebody else had changed', async () => {
  const chosen = cups.flatMap((cup) => cup.variants.map((variant) => ({ cup, variant })))
  const fifty = [...chosen.slice(0, 48), chosen[48]!, chosen[51]!]
  const versions = new Map<string, number>()
  for (const { cup } of fifty) versions.set(cup.id, (await bob.call(get, { productId: cup.id })).version)
  const items = fifty.map(({ cup, variant }) => {
    const expectedVersion = versions.get(cup.id)!
    versions.set(cup.id, expectedVersion + 1) // a variant's change is one of its product
    return {
      operation: 'catalog.variants.update',
      input: { productId: cup.id, variantId: variant.id, weightGrams: 250, expectedVersion },
    }
  })
  const other = fifty[49]!.cup
  const { version } = await bob.call(update, { productId: other.id, featured: true })

  const first = await send(ADMIN, { atomic: false, items }, bobs, 'heavier')
  assert.equal(first.status, 207)
  assert.deepEqual(
    first.results.map(({ status }) => status),
    fifty.map((_, index) => (index === 49 ? 412 : 200)),
  )
  const { problem } = first.results[49]!
  assert.deepEqual([problem!.code, problem!.details], ['stale_version', { currentVersion: version }])
  assert.match(problem!.errors[0]!.path, /^items\.49/)
  assert.notEqual((await bob.call(get, { productId: other.id })).variants[0]!.weightGrams, 250)

  items[49]!.input.expectedVersion = version
  const second = await send(ADMIN, { atomic: false, items }, bobs, 'heavier')
  assert.equal(second.status, 200, 'the same key finishes what was left')
  assert.deepEqual(second.results.slice(0, 49), first.results.slice(0, 49), 'and does nothing twice')
  assert.equal((await bob.call(get, { productId: other.id })).variants[0]!.weightGrams, 250)
  await shop.invariants()
})

const operations = [...shop.app.operations.values()].filter(({ access }) => access.rule !== 'system')
for (const road of batchesOf(operations)) {
  test(`the rights of every operation hold in ${road.id}, item by item`, async () => {
    const members = membersOf(road, operations).filter(
      ({ kind, session, tellsSecret }) => kind !== 'stream' && !session && !tellsSecret,
    )
    const items: Item[] = []
    for (const { id } of members)
      items.push({ operation: id, input: await samples[id]!.input(shop, shop.alice) })
    const callers: [who: Who, name: string, token: string | null][] = [
      ['anonymous', 'nobody', null],
      ['guest', 'another guest', await tokenOf(null)],
      ['member', 'another member', await tokenOf(shop.charlie.id)],
    ]
    if (road.audience !== 'shop') callers.push(['permitted', 'Bob', bobs])
    for (const [who, name, token] of callers) {
      const results = await inHundreds(road.rest.path, items, token)
      members.forEach((operation, index) => {
        const { status, problem } = results[index]!
        const told = `${name}, ${operation.id}: ${status} ${JSON.stringify(problem)}`
        const expected = judge(operation, samples[operation.id]!.owned ?? false, who)
        assert.ok(status < 500, told)
        if (expected !== 'in') assert.equal(status, expected, told)
        else assert.ok(status !== 403 && !(status === 401 && problem!.code === 'unauthenticated'), told)
      })
    }
  })
}

async function inHundreds(
  road: string,
  items: Item[],
  token: string | null,
): Promise<BatchAnswer['results']> {
  const results: BatchAnswer['results'] = []
  for (let at = 0; at < items.length; at += 100) {
    const batch = { atomic: false, items: items.slice(at, at + 100) }
    results.push(...(await send(road, batch, token, newId())).results)
  }
  return results
}

test('a stranger’s atomic batch is refused for its first item that is not theirs, and leaves nothing', async () => {
  const before = await counts()
  const { status, errors } = await send(
    ADMIN,
    { atomic: true, items: range() },
    await tokenOf(shop.charlie.id),
  )
  assert.deepEqual([status, errors[0]!.path], [403, 'items.0'])
  assert.deepEqual(await counts(), before)
})
