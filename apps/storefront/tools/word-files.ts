/**
 * Tells the server which files of words each built file of script will ask for, so that the browser is told in time:
 * `import { wordFiles } from 'virtual:word-files'` is `{ de: { '/assets/cart-….js': ['/assets/words.de-….js'] } }`, and
 * empty while developing.
 */
import type { Plugin } from 'vite'

const NAME = 'virtual:word-files'
const SOURCE = /packages[\\/]words[\\/]src[\\/]words\.(\w+)\.ts(?:$|\?)/

export function wordFiles(): Plugin {
  const files: Record<string, Record<string, string[]>> = {}
  return {
    name: 'word-files',
    sharedDuringBuild: true, // the pages of the server are built after those of the browser
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export const wordFiles = ${JSON.stringify(files)}` : undefined),
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return
      for (const asking of Object.values(bundle))
        for (const name of asking.type === 'chunk' ? asking.dynamicImports : []) {
          const asked = bundle[name]
          const language = asked?.type === 'chunk' && SOURCE.exec(asked.facadeModuleId ?? '')?.[1]
          if (language) ((files[language] ??= {})[`/${asking.fileName}`] ??= []).push(`/${name}`)
        }
    },
  }
}
