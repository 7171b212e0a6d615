/** GET /files/*: public files from storage. Their names carry a digest, so they may be kept for ever. */
import { NotFound } from '#kit/failure.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { sendFile } from './sending.ts'

const KEY = /^[0-9a-f-]{36}\/[0-9a-f]{16}(-\d+)?\.[a-z0-9]{2,5}$/

export const files: RawRoute = {
  method: 'GET',
  path: '/files/*',
  maxBytes: 0,
  async handle({ params, headers }, { app }) {
    const key = params['*'] ?? ''
    if (!KEY.test(key)) throw NotFound({})
    const etag = `"${key.slice(37)}"`
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
    // Half of one file and half of another is none: with another name, all of it.
    const asked = [undefined, etag].includes(headers['if-range'] as string | undefined)
      ? headers.range
      : undefined
    return sendFile(app, key, asked, { 'cache-control': 'public, max-age=31536000, immutable', etag })
  },
}
