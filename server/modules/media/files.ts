/**
 * GET /files/*: public files from storage. Their names carry a digest, so they may be kept for ever.
 *
 * Whatever the file is, it cannot act: no script, no frame, no guessing of types.
 */
import { NotFound } from '#kit/failure.ts'
import type { RawRoute } from '#kit/raw-route.ts'

const KEY = /^[0-9a-f-]{36}\/[0-9a-f]{16}(-\d+)?\.[a-z0-9]{2,5}$/

export const files: RawRoute = {
  method: 'GET',
  path: '/files/*',
  maxBytes: 0,
  async handle({ params, headers }, { app }) {
    const key = params['*'] ?? ''
    if (!KEY.test(key)) throw NotFound({})
    const etag = `"${key.slice(37).split('.')[0]}"`
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
    const file = await app.storage.open(key)
    if (!file) throw NotFound({})
    return {
      status: 200,
      headers: {
        'content-type': file.type,
        'content-length': String(file.bytes),
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        etag,
      },
      body: file.stream,
    }
  },
}
