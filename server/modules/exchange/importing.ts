/**
 * An import at work: chunk by chunk, each in one transaction with the checkpoint behind it.
 *
 * Who dies leaves a whole number of chunks; who goes on reads the file again and passes over what was dealt with. Of
 * two who work on the same run one finds the checkpoint moved, and leaves it to the other.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { sqlState } from '#kit/db.ts'
import { TooMany, isFailure } from '#kit/failure.ts'
import { faultAt, type Column, type Resource } from '#kit/resource.ts'
import { uploadedFile } from '../media/index.ts'
import { chunksOf, type Given } from './chunks.ts'
import { FileUnreadable, StoppedAtFault, TooManyFaults, WrongColumns } from './failures.ts'
import { FORMATS } from './formats/formats.ts'
import { keep } from './keep.ts'
import { MOST_FAULTS } from './limits.ts'
import { take, type Outcome } from './take.ts'
import { Overtaken, type Work } from './work-at.ts'

export async function runImport(given: Work): Promise<void> {
  const work = given.run.asked.dryRun ? withoutFetching(given) : given
  const { app, call, resource, run, signal } = work
  const { file, columns } = await app.inTransaction(call, async (ctx) => ({
    file: await uploadedFile(ctx, run.fileId!),
    columns: await resource.columns(ctx),
  }))
  if (!file) throw FileUnreadable({ reason: 'it is not there any more.' })
  const { mapping = [], delimiter } = run.asked
  const onColumns = (names: string[]) => mustHaveKey(resource, columns, names, mapping)
  const rows = FORMATS[run.format].read(file.content, { delimiter, onColumns })
  for await (const chunk of chunksOf(rows, resource, columns, { mapping, skip: run.rowsDone })) {
    if (signal.aborted) throw new Overtaken()
    await fetchFor(work, chunk.rows)
    const faults = await takeAll(work, columns, chunk.from, chunk.rows)
    await work.growth.tell()
    if (faults > 0 && run.asked.stopAtFault) throw StoppedAtFault({})
    if (faults >= MOST_FAULTS) throw TooManyFaults({ limit: MOST_FAULTS })
  }
}

/** What is not fetched cannot be written either; its rows are only checked. */
function withoutFetching(work: Work): Work {
  const { fetch, ...resource } = work.resource
  return fetch ? { ...work, resource: { ...resource, write: async () => {} } } : work
}

/** What cannot be fetched is a fault of the rows that name it. */
async function fetchFor({ resource, ...at }: Work, rows: Given[]): Promise<void> {
  const readable = rows.filter(({ faults }) => faults.length === 0)
  const wanted = readable.map(({ line, cells: row }) => ({ line, row }))
  for (const fault of (await resource.fetch?.(at, wanted)) ?? [])
    readable.find(({ line }) => line === fault.line)!.faults.push(fault)
}

function mustHaveKey(
  { key }: Resource,
  columns: Column[],
  names: string[],
  mapping: { from: string; to: string | null }[],
): void {
  const there = new Set(names.map((name) => mapping.find(({ from }) => from === name)?.to ?? name))
  const lacking = columns.filter(({ name, required }) => required && key.includes(name) && !there.has(name))
  if (lacking.length > 0)
    throw WrongColumns({ reason: `The file has no column “${lacking[0]!.name}”, by which rows are known.` })
}

/** What the database refuses as a whole is tried in halves, until the group at fault is alone. Answers the faults so far. */
async function takeAll(work: Work, columns: Column[], from: number, rows: Given[]): Promise<number> {
  try {
    return await inOneStep(work, from, rows, (ctx) => take(ctx, work.resource, columns, rows))
  } catch (error) {
    if (isFailure(error) && error.code === TooMany.code) {
      // Whoever asked has their limit here too: it is done at its pace.
      await sleep(seconds(Number(error.details['retryAfterSeconds'])))
      return takeAll(work, columns, from, rows)
    }
    if (!isRefusal(error)) throw error
    const half = middle(work.resource, rows)
    if (half === 0) {
      const faults = rows.map((row) => faultAt(row, ...wordsFor(error, columns)))
      return inOneStep(work, from, rows, async () => ({ ...NOTHING, faulty: rows.length, faults }))
    }
    const faults = await takeAll(work, columns, from, rows.slice(0, half))
    if (faults > 0 && work.run.asked.stopAtFault) return faults
    return takeAll(work, columns, from + half, rows.slice(half))
  }
}

const NOTHING: Outcome = { created: 0, changed: 0, same: 0, faulty: 0, faults: [], answers: new Map() }

const isRefusal = (error: unknown) =>
  isFailure(error) ? error.status < 429 : sqlState(error)?.startsWith('23') === true

function wordsFor(error: unknown, columns: Column[]): [column: string, code: string, message: string] {
  if (isFailure(error)) {
    const { path, code, message } = error.errors[0] ?? { path: '', code: error.code, message: error.message }
    const isColumn = columns.some(({ name }) => path === name || path.startsWith(`${name}.`))
    return [isColumn ? path : '', code, message]
  }
  const { constraint } = error as { constraint?: string }
  return ['', 'refused', `This breaks a rule of the store (${constraint ?? 'unnamed'}).`]
}

/** Where the second half begins, with a group of its own; 0: there is only one. */
function middle({ group }: Resource, rows: Given[]): number {
  const begins = (at: number) => group === undefined || rows[at]!.cells[group] !== rows[at - 1]!.cells[group]
  const starts = rows.map((_, at) => at).filter((at) => at > 0 && begins(at))
  return starts.find((at) => at >= rows.length / 2) ?? starts.at(-1) ?? 0
}

class Undone extends Error {
  outcome: Outcome
  constructor(outcome: Outcome) {
    super('A dry run writes nothing.')
    this.outcome = outcome
  }
}

async function inOneStep(
  work: Work,
  from: number,
  rows: Given[],
  step: (ctx: Ctx) => Promise<Outcome>,
): Promise<number> {
  const { app, call, run, growth } = work
  if (!run.asked.dryRun) {
    return app.inTransaction(call, async (ctx) => {
      await hold(ctx, run.id, from)
      const outcome = await step(ctx)
      await growth.wrote(ctx, outcome.created)
      return keep(ctx, work, rows, outcome)
    })
  }
  const outcome = await app
    .inTransaction(call, async (ctx): Promise<Outcome> => {
      throw new Undone(await step(ctx))
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.outcome
      throw error
    })
  return app.inTransaction(call, async (ctx) => {
    await hold(ctx, run.id, from)
    return keep(ctx, work, rows, outcome)
  })
}

/** Nobody else moves the checkpoint until this transaction ends. */
async function hold(ctx: Ctx, runId: string, rowsDone: number): Promise<void> {
  const { rows } = await sql`
    select from exchange.run where store_id = ${ctx.storeId} and id = ${runId} and state = 'running' and rows_done = ${rowsDone}
    for update`.execute(ctx.db)
  if (rows.length === 0) throw new Overtaken()
}
