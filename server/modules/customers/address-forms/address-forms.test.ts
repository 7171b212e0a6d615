/** Alice lives anywhere: each country asks what it needs, takes what is right there, and prints it in its own order. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { cartOf } from '#testing/carts.ts'
import { setDetails } from '../../cart/set-details.ts'
import { covers } from '../../delivery/zones/covers.ts'
import { addressOf, type AddressInput } from '../address.ts'
import { addressLines } from '../address-lines.ts'
import { create } from '../addresses/create.ts'
import { get } from './get.ts'
import { sameRegion } from './regions.ts'

const shop = await openShop()
after(() => shop.close())
const someone = () => shop.person(`p-${newId()}`, [])
const ann = await someone()

const keep = (address: Partial<AddressInput> & { country: string }) =>
  ann.call(create, { name: 'Ann Lee', line1: 'Main St 1', ...address })

const faultsOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error) => error.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
  )

const countries = Object.keys(
  JSON.parse(readFileSync(new URL('countries.json', import.meta.url), 'utf8')),
).filter((country) => country !== 'ZZ')

test('the fields of each country come in its order, with what they are called there', async () => {
  const fieldsOf = async (country: string, locale?: string) =>
    (await ann.call(get, { country }, locale ? { locale } : {})).fields.map(
      ({ label, isRequired }) => `${label}${isRequired ? '' : '?'}`,
    )
  assert.deepEqual(await fieldsOf('DE'), ['name', 'company?', 'line1', 'line2?', 'postal_code', 'city'])
  assert.deepEqual(await fieldsOf('US'), ['name', 'company?', 'line1', 'line2?', 'city', 'state', 'zip'])
  assert.deepEqual((await fieldsOf('IE')).slice(4), ['city', 'county?', 'eircode?'])
  assert.deepEqual((await fieldsOf('AE')).slice(4), ['emirate'])
  assert.deepEqual((await fieldsOf('JP')).slice(4), ['prefecture', 'postal_code'])
  const { regions, postalCode, format } = await ann.call(get, { country: 'US' })
  assert.deepEqual([regions[0], regions.length], [{ code: 'AL', name: 'Alabama' }, 62])
  assert.equal(postalCode!.example, '95014')
  assert.equal(format, '{name}\n{company}\n{line1}\n{line2}\n{city}, {region} {postal_code}')
})

test('every country’s form can be asked for and filled in, and its example is right there', async () => {
  for (const country of countries) {
    const { postalCode, regions } = await ann.call(get, { country })
    const region = regions[0]?.code ?? 'Somewhere'
    const address = { name: 'Ann Lee', line1: 'Main St 1', city: 'Town', region, country }
    const lines = addressLines(
      addressOf(postalCode ? { ...address, postalCode: postalCode.example } : address, ''),
      'en',
    )
    assert.ok(lines.length > 2 && lines.every((line) => line === line.trim()), lines.join('|'))
  }
})

test('what is missing or not right is told at each field, on every road', async () => {
  assert.deepEqual(await faultsOf(keep({ country: 'US' })), [
    'postalCode required',
    'city required',
    'region required',
  ])
  assert.deepEqual(
    await faultsOf(keep({ country: 'US', city: 'Reno', postalCode: '8950', region: 'Bavaria' })),
    ['postalCode postal_code', 'region not_in_list'],
  )
  assert.deepEqual(await faultsOf(keep({ country: 'HK', region: 'Kowloon' })), [])
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: await shop.goods() })
  const shippingAddress = {
    name: 'Ann',
    line1: 'Via Roma 1',
    city: 'Roma',
    postalCode: '00144',
    country: 'IT',
  }
  assert.deepEqual(await faultsOf(guest.call(setDetails, { cartId, shippingAddress })), [
    'shippingAddress.region required',
  ])
  const told = { ...shippingAddress, region: 'roma' }
  const cart = await guest.call(setDetails, { cartId, shippingAddress: told })
  assert.equal(cart.shippingAddress!.region, 'RM')
})

test('a region is known by its code, its names and its ISO code, and kept as one', async () => {
  const kept = async (country: string, region: string, postalCode: string) =>
    (await keep({ country, city: 'Town', region, postalCode })).region
  for (const written of ['CA', 'california', ' California '])
    assert.equal(await kept('US', written, '95014'), 'CA')
  for (const written of ['Tokyo', '東京都', '13'])
    assert.equal(await kept('JP', written, '154-0023'), 'Tokyo')
  assert.equal(await kept('ES', 'M', '28039'), 'Madrid')
  assert.equal(await kept('DE', 'Bavaria', '80331'), 'Bavaria', 'of a country without a list any text')
  assert.ok(sameRegion('CA', 'Québec', 'QC') && !sameRegion('CA', 'Ontario', 'QC'))
})

test('postal codes lose the sign of their country; in a country without any nobody has to invent one', async () => {
  assert.equal((await keep({ country: 'LU', city: 'Luxembourg', postalCode: 'l-4750' })).postalCode, '4750')
  assert.equal((await keep({ country: 'AE', region: 'Dubai' })).postalCode, '')
})

test('an address is printed in the order of its country, in the letters it was written in', () => {
  const printed = (address: Partial<AddressInput> & { country: string }) =>
    addressLines(addressOf({ name: 'Ann Lee', line1: 'Main St 1', ...address }, ''), 'en').slice(1)
  assert.deepEqual(printed({ country: 'DE', postalCode: '20457', city: 'Hamburg', line2: 'c/o Bo' }), [
    'Main St 1',
    'c/o Bo',
    '20457 Hamburg',
    'Germany',
  ])
  assert.deepEqual(printed({ country: 'US', postalCode: '89501', city: 'Reno', region: 'Nevada' }), [
    'Main St 1',
    'Reno, NV 89501',
    'United States',
  ])
  assert.deepEqual(printed({ country: 'GB', postalCode: 'sw1a 1aa', city: 'London' }), [
    'Main St 1',
    'London',
    'SW1A 1AA',
    'United Kingdom',
  ])
  assert.deepEqual(printed({ country: 'SG', postalCode: '546080', city: 'Singapore' }), [
    'Main St 1',
    'SINGAPORE 546080',
    'Singapore',
  ])
  const tokyo = { country: 'JP', postalCode: '154-0023', region: '13' }
  assert.deepEqual(printed({ ...tokyo, line1: '1-2 Wakabayashi', city: 'Setagaya-ku' }), [
    '1-2 Wakabayashi',
    'Setagaya-ku, Tokyo',
    '154-0023',
    'Japan',
  ])
  const own = { ...tokyo, name: '山田 花子', line1: '世田谷区若林 1-2' }
  assert.deepEqual(addressLines(addressOf(own, ''), 'ja'), [
    '〒154-0023',
    '東京都',
    '世田谷区若林 1-2',
    '山田 花子',
    '日本',
  ])
})

test('a zone of a region serves it however it was written', () => {
  const areas = [{ country: 'US', region: 'California', postalFrom: null, postalTo: null, excluded: false }]
  const serves = (region: string) =>
    covers({ countries: ['US'], areas }, { country: 'US', region, postalCode: null })
  assert.deepEqual([serves('CA'), serves('Nevada')], [true, false])
})
