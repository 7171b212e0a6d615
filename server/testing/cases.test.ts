/** `docs/cases.md` says which test sees which case; here it is held to its word. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const LINE = /^- (C\d+|S\d+|MODEL) `([^`]+)`: (.+)$/

function missing(text: string, read: (path: string) => string | null): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .flatMap((line) => {
      const [, id, path, name] = LINE.exec(line) ?? []
      if (!id) return [`${line}: is no line of a case`]
      const source = read(path!)
      if (source === null) return [`${id}: there is no file ${path}`]
      return namesIn(source).includes(name!) ? [] : [`${id}: there is no test “${name}” in ${path}`]
    })
}

/** As they are written, with their `${…}`. */
function namesIn(source: string): string[] {
  return [...source.matchAll(/\btest\(\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g)].map(
    ([, plain, template]) => (plain ?? template)!.replaceAll("\\'", "'"),
  )
}

function fromDisk(path: string): string | null {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

test('each case that is told of has its test', () => {
  const text = readFileSync(join(root, 'docs/cases.md'), 'utf8')
  assert.ok(text.split('\n').filter((line) => LINE.test(line)).length > 50)
  assert.deepEqual(missing(text, fromDisk), [])
})

test('a file or a test that is gone, and a line that cannot be read, are seen', () => {
  const source = "test('one thing holds', () => {})\ntest(\n  `${n} things hold`,\n  () => {},\n)"
  const read = (path: string) => (path === 'a.test.ts' ? source : null)
  const good = '- C1 `a.test.ts`: one thing holds\n- S2 `a.test.ts`: ${n} things hold'
  assert.deepEqual(missing(good, read), [])
  assert.equal(missing('- C1 `b.test.ts`: one thing holds', read).length, 1)
  assert.equal(missing('- C1 `a.test.ts`: another thing holds', read).length, 1)
  assert.equal(missing('- C1 a.test.ts one thing holds', read).length, 1)
})
