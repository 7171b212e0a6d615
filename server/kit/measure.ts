/**
 * What a module measures about the business: declared, so that /metrics names it before anything has happened.
 *
 * Labels take few values: states, currencies, kinds. Never an id, a name or an address.
 */
import type { App } from './app.ts'
import type { Ctx } from './context.ts'

/** Only rises; counted in the process where it happens, so that the sum over all processes is right. */
export interface Counter {
  kind: 'counter'
  name: string
  help: string
  labels: readonly string[]
}

/** Asked of the database at a scrape, by processes that work: all say the same, so take the highest, not the sum. */
export interface Figure {
  kind: 'figure'
  name: string
  help: string
  labels: readonly string[]
  /** Answers rows of `value` and one column for each label. It must be cheap: by an index, or over little. */
  sql: string
}

export type Measure = Counter | Figure

export function counter(name: string, help: string, ...labels: string[]): Counter {
  return { kind: 'counter', name, help, labels }
}

export function figure(name: string, help: string, labels: readonly string[], sql: string): Figure {
  return { kind: 'figure', name, help, labels, sql }
}

/** Counts once this transaction is safe on disk. */
export function tally(ctx: Ctx, what: Counter, labels: Record<string, string> = {}, by = 1): void {
  ctx.afterCommit(() => ctx.app.metrics.count(what.name, labels, by))
}

type Row = Record<string, string> & { value: number }

/** Two scrapes in a row need not ask the database twice. */
const FRESH_MS = 5_000

export function registerMeasures(app: App): void {
  for (const measure of app.modules.flatMap((module) => module.measures)) {
    const { name, help, labels } = measure
    if (measure.kind === 'counter') app.metrics.declare(name, help)
    else if (app.config.roles.has('work'))
      app.metrics.figures(
        name,
        help,
        atMostEvery(FRESH_MS, async () => read(app, measure.sql, labels)),
      )
  }
}

async function read(app: App, text: string, labels: readonly string[]) {
  const { rows } = await app.pool.pg.query<Row>(text)
  return rows.map((row) => ({
    labels: Object.fromEntries(labels.map((label) => [label, String(row[label])])),
    value: Number(row.value),
  }))
}

function atMostEvery<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let held: { value: Promise<T>; at: number } | undefined
  return () => {
    if (held && performance.now() - held.at < ms) return held.value
    const mine = { value: work(), at: performance.now() }
    mine.value.catch(() => held === mine && (held = undefined))
    held = mine
    return mine.value
  }
}
