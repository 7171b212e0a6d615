/** Sends a stored file, or the part of it that was asked for (RFC 9110, 14.2), so that a broken download can go on. */
import type { App } from '#kit/app.ts'
import { NotFound } from '#kit/failure.ts'
import type { RawReply } from '#kit/raw-route.ts'
import type { ByteRange } from '#kit/storage.ts'

export async function sendFile(
  app: App,
  key: string,
  asked: string | undefined,
  headers: Record<string, string>,
): Promise<RawReply> {
  const about = asked === undefined ? null : await app.storage.find(key)
  const range = about && rangeOf(asked, about.bytes)
  const stored = await app.storage.open(key, range && range !== 'beyond' ? range : undefined)
  if (!stored) throw NotFound({})
  const { bytes, type, stream } = stored
  const common = {
    'content-type': type,
    'accept-ranges': 'bytes',
    // Whatever the file is, it cannot act: no script, no frame, no guessing of types.
    'content-security-policy': "default-src 'none'; sandbox",
    ...headers,
  }
  if (range === 'beyond') {
    stream.destroy()
    return { status: 416, headers: { ...common, 'content-range': `bytes */${bytes}` } }
  }
  if (range === null)
    return { status: 200, headers: { ...common, 'content-length': String(bytes) }, body: stream }
  return {
    status: 206,
    headers: {
      ...common,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${bytes}`,
    },
    body: stream,
  }
}

/** One range; what asks for several, or is none, gets the whole. */
function rangeOf(asked: string | undefined, bytes: number): ByteRange | 'beyond' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '')
  if (!found || found[0] === 'bytes=-') return null
  const [first, last] = [found[1]!, found[2]!]
  if (first === '')
    return last === '0' ? 'beyond' : { start: Math.max(0, bytes - Number(last)), end: bytes - 1 }
  const range = { start: Number(first), end: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) }
  if (last !== '' && Number(last) < range.start) return null
  return range.start >= bytes ? 'beyond' : range
}
