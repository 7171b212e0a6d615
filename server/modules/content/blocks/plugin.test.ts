/** Bob's shop has a plugin that draws tables of sizes; he puts one on a page, beside the cart and below a mail. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { Int, OneOf, Type } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { create } from '../documents/create.ts'
import { publish } from '../documents/publish.ts'
import { update } from '../documents/update.ts'
import { page } from '../page.ts'
import { slot } from '../slot.ts'
import { faultsOf, richText } from '../testing.ts'
import { pluginBlocks, type BlockOfPlugin } from './plugin.ts'

const INCHES = { en: 'inches', de: 'Zoll' } as Record<string, string>

const table: BlockOfPlugin = {
  name: 'sizes.table',
  values: Type.Object({ chart: OneOf('rings', 'shoes'), rows: Int(0, 20) }),
  show: ({ chart, rows }, { locale }) => {
    if (rows === 0) throw new Error('planted: the plugin breaks')
    const text = `${String(chart)}: ${String(rows)} ${INCHES[locale] ?? ''} <b>`
    const spans = [{ text, marks: [], link: { kind: 'address' as const, slug: null, url: '/pages/sizes' } }]
    return [{ kind: 'rich_text', title: 'Sizes', body: [{ kind: 'paragraph', spans }] }]
  },
}
const sizes = defineModule({ name: 'sizes', fills: [fill(pluginBlocks, 'sizes', table)] })

const shop = await openShop({ plugins: [sizes] })
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const own = (values: Record<string, unknown>, name = 'sizes.table') => ({
  kind: 'plugin' as const,
  name,
  values,
})

async function put(where: string, blocks: (ReturnType<typeof own> | ReturnType<typeof richText>)[]) {
  const { id } = await bob.call(create, { kind: 'slot', slot: where, texts: [], blocks })
  return bob.call(publish, { documentId: id })
}

test('a block of a plugin is told in the blocks there are, in the reader’s language', async () => {
  const blocks = [richText('', 'Before.'), own({ chart: 'rings', rows: 3 }), richText('', 'After.')]
  const { id } = await bob.call(create, { kind: 'page', texts: [{ locale: 'en', title: 'Sizes' }], blocks })
  await bob.call(publish, { documentId: id })
  const read = await guest.call(page, { slug: 'sizes' })
  assert.deepEqual(
    read.blocks.map((block) => block.kind === 'rich_text' && block.body[0]!.spans[0]!.text),
    ['Before.', 'rings: 3 inches <b>', 'After.'],
  )
})

test('what the plugin does not ask for is refused by its field, and a block of none by its name', async () => {
  const begun = await bob.call(create, {
    kind: 'page',
    texts: [{ locale: 'en', title: 'Trial' }],
    blocks: [],
  })
  const written = (block: ReturnType<typeof own>) =>
    faultsOf(bob.call(update, { documentId: begun.id, blocks: [richText('', 'Words.'), block] }))
  assert.deepEqual(await written(own({ chart: 'hats', rows: 3 })), ['blocks.1.values.chart not_in_list'])
  assert.deepEqual(await written(own({ chart: 'rings', rows: 3, colour: 'red' })), [
    'blocks.1.values.colour unknown_field',
  ])
  assert.deepEqual(await written(own({}, 'hats.table')), ['blocks.1.name unknown'])
})

test('a plugin that breaks leaves its block out, and not the page; one that is gone too', async () => {
  await put('cart.below', [own({ chart: 'rings', rows: 0 }), richText('', 'Still there.')])
  assert.equal((await guest.call(slot, { slot: 'cart.below' })).blocks.length, 1)
})

test('below a mail stands what the owner put there, in the language of its reader', async () => {
  await put('mail.orders.confirmed', [
    richText('Thank you', 'Sit down for tea.'),
    own({ chart: 'shoes', rows: 2 }),
  ])
  const buyer = shop.guest()
  await paid(shop, buyer, { of: await shop.goods() })
  const mail = (await mailsTo(shop, buyer.email))[0]!
  assert.match(mail.html, /Sit down for tea\./)
  assert.match(mail.html, /<a href="http[^"]+\/pages\/sizes">shoes: 2 inches &lt;b&gt;<\/a>/)
  assert.match(mail.text, /Thank you\n\nSit down for tea\.\n\nSizes\n\nshoes: 2 inches <b> \(http/)
  assert.doesNotMatch(mail.html, /<!-- below -->/)
})
