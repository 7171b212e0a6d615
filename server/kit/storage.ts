/**
 * Files on disk, whole or not at all.
 *
 * A file is written beside its place, flushed and renamed, so a crash leaves the
 * old one or none. Keys are paths such as `media/0198.../original.jpg`; the first
 * part of a digest spreads them over folders. What stands beside a file (type,
 * bytes, hash) is in `<file>.json`, written first.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

export interface StoredFile {
  stream: Readable
  /** Of the whole file, also when a part of it was asked for. */
  bytes: number
  type: string
}

/** From the first byte to the last, both included. */
export interface ByteRange {
  start: number
  end: number
}

export interface Storage {
  put(
    key: string,
    body: Buffer | Readable,
    meta: { type: string },
  ): Promise<{ bytes: number; sha256: string }>
  open(key: string, range?: ByteRange): Promise<StoredFile | null>
  remove(key: string): Promise<void>
  /** Keys that start with `prefix`, in no special order. */
  list(prefix: string): AsyncIterable<string>
}

interface Meta {
  key: string
  type: string
  bytes: number
  sha256: string
}

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/
const MAX_KEY = 512
const META = '.json'

export function diskStorage(folder: string): Storage {
  const placeOf = (key: string) => {
    if (key.length > MAX_KEY || !KEY.test(key))
      throw new Error(`This is not a storage key: ${key.slice(0, 80)}`)
    const digest = createHash('sha256').update(key).digest('hex')
    return join(folder, digest.slice(0, 2), digest)
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

    async open(key, range) {
      const place = placeOf(key)
      const [meta, found] = await Promise.all([readMeta(place + META), sizeOf(place)])
      if (!meta || found === null) return null
      return { stream: createReadStream(place, range), bytes: found, type: meta.type }
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
          const meta = await readMeta(join(folder, shard, name))
          if (meta?.key.startsWith(prefix)) yield meta.key
        }
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
