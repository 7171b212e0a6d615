/** Whatever somebody types, on every road that takes words: it is answered or refused by its name, and nothing breaks. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { why } from './admin/why.ts'
import { list as placements } from './placements/list.ts'
import { set as place } from './placements/set.ts'
import { create as createSynonym } from './synonyms/create.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const cup = await shop.goods({ name: 'Blue cup' })
await shop.settle()

const TERMS = [
  'кружка синяя',
  'كوب أزرق',
  'ספל כחול',
  '青い茶碗',
  '파란 컵',
  'नीला प्याला',
  'ถ้วยสีน้ำเงิน',
  'ლურჯი ჭიქა',
  'κούπα',
  '🫖🫖',
  'ŉ ﷺ ½ ʼ',
  "a & b | !c <-> 'd':*",
  '((((',
  '\\\\',
  "'':*",
  '%_%',
  '"blue" -cup OR 1=1; --',
  '- - -',
  '1.5e309',
  'a'.repeat(200),
  'ß'.repeat(200),
  'x y '.repeat(50),
  '𝒻𝒶𝓃𝒸𝓎',
  '\u202edrowkcab',
  'e\u0301'.repeat(100),
]
const READS = [
  { path: '/v1/search', with: 'facets=true&highlights=true&withTotal=true' },
  { path: '/v1/products', with: 'withTotal=true' },
  { path: '/v1/suggestions', with: '' },
]
const asked = (path: string, query: string) => http.inject({ method: 'GET', url: `${path}?${query}` })

test('terms of every alphabet and full of operators are answered wherever words are taken', async () => {
  for (const q of TERMS) {
    for (const read of READS) {
      const answer = await asked(read.path, `q=${encodeURIComponent(q)}&${read.with}`)
      assert.equal(answer.statusCode, 200, `${read.path} ${q}: ${answer.body}`)
    }
    await shop.bob.call(why, { q, productId: cup.productId })
  }
})

test('staff may say the same of them: as synonyms and for what is pinned, if there is a word in them', async () => {
  for (const q of TERMS) {
    const refused = (error: { code?: string; errors?: { path: string }[] }) => {
      assert.equal(error.code, 'invalid_input', q)
      assert.match(error.errors![0]!.path, /^(q|words\.\d)$/)
    }
    await shop.bob.call(place, { q, pinned: [cup.productId], buried: [] }).catch(refused)
    await shop.bob.call(createSynonym, { locale: 'en', words: [q.slice(0, 60), 'vessel'] }).catch(refused)
  }
  assert.ok((await shop.bob.call(placements, {})).items.length > 10)
  const { statusCode, body } = await asked('/v1/search', `q=${encodeURIComponent('кружка синяя')}`)
  assert.equal(statusCode, 200)
  assert.equal((JSON.parse(body) as { items: { id: string }[] }).items[0]!.id, cup.productId, 'pinned')
})

test('what is far too long is refused by its name, and no page is made of it', async () => {
  for (const { path } of READS) {
    const { statusCode, body } = await asked(path, `q=${'long+'.repeat(500)}`)
    assert.equal(statusCode, 422)
    assert.deepEqual(
      (JSON.parse(body) as { errors: { path: string }[] }).errors.map((error) => error.path),
      ['q'],
    )
    const longer = await asked(path, `q=${'long+'.repeat(2_000)}`)
    assert.deepEqual(
      [longer.statusCode, longer.headers['content-type']],
      [414, 'application/problem+json'],
      'no address is so long',
    )
  }
})

test('facets that nobody knows find nothing; what is no facet is refused by its place', async () => {
  const found = async (filter: string) => {
    const { statusCode, body } = await asked('/v1/search', filter)
    const { items, errors } = JSON.parse(body) as { items?: unknown[]; errors?: { path: string }[] }
    return [statusCode, items?.length ?? errors![0]!.path]
  }
  for (const filter of [
    'filter[option][in]=colour:blue',
    'filter[attribute][all]=wood:oak',
    'filter[attribute][gte]=height:10',
    'filter[category][eq]=nowhere',
  ])
    assert.deepEqual(await found(filter), [200, 0], filter)
  assert.deepEqual(await found('filter[option][none]=colour:blue'), [200, 1])
  for (const [filter, at] of [
    ['filter[option][in]=blue', /^filter\.option\.in/],
    ['filter[option][in]=%D1%86%D0%B2%D0%B5%D1%82:%D0%BA', /^filter\.option\.in/],
    ['filter[attribute][gte]=height:tall', /^filter\.attribute\.gte/],
    ['filter[colour][in]=blue', /^filter/],
    ['filter[option][like]=colour:blue', /^filter/],
    ['filter[price][gte]=-1', /^filter\.price\.gte/],
    [`filter[option][in]=${'a'.repeat(200)}:b`, /^filter\.option\.in/],
  ] as const) {
    const [status, path] = await found(filter)
    assert.ok(status === 400 || status === 422, `${filter}: ${status}`)
    assert.match(String(path), at, filter)
  }
})
