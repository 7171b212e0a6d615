/**
 * Writes a .br and a .gz beside each text file of the client build, so that the server never compresses
 * what does not change. Files under 1 KB, and fonts and pictures, which are compressed already, stay alone.
 */
import { writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt'])
const WORTH_IT = 1024 // bytes

export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle: async ({ dir }, bundle) => {
      const files = Object.values(bundle).filter(({ fileName }) => TEXT.has(extname(fileName)))
      await Promise.all(
        files.map(async (file) => {
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          if (bytes.length < WORTH_IT) return
          const path = join(dir!, file.fileName)
          const [br, gz] = await Promise.all([
            promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
            promisify(gzip)(bytes, { level: 9 }),
          ])
          await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
        }),
      )
    },
  }
}
