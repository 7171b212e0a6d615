/** How money, days, numbers and shortened texts are written, whoever writes them. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  countryName,
  decimalsOf,
  formatDate,
  formatDays,
  formatMoney,
  formatNumber,
  formatShare,
  languages,
  plainAmount,
  plural,
  truncate,
} from './index.ts'

const currencies = Intl.supportedValuesOf('currency')
const money = fc.record({
  amount: fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', ...currencies),
})
const locale = fc.constantFrom(...languages)

test('an amount has the decimals of its currency, also where the till has none', () => {
  assert.equal(plainAmount({ amount: 1234, currency: 'EUR' }), '12.34')
  assert.equal(plainAmount({ amount: 1234, currency: 'JPY' }), '1234')
  assert.equal(plainAmount({ amount: -5, currency: 'KWD' }), '-0.005')
  assert.equal(formatMoney({ amount: 123_450, currency: 'HUF' }, 'en'), 'HUF\u00a01,234.50')
  assert.equal(formatMoney({ amount: 1234, currency: 'JPY' }, 'en'), '¥1,234')
  assert.equal(formatMoney({ amount: 1234, currency: 'KWD' }, 'de'), '1,234\u00a0KWD')
})

test('whatever the currency and the language, no unit is lost and digits are 0 to 9', () => {
  fc.assert(
    fc.property(money, locale, (given, language) => {
      const shown = formatMoney(given, language)
      const digits = shown.replaceAll(/[^0-9]/g, '')
      assert.doesNotMatch(shown, /[\u0660-\u0669]/, 'the digits of the shop')
      const exact = String(Math.abs(given.amount)).padStart(decimalsOf(given.currency) + 1, '0')
      assert.equal(digits, exact)
      assert.equal(/[-\u2212]/.test(shown), given.amount < 0)
    }),
  )
})

test('as a plain number it is the same amount again', () => {
  fc.assert(
    fc.property(money, ({ amount, currency }) => {
      const [whole = '', rest = ''] = plainAmount({ amount, currency }).split('.')
      assert.equal(rest.length, decimalsOf(currency))
      assert.equal(BigInt(whole.replace('-', '') + rest), BigInt(Math.abs(amount)))
    }),
  )
})

test('a point in time is told in the zone of the shop, a day is the same day everywhere', () => {
  const at = '2026-03-12T23:30:00.000Z'
  const told = (how: { locale: string; timeZone: string }) => formatDate(at, { look: 'day', ...how })
  assert.equal(told({ locale: 'en', timeZone: 'UTC' }), 'March 12, 2026')
  assert.equal(told({ locale: 'de', timeZone: 'Europe/Berlin' }), '13. März 2026')
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
    assert.equal(formatDate('2026-03-12', { look: 'day', locale: 'en', timeZone }), 'March 12, 2026')
  assert.match(formatDays('2026-11-24', '2026-11-26', 'de'), /24\.\s?–.*26\. Nov/)
})

test('numbers, shares and countries are written as the reader does', () => {
  assert.deepEqual(
    languages.map((language) => formatNumber(1234.5, language)),
    ['1,234.5', '1.234,5', '1,234.5'],
  )
  assert.equal(formatShare(0.0825, 'en'), '8.25%')
  assert.deepEqual([countryName('DE', 'ar'), countryName('ZZ', 'en').length > 0], ['ألمانيا', true])
})

test('each number has the form of its language: two in English and German, six in Arabic', () => {
  const forms = { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' }
  const said = (language: string) => [0, 1, 2, 3, 11, 100].map((count) => plural(language, count, forms))
  assert.deepEqual(said('ar'), ['0', '1', '2', 'few', 'many', 'other'])
  assert.deepEqual(said('de'), ['other', '1', 'other', 'other', 'other', 'other'])
})

test('a shortened text is no longer than asked, begins as the whole one does, and parts no letter', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const letters = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
  const texts = fc.array(fc.constantFrom('a', 'ß', ' ', '👩‍👩‍👧', 'é', 'كَ', '🇩🇪', '\u0301'), { maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 40 }), (parts, most) => {
      const text = parts.join('')
      const short = truncate(text, most)
      if (short === text) return
      assert.ok(letters(short).length <= most, short)
      assert.ok(short.endsWith('…'))
      const kept = letters(short.slice(0, -1))
      assert.deepEqual(kept, letters(text).slice(0, kept.length))
    }),
  )
  assert.equal(truncate('A teapot for two, and a tray', 18), 'A teapot for two,…')
  assert.equal(truncate('short', 10), 'short')
  assert.equal(truncate('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 3), '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧')
})

const ROOT = join(import.meta.dirname, '../../..')
const OWN_HAND =
  /new Intl\.(NumberFormat|DateTimeFormat|PluralRules)|\.toLocale(String|DateString|TimeString)\(/
/** What readers are shown: pages, their components, and the mails and documents of each module. */
const SHOWN = [
  'apps/storefront/app/**/*.{ts,tsx}',
  'packages/ui/src/*.{ts,tsx}',
  'server/modules/*/{emails,documents}/**/*.ts',
]

test('pages, mails and documents write nothing by a hand of their own', () => {
  const files = SHOWN.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  assert.ok(files.length > 200, `${files.length} files`)
  const own = files.filter((file) => OWN_HAND.test(readFileSync(join(ROOT, file), 'utf8')))
  assert.deepEqual(own, [])
})
