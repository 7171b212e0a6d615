/**
 * What is asked of a shop that grows, and that it is there: a search that finds nothing is quick in a shop of any size.
 *
 * Words are taken from what the shop sells, and tried: a broad one must find about 8 % of all, narrow ones few.
 */
import pg from 'pg'
import type { App } from '../../server/kit/app.ts'
import { perform } from '../../server/kit/worker.ts'

export interface Grown {
  name: string
  path: (n: number) => string
  /** What each answer says. */
  says: string
  /** Asked of the one that keeps answers. */
  keeps?: true
  /** At most: so many times what it takes in the demo shop, or so many milliseconds by the clock. */
  target?: { times: number } | { ms: number }
}

const BROAD = { share: 0.08, from: 0.05, to: 0.12 }
const NARROW = { from: 3, to: 200 }
const WORDS = 8
const NAMES = 100
/** So many of the names are found as they are mistyped here; the others are not asked for. */
const GUESSED = 0.8
const PAGE = 24
const as = { actor: { kind: 'system', name: 'bench' } } as const

type Found = { items: unknown[]; facets: { total: number; categories: unknown[]; price: unknown } }

/** What lists and searches read is written of all that is for sale; how long that took, in seconds. */
export async function writeReadModel(app: App): Promise<number> {
  const began = performance.now()
  const [store] = await rows(app, 'select id::text as text from settings.store')
  await app.invoke(app.operations.get('browse.admin.reindex')!, {}, as)
  await perform(app, app.jobs, { job: 'browse.keepUp', storeId: store!, payload: {} as never })
  const [left] = await rows(
    app,
    `select count(*)::text as text from catalog.product p where p.state = 'published' and p.archived_at is null
      and not exists (select from browse.entry e where e.store_id = p.store_id and e.locale = 'en' and e.product_id = p.id)`,
  )
  if (left !== '0') throw new Error(`The read model lacks ${left} products.`)
  await rows(app, 'vacuum analyze')
  return Math.round((performance.now() - began) / 100) / 10
}

export async function casesIn(app: App): Promise<Grown[]> {
  const slugs = await rows(
    app,
    `select slug as text from catalog.product_text where locale = 'en' order by md5(slug) limit ${NAMES}`,
  )
  const names = await rows(
    app,
    `select name as text from browse.entry where locale = 'en' order by md5(name) limit ${NAMES}`,
  )
  const guessed: string[] = []
  for (const q of names.map(mistyped)) if ((await answerTo(app, q)).items.length > 0) guessed.push(q)
  if (guessed.length < GUESSED * names.length)
    throw new Error(`Mistyped ${guessed.length} of ${names.length} names are found.`)
  const [all] = await rows(app, `select count(*)::text as text from browse.entry where locale = 'en'`)
  const words = await rows(
    app,
    `select word as text from ts_stat('select words from browse.entry where locale = ''en''') where length(word) > 3
      and word ~ '^[a-z]+$' order by abs(ndoc - ${BROAD.share * Number(all)}), word limit 60`,
  )
  // Of `Outer Ferryman mug` the last two.
  const pairs = names.flatMap((name) => /^\S+ (\S+ \S+)/.exec(name.toLowerCase())?.[1] ?? [])
  const most = Math.min(NARROW.to, BROAD.to * Number(all))
  const rare = await rows(
    app,
    `select word as text from ts_stat('select words from browse.entry where locale = ''en''') where length(word) > 3
      and word ~ '^[a-z]+$' and ndoc between ${NARROW.from} and ${most} order by ndoc desc, word limit 60`,
  )
  const broad = await thatFind(app, words, BROAD.from * Number(all), BROAD.to * Number(all))
  const narrow = await thatFind(app, rare, NARROW.from, most)
  const two = await thatFind(app, [...pairs, ...rare], NARROW.from, most)
  console.log(
    `${all} products: ${shown(broad)} find about 8 % of them, ${shown(narrow)} few, and so do ${shown(two)}`,
  )
  const oneOf = (texts: string[], n: number) => texts[n % texts.length]!
  const search = (q: string, more = '') => `/v1/search?limit=${PAGE}&q=${encodeURIComponent(q)}${more}`
  const [broadWords, narrowWords, twoWords] = [broad, narrow, two].map((found) => [...found.keys()]) as [
    string[],
    string[],
    string[],
  ]
  const cards = '"items":[{'
  const faceted = (n: number) => search(oneOf(broadWords, n), '&facets=true')
  return [
    { name: 'list', says: cards, path: () => '/v1/products?limit=24', target: { times: 1.5 } },
    {
      name: 'list by price',
      says: cards,
      path: () => '/v1/products?limit=24&sort=price',
      target: { times: 1.5 },
    },
    {
      name: 'detail',
      says: '"variants":[{',
      path: (n) => `/v1/products/${encodeURIComponent(oneOf(slugs, n))}`,
      target: { times: 1.5 },
    },
    { name: 'search, narrow', says: cards, path: (n) => search(oneOf(narrowWords, n)), target: { times: 3 } },
    // Of two words that thousands have each; in the demo shop of the few that find something.
    { name: 'search, two words', says: cards, path: (n) => search(oneOf(twoWords, n)) },
    { name: 'search, broad', says: cards, path: (n) => search(oneOf(broadWords, n)), target: { ms: 30 } },
    { name: 'search, broad, facets', says: '"categories":[{', path: faceted, target: { ms: 30 } },
    {
      name: 'the same, asked before',
      says: '"categories":[{',
      path: faceted,
      keeps: true,
      target: { ms: 30 },
    },
    {
      name: 'search, mistyped and begun',
      says: cards,
      path: (n) => search(oneOf(guessed, n)),
      target: { ms: 50 },
    },
    {
      name: 'suggest',
      says: '"queries":[',
      path: (n) => `/v1/suggestions?q=${encodeURIComponent(oneOf(names, n).slice(0, 3))}`,
      target: { ms: 50 },
    },
  ]
}

/** Of these the first that find so many, with how many they are. */
async function thatFind(app: App, asked: string[], from: number, to: number): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const q of asked) {
    if (found.size === WORDS) break
    const { items, facets } = await answerTo(app, q)
    const { total, categories, price } = facets
    if (total < from || total > to) continue
    if (items.length === 0 || categories.length === 0 || price === null)
      throw new Error(`"${q}" finds ${total} products and has no facets.`)
    found.set(q, total)
  }
  if (found.size < WORDS / 4) throw new Error(`Only ${found.size} searches find ${from} to ${to} products.`)
  return found
}

async function answerTo(app: App, q: string): Promise<Found> {
  const asked = { q, facets: true, limit: PAGE }
  const answer = (await app.invoke(app.operations.get('browse.search')!, asked, as)) as Found
  return answer.facets ? answer : { ...answer, facets: { total: 0, categories: [], price: null } }
}

const shown = (words: Map<string, number>) =>
  [...words].map(([word, total]) => `${word} (${total})`).join(', ')

/** As a hurried shopper types it: a letter left out of each longer word, the last one not to its end. */
function mistyped(name: string): string {
  const words = name.toLowerCase().split(' ').slice(0, 2)
  const missing = words.map((word) => (word.length > 5 ? word.slice(0, 2) + word.slice(3) : word))
  return missing.join(' ').slice(0, -1)
}

/** On a connection of its own: to look through all words of a shop takes longer than a request may. */
async function rows(app: App, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: app.config.databaseUrl! })
  await client.connect()
  try {
    return (await client.query<{ text: string }>(text)).rows.map((row) => row.text)
  } finally {
    await client.end()
  }
}
