/** The ways into Bob's shop: written in languages, two levels deep, and never leading nowhere. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { create as createCategory } from '../../catalog/categories/create.ts'
import { archive as archiveCategory } from '../../catalog/categories/archive.ts'
import { archive } from '../documents/archive.ts'
import { navigation } from '../navigation.ts'
import { NOWHERE, faultsOf, pageOf } from '../testing.ts'
import { list } from './list.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const en = (label: string) => [{ locale: 'en', label }]
const to = (kind: 'category' | 'document', id: string) => ({ kind, id, address: null })

test('a menu names shelves and pages as they are called now, and what goes leaves it', async () => {
  assert.deepEqual(await guest.call(navigation, {}), { header: [], footer: [], slots: [] })
  const mugs = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Mugs' }] })
  const story = await pageOf(shop, 'Our story')
  const items = [
    { target: to('category', mugs.id), texts: [], items: [] },
    {
      target: null,
      texts: en('About'),
      items: [{ target: to('document', story.id), texts: [] }],
    },
    { target: NOWHERE, texts: en('Start'), items: [] },
  ]
  assert.equal((await bob.call(set, { key: 'header', items, expectedVersion: 0 })).version, 1)
  const { header } = await guest.call(navigation, {})
  assert.deepEqual(
    header.map(({ label, link, items: inner }) => [label, link?.slug, inner.map((each) => each.label)]),
    [
      ['Mugs', 'mugs', []],
      ['About', undefined, ['Our story']],
      ['Start', null, []],
    ],
  )
  await bob.call(archiveCategory, { categoryId: mugs.id })
  await bob.call(archive, { documentId: story.id })
  assert.deepEqual(
    (await guest.call(navigation, {})).header.map(({ label }) => label),
    ['Start'],
  )
  // It can be written again as it was read.
  const [menu] = (await bob.call(list, {})).items
  await bob.call(set, { key: 'header', items: menu!.items, expectedVersion: 1 })
  assert.deepEqual(await faultsOf(bob.call(set, { key: 'header', items: [], expectedVersion: 1 })), [
    'stale_version',
  ])
  assert.deepEqual(await faultsOf(bob.call(set, { key: 'footer', items: [items[0]!] })), [
    'items.0.target.id unknown',
  ])
})
