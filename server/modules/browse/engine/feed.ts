/**
 * Feeds the engine: what changed, then what is filled anew, then what a comparison finds.
 *
 * What is due is read as it stands now, sent, and crossed off once the engine has done it, unless it changed meanwhile: it may
 * be sent twice, and never too little. One process feeds a store at a time, one batch after the other, so nothing old
 * overtakes what is new, nor what was deleted. No transaction is open while the engine is asked.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { within } from '#kit/deadline.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { entriesTag } from '../entries.ts'
import { steeringSnapshot } from '../steering.ts'
import { compare } from './compare.ts'
import { documentsOf } from './documents.ts'
import { engineOf, indexOf, type SearchEngine } from './engine.ts'
import { FIRST_ID, crossOff, dueNow, hold, release, type Held } from './held.ts'
import { engineReady } from './state.ts'

/** Products told at once. */
const BATCH = 500
/** For the engine to do what it is told; its indexing is slower than its searching. */
const DONE_WITHIN = seconds(60)

export const feedEngine = job({
  name: 'browse.feedEngine',
  payload: Nothing,
  everyMs: seconds(5),
  transaction: 'free',
  async run(_, ctx) {
    const engine = engineOf(ctx)
    const held = await hold(engine?.name ?? null, ctx)
    if (!engine || !held) return
    let trouble: string | null = null
    try {
      // A turn later: other processes have searched in it until a moment ago.
      if (held.leftOver) await clearAway(engine, held, ctx)
      if (held.ready && !(await hasAll(engine, held, ctx))) await beginAnew(ctx)
      while (!ctx.signal.aborted && (await step(engine, ctx)));
    } catch (error) {
      const { message, cause } = error as Error
      trouble = cause instanceof Error ? `${message}: ${cause.message}` : message
      ctx.log.warn({ engine: engine.name, err: trouble }, 'the search engine could not be told all')
    }
    await release(trouble, ctx)
  },
})

/** It may have lost its disk. What is told to an index that is not there would make one that has nothing else. */
async function hasAll(engine: SearchEngine, { locales, generation }: Held, ctx: Ctx): Promise<boolean> {
  for (const locale of locales) {
    const index = indexOf(ctx.storeId, locale, generation)
    if (!(await within(DONE_WITHIN, (signal) => engine.has(index, signal)))) return false
  }
  return true
}

/** Until it is filled the store searches by itself. */
async function beginAnew(ctx: Ctx): Promise<void> {
  await ctx.app.inTransaction({ actor: ctx.actor, hint: { storeId: ctx.storeId } }, async (own) => {
    await sql`update browse.engine_state set ready_at = null, filled_to = ${FIRST_ID} where store_id = ${own.storeId}`.execute(
      own.db,
    )
    await own.app.snapshots.changed(engineReady, own)
  })
}

/** One thing; false when there is nothing left. */
async function step(engine: SearchEngine, ctx: Ctx): Promise<boolean> {
  const held = await hold(engine.name, ctx, { mine: true })
  if (!held) return false
  const { filledTo } = held
  if (filledTo === FIRST_ID) await makeRoom(engine, held, ctx)
  if (held.steered) await tellSynonyms(engine, held, ctx)
  if (await tellDue(engine, held, ctx)) return true
  if (filledTo !== null) return fill(engine, held, filledTo, ctx)
  if (!held.comparing) return false
  for (const locale of held.locales)
    await prepare(engine, indexOf(ctx.storeId, locale, held.generation), locale, ctx)
  return compare(engine, held, ctx)
}

/** Those that are searched, and those that are being filled. */
function indexesOf(locale: string, { ready, generation, filledTo }: Held, ctx: Ctx): string[] {
  const generations = [...(ready ? [generation] : []), ...(filledTo === null ? [] : [generation + 1])]
  return generations.map((each) => indexOf(ctx.storeId, locale, each))
}

/** What an earlier round left there does not count. */
async function makeRoom(engine: SearchEngine, held: Held, ctx: Ctx): Promise<void> {
  for (const locale of held.locales) {
    const next = indexOf(ctx.storeId, locale, held.generation + 1)
    await within(DONE_WITHIN, (signal) => engine.drop(next, signal))
    await prepare(engine, next, locale, ctx)
  }
}

async function prepare(engine: SearchEngine, index: string, locale: string, ctx: Ctx): Promise<void> {
  const { synonyms } = await ctx.app.snapshots.read(steeringSnapshot, ctx)
  const own = synonyms.filter((each) => each.locale === locale).map(({ words }) => words)
  await within(DONE_WITHIN, (signal) => engine.prepare(index, { locale, synonyms: own }, signal))
}

async function tellSynonyms(engine: SearchEngine, held: Held, ctx: Ctx): Promise<void> {
  const say = (steered: boolean) =>
    sql`update browse.engine_state set steered = ${steered} where store_id = ${ctx.storeId}`.execute(ctx.db)
  await say(false) // before it is done: what changes meanwhile is told again
  try {
    for (const locale of held.locales)
      for (const index of indexesOf(locale, held, ctx)) await prepare(engine, index, locale, ctx)
  } catch (error) {
    await say(true)
    throw error
  }
  await ctx.app.cache.raise([entriesTag(ctx.storeId)])
}

async function tellDue(engine: SearchEngine, held: Held, ctx: Ctx): Promise<boolean> {
  const due = await dueNow(BATCH, ctx)
  if (due.length === 0) return false
  const ids = due.map(({ id }) => id)
  const documents = await documentsOf(ctx, ids)
  for (const locale of held.locales) {
    const put = documents.get(locale) ?? []
    const there = new Set(put.map(({ id }) => id))
    const change = { put, remove: ids.filter((id) => !there.has(id)) }
    for (const index of indexesOf(locale, held, ctx))
      await within(DONE_WITHIN, (signal) => engine.write(index, change, signal))
  }
  await crossOff(due, ctx)
  await ctx.app.cache.raise([entriesTag(ctx.storeId)])
  return true
}

/** The next products; after the last ones searches move to what was filled. */
async function fill(engine: SearchEngine, held: Held, after: string, ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{
    id: string
  }>`select id from catalog.product where store_id = ${ctx.storeId} and id > ${after}
    order by id limit ${BATCH}`.execute(ctx.db)
  const ids = rows.map(({ id }) => id)
  const documents = await documentsOf(ctx, ids)
  for (const [locale, put] of documents) {
    const next = indexOf(ctx.storeId, locale, held.generation + 1)
    await within(DONE_WITHIN, (signal) => engine.write(next, { put, remove: [] }, signal))
  }
  if (ids.length < BATCH) await moveSearches(after, ctx)
  else
    await sql`update browse.engine_state set filled_to = ${ids.at(-1)} where store_id = ${ctx.storeId} and filled_to = ${after}`.execute(
      ctx.db,
    )
  return true
}

/** Where it was asked for anew meanwhile, it begins anew. */
async function moveSearches(after: string, ctx: Ctx): Promise<void> {
  await ctx.app.inTransaction({ actor: ctx.actor, hint: { storeId: ctx.storeId } }, async (own) => {
    await sql`update browse.engine_state set filled_to = null, generation = generation + 1, left_over = true, ready_at = ${own.now()}
      where store_id = ${own.storeId} and filled_to = ${after}`.execute(own.db)
    await own.app.snapshots.changed(engineReady, own)
    own.afterCommit(() => own.app.cache.raise([entriesTag(own.storeId)]))
  })
}

async function clearAway(engine: SearchEngine, { locales, generation }: Held, ctx: Ctx): Promise<void> {
  for (const locale of locales)
    await within(DONE_WITHIN, (signal) => engine.drop(indexOf(ctx.storeId, locale, generation - 1), signal))
  await sql`update browse.engine_state set left_over = false where store_id = ${ctx.storeId}`.execute(ctx.db)
}
