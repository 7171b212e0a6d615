/** Bob's shop asks its customers for more than a name: Alice sees what she may see of it, and changes what is hers. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { field } from '#kit/custom.ts'
import { Day, Decimal, Email, Flag, Int, OneOf, Phone, Text, Url } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { speak } from '#testing/languages.ts'
import { openapi } from '../../../surfaces/openapi.ts'
import { get as getCustomer } from '../get.ts'
import { update as updateCustomer } from '../update.ts'
import { get } from './get.ts'
import { update } from './update.ts'

const write = 'write' as const
const custom = {
  'customers.customer': {
    birthday: field(Day, { label: { en: 'Birthday', de: 'Geburtstag' }, byShopper: write }),
    foundBy: field(OneOf('friend', 'search'), {
      label: { en: 'How did you find us?', de: 'Wie haben Sie uns gefunden?' },
      choices: { friend: { en: 'By a friend', de: 'Durch Freunde' } },
      byShopper: write,
    }),
    shoeSize: field(Int(15, 50), { label: { en: 'Shoe size' }, byShopper: write }),
    reach: field(Decimal, { label: { en: 'Reach' }, byShopper: write }),
    gifts: field(Flag, { label: { en: 'Wrap everything as a gift' }, byShopper: write }),
    site: field(Url, { label: { en: 'Site' }, byShopper: write }),
    office: field(Email, { label: { en: 'Office' }, byShopper: write }),
    mobile: field(Phone, { label: { en: 'Mobile' }, byShopper: write }),
    memberSince: field(Day, { label: { en: 'Member since' }, byShopper: 'read' }),
    nickname: field(Text(20), { label: { en: 'Nickname' } }),
    risk: field(OneOf('low', 'high')),
  },
}
const shop = await openShop({ custom })
after(() => shop.close())
await speak(shop, { de: 'en' })
const { alice, bob } = shop
const customerId = alice.id
const none = { text: null, number: null, flag: null, day: null }
const faultOf = (given: Record<string, unknown>) =>
  alice.call(update, { custom: given, name: 'Eve' }).then(
    () => null,
    (error: any) => error.errors.map(({ path, code }: any) => `${path} ${code}`).join(),
  )

test('a customer is asked for what she may write, each of its kind, and sees nothing else', async () => {
  const { ownFields } = await alice.call(get, {})
  assert.deepEqual(
    ownFields.map(({ key, kind, isWritable }) => `${key} ${kind} ${isWritable}`),
    [
      'birthday day true',
      'foundBy choice true',
      'shoeSize integer true',
      'reach decimal true',
      'gifts flag true',
      'site url true',
      'office email true',
      'mobile phone true',
    ],
  )
  assert.deepEqual((await alice.call(get, {}, { locale: 'de' })).ownFields[1], {
    ...none,
    key: 'foundBy',
    name: 'Wie haben Sie uns gefunden?',
    kind: 'choice',
    choices: [
      { value: 'friend', name: 'Durch Freunde' },
      { value: 'search', name: 'search' },
    ],
    isWritable: true,
  })
})

test('she changes what is hers; what is left out stays, null takes away, and staff see all', async () => {
  const kept = { memberSince: '2020-05-01', nickname: 'Al', risk: 'low' }
  await bob.call(updateCustomer, { customerId, custom: kept })
  const given = { birthday: '1990-02-28', foundBy: 'friend', shoeSize: 38, gifts: false }
  const { version } = await alice.call(get, {})
  const { ownFields } = await alice.call(update, { custom: given, expectedVersion: version })
  const values = ownFields.map(({ key, text, number, flag, day }) => [key, text ?? number ?? flag ?? day])
  assert.deepEqual(Object.fromEntries(values), {
    birthday: '1990-02-28',
    foundBy: 'By a friend',
    shoeSize: '38',
    reach: null,
    gifts: false,
    site: null,
    office: null,
    mobile: null,
    memberSince: '2020-05-01',
  })
  assert.deepEqual((await bob.call(getCustomer, { customerId })).custom, { ...kept, ...given })
  await alice.call(update, { custom: { shoeSize: null, reach: '1.75' } })
  await alice.call(update, { name: 'Alice' })
  const { shoeSize: _, ...stays } = given
  assert.deepEqual((await bob.call(getCustomer, { customerId })).custom, { ...kept, ...stays, reach: '1.75' })
})

test('what is not hers to write is no field to her, and what does not fit is refused by its name; nothing changes', async () => {
  const before = await bob.call(getCustomer, { customerId })
  for (const name of ['memberSince', 'nickname', 'risk', 'nothing'])
    assert.equal(await faultOf({ [name]: null }), `custom.${name} unknown_field`)
  assert.equal(
    await faultOf({ birthday: '1990-02-30', shoeSize: 'large' }),
    'custom.birthday format,custom.shoeSize type',
  )
  assert.equal(await faultOf({ foundBy: 'chance' }), 'custom.foundBy not_in_list')
  assert.equal(await faultOf({ shoeSize: 51 }), 'custom.shoeSize too_large')
  assert.deepEqual(await bob.call(getCustomer, { customerId }), before)
})

test('a running store tells what customers may write, and that null takes it away', () => {
  const { properties } = (openapi(shop.app) as any).components.schemas.CustomersCustomerOwnCustom
  assert.deepEqual(Object.keys(properties), [
    'birthday',
    'foundBy',
    'shoeSize',
    'reach',
    'gifts',
    'site',
    'office',
    'mobile',
  ])
  assert.deepEqual(properties.gifts, { anyOf: [{ type: 'boolean' }, { type: 'null' }] })
})
