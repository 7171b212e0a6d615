/**
 * One client build with hashed names, one server bundle that carries everything it needs: the server loads
 * a single file, and React is always its production build, whatever NODE_ENV says.
 */
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter()],
  ssr: command === 'build' ? { noExternal: true } : {},
  build: {
    assetsInlineLimit: 0, // data: urls are not allowed by the page's security policy (pictures aside)
    reportCompressedSize: false,
  },
}))
