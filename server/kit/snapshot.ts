/**
 * Rows that every price computation needs, parsed once and kept in memory.
 *
 * Each has a version in the database. Writers raise it in their transaction; the
 * committing step of an order checks, in one statement, that what it computed with
 * is still true, and is run again when it is not.
 */
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Ctx } from './context.ts'
import type { Db } from './db.ts'
import { event } from './event.ts'
import { forAll } from './leaving.ts'
import { Key, List } from './types.ts'

export interface Snapshot<T> {
  name: string
  load: (db: Db, storeId: string) => Promise<T>
}

export function snapshot<T>(name: string, load: Snapshot<T>['load']): Snapshot<T> {
  return { name, load }
}

export const snapshotsChanged = event(
  'kit.snapshotsChanged',
  Type.Object({ names: List(Key, 100) }, { additionalProperties: false }),
)

/** Thrown when a command computed with rows that have changed; `invoke` runs it again. */
export const staleSnapshot = Object.assign(new Error('rows in memory were out of date'), { code: '40001' })

interface Held {
  version: number
  value: Promise<unknown>
}

export interface Snapshots {
  read<T>(kind: Snapshot<T>, ctx: { db: Db; storeId: string }): Promise<T>
  /** Called by the writer, in its transaction. */
  changed(kind: Snapshot<unknown>, ctx: Ctx): Promise<void>
  /** Called by the committing step. */
  assertFresh(kinds: Snapshot<unknown>[], ctx: Ctx): Promise<void>
  forget(storeId: string, names: string[]): void
}

export function createSnapshots(pool: Db): Snapshots {
  const held = new Map<string, Promise<Held>>()
  /** What each context computed with; what is held may have been replaced since. */
  const used = new WeakMap<object, Map<string, number>>()
  const keyOf = (storeId: string, name: string) => `${storeId} ${name}`

  async function load<T>(kind: Snapshot<T>, storeId: string): Promise<Held> {
    const { rows } = await sql<{
      version: number
    }>`select version from kit.snapshot where store_id = ${storeId} and name = ${kind.name}`.execute(pool)
    return { version: rows[0]?.version ?? 0, value: Promise.resolve(await kind.load(pool, storeId)) }
  }

  function forget(storeId: string, names: string[]) {
    for (const name of names) held.delete(keyOf(storeId, name))
  }

  function hold<T>(kind: Snapshot<T>, storeId: string): Promise<Held> {
    const key = keyOf(storeId, kind.name)
    let entry = held.get(key)
    if (!entry) {
      entry = forAll(() => load(kind, storeId))
      held.set(key, entry)
      entry.catch(() => held.get(key) === entry && held.delete(key))
    }
    return entry
  }

  return {
    read: async <T>(kind: Snapshot<T>, ctx: { storeId: string }) => {
      const { version, value } = await hold(kind, ctx.storeId)
      const versions = used.get(ctx) ?? new Map<string, number>()
      if (!versions.has(kind.name)) versions.set(kind.name, version)
      used.set(ctx, versions)
      return value as Promise<T>
    },
    changed: async (kind, ctx) => {
      await sql`insert into kit.snapshot (store_id, name, version) values (${ctx.storeId}, ${kind.name}, 1)
        on conflict (store_id, name) do update set version = kit.snapshot.version + 1`.execute(ctx.db)
      ctx.emit(snapshotsChanged, { names: [kind.name] })
      ctx.afterCommit(() => forget(ctx.storeId, [kind.name]))
    },
    assertFresh: async (kinds, ctx) => {
      const names = kinds.map((kind) => kind.name)
      const { rows } = await sql<{ name: string; version: number }>`
        select name, version from kit.snapshot where store_id = ${ctx.storeId} and name = any(${names})`.execute(
        ctx.db,
      )
      const now = new Map(rows.map((row) => [row.name, row.version]))
      for (const kind of kinds) {
        const known =
          used.get(ctx)?.get(kind.name) ?? (await held.get(keyOf(ctx.storeId, kind.name)))?.version
        if (known !== undefined && known !== (now.get(kind.name) ?? 0)) {
          forget(ctx.storeId, names)
          throw staleSnapshot
        }
      }
    },
    forget,
  }
}
