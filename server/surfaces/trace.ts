/**
 * Trace ids: 32 hexadecimal digits, as in W3C Trace Context.
 *
 * A caller's valid `traceparent` is continued, so that its logs and ours meet.
 */
import { randomFillSync } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const PARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-|$)/

const pool = Buffer.allocUnsafe(16 * 256) // random bytes for 256 ids at a time: one id costs a tenth
let used = pool.length

export function newTraceId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.toString('hex', used - 16, used)
}

export function traceIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const parent = request.headers['traceparent']
  return (typeof parent === 'string' && PARENT.exec(parent)?.[1]) || newTraceId()
}
