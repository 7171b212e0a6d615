/** Files in a bucket of an S3-compatible service. Nothing of an object is to be seen before all of it has come. */
import { createHash } from 'node:crypto'
import type { Log } from '#kit/log.ts'
import { mustBeKey, type Storage, type StoredObject } from '#kit/storage.ts'
import { readXml, streamOf } from './answer.ts'
import { openBucket, type Ask, type Patience } from './bucket.ts'
import { PART_BYTES, inParts, putInParts } from './parts.ts'
import { s3Settings, type S3Settings } from './settings.ts'

/** What `check` writes and takes away. */
const PROBE = 'probes/check'

/** By the `S3_*` settings. */
export const openS3 = (adapters: Record<string, string>, log: Log): Storage =>
  s3Storage(s3Settings(adapters), log)

export function s3Storage(settings: S3Settings, log: Log, patience?: Patience): Storage {
  const bucket = openBucket(settings, patience)

  const ask = (method: Ask['method'], key: string, headers: Record<string, string> = {}) => {
    mustBeKey(key)
    return bucket.seek({ method, key, headers })
  }

  async function putWhole(key: string, type: string, body: Buffer): Promise<void> {
    const kept = await bucket.send({ method: 'PUT', key, headers: { 'content-type': type }, body })
    await kept.body?.cancel()
  }

  const storage: Storage = {
    async put(key, body, { type }) {
      mustBeKey(key)
      const hash = createHash('sha256')
      let bytes = 0
      const parts = inParts(Buffer.isBuffer(body) ? [body] : (body as AsyncIterable<Buffer>))
      const counted = (async function* () {
        for await (const part of parts) {
          hash.update(part)
          bytes += part.length
          yield part
        }
      })()
      try {
        const next = await counted.next()
        const first = next.done ? Buffer.alloc(0) : next.value
        if (first.length < PART_BYTES) await putWhole(key, type, first)
        else await putInParts(bucket, key, type, chained(first, counted), log)
      } finally {
        await counted.return(undefined) // lets go of the source, wherever it broke
      }
      return { bytes, sha256: hash.digest('hex') }
    },

    async find(key) {
      const found = await ask('HEAD', key)
      return found && aboutOf(found)
    },

    async open(key, range) {
      const found = await ask('GET', key, range && { range: `bytes=${range.start}-${range.end}` })
      return found && { ...aboutOf(found), stream: streamOf(found) }
    },

    async remove(key) {
      const gone = await ask('DELETE', key)
      await gone?.body?.cancel()
    },

    async *list(prefix) {
      for (let next: Record<string, string> | null = {}; next;) {
        const page = await bucket.send({ method: 'GET', query: { 'list-type': '2', prefix, ...next } })
        const { texts } = await readXml(page)
        yield* texts('Key')
        const [more] = texts('NextContinuationToken')
        next = texts('IsTruncated')[0] === 'true' && more ? { 'continuation-token': more } : null
      }
    },

    async linkTo(key, { seconds, disposition }) {
      mustBeKey(key)
      if (settings.publicUrl === null) return null
      return bucket.signLink(key, { seconds, query: { 'response-content-disposition': disposition } })
    },

    async check() {
      for await (const _ of storage.list(PROBE)) break
      await storage.put(PROBE, Buffer.from('quayside'), { type: 'text/plain' })
      await storage.remove(PROBE)
    },
  }
  return storage
}

function aboutOf({ headers }: Response): StoredObject {
  const whole = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return {
    bytes: Number(whole ?? headers.get('content-length')),
    type: headers.get('content-type') ?? 'application/octet-stream',
  }
}

async function* chained(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}
