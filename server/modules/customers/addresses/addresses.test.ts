/** Alice keeps addresses; Charlie never meets them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const HOME = { name: 'Ann Lee', line1: 'Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }
const someone = () => shop.person(`p-${newId()}`, [])

/** The fields at fault, by path and code. */
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail('accepted'),
    (error: { code: string; errors: { path: string; code: string; message: string }[] }) => {
      assert.equal(error.code, 'invalid_input')
      return error.errors
    },
  )

test('the first address is the default; another that becomes it ends the first', async () => {
  const ann = await someone()
  const home = await ann.call(create, { ...HOME, name: '  Ann   Lee ', postalCode: ' 20457 ' })
  assert.deepEqual(
    [home.name, home.postalCode, home.isDefault, home.company],
    ['Ann Lee', '20457', true, null],
  )
  const work = await ann.call(create, { ...HOME, company: 'Quay Ltd', line1: 'Dock 2' })
  assert.equal(work.isDefault, false)
  const main = await ann.call(update, { addressId: work.id, isDefault: true })
  assert.deepEqual([main.isDefault, main.version, main.company], [true, 2, 'Quay Ltd'])
  const { items } = await ann.call(list, {})
  assert.deepEqual(
    items.map((each) => [each.id, each.isDefault]),
    [
      [work.id, true],
      [home.id, false],
    ],
  )
})

test('what is left out stays, null clears', async () => {
  const ann = await someone()
  const { id: addressId } = await ann.call(create, { ...HOME, company: 'Quay Ltd', phone: '+4915112345678' })
  const changed = await ann.call(update, { addressId, company: null, city: 'Bremen', postalCode: '28195' })
  assert.deepEqual(
    [changed.company, changed.city, changed.phone, changed.name],
    [null, 'Bremen', '+4915112345678', 'Ann Lee'],
  )
})

test('who changes an old version is told the present one', async () => {
  const ann = await someone()
  const { id: addressId } = await ann.call(create, HOME)
  await ann.call(update, { addressId, city: 'Bremen', expectedVersion: 1 })
  for (const late of [
    () => ann.call(update, { addressId, city: 'Kiel', expectedVersion: 1 }),
    () => ann.call(remove, { addressId, expectedVersion: 1 }),
  ])
    await assert.rejects(late, { code: 'stale_version', status: 412, details: { currentVersion: 2 } })
  assert.equal((await ann.call(list, {})).items[0]!.city, 'Bremen')
})

test('another’s address is not found, as one that never was', async () => {
  const ann = await someone()
  const { id } = await ann.call(create, HOME)
  for (const addressId of [id, newId()]) {
    for (const attempt of [
      () => shop.charlie.call(update, { addressId, city: 'Kiel' }),
      () => shop.charlie.call(remove, { addressId }),
    ])
      await assert.rejects(attempt, { code: 'not_found', status: 404 })
  }
  assert.deepEqual((await shop.charlie.call(list, {})).items, [])
  await assert.rejects(shop.guest().call(list, {}), { code: 'unauthenticated' })
  await assert.rejects(ann.call(create, { ...HOME, customerId: shop.charlie.id } as never), {
    code: 'unknown_field',
  })
})

test('a postal code that its country does not have is refused at its place, with an example', async () => {
  const ann = await someone()
  for (const [country, wrong] of [
    ['DE', '1234'],
    ['NL', '1011'],
    ['GB', '12345'],
    ['PL', '00001'],
    ['US', '1000'],
  ] as const) {
    const [fault] = await faultsOf(ann.call(create, { ...HOME, country, postalCode: wrong }))
    assert.deepEqual([fault!.path, fault!.code], ['postalCode', 'postal_code'])
    assert.match(fault!.message, /looks like/)
  }
  for (const [country, right] of [
    ['NL', '1011 ab'],
    ['GB', 'sw1a 1aa'],
    ['PL', '00-001'],
    ['IE', 'D02 AF30'],
  ] as const)
    assert.equal(
      (await ann.call(create, { ...HOME, country, postalCode: right })).postalCode,
      right.toUpperCase(),
    )
})

test('a change of the country alone is checked with the postal code that stays', async () => {
  const ann = await someone()
  const { id: addressId } = await ann.call(create, HOME)
  const [fault] = await faultsOf(ann.call(update, { addressId, country: 'AT' }))
  assert.equal(fault!.path, 'postalCode')
})

test('a book holds fifty addresses, also when the last two come at once', async () => {
  const ann = await someone()
  for (let n = 0; n < 49; n++) await ann.call(create, { ...HOME, line1: `Kai ${n}` })
  const both = await Promise.allSettled([ann.call(create, HOME), ann.call(create, HOME)])
  assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected'])
  await assert.rejects(ann.call(create, HOME), {
    code: 'customers.address_book_full',
    details: { limit: 50 },
  })
  const statements = { count: 0 }
  assert.equal((await ann.call(list, {}, { statements })).items.length, 50)
  assert.equal(statements.count, 1)
})

test('a removed address is gone from the book and its row is kept', async () => {
  const ann = await someone()
  const { id: addressId } = await ann.call(create, HOME)
  await ann.call(remove, { addressId })
  assert.deepEqual((await ann.call(list, {})).items, [])
  await assert.rejects(ann.call(remove, { addressId }), { code: 'not_found' })
  const { rows } = await shop.app.pool.pg.query('select is_default from customers.address where id = $1', [
    addressId,
  ])
  assert.deepEqual(rows, [{ is_default: false }])
  assert.equal((await ann.call(create, HOME)).isDefault, true, 'the next one is the default again')
})

test('of four that become the default at once, one is it in the end', async () => {
  const ann = await someone()
  const made = []
  for (let n = 0; n < 4; n++) made.push(await ann.call(create, HOME))
  for (let round = 0; round < 5; round++)
    await Promise.all(made.map(({ id }) => ann.call(update, { addressId: id, isDefault: true })))
  assert.equal((await ann.call(list, {})).items.filter((each) => each.isDefault).length, 1)
})
