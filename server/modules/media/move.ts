/**
 * Brings all objects from one storage into another while the store goes on, which writes to the new one and reads
 * from both.
 *
 * An object leaves the old one when its copy was read back and has its hash, and that of its file's row. So what is
 * still to be done is what still lies there: a move that was killed goes on by being started again.
 */
import type { App } from '#kit/app.ts'
import type { Storage } from '#kit/storage.ts'
import { sha256Of } from './content.ts'

/** A small file waits for the other side rather than for its bytes. */
const AT_ONCE = 6
const SHOWN = 100

export interface Moved {
  files: number
  bytes: number
  /** Of these the bytes are not those of their row, or did not arrive as they left; they stay where they were. */
  broken: string[]
}

interface Move {
  from: Storage
  to: Storage
  /** Told after each object. */
  onMoved: (moved: Moved) => void
}

export async function moveFiles(app: App, { from, to, onMoved }: Move): Promise<Moved> {
  const moved: Moved = { files: 0, bytes: 0, broken: [] }
  const keys = from.list('')[Symbol.asyncIterator]()
  const lane = async () => {
    for (let next = await keys.next(); !next.done; next = await keys.next()) {
      const bytes = await moveOne(app, next.value, from, to)
      if (bytes === 'broken') moved.broken.push(next.value)
      else if (bytes !== null) {
        moved.files++
        moved.bytes += bytes
      }
      onMoved(moved)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { ...moved, broken: moved.broken.slice(0, SHOWN) }
}

/** How many bytes were moved; null: it is not there any more. */
async function moveOne(app: App, key: string, from: Storage, to: Storage): Promise<number | 'broken' | null> {
  const source = await from.open(key)
  if (!source) return null
  const was = await to.find(key)
  const original = was
    ? (await sha256Of(source.stream)).toString('hex')
    : (await to.put(key, source.stream, { type: source.type })).sha256
  if (!was && !(await from.find(key))) {
    // The store has taken it away while it was copied.
    await to.remove(key)
    return null
  }
  const copied = await hashIn(to, key)
  const named = await hashOfRow(app, key)
  if (copied !== null && copied === (named ?? original)) {
    await from.remove(key)
    return source.bytes
  }
  if (!was) await to.remove(key)
  return 'broken'
}

async function hashIn(storage: Storage, key: string): Promise<string | null> {
  const found = await storage.open(key)
  return found && (await sha256Of(found.stream)).toString('hex')
}

/** Of copies and of pieces of uploads the database knows none. */
async function hashOfRow(app: App, key: string): Promise<string | null> {
  const [row] = await app.pool.query<{ hash: string }>(
    `select encode(sha256, 'hex') as hash from media.file where storage_key = $1`,
    [key],
  )
  return row?.hash ?? null
}
