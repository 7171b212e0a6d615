/** What a bucket holds: objects, and uploads of which nothing is to be seen yet. */
import { createHash, randomUUID } from 'node:crypto'

export interface TwinObject {
  body: Buffer
  type: string
}

interface Upload {
  key: string
  type: string
  parts: Map<number, Buffer>
}

export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string | Buffer
}

const SMALLEST_PART = 5 * 1024 * 1024
const MOST_KEYS = 1_000
const etagOf = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`

export const refused = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>As documented.</Message></Error>`,
})
const xml = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
})

export function createBucket() {
  const objects = new Map<string, TwinObject>()
  const uploads = new Map<string, Upload>()

  function list(query: URLSearchParams): Answer {
    const [prefix, after] = [query.get('prefix') ?? '', query.get('continuation-token') ?? '']
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const page = keys.slice(0, MOST_KEYS)
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`)
    const more = keys.length > page.length
    return xml(
      `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('')}${
        more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
      }</ListBucketResult>`,
    )
  }

  function give(object: TwinObject | undefined, asked: string | undefined, query: URLSearchParams): Answer {
    if (!object) return refused(404, 'NoSuchKey')
    const { body, type } = object
    const saved = query.get('response-content-disposition')
    const headers = {
      'content-type': type,
      etag: etagOf(body),
      'accept-ranges': 'bytes',
      ...(saved && { 'content-disposition': saved }),
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(asked ?? '')
    if (!range) return { status: 200, headers, body }
    const [start, end] = [Number(range[1]), Math.min(Number(range[2]), body.length - 1)]
    if (start > end) return refused(416, 'InvalidRange')
    const part = { ...headers, 'content-range': `bytes ${start}-${end}/${body.length}` }
    return { status: 206, headers: part, body: body.subarray(start, end + 1) }
  }

  function keepPart(upload: Upload | undefined, query: URLSearchParams, body: Buffer): Answer {
    if (!upload) return refused(404, 'NoSuchUpload')
    upload.parts.set(Number(query.get('partNumber')), body)
    return { status: 200, headers: { etag: etagOf(body) } }
  }

  function complete(id: string, body: Buffer): Answer {
    const upload = uploads.get(id)
    if (!upload) return refused(404, 'NoSuchUpload')
    const wanted = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)</g)]
    const parts = wanted.map(([, number]) => upload.parts.get(Number(number)))
    const plain = (tag: string) => tag.replaceAll('"', '').replaceAll('&#34;', '').replaceAll('&quot;', '')
    if (!parts.every((part, at) => part && plain(etagOf(part)) === plain(wanted[at]![2]!)))
      return refused(400, 'InvalidPart')
    if (parts.slice(0, -1).some((part) => part!.length < SMALLEST_PART)) return refused(400, 'EntityTooSmall')
    objects.set(upload.key, { body: Buffer.concat(parts as Buffer[]), type: upload.type })
    uploads.delete(id)
    return xml('<CompleteMultipartUploadResult/>')
  }

  function answer(method: string, key: string, query: URLSearchParams, given: Given): Answer {
    const upload = query.get('uploadId') ?? ''
    const type = given.headers['content-type'] ?? 'binary/octet-stream'
    if (key === '' && method === 'GET') return list(query)
    if (method === 'GET' || method === 'HEAD') return give(objects.get(key), given.headers['range'], query)
    if (method === 'PUT' && upload) return keepPart(uploads.get(upload), query, given.body)
    if (method === 'PUT') {
      objects.set(key, { body: given.body, type })
      return { status: 200, headers: { etag: etagOf(given.body) } }
    }
    if (method === 'POST' && query.has('uploads')) {
      const id = randomUUID()
      uploads.set(id, { key, type, parts: new Map() })
      return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    if (method === 'POST' && upload) return complete(upload, given.body)
    if (method === 'DELETE') {
      if (upload) uploads.delete(upload)
      else objects.delete(key)
      return { status: 204 }
    }
    return refused(405, 'MethodNotAllowed')
  }

  return { objects, uploads, answer }
}

interface Given {
  headers: Record<string, string | undefined>
  body: Buffer
}
