/**
 * Writes a .br and a .gz beside each text file of the client build, so that the server never compresses
 * what does not change. Files under 1 KB, and fonts and pictures, which are compressed already, stay alone.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const folder = join(import.meta.dirname, '../build/client')
const TEXT = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.map'])
const WORTH_IT = 1024 // bytes

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name))

await Promise.all(
  files.map(async (file) => {
    const bytes = await readFile(file)
    if (bytes.length < WORTH_IT) return
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      promisify(gzip)(bytes, { level: 9 }),
    ])
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
  }),
)
