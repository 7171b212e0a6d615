/** The bytes of a file, wherever they lie: read as often as it takes, and in part. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { App } from '#kit/app.ts'
import type { ByteRange } from '#kit/storage.ts'

export interface Content {
  bytes: number
  open(range?: ByteRange): Readable
}

export function contentOf(body: Buffer): Content {
  return {
    bytes: body.length,
    open: (range) => Readable.from([range ? body.subarray(range.start, range.end + 1) : body]),
  }
}

export interface Piece {
  atByte: number
  bytes: number
  key: string
}

/** Pieces in storage, one after the other, read as one. */
export function joined(app: App, pieces: Piece[]): Content {
  const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0)
  return {
    bytes,
    open: ({ start, end } = { start: 0, end: bytes - 1 }) =>
      Readable.from(
        (async function* () {
          for (const piece of pieces) {
            const [from, to] = [
              Math.max(0, start - piece.atByte),
              Math.min(piece.bytes, end + 1 - piece.atByte) - 1,
            ]
            if (from > to) continue
            const stored = await app.storage.open(piece.key, { start: from, end: to })
            if (!stored) throw new Error(`A piece of an upload is not in storage: ${piece.key}`)
            yield* stored.stream
          }
        })(),
        { objectMode: false },
      ),
  }
}

export function readPart(content: Content, start: number, bytes: number): Promise<Buffer> {
  const end = Math.min(start + bytes, content.bytes) - 1
  return end < start ? Promise.resolve(Buffer.alloc(0)) : buffer(content.open({ start, end }))
}

export async function sha256Of(stream: Readable): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest()
}
