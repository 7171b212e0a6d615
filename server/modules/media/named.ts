/** Pictures as files call them: by the address that they came from, by their address here, or by their id. */
import { sql, type RawBuilder } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { mediaChanged } from './events.ts'
import type { Focus } from './picture.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PATH = '/files/'

/** Its key in storage, of a name that is an address of the store itself. */
function keyIn(app: App, name: string): string | null {
  const own = app.config.publicUrl + PATH
  if (name.startsWith(own)) return name.slice(own.length)
  return name.startsWith(PATH) ? name.slice(PATH.length) : null
}

/** Whether it is somewhere else, so that it must be fetched. */
export const isElsewhere = (app: App, name: string) => !ID.test(name) && keyIn(app, name) === null

/** Ids by name, of those that are public pictures here. */
export async function picturesNamed(ctx: Ctx, names: string[]): Promise<Map<string, string>> {
  const asked = [...new Set(names)].map((name) => ({
    name,
    id: ID.test(name) ? name : null,
    key: keyIn(ctx.app, name),
  }))
  const { rows } = await sql<{ name: string; id: string }>`
    select a.name, f.id from json_to_recordset(${JSON.stringify(asked)}) as a(name text, id uuid, key text)
    cross join lateral (
      select f.id, f.visibility, f.state, f.type, f.archived_at from media.file f where f.store_id = ${ctx.storeId} and f.id = a.id
      union all select f.id, f.visibility, f.state, f.type, f.archived_at from media.file f where f.store_id = ${ctx.storeId} and f.storage_key = a.key
      union all select f.id, f.visibility, f.state, f.type, f.archived_at from media.file f
        where f.store_id = ${ctx.storeId} and f.source = a.name and f.archived_at is null
    ) f where f.visibility = 'public' and f.state = 'ready' and f.archived_at is null and f.type like 'image/%'`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** What a file calls the picture, as SQL; `file` is the alias of a media.file. */
export const pictureName = (app: App, file: string): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(`${file}.source`)}, ${app.config.publicUrl + PATH} || ${sql.ref(`${file}.storage_key`)})`

export async function setFocuses(ctx: Ctx, given: { fileId: string; focus: Focus | null }[]): Promise<void> {
  if (given.length === 0) return
  const rows = given.map(({ fileId, focus }) => ({ fileId, x: focus?.xPermille, y: focus?.yPermille }))
  await sql`
    update media.file f set focus_x = g.x, focus_y = g.y, version = f.version + 1, updated_at = ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as g("fileId" uuid, x int, y int)
    where f.store_id = ${ctx.storeId} and f.id = g."fileId"`.execute(ctx.db)
  ctx.emit(mediaChanged, { ids: given.map(({ fileId }) => fileId) })
}
