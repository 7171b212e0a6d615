/**
 * The form of a backup: entries one after the other, each a line of JSON and then as many bytes as it says.
 *
 * The whole is compressed with zstd. `zstd -dc store.backup | head -1` shows what it is.
 */
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'

export interface Entry {
  /** `head`, `rows schema.table`, `file key`, `end`. */
  name: string
  bytes: number
  [about: string]: unknown
}

export interface Piece {
  name: string
  body: Buffer | AsyncIterable<Buffer>
  /** Needed where the body is not one buffer. */
  bytes?: number
  about?: object
}

/** Written beside its place and renamed at the end: a backup is whole or not there. Only its owner may read it. */
export async function writeContainer(path: string, pieces: AsyncIterable<Piece>): Promise<number> {
  const part = `${path}.part`
  const file = await open(part, 'wx', 0o600)
  try {
    await pipeline(bytesOf(pieces), createZstdCompress(), file.createWriteStream({ flush: true }))
    const { size } = await stat(part)
    await rename(part, path)
    return size
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function* bytesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Buffer> {
  for await (const { name, body, about, bytes = (body as Buffer).length } of pieces) {
    yield Buffer.from(`${JSON.stringify({ name, bytes, ...about })}\n`)
    let sent = 0
    for await (const chunk of Buffer.isBuffer(body) ? [body] : body) {
      sent += chunk.length
      yield chunk
    }
    if (sent !== bytes) throw new Error(`${name} was to have ${bytes} bytes and has ${sent}.`)
  }
}

export class NotABackup extends Error {}

const LONGEST_LINE = 10_000_000

/** Reads entries in their order. A body not read to its end is skipped. */
export class ContainerReader {
  private source: AsyncIterator<Buffer>
  private held: Buffer = Buffer.alloc(0)
  private left = 0
  private ahead: Entry | null | undefined

  constructor(path: string) {
    const raw = createReadStream(path)
    const plain = createZstdDecompress()
    raw.on('error', (error) => plain.destroy(error))
    this.source = raw.pipe(plain)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  /** The next entry, without taking it. */
  async peek(): Promise<Entry | null> {
    this.ahead ??= await this.read()
    return this.ahead
  }

  async next(): Promise<Entry | null> {
    const entry = await this.peek()
    this.ahead = undefined
    this.left = entry?.bytes ?? 0
    return entry
  }

  async *body(): AsyncGenerator<Buffer> {
    while (this.left > 0) {
      if (this.held.length === 0) await this.fill()
      const piece = this.held.subarray(0, this.left)
      this.held = this.held.subarray(piece.length)
      this.left -= piece.length
      yield piece
    }
  }

  private async read(): Promise<Entry | null> {
    for await (const _ of this.body()); // oxlint-disable-line no-empty
    let end = this.held.indexOf(10)
    for (; end === -1; end = this.held.indexOf(10)) {
      if (this.held.length > LONGEST_LINE) throw new NotABackup('This is not a backup of Quayside.')
      if (!(await this.grow())) {
        if (this.held.length === 0) return null
        throw new NotABackup('This backup breaks off in the middle.')
      }
    }
    const line = this.held.subarray(0, end).toString()
    this.held = this.held.subarray(end + 1)
    try {
      return JSON.parse(line) as Entry
    } catch {
      throw new NotABackup('This is not a backup of Quayside.')
    }
  }

  private async fill(): Promise<void> {
    if (!(await this.grow())) throw new NotABackup('This backup breaks off in the middle.')
  }

  private async grow(): Promise<boolean> {
    try {
      const { value, done } = await this.source.next()
      if (done) return false
      this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value])
      return true
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') throw error
      throw new NotABackup('This is not a backup of Quayside, or it is damaged.', { cause: error })
    }
  }
}
