/**
 * Tells the pages in which built file the words of each language are, so that the browser is told early too:
 * `import { wordFiles } from 'virtual:word-files'` is `{ de: '/assets/words.de-….js' }`, and empty while developing.
 */
import type { Plugin } from 'vite'

const NAME = 'virtual:word-files'
const SOURCE = /packages[\\/]words[\\/]src[\\/]words\.(\w+)\.ts$/

export function wordFiles(): Plugin {
  const files: Record<string, string> = {}
  return {
    name: 'word-files',
    sharedDuringBuild: true, // the pages of the server are built after those of the browser
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export const wordFiles = ${JSON.stringify(files)}` : undefined),
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return
      for (const part of Object.values(bundle)) {
        const language = part.type === 'chunk' && SOURCE.exec(part.facadeModuleId ?? '')?.[1]
        if (language) files[language] = `/${part.fileName}`
      }
    },
  }
}
