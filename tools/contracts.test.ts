import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'quayside-contracts-'))
after(() => rmSync(folder, { recursive: true }))

function contracts(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'contracts.ts'), ...words, folder],
    { encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}

test('the check names what is missing or differs, and writes nothing', () => {
  const empty = contracts('--check')
  assert.equal(empty.status, 1)
  assert.match(empty.said, /contracts\/openapi\.json is out of date/)
  assert.match(empty.said, /packages\/client\/src\/generated\/types\.ts is out of date/)

  assert.equal(contracts().status, 0)
  assert.deepEqual(contracts('--check'), { status: 0, said: '' })

  const file = join(folder, 'contracts/failures.md')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('| `not_found` | 404 |', '| `not_found` | 410 |'))
  const changed = contracts('--check')
  assert.equal(changed.status, 1)
  assert.match(changed.said, /^contracts\/failures\.md is out of date, line \d+: .*410.* should be .*404/)
  assert.match(readFileSync(file, 'utf8'), /410/)
})

test('locked numbers are read back, so that they stay', () => {
  contracts()
  const file = join(folder, 'contracts/proto.lock.json')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(/"country": \[7, "string"\]/, '"country": [77, "string"]'))
  assert.match(contracts('--check').said, /quayside\.admin\.proto is out of date/)
  contracts()
  assert.match(readFileSync(join(folder, 'contracts/quayside.admin.proto'), 'utf8'), /string country = 77;/)
})
