/** What the store refuses, it refuses in the caller's language: every failure, every fault, on every road. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { TSchema } from 'typebox'
import { FAULTS } from '#kit/fault-words.ts'
import { InvalidInput, failure, invalid, type FailureType } from '#kit/failure.ts'
import { LANGUAGES, languageOf } from '#kit/language.ts'
import { problemOf } from '#kit/problem.ts'
import { Type } from '#kit/types.ts'
import { createHttp } from './http.ts'
import { inProcess } from './in-process.ts'
import { teaApp, teaId } from './tea-app.ts'

const shop = teaApp()
const http = await createHttp(shop.app)
after(() => http.close())
const JSON_TYPE = { 'content-type': 'application/json' }

const root = join(import.meta.dirname, '..')
const files = globSync('{kit,surfaces,modules}/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('tea-app.ts'))
  .map((path) => ({ path: join(root, path), text: readFileSync(join(root, path), 'utf8') }))
const declaring = files.filter(({ text }) => text.includes('= failure('))

const failures: FailureType[] = (
  await Promise.all(declaring.map(({ path }) => import(path) as Promise<object>))
).flatMap((exports) => Object.values(exports).filter(isFailureType))

function isFailureType(value: unknown): value is FailureType {
  return typeof value === 'function' && 'isInEach' in value
}

/** What may stand in a sentence of another language as it is. */
const NAMES =
  /`[^`]*`|https?(:\/\/)?|Idempotency-Key|Expect|application\/json|UTF-8|JPEG|PNG|WebP|MP4|PostgreSQL|create role|grant|US\$|JP¥/g
const ENGLISH =
  /\b(the|is|are|of|this|not|have|has|been|already|and|with|from|most|only|there|store|please)\b/i

/** One of the many things that a schema allows, another one for each turn. */
function sample(schema: TSchema & Record<string, unknown>, turn: number): unknown {
  const of = (options: readonly unknown[]) => options[turn % options.length]
  const each = (inner: unknown, at = turn) => sample(inner as never, at)
  if (schema['enum']) return of(schema['enum'] as unknown[])
  if ('const' in schema) return schema['const']
  if (schema['anyOf']) return each(of(schema['anyOf'] as unknown[]))
  if (schema['scalar'] === 'Instant') return '2026-03-02T10:00:00.000Z'
  if (schema['scalar'] === 'Currency') return of(['EUR', 'USD', 'JPY'])
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema['properties'] as object).map(([name, inner], at) => [
          name,
          each(inner, turn + at),
        ]),
      )
    case 'array':
      return Array.from({ length: turn % 2 === 0 ? 1 : 3 + turn }, (_, at) =>
        each(schema['items'], turn + at),
      )
    case 'integer':
      return Math.max(of([0, 1, 2, 3, 11, 100]) as number, Number(schema['minimum'] ?? 0))
    case 'boolean':
      return turn % 2 === 0
    case 'null':
      return null
    default:
      return '§§'
  }
}

const TURNS = 12

/** What is wrong with how a failure is told; nothing, when all is well. */
function wordFaults(type: FailureType): string[] {
  if (!type.isInEach) return [`${type.code} is told in English alone`]
  const found = new Set<string>()
  for (let turn = 0; turn < TURNS; turn++) {
    const made = type(sample(type.details as never, turn) as never)
    for (const language of LANGUAGES) {
      const { title, detail } = problemOf(made, '', '', language)
      const plain = detail.replace(NAMES, '')
      const isBroken = /undefined|NaN|\[object|\bnull\b/.test(detail) || detail.trim() === '' || title === ''
      const isForeign =
        (language === 'de' && ENGLISH.test(plain)) || (language === 'ar' && /[A-Za-z]{2}/.test(plain))
      if (isBroken || isForeign) found.add(`${type.code} in ${language}: ${detail}`)
    }
  }
  return [...found]
}

test('every failure is told in every language, whatever its details', () => {
  assert.deepEqual(failures.flatMap(wordFaults), [])
})

test('no failure is left out', () => {
  const known = new Set(failures.map(({ code }) => code))
  const made = declaring.flatMap(({ text }) =>
    [...text.matchAll(/= failure\(\s*'([\w.]+)'/g)].map(([, code]) => code!),
  )
  assert.ok(made.length > 140, 'they were found')
  assert.deepEqual(
    made.filter((code) => !known.has(code)),
    [],
  )
})

test('a missing word, an English one and a forgotten argument are seen', () => {
  const none = Type.Object({}, { additionalProperties: false })
  assert.match(wordFaults(failure('a.b', 409, none, 'Gone.'))[0]!, /English alone/)
  const [de, ar] = ['Das ist weg.', 'هذا غير موجود.']
  assert.deepEqual(wordFaults(failure('a.b', 409, none, { en: 'Gone.', de, ar })), [])
  assert.match(wordFaults(failure('a.b', 409, none, { en: 'Gone.', de: 'This is gone.', ar }))[0]!, /in de/)
  assert.match(wordFaults(failure('a.b', 409, none, { en: 'Gone.', de, ar: 'Gone.' }))[0]!, /in ar/)
  const gone = failure('a.b', 409, none, { en: 'Gone.', de: () => `${undefined} weg.`, ar })
  assert.match(wordFaults(gone)[0]!, /undefined/)
})

test('every code of a fault is told in every language', () => {
  const codes = files.flatMap(({ text }) =>
    [
      ...text.matchAll(
        /\b(?:invalid|unreadable)\(\s*(?:'[^']*'|`[^`]*`|[\w.]+(?:\([^)]*\))?),\s*(?:[^,']*\? )?'([a-z_]+)'/g,
      ),
      ...text.matchAll(/\bcode: '([a-z_]+)',\s*message/g),
    ].map(([, code]) => code!),
  )
  assert.ok(codes.length > 200, 'they were found')
  assert.deepEqual([...new Set(codes)].filter((code) => !FAULTS[code]).toSorted(), [])
})

test('the most wanted language that is spoken is taken, and a region falls back to its language', () => {
  assert.equal(languageOf('de-AT,en'), 'de')
  assert.equal(languageOf('fr,ar-EG,en'), 'ar')
  assert.equal(languageOf('fr'), 'en')
  assert.equal(languageOf(undefined), 'en')
})

test('Amina reads in Arabic what Hans reads in German; code, path and details stay', async () => {
  const buy = (language: string) =>
    http.inject({
      method: 'PATCH',
      url: `/v1/teas/${teaId(1)}`,
      headers: { ...JSON_TYPE, 'accept-language': language },
      payload: JSON.stringify({ name: 7 }),
    })
  const [english, german, arabic] = await Promise.all(
    ['fr', 'fr;q=0.9, de-AT;q=0.8, en;q=0.1', 'ar'].map(buy),
  )
  const problems = [english, german, arabic].map((answer) => answer!.json<ReturnType<typeof problemOf>>())
  assert.deepEqual(
    [english, german, arabic].map((answer) => answer!.headers['content-language']),
    ['en', 'de', 'ar'],
  )
  assert.equal(new Set(problems.map(({ code }) => code)).size, 1)
  assert.equal(new Set(problems.map(({ title }) => title)).size, 3)
  assert.equal(new Set(problems.map(({ detail }) => detail)).size, 3)
  assert.equal(new Set(problems.map(({ errors }) => errors.map(({ path }) => path).join())).size, 1)
  assert.equal(new Set(problems.map(({ errors }) => errors[0]?.message)).size, 3)
})

test('a page hears of a refusal in its own language', async () => {
  const store = inProcess(shop.app, { hint: { locale: 'ar' } }) as unknown as {
    tea: { get(input: object): Promise<unknown> }
  }
  await assert.rejects(store.tea.get({ teaId: 'nonsense' }), (error: { problem: { detail: string } }) => {
    assert.match(error.problem.detail, /\p{Script=Arabic}/u)
    return true
  })
})

test('a fault keeps its words when it is found in something larger, and on the wire it is as ever', () => {
  const made = invalid('lines.0', 'odd', { en: 'Odd.', de: 'Ungerade.', ar: 'فردي.' })
  assert.deepEqual(made.errors, [{ path: 'lines.0', code: 'odd', message: 'Odd.' }])
  assert.equal(problemOf(made, '', '', 'de').errors[0]!.message, 'Ungerade.')
  assert.equal(JSON.stringify(made.errors[0]), '{"path":"lines.0","code":"odd","message":"Odd."}')
  const plain = InvalidInput({}, { errors: [{ path: 'a', code: 'taken', message: 'Taken.' }] })
  assert.equal(problemOf(plain, '', '', 'de').errors[0]!.message, FAULTS['taken']!.de)
})
