/** What Bob arranges on a page: every kind of block, what it names, and what is refused. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { create as createCategory } from '../../catalog/categories/create.ts'
import { archive as archiveProduct } from '../../catalog/products/archive.ts'
import { create } from '../documents/create.ts'
import { publish } from '../documents/publish.ts'
import { update } from '../documents/update.ts'
import { page } from '../page.ts'
import { NOWHERE, faultsOf, pageOf, pictureOf, richText, says } from '../testing.ts'
import type { Block } from './index.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const made = (blocks: unknown[]) =>
  bob.call(create, {
    kind: 'page',
    texts: [{ locale: 'en', title: `Page ${newId()}` }],
    blocks: blocks as Block[],
  })
const shown = async (blocks: unknown[]) => {
  const { id, texts } = await made(blocks)
  await bob.call(publish, { documentId: id })
  return guest.call(page, { slug: texts[0]!.slug! })
}
const en = (text: object) => [{ locale: 'en', ...text }]
const refused = (blocks: unknown[]) => faultsOf(made(blocks))

test('each kind of block shows its words, pictures and ways on', async () => {
  const fileId = await pictureOf(shop)
  const picture = { fileId, alts: en({ alt: 'The harbour' }) }
  const { productId, slug } = await shop.goods()
  const { id: categoryId } = await bob.call(createCategory, { texts: en({ name: 'Mugs' }) as never })
  const target = { kind: 'category', id: categoryId, address: null }
  const words = { title: 'Title', lead: 'Lead', label: 'Look' }
  const { blocks } = await shown([
    {
      kind: 'hero',
      look: 'over',
      picture,
      target,
      secondTarget: null,
      texts: en({ ...words, secondLabel: 'Nowhere' }),
    },
    richText('Text', 'Words.'),
    {
      kind: 'image_with_text',
      side: 'end',
      picture,
      target: NOWHERE,
      texts: en({ title: 'T', body: says('B'), label: 'Home' }),
    },
    {
      kind: 'columns',
      texts: en({ title: 'Why' }),
      columns: [{ icon: 'truck', picture: null, target: null, texts: en(words) }],
    },
    { kind: 'slideshow', texts: [], slides: [{ picture, target, texts: en(words) }] },
    { kind: 'gallery', texts: [], pictures: [picture] },
    { kind: 'tiles', texts: [], tiles: [{ target, picture: null, texts: [] }] },
    {
      kind: 'products',
      categoryId,
      collectionId: null,
      featured: false,
      order: 'newest',
      limit: 4,
      target: null,
      texts: en({ title: 'New', label: '' }),
    },
    { kind: 'featured_product', productId, texts: en({ title: '', lead: 'The best.' }) },
    { kind: 'faq', texts: [], questions: [{ texts: en({ question: 'Why?', answer: says('Because.') }) }] },
    { kind: 'newsletter', texts: en({ title: 'Letters', lead: '' }) },
    { kind: 'posts', limit: 3, tag: null, texts: en({ title: 'Journal' }) },
  ])
  const link = { kind: 'category', slug: 'mugs', url: null }
  const [hero, , beside, columns, , , tiles, products, featured] = blocks
  assert.equal(blocks.length, 12)
  assert.ok(hero?.kind === 'hero' && beside?.kind === 'image_with_text' && columns?.kind === 'columns')
  assert.deepEqual(
    [hero.picture?.alt, hero.action, hero.secondAction],
    ['The harbour', { label: 'Look', link }, null],
  )
  assert.deepEqual(beside.action, { label: 'Home', link: { kind: 'home', slug: null, url: null } })
  assert.deepEqual(columns.columns[0]!.icon, 'truck')
  assert.ok(tiles?.kind === 'tiles' && products?.kind === 'products' && featured?.kind === 'featured_product')
  assert.deepEqual(tiles.tiles, [{ title: 'Mugs', link, picture: null }])
  assert.deepEqual([products.category, featured.slug], ['mugs', slug])
})

test('what a page names may go: then it is as if it had not been named', async () => {
  const { productId } = await shop.goods()
  const story = await pageOf(shop, 'Story')
  const target = { kind: 'product', id: productId, address: null }
  const spans = [
    { text: 'the mug', marks: ['strong'], link: target },
    { text: ' of our ', marks: [], link: null },
    { text: 'story', marks: [], link: { kind: 'document', id: story.id, address: null } },
  ]
  const { id, texts } = await made([
    { kind: 'rich_text', texts: en({ title: '', body: [{ kind: 'paragraph', spans }] }) },
    { kind: 'featured_product', productId, texts: [] },
    { kind: 'tiles', texts: [], tiles: [{ target, picture: null, texts: en({ title: 'A mug' }) }] },
  ])
  await bob.call(publish, { documentId: id })
  const slug = texts[0]!.slug!
  assert.equal((await guest.call(page, { slug })).blocks.length, 3)

  await bob.call(archiveProduct, { productId })
  const { blocks } = await guest.call(page, { slug })
  assert.ok(blocks.length === 1 && blocks[0]?.kind === 'rich_text')
  assert.deepEqual(
    blocks[0].body[0]!.spans.map(({ text, link }) => [text, link?.slug ?? null]),
    [
      ['the mug', null],
      [' of our ', null],
      ['story', 'story'],
    ],
  )
  // What was named before does not keep Bob from changing the rest.
  const before = await bob.call(update, { documentId: id, author: 'Bob' })
  await bob.call(update, { documentId: id, blocks: before.blocks })
})

test('what is not there, not public or of another kind is refused where it stands', async () => {
  const nobody = newId()
  const privately = await pictureOf(shop, 'private')
  const gallery = (...ids: string[]) => ({
    kind: 'gallery',
    texts: [],
    pictures: ids.map((fileId) => ({ fileId, alts: [] })),
  })
  assert.deepEqual(await refused([gallery(await pictureOf(shop), privately)]), [
    'blocks.0.pictures.1.fileId unknown',
  ])
  assert.deepEqual(
    await refused([richText('', ''), { kind: 'featured_product', productId: nobody, texts: [] }]),
    ['blocks.1.productId unknown'],
  )
  const tile = (target: object) => ({
    kind: 'tiles',
    texts: [],
    tiles: [{ target, picture: null, texts: [] }],
  })
  assert.deepEqual(await refused([tile({ kind: 'document', id: nobody, address: null })]), [
    'blocks.0.tiles.0.target.id unknown',
  ])
  assert.deepEqual(await refused([tile({ kind: 'product', id: null, address: null })]), [
    'blocks.0.tiles.0.target.id required',
  ])
  assert.deepEqual(await refused([tile({ kind: 'home', id: nobody, address: null })]), [
    'blocks.0.tiles.0.target.id not_allowed',
  ])
  assert.deepEqual(await refused([tile({ kind: 'address', id: null, address: null })]), [
    'blocks.0.tiles.0.target.address required',
  ])
  assert.deepEqual(
    await refused([
      { kind: 'newsletter', texts: [...en({ title: '', lead: '' }), ...en({ title: '', lead: '' })] },
    ]),
    ['blocks.0.texts.1.locale duplicate'],
  )
})

test('scripts are words, and addresses that a browser would run are refused', async () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  const { blocks, title } = await shown([richText(script, script)])
  assert.ok(blocks[0]?.kind === 'rich_text')
  assert.deepEqual([blocks[0].title, blocks[0].body[0]!.spans[0]!.text], [script, script])
  assert.match(title, /^Page/)
  for (const address of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
  ]) {
    const found = await refused([
      {
        kind: 'tiles',
        texts: [],
        tiles: [{ target: { kind: 'address', id: null, address }, picture: null, texts: [] }],
      },
    ])
    assert.equal(found.length, 1, address)
    assert.match(found[0]!, /^blocks\.0\.tiles\.0\.target\.address /)
  }
  await made([
    {
      kind: 'tiles',
      texts: [],
      tiles: ['https://example.org/a', '/c/mugs', 'mailto:hello@example.org', 'tel:+49301234567'].map(
        (address) => ({
          target: { kind: 'address', id: null, address },
          picture: null,
          texts: en({ title: 'There' }),
        }),
      ),
    },
  ])
})

test('too much of anything names the field, and changes nothing', async () => {
  const long = 'x'.repeat(3000)
  const fileId = await pictureOf(shop)
  assert.deepEqual(
    await faultsOf(bob.call(create, { kind: 'page', texts: [{ locale: 'en', title: long }] })),
    ['texts.0.title too_long'],
  )
  assert.deepEqual(await refused([richText(long, '')]), ['blocks.0.texts.0.title too_long'])
  assert.deepEqual(await refused(Array.from({ length: 200 }, () => richText('', 'x'))), ['blocks too_long'])
  const pictures = (count: number) => Array.from({ length: count }, () => ({ fileId, alts: [] }))
  assert.equal((await shown([{ kind: 'gallery', texts: [], pictures: pictures(60) }])).blocks.length, 1)
  assert.deepEqual(await refused([{ kind: 'gallery', texts: [], pictures: pictures(61) }]), [
    'blocks.0.pictures too_long',
  ])
  const heavy = Array.from({ length: 60 }, () => richText('', 'x'.repeat(5000)))
  const twice = heavy.map(({ texts, ...rest }) => ({
    ...rest,
    texts: [...texts, { ...texts[0]!, locale: 'de' }],
  }))
  assert.deepEqual(await refused(twice), ['blocks too_large'])
  assert.deepEqual(await refused([{ kind: 'carousel', texts: [] }]), ['blocks.0 shape'])
})

test('a page that was looked at is not read again until it changes', async () => {
  const { id, texts } = await pageOf(shop, 'Kept')
  const slug = texts[0]!.slug!
  const statements = { count: 0 }
  await guest.call(page, { slug })
  await shop.guest().call(page, { slug }, { statements })
  assert.equal(statements.count, 0)
  await bob.call(update, { documentId: id, blocks: [] })
  await bob.call(publish, { documentId: id })
  await guest.call(page, { slug }, { statements })
  assert.equal(statements.count, 1)
  assert.equal((await guest.call(page, { slug })).blocks.length, 0)
})
