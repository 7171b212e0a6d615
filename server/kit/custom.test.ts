/** What may be declared, what is refused of it, and how values compare. Kept, listed and searched: `modules/catalog/custom.test.ts`. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCustom, checkDeclared, field, indexesOf, type CustomFields } from './custom.ts'
import { Day, Decimal, Flag, Int, List, OneOf, Text } from './types.ts'

const custom: CustomFields = {
  'shop.thing': {
    label: field(Text(5), { filterable: true }),
    lengthCm: field(Int(0, 300), { filterable: true }),
    weight: field(Decimal, { filterable: true }),
    washable: field(Flag, { filterable: true }),
    since: field(Day),
    wood: field(OneOf('oak', 'ash')),
  },
}
const ctx = { app: { config: { custom } } }
const faults = (given: Record<string, unknown>, options?: Parameters<typeof checkCustom>[3]) => {
  try {
    checkCustom(ctx, 'shop.thing', given, options)
    return []
  } catch (error) {
    return (error as { errors: { path: string; code: string }[] }).errors.map(
      (each) => `${each.path} ${each.code}`,
    )
  }
}

test('a value is of its declared type, or is refused by its name', () => {
  const right = {
    label: 'warm',
    lengthCm: 40,
    weight: '1.25',
    washable: true,
    since: '2026-02-28',
    wood: 'oak',
  }
  assert.deepEqual(faults(right), [])
  assert.deepEqual(faults({ label: null }), [])
  for (const [given, fault] of [
    [{ label: 'too warm' }, 'custom.label too_long'],
    [{ label: 4 }, 'custom.label type'],
    [{ lengthCm: '40' }, 'custom.lengthCm type'],
    [{ lengthCm: 301 }, 'custom.lengthCm too_large'],
    [{ since: '2026-02-30' }, 'custom.since format'],
    [{ wood: 'elm' }, 'custom.wood not_in_list'],
    [{ colour: 'red' }, 'custom.colour unknown_field'],
    [{ constructor: 1 }, 'custom.constructor unknown_field'],
  ] as const)
    assert.deepEqual(faults(given), [fault])
  assert.deepEqual(faults({ wood: 'elm' }, { path: 'variants.3.' }), ['variants.3.custom.wood not_in_list'])
})

test('a table without declared fields takes none', () => {
  assert.throws(() => checkCustom(ctx, 'shop.other', { label: 'x' }), { code: 'unknown_field' })
  assert.deepEqual(checkCustom(ctx, 'shop.other'), {})
})

test('what cannot be kept stops the start, and says where it is declared', () => {
  const declared = (table: string, name: string, of = Text(5)) => ({ [table]: { [name]: field(of) } })
  assert.doesNotThrow(() => checkDeclared(custom, ['shop.thing']))
  for (const wrong of [
    declared('shop.nothing', 'label'),
    declared('shop.thing', "it's"),
    declared('shop.thing', 'x'.repeat(33)),
    declared('shop.thing', 'labels', List(Text(5), 3) as never),
    { 'shop.thing': { label: field(Text(5), { inCart: true }) } },
    { 'shop.thing': { label: field(Text(5), { byShopper: 'read' }) } },
  ])
    assert.throws(
      () => checkDeclared(wrong, ['shop.thing']),
      /^Error: quayside\.config\.ts: custom fields of shop\./,
    )
})

test('only fields to filter by have an index, of the type in which they compare', () => {
  assert.deepEqual(
    indexesOf(custom).map(({ name, sql }) => `${name} ${sql}`),
    [
      "custom_shop_thing_label (store_id, (custom ->> 'label'), id)",
      "custom_shop_thing_lengthCm (store_id, ((custom ->> 'lengthCm')::bigint), id)",
      "custom_shop_thing_weight (store_id, ((custom ->> 'weight')::numeric), id)",
      "custom_shop_thing_washable (store_id, ((custom ->> 'washable')::boolean), id)",
    ],
  )
})
