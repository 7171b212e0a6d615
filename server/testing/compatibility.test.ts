/** A program that was written for the newest released version of the API goes on working with what is here. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { modules } from '../modules.ts'
import { breaksBetween } from '../surfaces/api-changes.ts'
import { apiFacts, type ApiDocument } from '../surfaces/api-facts.ts'
import { VERSIONS } from '../surfaces/contracts.ts'
import { API_VERSION, openapi } from '../surfaces/openapi.ts'

/** Breaks that are meant, each with its reason. */
const SAID_NOW = 'nothing less than 1 was ever taken: the document had left it out'
const MEANT: Record<string, string> = Object.fromEntries(
  [
    'orders.admin.refund` takes amount',
    'orders.admin.refund` takes delivery',
    'orders.admin.refundPreview` takes amount',
    'orders.admin.refundPreview` takes delivery',
    'payments.admin.capture` takes amount',
    'payments.admin.refund` takes amount',
  ].map((what) => [`\`${what}: integer 1..9007199254740991; was Minor`, SAID_NOW]),
)

const root = join(import.meta.dirname, '../..')
const released = globSync(`${VERSIONS}/*.txt`, { cwd: root })
  .sort()
  .map((file) => ({
    name: basename(file, '.txt'),
    facts: readFileSync(join(root, file), 'utf8').trimEnd().split('\n'),
  }))
const present = {
  name: 'present',
  facts: apiFacts(
    openapi({ modules, operations: modules.flatMap((module) => module.operations) }) as ApiDocument,
  ),
}

test('nothing that the newest version promised is taken away or newly asked for', () => {
  const found = breaksBetween(released.at(-1)!, present)
  assert.deepEqual(
    found.filter((line) => !(line in MEANT)),
    [],
  )
  assert.deepEqual(
    Object.keys(MEANT).filter((line) => !found.includes(line)),
    [],
    'breaks that are none any more',
  )
})

test('the document says the newest version', () => {
  assert.equal(API_VERSION, released.at(-1)!.name)
})
