/** What the demo shop sells is told in every language that it speaks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from '#kit/text.ts'
import { categories, options, products, told as everything } from '../index.ts'
import { languages } from './index.ts'

/** `300 ml`, `21 × 14 cm`: German writes them alike. */
const NUMBERS = /^[\d\s×]+(ml|cm|mm|g|kg|°C)?$/

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
    const said = everything.flatMap(({ facts }) => facts.flatMap(({ name, value }) => [name, value]))
    const missing = said.filter((each) => !told.facts[each] && !(locale === 'de' && NUMBERS.test(each)))
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
