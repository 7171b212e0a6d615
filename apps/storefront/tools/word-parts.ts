/**
 * Takes the words of each language apart for the browser: what many pages say comes with every page, the rest in
 * parts with the first code that says them. Whoever writes words or says them knows nothing of it; the server has all.
 *
 * A file of words is read as `…?part=<part>`: what it exports, with the words of that part only. A module that says
 * words of a part waits for `virtual:words/<part>`, which fetches them in the language of the page.
 */
import { join } from 'node:path'
import { loadWords, wordsFor, type Words } from '@quayside/words'
import { parseAst, type Plugin } from 'vite'
import { wordsSaid } from './words-said.ts'

/** The parts that come later: their sections, each with those of its words that many pages say. */
const LATER: Record<string, { [Section in keyof Words]?: (keyof Words[Section])[] }> = {
  buying: {
    basket: ['addOne', 'choose', 'dismiss', 'onItsPage', 'seeCart'],
    cart: [],
    checkout: ['times'],
    codes: [],
    handedOver: [],
    totals: [],
    market: ['choose', 'languageAndCurrency', 'priceWithoutTax', 'withoutTax'],
  },
  foot: {
    announcements: [],
    content: ['allPosts', 'slides', 'toProduct'],
    lists: ['like'],
    shell: [
      'allProducts',
      'breadcrumb',
      'cart',
      'categories',
      'home',
      'logIn',
      'menu',
      'search',
      'skip',
      'title',
    ],
  },
  help: { help: [], returns: [] },
  home: { home: ['lead', 'products'] },
  list: { list: ['apply', 'colours', 'from', 'lowStock', 'lowest', 'soldOut', 'was'] },
  mine: { account: [], byNumber: [], myAccount: ['title'], passkeys: [] },
  newsletter: { newsletter: [] },
  offline: { offline: [] },
  ordered: { keep: [], order: [], orderLink: [], orders: [], paying: [] },
  product: { bundle: ['partOf'], product: ['added'] },
  reviews: { reviews: ['count', 'rated', 'ratedBy'] },
  trouble: { errors: [], faults: [], problems: [] },
}

const EVERYDAY = 'everyday'
const VIRTUAL = 'virtual:words/'
const SOURCES = join(import.meta.dirname, '../../../packages/words/src')
const LANGUAGES = ['en', 'de', 'ar']
const FILE_OF_WORDS = /packages[\\/]words[\\/]src[\\/][\w-]+\.(?:en|de|ar)\.ts(?:\?part=(\w+))?$/
const PAGES = /(?:storefront[\\/]app|packages[\\/]ui[\\/]src)[\\/][^?]*\.tsx?(?:$|\?)/

const isSection = (name: string) => name in wordsFor('en')

function partWith(section: string, word: string): string {
  for (const [part, sections] of Object.entries<Record<string, string[]>>(LATER))
    if (sections[section]) return sections[section].includes(word) ? EVERYDAY : part
  return EVERYDAY
}

export async function wordParts(): Promise<Plugin> {
  await loadWords('en')
  const later = Object.entries(wordsFor('en'))
    .flatMap(([section, words]) =>
      Object.keys(words).map((name) => ({ section, name, part: partWith(section, name) })),
    )
    .filter(({ part }) => part !== EVERYDAY)
  return {
    name: 'word-parts',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${VIRTUAL}`) ? fetching(id.slice(VIRTUAL.length + 1)) : undefined),
    transform(code, id) {
      const file = FILE_OF_WORDS.exec(id)
      if (file) return partOf(code, file[1] ?? EVERYDAY)
      if (!PAGES.test(id) || !/Words\b/.test(code)) return
      const said = wordsSaid(code, id)
      const parts = new Set(
        later
          .filter((word) => said.has(word.section) || said.has(`${word.section}.${word.name}`))
          .map(({ part }) => part),
      )
      return [...parts].map((part) => `import '${VIRTUAL}${part}';`).join('') + code
    },
  }
}

function fetching(part: string): string {
  const from = (file: string) => JSON.stringify(join(SOURCES, file))
  const sources = LANGUAGES.map(
    (language) => `${language}: () => import(${from(`words.${language}.ts?part=${part}`)})`,
  )
  return `import { addWords } from ${from('loaded.ts')}; await addWords(document.documentElement.dataset.words, { ${sources.join(', ')} })`
}

type Node = { type: string; start: number; end: number }
type Property = Node & {
  key: { name: string }
  value: Node & { properties?: Property[] }
  shorthand: boolean
}

/** The file as it stands, without the words of other parts in what it exports. */
function partOf(code: string, part: string): string {
  const cuts: Node[] = []
  for (const statement of parseAst(code, { lang: 'ts' }).body) {
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration
    if (!declared || declared.type !== 'VariableDeclaration') continue
    for (const { id, init } of declared.declarations) {
      if (id.type !== 'Identifier' || init?.type !== 'ObjectExpression') continue
      const properties = init.properties as unknown as Property[]
      // A file of one section exports it by its name, that of a language exports all sections.
      if (isSection(id.name))
        cuts.push(...properties.filter(({ key }) => partWith(id.name, key.name) !== part))
      else
        for (const section of properties) {
          const words = section.value.properties
          if (section.shorthand) continue // cut in its own file
          if (!words) cuts.push(section)
          else {
            const others = words.filter(({ key }) => partWith(section.key.name, key.name) !== part)
            if (others.length === words.length) cuts.push(section)
            else cuts.push(...others)
          }
        }
    }
  }
  let kept = code
  for (const { start, end } of cuts.toSorted((a, b) => b.start - a.start))
    kept = kept.slice(0, start) + kept.slice(end).replace(/^\s*,/, '')
  return kept.replaceAll(/(from '\.\/[\w-]+\.(?:en|de|ar)\.ts)'/g, `$1?part=${part}'`)
}
