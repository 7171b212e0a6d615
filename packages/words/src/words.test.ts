import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf, languages, loadWords, wordsFor, type Words } from './index.ts'

await Promise.all(languages.map(loadWords))

/** Every leaf by its path; functions are said with plain arguments. */
function leaves(part: unknown, path = ''): [string, unknown][] {
  if (typeof part !== 'object' || part === null) return [[path, part]]
  return Object.entries(part).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key))
}

const english = new Map(leaves(wordsFor('en')))
const others = languages.filter((language) => language !== 'en')

/** What is a name, a mark, or the same word in German. */
const ALIKE = new Set([
  'list.sorts.name',
  'home.promises.0.icon',
  'home.promises.1.icon',
  'home.promises.2.icon',
])

/** Words that a language has taken over as they are. */
const TAKEN_OVER = new Set(['de newsletter.title'])

test('every language has every word, also where any key would be allowed', () => {
  for (const language of others) {
    const own = leaves(wordsFor(language)).map(([path, leaf]) => `${path}: ${typeof leaf}`)
    assert.deepEqual(
      own.sort(),
      [...english].map(([path, leaf]) => `${path}: ${typeof leaf}`).sort(),
      language,
    )
  }
})

test('no word of another language is left in English', () => {
  for (const language of others)
    for (const [path, leaf] of leaves(wordsFor(language)))
      if (typeof leaf === 'string' && !ALIKE.has(path) && !TAKEN_OVER.has(`${language} ${path}`))
        assert.notEqual(leaf, english.get(path), `${language} ${path}`)
})

test('Arabic is written in Arabic letters', () => {
  for (const [path, leaf] of leaves(wordsFor('ar')))
    if (typeof leaf === 'string' && !ALIKE.has(path)) assert.match(leaf, /\p{Script=Arabic}/u, path)
})

test('numbers are counted in the forms of their language', () => {
  const counted = (language: (typeof languages)[number], numbers: number[]) =>
    numbers.map((n) => wordsFor(language).orders.items(n))
  assert.deepEqual(counted('en', [0, 1, 2]), ['0 items', '1 item', '2 items'])
  assert.deepEqual(counted('ar', [0, 1, 2, 3, 11, 100]), [
    'لا قطع',
    'قطعة واحدة',
    'قطعتان',
    '3 قطع',
    '11 قطعة',
    '100 قطعة',
  ])
})

test('a reader gets the language of their locale, or the next that is spoken here', () => {
  assert.equal(languageOf('de-AT'), 'de')
  assert.equal(languageOf('fr', 'ar-EG'), 'ar')
  assert.equal(languageOf('fr'), 'en')
})

test('a language has words before they are asked for', () => {
  const words: Words = wordsFor('de')
  assert.equal(words.shell.menu, 'Menü')
})
