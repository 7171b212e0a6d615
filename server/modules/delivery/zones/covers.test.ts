import assert from 'node:assert/strict'
import { test } from 'node:test'
import { covers, type Destination, type ZoneArea } from './covers.ts'

const area = (more: Partial<ZoneArea>): ZoneArea => ({
  country: 'DE',
  region: null,
  postalFrom: null,
  postalTo: null,
  excluded: false,
  ...more,
})
const prefix = (postalFrom: string, more: Partial<ZoneArea> = {}) =>
  area({ postalFrom, postalTo: postalFrom, ...more })
const at = (postalCode: string | null, more: Partial<Destination> = {}): Destination => ({
  country: 'DE',
  region: null,
  postalCode,
  ...more,
})
const served = (areas: ZoneArea[], to: Destination) => covers({ countries: ['DE', 'US'], areas }, to)

test('a country without areas is served whole, others of the zone as before', () => {
  assert.equal(served([], at(null)), true)
  assert.equal(served([], at('10115', { country: 'FR' })), false)
  assert.equal(served([prefix('20')], at('90210', { country: 'US' })), true)
})

test('by prefix and by range of postal codes, whatever stands between their signs', () => {
  assert.equal(served([prefix('20')], at('20457')), true)
  assert.equal(served([prefix('20')], at('21029')), false)
  const range = [area({ postalFrom: '20095', postalTo: '21149' })]
  for (const [code, is] of [
    ['20094', false],
    ['20095', true],
    ['21149', true],
    ['21150', false],
  ] as const)
    assert.equal(served(range, at(code)), is, code)
  assert.equal(served([prefix('LV10', { country: 'US' })], at('lv-1050', { country: 'US' })), true)
})

test('what is excluded is not served, while the rest of the country is', () => {
  const islands = [prefix('18565', { excluded: true }), prefix('25999', { excluded: true })]
  assert.equal(served(islands, at('18565')), false)
  assert.equal(served(islands, at('20457')), true)
  assert.equal(served([prefix('2'), prefix('25999', { excluded: true })], at('25999')), false)
})

test('by region, in whatever letters, and by region and code together', () => {
  const texas = area({ country: 'US', region: 'TX' })
  const us = (region: string | null, code = '73301') => at(code, { country: 'US', region })
  assert.equal(served([texas], us('tx ')), true)
  assert.equal(served([texas], us('CA')), false)
  assert.equal(served([{ ...texas, postalFrom: '7', postalTo: '7' }], us('TX', '88510')), false)
})

test('before an address is known, what is served in parts is not promised, and what is excluded in parts is', () => {
  assert.equal(served([prefix('20')], at(null)), false)
  assert.equal(served([prefix('18565', { excluded: true })], at(null)), true)
})
