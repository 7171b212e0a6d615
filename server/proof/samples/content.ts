/** Samples of pages, the journal and what staff do with them. */
import { newId } from '#kit/id.ts'
import type { Shop } from '#testing/shop.ts'
import { create } from '../../modules/content/documents/create.ts'
import { publish } from '../../modules/content/documents/publish.ts'
import { preview } from '../../modules/content/documents/preview.ts'
import { update } from '../../modules/content/documents/update.ts'
import { list as listRedirects } from '../../modules/content/redirects/list.ts'
import { put } from '../../modules/content/redirects/put.ts'
import { richText } from '../../modules/content/testing.ts'
import type { Samples } from './sample.ts'

const word = () => newId().slice(-10)
const texts = () => [{ locale: 'en', title: `Page ${word()}` }]

const draft = ({ bob }: Shop, kind: 'page' | 'post' = 'page') =>
  bob.call(create, { kind, texts: texts(), blocks: [richText('Title', 'Words.')] })
const documentId = async (shop: Shop) => ({ documentId: (await draft(shop)).id })

async function published(shop: Shop, kind: 'page' | 'post') {
  const { id } = await draft(shop, kind)
  const { texts: own } = await shop.bob.call(publish, { documentId: id })
  return { slug: own[0]!.slug! }
}

/** A page that was written so often, as far as is kept. */
export async function writtenDocument(shop: Shop, times: number) {
  const document = await documentId(shop)
  for (let n = 1; n < times; n++) await shop.bob.call(update, { ...document, author: `${n}` })
  return document
}

/** Of a home there is one. */
const homes = new WeakSet<Shop>()

export const contentSamples: Samples = {
  'content.home': {
    input: async (shop) => {
      if (homes.has(shop)) return {}
      homes.add(shop)
      const { id } = await shop.bob.call(create, { kind: 'home', blocks: [richText('Hello', 'Come in.')] })
      await shop.bob.call(publish, { documentId: id })
      return {}
    },
  },
  'content.page': { input: (shop) => published(shop, 'page') },
  'content.post': { input: (shop) => published(shop, 'post') },
  'content.journal': { input: async (shop) => (await published(shop, 'post'), {}) },
  'content.slot': {
    input: async ({ bob }) => {
      const slot = `slot.${word()}`
      const { id } = await bob.call(create, { kind: 'slot', slot, blocks: [richText('', 'Here.')] })
      await bob.call(publish, { documentId: id })
      return { slot }
    },
  },
  'content.preview': {
    input: async (shop) => {
      const { url } = await shop.bob.call(preview, await documentId(shop))
      return { token: url.split('/').at(-1)! }
    },
  },
  'content.navigation': { input: () => ({}) },
  'content.redirect': {
    input: async (shop) => {
      const path = `/${word()}`
      await shop.bob.call(put, { redirects: [{ from: path, to: '/cart' }] })
      return { path }
    },
  },
  'content.redirects.list': { input: () => ({}) },
  'content.redirects.put': { input: () => ({ redirects: [{ from: `/${word()}`, to: '/cart' }] }) },
  'content.redirects.remove': {
    input: async ({ bob }) => {
      await bob.call(put, { redirects: [{ from: `/${word()}`, to: '/cart' }] })
      return { redirectId: (await bob.call(listRedirects, { limit: 1 })).items[0]!.id }
    },
  },
  'content.menus.list': { input: () => ({}) },
  'content.menus.set': { input: () => ({ key: 'footer', items: [] }) },
  'content.documents.list': { input: () => ({}) },
  'content.documents.get': { input: documentId },
  'content.documents.create': { input: () => ({ kind: 'page', texts: texts() }) },
  'content.documents.update': { input: async (shop) => ({ ...(await documentId(shop)), author: 'Bob' }) },
  'content.documents.publish': { input: documentId },
  'content.documents.unpublish': { input: documentId },
  'content.documents.schedule': {
    input: async (shop) => ({
      ...(await documentId(shop)),
      publishAt: new Date(shop.clock.now.getTime() + 3_600_000).toISOString(),
      unpublishAt: null,
    }),
  },
  'content.documents.preview': { input: documentId },
  'content.documents.archive': { input: documentId },
  'content.revisions.list': { input: documentId },
  'content.revisions.restore': { input: async (shop) => ({ ...(await documentId(shop)), number: 1 }) },
}
