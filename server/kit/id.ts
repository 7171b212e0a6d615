/**
 * Ids: UUID version 7 (RFC 9562), so that rows made together lie together.
 *
 * Within one millisecond a counter keeps them rising in one process; the rest is random.
 */
import { randomBytes, createHash } from 'node:crypto'

let lastMs = 0
let sequence = 0

export function newId(atMs: number = Date.now()): string {
  if (atMs > lastMs) {
    lastMs = atMs
    sequence = randomBytes(2).readUInt16BE() & 0x3ff
  } else if (++sequence > 0xfff) {
    lastMs++
    sequence = 0
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret of 256 random bits, safe in URLs and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Only this is stored of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
