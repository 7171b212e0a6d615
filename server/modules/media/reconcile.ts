/**
 * Compares the rows of files with what is in storage, both ways.
 *
 * An object without a row is no fault for a day: an upload or a job may be about to write
 * it. Its age is that of the file's id, which carries the time. With `remove`, older ones
 * are taken away; objects that a row needs never are.
 */
import type { App } from '#kit/app.ts'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { command, Nothing } from '#kit/operation.ts'
import { system } from '#kit/policy.ts'
import { Count, Flag, List, Text, Type, shape } from '#kit/types.ts'
import { sha256Of } from './content.ts'

const GRACE = days(1)
const SHOWN = 100
const CHUNK = 1_000
const OBJECT =
  /^(?:private\/|uploads\/)?([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\/[0-9a-f]/

interface Row {
  key: string
  bytes: number
  sha256: Buffer | null
}

export const reconcile = command({
  id: 'media.reconcile',
  summary: 'Compare the files with the storage',
  description: 'With `verify` every object is read and its hash compared.',
  rest: 'POST /media/reconcile',
  audience: 'system',
  access: system,
  input: Type.Object({ verify: Type.Optional(Flag), remove: Type.Optional(Flag) }),
  output: shape('MediaReconciliation', {
    files: Count,
    /** Rows without an object, or with another one than they say. */
    broken: Count,
    /** Objects without a row, older than a day. */
    orphans: Count,
    removed: Count,
    keys: List(Text(512), SHOWN),
  }),
  async run({ verify = false, remove = false }, ctx) {
    const rows = await allRows(ctx.app)
    const broken: string[] = []
    for (const row of rows.values()) if (!(await isWhole(ctx.app, row, verify))) broken.push(row.key)
    const orphans = await orphansAmong(rows, ctx)
    if (remove) for (const key of orphans) await ctx.app.storage.remove(key)
    return {
      files: rows.size,
      broken: broken.length,
      orphans: orphans.length,
      removed: remove ? orphans.length : 0,
      keys: [...broken, ...orphans].slice(0, SHOWN),
    }
  },
})

/** Takes away by itself what nobody knows of, such as what a crash left behind. */
export const removeOrphans = job({
  name: 'media.removeOrphans',
  payload: Nothing,
  cron: '50 3 * * 0',
  per: 'installation',
  transaction: 'free',
  async run(_, ctx) {
    const orphans = await orphansAmong(await allRows(ctx.app), ctx)
    for (const key of orphans) await ctx.app.storage.remove(key)
    if (orphans.length > 0)
      ctx.log.info({ count: orphans.length }, 'objects that no file knows of were removed')
  },
})

/** Keys of objects without a row, older than a day. */
async function orphansAmong(rows: Map<string, Row>, ctx: Ctx): Promise<string[]> {
  const orphans: string[] = []
  const before = after(ctx.now(), -GRACE).getTime()
  for await (const key of ctx.app.storage.list('')) {
    const id = OBJECT.exec(key)?.[1]
    if (id && !rows.has(key) && timeOf(id) < before) orphans.push(key)
  }
  return orphans
}

/** Of all stores: they share one storage. */
async function allRows(app: App): Promise<Map<string, Row>> {
  const all = new Map<string, Row>()
  for (let last = ''; ;) {
    const rows = await app.pool.query<Row>(
      `select key, bytes, sha256 from (
         select storage_key as key, bytes, sha256 from media.file where state = 'ready'
         union all select storage_key, bytes, null from media.rendition
         union all select storage_key, bytes, null from media.piece) o
       where key > $1 order by key limit ${CHUNK}`,
      [last],
    )
    for (const row of rows) all.set(row.key, row)
    if (rows.length < CHUNK) return all
    last = rows.at(-1)!.key
  }
}

async function isWhole(app: App, row: Row, verify: boolean): Promise<boolean> {
  const found = await app.storage.find(row.key)
  if (found?.bytes !== row.bytes) return false
  if (!verify || !row.sha256) return true
  const stored = await app.storage.open(row.key)
  return stored !== null && (await sha256Of(stored.stream)).equals(row.sha256)
}

/** UUID version 7 begins with 48 bits of milliseconds (RFC 9562). */
function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
