/**
 * The one message of a call, read before Connect reads it: bytes that are none are the caller's mistake, which
 * Connect would call a fault of ours.
 */
import { fromBinary, type DescMethod } from '@bufbuild/protobuf'
import type { UniversalServerRequest } from '@connectrpc/connect/protocol'
import { MAX_BODY_BYTES } from '../problems.ts'

export interface Message {
  body: UniversalServerRequest['body']
  isReadable: () => Promise<boolean>
}

/** A flag and four bytes of length stand before it, but for single calls of Connect. */
const HEAD_BYTES = 5

export function messageIn(
  { header, body }: UniversalServerRequest,
  { input, methodKind }: DescMethod,
): Message {
  const type = header.get('content-type') ?? ''
  // JSON is told apart by Connect; of what both sides stream nobody can read ahead.
  if (
    methodKind === 'bidi_streaming' ||
    !/^application\/(grpc(-web)?(\+proto)?|proto|connect\+proto)$/.test(type)
  )
    return { body, isReadable: async () => true }
  const hasHead = type !== 'application/proto'
  let bytes = Buffer.alloc(0)
  const read = async () => {
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk)
      length += chunk.length
      if (length > MAX_BODY_BYTES + HEAD_BYTES || isTooLong(chunks[0]!, hasHead)) break // Connect says so
    }
    bytes = chunks.length === 1 ? Buffer.from(chunks[0]!) : Buffer.concat(chunks)
  }
  return {
    body: (async function* () {
      if (bytes.length > 0) yield bytes
    })(),
    async isReadable() {
      await read()
      const message = hasHead ? bytes.subarray(HEAD_BYTES) : bytes
      const isWhole = !hasHead || (bytes.length >= HEAD_BYTES && message.length === bytes.readUInt32BE(1))
      if (!isWhole || bytes.length > MAX_BODY_BYTES + HEAD_BYTES) return true // of these Connect knows what to say
      try {
        fromBinary(input, message)
        return true
      } catch {
        return false
      }
    },
  }
}

function isTooLong(first: Uint8Array, hasHead: boolean): boolean {
  if (!hasHead || first.length < HEAD_BYTES) return false
  return Buffer.from(first.buffer, first.byteOffset).readUInt32BE(1) > MAX_BODY_BYTES
}
