/**
 * COPY, both ways, as streams of bytes: PostgreSQL's own road for whole tables.
 *
 * `pg` knows the messages but offers no call for them; whatever has a `submit` it runs as a query. Rows come
 * one to a message and are handed on in pieces of some size; whoever reads slowly holds PostgreSQL back.
 */
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type pg from 'pg'

const PIECE_BYTES = 65_536

/** What of `pg`'s connection is used here. */
interface Wire {
  stream: NodeJS.WritableStream & { pause(): void; resume(): void; writableNeedDrain: boolean }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  sendCopyFail(message: string): void
  endCopyFrom(): void
}

/** Runs `copy … to stdout` and answers its bytes. */
export function copyOut(client: pg.Client | pg.PoolClient, text: string): Readable {
  let wire: Wire | undefined
  let held: Buffer[] = []
  let bytes = 0
  const rows = new Readable({
    highWaterMark: PIECE_BYTES * 4,
    read: () => wire?.stream.resume(),
    // What is still to come is read and dropped: the connection is of use again at the end.
    destroy: (error, done) => (wire?.stream.resume(), done(error)),
  })
  const hand = () => {
    if (bytes === 0) return
    const more = rows.push(Buffer.concat(held))
    held = []
    bytes = 0
    if (!more && !rows.destroyed) wire!.stream.pause()
  }
  submit(client, {
    submit: (connection: Wire) => (wire = connection).query(text),
    handleCopyData({ chunk }: { chunk: Buffer }) {
      held.push(Buffer.from(chunk)) // the parser uses its memory again
      bytes += chunk.length
      if (bytes >= PIECE_BYTES) hand()
    },
    handleCommandComplete: hand,
    handleReadyForQuery: () => rows.push(null),
    handleError: (error: Error) => rows.destroy(error),
  })
  return rows
}

/** Runs `copy … from stdin` with these bytes; answers how many rows came. */
export async function copyIn(
  client: pg.Client | pg.PoolClient,
  text: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let wrong: unknown
    const feed = async (wire: Wire) => {
      try {
        for await (const piece of source) {
          wire.sendCopyFromChunk(piece)
          if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
        }
        wire.endCopyFrom()
      } catch (error) {
        wrong = error
        wire.sendCopyFail('the rows broke off')
      }
    }
    submit(client, {
      submit: (connection: Wire) => connection.query(text),
      handleCopyInResponse: (connection: Wire) => void feed(connection),
      handleCommandComplete: ({ text: done }: { text: string }) =>
        (rows = Number(/\d+$/.exec(done)?.[0] ?? 0)),
      handleReadyForQuery: () => (wrong ? reject(wrong as Error) : resolve(rows)),
      handleError: (error: Error) => reject((wrong as Error | undefined) ?? error),
    })
  })
}

function submit(client: pg.Client | pg.PoolClient, query: object): void {
  ;(client as unknown as { query(each: object): void }).query(query)
}
