/** What the demo shop sells is told in every language that it speaks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from '#kit/text.ts'
import { categories, collections, options, products, told as everything } from '../index.ts'
import { factsIn, languages, MEASURE } from './index.ts'

for (const { locale, ...told } of languages) {
  test(`${locale}: every product has a name, a line and a description of its own`, () => {
    const missing = everything.filter(({ slug }) => !told.products[slug]).map(({ slug }) => slug)
    assert.deepEqual(missing, [], 'add them to server/demo/catalogue/texts')
    for (const { slug, ...english } of everything) {
      const text = told.products[slug]!
      assert.notEqual(text.subtitle, english.subtitle, slug)
      assert.notEqual(text.description, english.description, slug)
      assert.doesNotMatch(text.description, /[^\n]\n[^\n]|\s{3,}/, slug)
      assert.ok(text.description.length > 100, slug)
    }
    const slugs = everything.map(({ slug }) => slugOf(told.products[slug]!.name))
    assert.equal(new Set(slugs).size, slugs.length, 'two of one name would be at one address')
  })

  test(`${locale}: so has every shelf, option and value, and every fact`, () => {
    const keys = [
      ...options.flatMap(({ key, values }) => [key, ...values.map((value) => `${key} ${value.key}`)]),
      ...products.flatMap((product) => product.bundle?.choices.map(({ name }) => name) ?? []),
    ]
    assert.deepEqual(
      keys.filter((key) => !told.options[key]),
      [],
    )
    assert.deepEqual(
      categories.filter(({ slug }) => !told.categories[slug]),
      [],
    )
    assert.deepEqual(
      collections.filter(({ slug }) => !told.collections[slug]),
      [],
    )
    const said = everything.flatMap(({ facts }) => facts.flatMap(({ name, value }) => [name, value]))
    const missing = said.filter((each) => !told.facts[each] && !MEASURE.test(each))
    assert.deepEqual([...new Set(missing)], [])
  })

  test(`${locale}: nothing is told that English knows nothing of`, () => {
    const sold = new Set(everything.map(({ slug }) => slug))
    assert.deepEqual(
      Object.keys(told.products).filter((slug) => !sold.has(slug)),
      [],
    )
  })
}

test('a measure is written as its language writes numbers and units', () => {
  const facts = [{ name: 'Size', value: '12.5 × 9 cm' }]
  const values = languages.map((language) => factsIn(language, facts)[0]?.value)
  assert.deepEqual(values, ['12,5 × 9 cm', '12.5 × 9 سم'])
})
