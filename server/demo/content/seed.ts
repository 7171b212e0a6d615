/** Writes the demo shop's home, pages, journal and menus; they name pictures, shelves and goods that are there by then. */
import { days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import {
  writeDocument,
  writeMenu,
  type ContentBlock,
  type ContentPicture,
  type ContentTarget,
} from '../../modules/content/index.ts'
import { home } from './home.ts'
import { journal } from './journal/index.ts'
import { care, contact, delivery, privacy, story, terms } from './pages.ts'
import type { DemoPage, DemoPost } from './types.ts'
import { LOCALES, inAll, said, type DemoLocale } from './words.ts'

interface Ids {
  files: Map<string, string>
  categoryIds: Map<string, string>
  /** By slug. */
  productIds: Map<string, string>
  collectionIds: Map<string, string>
}

const PLACE = (kind: 'products' | 'journal' | 'home'): ContentTarget => ({ kind, id: null, address: null })
const toDocument = (id: string): ContentTarget => ({ kind: 'document', id, address: null })

export async function seedContent(
  ctx: Ctx,
  { files, categoryIds, productIds, collectionIds }: Ids,
): Promise<void> {
  const picture = (key: string, alts: Record<DemoLocale, string>): ContentPicture => ({
    fileId: files.get(key)!,
    alts: LOCALES.map((locale) => ({ locale, alt: alts[locale] })),
  })
  const category = (slug: string): ContentTarget => ({
    kind: 'category',
    id: categoryIds.get(slug)!,
    address: null,
  })
  const things = thingsBy({ categoryIds, productIds, collectionIds })
  const write = async (kind: 'page' | 'post', page: DemoPage, post?: DemoPost) => {
    const id = await writeDocument(ctx, {
      kind,
      texts: LOCALES.map((locale) => {
        const { title, summary, slug } = page.texts[locale]
        return { locale, title, summary, slug }
      }),
      blocks: blocksOf(page, things),
      cover: page.cover && files.has(page.cover.key) ? picture(page.cover.key, page.cover.alts) : null,
      author: post?.author ?? '',
      tags: post?.tags ?? [],
      publishedAt: new Date(ctx.now().getTime() - days(post?.publishedAgoDays ?? 0)),
    })
    things.set(`/pages/${page.texts.en.slug}`, toDocument(id))
    return id
  }
  const ids = {
    contact: await write('page', contact),
    delivery: await write('page', delivery),
    care: await write('page', care),
    story: await write('page', story),
    privacy: await write('page', privacy),
    terms: await write('page', terms),
  }
  for (const post of journal) await write('post', post, post)
  await writeDocument(ctx, {
    kind: 'home',
    texts: [],
    blocks: home({
      picture,
      category,
      product: (slug) => productIds.get(slug)!,
      collection: (slug) => collectionIds.get(slug)!,
      story: toDocument(ids.story),
    }),
    cover: null,
    author: '',
    tags: [],
    publishedAt: ctx.now(),
  })
  await writeMenu(ctx, 'footer', [
    {
      target: null,
      texts: inAll({ en: { label: 'Shop' }, de: { label: 'Sortiment' }, ar: { label: 'المتجر' } }),
      items: [
        { target: PLACE('products'), texts: inAll(ALL_PRODUCTS) },
        ...['ceramics', 'light', 'textiles', 'tea', 'outdoors'].map((slug) => ({
          target: category(slug),
          texts: [],
        })),
      ],
    },
    {
      target: null,
      texts: inAll({
        en: { label: 'Put together' },
        de: { label: 'Zusammengestellt' },
        ar: { label: 'مجموعات' },
      }),
      items: [...collectionIds.values()].map((id) => ({
        target: { kind: 'collection', id, address: null },
        texts: [],
      })),
    },
    {
      target: null,
      texts: inAll({ en: { label: 'About' }, de: { label: 'Über uns' }, ar: { label: 'عنّا' } }),
      items: [
        { target: toDocument(ids.story), texts: [] },
        {
          target: PLACE('journal'),
          texts: inAll({ en: { label: 'Journal' }, de: { label: 'Tagebuch' }, ar: { label: 'اليوميّات' } }),
        },
        ...[ids.delivery, ids.care, ids.privacy, ids.terms].map((id) => ({
          target: toDocument(id),
          texts: [],
        })),
      ],
    },
  ])
  await writeMenu(ctx, 'header', [
    { target: PLACE('products'), texts: inAll(ALL_PRODUCTS), items: [] },
    ...[...categoryIds.keys()].map((slug) => ({ target: category(slug), texts: [], items: [] })),
    {
      target: PLACE('journal'),
      texts: inAll({ en: { label: 'Journal' }, de: { label: 'Tagebuch' }, ar: { label: 'اليوميّات' } }),
      items: [],
    },
  ])
}

const ALL_PRODUCTS = {
  en: { label: 'All products' },
  de: { label: 'Alle Produkte' },
  ar: { label: 'كل المنتجات' },
}

/** What a text means by its English address: a link by id leads to the page in the reader's language. */
function thingsBy({ categoryIds, productIds, collectionIds }: Omit<Ids, 'files'>) {
  const of = (kind: 'category' | 'product' | 'collection', road: string, ids: Map<string, string>) =>
    [...ids].map(([slug, id]): [string, ContentTarget] => [`${road}/${slug}`, { kind, id, address: null }])
  return new Map([
    ...of('category', '/c', categoryIds),
    ...of('product', '/p', productIds),
    ...of('collection', '/collections', collectionIds),
  ])
}

function blocksOf({ texts, faq }: DemoPage, things: Map<string, ContentTarget>): ContentBlock[] {
  const led = (text: string) =>
    said(text).map(({ spans, ...line }) => ({
      ...line,
      spans: spans.map((span) => ({ ...span, link: things.get(span.link?.address ?? '') ?? span.link })),
    }))
  const bodies = LOCALES.map((locale) => ({ locale, title: '', body: led(texts[locale].body) }))
  const asked = faq && {
    kind: 'faq' as const,
    texts: LOCALES.map((locale) => ({ locale, title: faq[locale].title })),
    questions: faq.en.questions.map((_, index) => ({
      texts: LOCALES.map((locale) => {
        const [question, answer] = faq[locale].questions[index]!
        return { locale, question, answer: led(answer) }
      }),
    })),
  }
  return [{ kind: 'rich_text', texts: bodies }, ...(asked ? [asked] : [])]
}
