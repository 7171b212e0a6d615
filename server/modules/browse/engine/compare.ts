/**
 * Compares what the engine has with what the store sells, both ways, and has told again whatever differs: what a restored backup, a
 * hand at the engine or a fault of ours left behind does not stay.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { within } from '#kit/deadline.ts'
import { documentsOf } from './documents.ts'
import { indexOf, type SearchEngine } from './engine.ts'
import { FIRST_ID, hold, type Held } from './held.ts'
import { engineDue } from './state.ts'

const PAGE = 1_000
const TOLD_WITHIN = seconds(20)

/** True: what was found is due now. */
export async function compare(engine: SearchEngine, held: Held, ctx: Ctx): Promise<boolean> {
  const wrong = new Set<string>()
  for (let after = FIRST_ID; ;) {
    const ids = await productsAfter(after, ctx)
    for (const id of await differing(engine, ids, held, ctx)) wrong.add(id)
    if (ids.length < PAGE) break
    after = ids.at(-1)!
    if (ctx.signal.aborted || !(await hold(engine.name, ctx, { mine: true }))) return false
  }
  let strangers = 0
  for (const locale of held.locales)
    strangers += await removeStrangers(engine, indexOf(ctx.storeId, locale, held.generation), ctx)
  await engineDue(ctx, [...wrong])
  await sql`update browse.engine_state set comparing = false, compared_at = ${ctx.now()}, mended = ${wrong.size + strangers}
    where store_id = ${ctx.storeId}`.execute(ctx.db)
  return true
}

async function productsAfter(after: string, ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from catalog.product where store_id = ${ctx.storeId} and id > ${after}
    order by id limit ${PAGE}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Those that the engine lacks, has otherwise, or has although they are not for sale. */
async function differing(engine: SearchEngine, ids: string[], held: Held, ctx: Ctx): Promise<string[]> {
  if (ids.length === 0) return []
  const documents = await documentsOf(ctx, ids)
  const wrong: string[] = []
  for (const locale of held.locales) {
    const index = indexOf(ctx.storeId, locale, held.generation)
    const there = await within(TOLD_WITHIN, (signal) => engine.stamps(index, { ids }, signal))
    const stamps = new Map((documents.get(locale) ?? []).map(({ id, stamp }) => [id, stamp]))
    wrong.push(...ids.filter((id) => there.get(id) !== stamps.get(id)))
  }
  return wrong
}

/** What the engine has and the store never had goes at once: it has no row that could be due. How many they were. */
async function removeStrangers(engine: SearchEngine, index: string, ctx: Ctx): Promise<number> {
  const unknown: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await within(TOLD_WITHIN, (signal) => engine.stamps(index, { offset, limit: PAGE }, signal))
    const { rows } = await sql<{ id: string }>`select g.id from unnest(${[...page.keys()]}::text[]) as g(id)
      where not exists (select from catalog.product p where p.store_id = ${ctx.storeId} and p.id::text = g.id)`.execute(
      ctx.db,
    )
    unknown.push(...rows.map(({ id }) => id))
    if (page.size < PAGE) break
  }
  for (let at = 0; at < unknown.length; at += PAGE) {
    const remove = unknown.slice(at, at + PAGE)
    await within(TOLD_WITHIN, (signal) => engine.write(index, { put: [], remove }, signal))
  }
  return unknown.length
}
