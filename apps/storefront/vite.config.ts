/**
 * One client build with hashed names, one server bundle that carries everything it needs: the server loads
 * a single file, and React is always its production build, whatever NODE_ENV says.
 */
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { aroundPages, type Graph } from './tools/around-pages.ts'
import { compressed } from './tools/compressed.ts'
import { leanRouter } from './tools/lean-router.ts'
import { wordParts } from './tools/word-parts.ts'
import { wordFiles } from './tools/word-files.ts'

/** Of the pieces in `packages/ui` and the parts here: what most pages begin with, … */
const FIRST =
  /(ui[\\/]src[\\/](badge|breadcrumb|button|control-style|disclosure|link-button|notice|select|stars|swatches)|app[\\/](form|quantities|title|parts[\\/](choices|head|heart|lowest-price|measure-price|structured-data|trail)))\.tsx?$/
/** … what a product in a grid is made of, … */
const GOODS = /(ui[\\/]src[\\/](grid|product-card)|parts[\\/]product-tile)\.tsx?$/
/** … what a product is looked at and chosen by, … */
const CHOICE =
  /(ui[\\/]src[\\/]option-row|app[\\/](variants|parts[\\/](arrival|film|gallery|option-choice|stock-note)))\.tsx?$/
/** … and what says why a form was refused. */
const TROUBLE = /(ui[\\/]src[\\/]problem-notice|parts[\\/](faults|problem-of|use-first-error))\.tsx?$/

/**
 * Four files that pages share, and one for each page: the framework, which hardly ever changes, how words and figures are
 * written, what every page has around it, and the pieces that many pages use. Left alone, the builder makes some twenty
 * crumbs a page. Blocks are of few pages, however many pieces they are.
 */
const chunks = [
  { name: 'framework', test: /node_modules/, priority: 3 },
  { name: 'words', test: /packages[\\/]words[\\/]src[\\/](?![\w-]+\.(en|de|ar)\.)/, priority: 3 },
  { name: aroundEveryPage, priority: 2 },
  { name: 'first', test: FIRST, priority: 2 },
  { name: 'goods', test: GOODS, priority: 2 },
  { name: 'choice', test: CHOICE, priority: 2 },
  { name: 'trouble', test: TROUBLE, priority: 2 },
  {
    name: 'shared',
    test: /packages[\\/]ui|app[\\/](?!blocks|parts[\\/]post-tile)/,
    minShareCount: 6,
    priority: 1,
  },
]

let around: Set<string> | undefined // known once all modules are

function aroundEveryPage(id: string, graph: Graph): string | null {
  if (!/storefront|packages/.test(id)) return null
  around ??= aroundPages(graph)
  return around.has(id) ? 'frame' : null
}

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), leanRouter(), wordParts(), wordFiles(), compressed()],
  ssr: command === 'build' ? { noExternal: true } : {},
  build: {
    assetsInlineLimit: 0, // data: urls are not allowed by the page's security policy (pictures aside)
    reportCompressedSize: false,
  },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } },
  },
}))
