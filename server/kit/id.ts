/**
 * Ids: UUID version 7 (RFC 9562), so that rows made together lie together.
 *
 * Within one millisecond a counter keeps them rising in one process; the rest is random.
 */
import { randomBytes, randomFillSync, createHash } from 'node:crypto'

/** Random bytes of many ids are drawn together: asking for a few costs as much as for thousands. */
const drawn = Buffer.allocUnsafe(8_192)
let used = drawn.length

let lastMs = 0
let sequence = 0

function writeRandom(target: Buffer, from: number): void {
  const count = target.length - from
  if (used + count > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  drawn.copy(target, from, used, used + count)
  used += count
}

const bytes = Buffer.alloc(16)

export function newId(atMs: number = Date.now()): string {
  writeRandom(bytes, 6)
  if (atMs > lastMs) {
    lastMs = atMs
    sequence = bytes.readUInt16BE(6) & 0x3ff
  } else if (++sequence > 0xfff) {
    lastMs++
    sequence = 0
  }
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
