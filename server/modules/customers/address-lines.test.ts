import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressInOneLine, addressLines } from './address-lines.ts'

const hart = {
  name: 'Alice Hart',
  company: null,
  line1: 'Kai 1',
  line2: null,
  postalCode: '20457',
  city: 'Hamburg',
  region: null,
  country: 'DE',
  phone: null,
}

test('a country has its own manner, and its name is told in the reader’s language', () => {
  assert.deepEqual(addressLines(hart, 'en'), ['Alice Hart', 'Kai 1', '20457 Hamburg', 'Germany'])
  assert.equal(addressInOneLine(hart, 'de-AT'), 'Alice Hart, Kai 1, 20457 Hamburg, Deutschland')
  assert.equal(addressLines(hart, 'ar').at(-1), 'ألمانيا')
  const there = (country: string, region: string | null) =>
    addressLines({ ...hart, country, region, city: 'Place', postalCode: '123' }, 'en').slice(2, -1)
  assert.deepEqual(there('US', 'NY'), ['Place, NY 123'])
  assert.deepEqual(there('GB', null), ['Place', '123'])
  assert.deepEqual(there('JP', 'Tokyo'), ['Place, Tokyo', '123'])
})
