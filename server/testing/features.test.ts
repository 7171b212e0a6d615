/**
 * `docs/features.md` names, for each feature that wholly holds, where it lives and what proves it.
 *
 * Checked is that both exist, word for word; whether the proof is enough is for people to judge.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

interface Row {
  id: string
  places: string[]
  proofs: { file: string; name: string }[]
}

/** `| id | \`place\`, \`place\` | \`file\`: name; \`file\`: name |`; a name may hold colons and semicolons. */
function rowsOf(text: string): Row[] {
  const lines = text.split('\n').filter((line) => /^\| [A-Z]{2}-\d\d \|/.test(line))
  return lines.map((line) => {
    const [id = '', where = '', proof = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return {
      id,
      places: [...where.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
      proofs: [...proof.matchAll(/`([^`]+)`: (.+?)(?=; `|$)/g)].map((match) => ({
        file: match[1]!,
        name: match[2]!,
      })),
    }
  })
}

function faultsOf(rows: Row[]): string[] {
  return rows.flatMap(({ id, places, proofs }, at) => [
    ...(rows.findIndex((row) => row.id === id) === at ? [] : [`${id} is there twice`]),
    ...(places.length > 0 ? [] : [`${id} names no place`]),
    ...(proofs.length > 0 ? [] : [`${id} names no test`]),
    ...places
      .filter((place) => !existsSync(join(root, place)))
      .map((place) => `${id}: ${place} is not there`),
    ...proofs
      .filter((proof) => !hasTest(proof))
      .map(({ file, name }) => `${id}: ${file} has no test "${name}"`),
  ])
}

/** A name stands in the source in quotes after `test(`, or as a template, whose holes are written as they stand there. */
function hasTest({ file, name }: { file: string; name: string }): boolean {
  const path = join(root, file)
  if (!existsSync(path)) return false
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`\\btest\\(\\s*(['"\`])${literal}\\1`).test(readFileSync(path, 'utf8'))
}

const rows = rowsOf(readFileSync(join(root, 'docs/features.md'), 'utf8'))

test('every feature that is said to hold has its place and its proof', () => {
  assert.ok(rows.length > 20, 'the rows were found')
  assert.deepEqual(faultsOf(rows), [])
})

test('a missing place, a missing file, another name and a doubled row are seen', () => {
  const line = (id: string, where: string, proof: string) => `| ${id} | ${where} | ${proof} |`
  const here = '`server/testing/features.test.ts`'
  const good = line('XX-01', here, `${here}: every feature that is said to hold has its place and its proof`)
  assert.deepEqual(faultsOf(rowsOf(good)), [])
  assert.deepEqual(
    faultsOf(
      rowsOf(
        [
          good,
          good,
          line('XX-02', '`server/nowhere.ts`', `${here}: every feature; or none`),
          line('XX-03', 'somewhere', '`server/gone.test.ts`: a test'),
          line('XX-04', here, 'believe me'),
        ].join('\n'),
      ),
    ),
    [
      'XX-01 is there twice',
      'XX-02: server/nowhere.ts is not there',
      'XX-02: server/testing/features.test.ts has no test "every feature; or none"',
      'XX-03 names no place',
      'XX-03: server/gone.test.ts has no test "a test"',
      'XX-04 names no test',
    ],
  )
})
