import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashToken, newId, newToken } from './id.ts'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids made one after the other rise, differ, and say when they were made', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  assert.ok(ids.every((id) => FORM.test(id)))
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(new Set(ids).size, ids.length)
  const madeAt = Number.parseInt(ids[0]!.slice(0, 13).replace('-', ''), 16)
  assert.ok(Math.abs(madeAt - Date.now()) < 10_000)
})

test('their random halves do not repeat, wherever the drawn bytes end', () => {
  const halves = Array.from({ length: 20_000 }, () => newId().slice(19))
  assert.equal(new Set(halves).size, halves.length)
})

test('tokens are long, differ, and only their hash is to be kept', () => {
  const [one, other] = [newToken(), newToken()]
  assert.match(one, /^[\w-]{43}$/)
  assert.notEqual(one, other)
  assert.equal(hashToken(one).length, 32)
})
