/**
 * Files in a folder.
 *
 * A file is written beside its place, flushed and renamed, so a crash leaves the
 * old one or none. The first part of a key's digest spreads them over folders.
 * What stands beside a file (type, bytes, hash) is in `<file>.json`, written first.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, fstat, open as openCallback } from 'node:fs'
import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { mustBeKey, type Storage, type StoredObject } from './storage.ts'

interface Meta {
  key: string
  type: string
  bytes: number
  sha256: string
}

const META = '.json'
/** Plain descriptors: a handle that somebody forgets ends the process. */
const [openFile, statFile] = [promisify(openCallback), promisify(fstat)]

export function diskStorage(folder: string): Storage {
  const placeOf = (key: string) => {
    mustBeKey(key)
    const digest = createHash('sha256').update(key).digest('hex')
    return join(folder, digest.slice(0, 2), digest)
  }

  async function find(key: string): Promise<StoredObject | null> {
    const place = placeOf(key)
    const [meta, bytes] = await Promise.all([readMeta(place + META), sizeOf(place)])
    return meta && bytes !== null ? { bytes, type: meta.type } : null
  }

  return {
    async put(key, body, { type }) {
      const place = placeOf(key)
      await mkdir(dirname(place), { recursive: true })
      const source = Buffer.isBuffer(body) ? [body] : body
      const hash = createHash('sha256')
      let bytes = 0
      const temporary = await writeWhole(place, async function* () {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      })
      const meta: Meta = { key, type, bytes, sha256: hash.digest('hex') }
      await rename(await writeWhole(place, () => [Buffer.from(JSON.stringify(meta))]), place + META)
      await rename(temporary, place)
      await syncFolder(dirname(place))
      return { bytes, sha256: meta.sha256 }
    },

    find,

    async open(key, range) {
      const place = placeOf(key)
      const meta = await readMeta(place + META)
      // Open before it is answered: who reads it has it, though it is removed meanwhile.
      const fd = meta && (await openFile(place, 'r').catch(missing))
      if (!meta || fd === null) return null
      const { size } = await statFile(fd)
      return { bytes: size, type: meta.type, stream: createReadStream(place, { ...range, fd }) }
    },

    async remove(key) {
      const place = placeOf(key)
      await rm(place, { force: true })
      await rm(place + META, { force: true })
    },

    async *list(prefix) {
      for (const shard of await names(folder)) {
        for (const name of await names(join(folder, shard))) {
          if (!name.endsWith(META)) continue
          const place = join(folder, shard, name.slice(0, -META.length))
          const meta = await readMeta(place + META)
          // Who was killed while removing left what stood beside the file.
          if (meta?.key.startsWith(prefix) && (await sizeOf(place)) !== null) yield meta.key
        }
      }
    },

    linkTo: async () => null,

    async check() {
      try {
        await mkdir(folder, { recursive: true })
        await access(folder, constants.R_OK | constants.W_OK)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        throw new Error(
          `Files cannot be kept in ${folder} (${code}). Give this user the folder, or name another one by DATA_DIR.`,
          { cause: error },
        )
      }
    },
  }
}

/** Writes beside the place and flushes; answers the path to rename. On a failure nothing is left. */
async function writeWhole(
  place: string,
  chunks: () => Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<string> {
  const temporary = `${place}.${randomUUID()}.part`
  const file = await open(temporary, 'wx')
  try {
    for await (const chunk of chunks()) await file.writeFile(chunk)
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw error
  }
  await file.close()
  return temporary
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readMeta(path: string): Promise<Meta | null> {
  const text = await readFile(path, 'utf8').catch(missing)
  return text === null ? null : (JSON.parse(text) as Meta)
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(missing)
  return found && found.size
}

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(missing)) ?? []
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
