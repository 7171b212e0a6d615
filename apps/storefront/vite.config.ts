/**
 * One client build with hashed names, one server bundle that carries everything it needs: the server loads
 * a single file, and React is always its production build, whatever NODE_ENV says.
 */
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { wordFiles } from './tools/word-files.ts'

/**
 * Three files that every page shares, and one for each page: the framework, which hardly ever changes, the words
 * of the page's language, and the pieces that at least four pages use. Left alone, the builder makes some twenty crumbs a page.
 */
const chunks = [
  { name: 'framework', test: /node_modules/, priority: 2 },
  { name: 'words', test: /packages[\\/]words[\\/]src[\\/](?!words\.)/, priority: 2 },
  { name: 'shared', test: /packages[\\/](ui|words)|app[\\/]/, minShareCount: 4, priority: 1 },
]

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), wordFiles()],
  ssr: command === 'build' ? { noExternal: true } : {},
  build: {
    assetsInlineLimit: 0, // data: urls are not allowed by the page's security policy (pictures aside)
    reportCompressedSize: false,
  },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } },
  },
}))
