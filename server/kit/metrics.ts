/**
 * What the process counts about itself, as text for Prometheus.
 *
 * Counting is plain arithmetic in this file, because it happens in every request;
 * prom-client adds the process's own figures and is loaded at the first scrape.
 */
export interface Metrics {
  operation(id: string, outcome: string, ms: number, statements: number): void
  /** Says what a counter counts, and shows it before it was ever raised. */
  declare(name: string, help: string): void
  /** A counter that only rises. Labels must come from a closed list. */
  count(name: string, labels?: Record<string, string>, by?: number): void
  /** How long something took, where that is not an operation. */
  timing(name: string, help: string): (ms: number) => void
  /** A figure read at each scrape. Given a second time, the last one counts. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  /** The same with labels. */
  figures(name: string, help: string, read: () => Promise<Labelled[]>): void
  text(): Promise<string>
}

export interface Labelled {
  labels: Record<string, string>
  value: number
}

/** Upper bounds in seconds: a read from memory up to the deadline of a command. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20]
/** A counter with more series has a label that is no closed list: the rest is counted without labels. */
const MAX_SERIES = 200

interface Spread {
  buckets: number[]
  sum: number
  count: number
}

interface Timing extends Spread {
  statements: number
  outcomes: Map<string, number>
}

interface Counted {
  help: string
  series: Map<string, number>
}

export function createMetrics(): Metrics {
  const operations = new Map<string, Timing>()
  const counters = new Map<string, Counted>()
  const timings = new Map<string, Spread & { help: string }>()
  const gauges = new Map<string, { help: string; read: () => Promise<Labelled[]> }>()
  let processFigures: Promise<() => Promise<string>> | undefined

  function timingOf(id: string): Timing {
    let timing = operations.get(id)
    if (!timing) {
      timing = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0, statements: 0, outcomes: new Map() }
      operations.set(id, timing)
    }
    return timing
  }

  return {
    operation(id, outcome, ms, statements) {
      const timing = timingOf(id)
      spread(timing, ms)
      timing.statements += statements
      timing.outcomes.set(outcome, (timing.outcomes.get(outcome) ?? 0) + 1)
    },
    declare(name, help) {
      const counted = counters.get(name)
      counters.set(name, { help, series: counted?.series ?? new Map<string, number>() })
    },
    count(name, labels = {}, by = 1) {
      const counted = counters.get(name) ?? { help: '', series: new Map<string, number>() }
      counters.set(name, counted)
      const { series } = counted
      const wanted = labelText(labels)
      const key = series.has(wanted) || series.size < MAX_SERIES ? wanted : ''
      series.set(key, (series.get(key) ?? 0) + by)
    },
    timing(name, help) {
      const timing = { help, buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }
      timings.set(name, timing)
      return (ms) => spread(timing, ms)
    },
    gauge: (name, help, read) =>
      void gauges.set(name, { help, read: async () => [{ labels: {}, value: await read() }] }),
    figures: (name, help, read) => void gauges.set(name, { help, read }),
    async text() {
      processFigures ??= loadProcessFigures()
      const lines = [
        ...operationLines(operations),
        ...counterLines(counters),
        ...[...timings].flatMap(([name, timing]) => [
          ...header(name, 'histogram', timing.help),
          ...spreadLines(name, timing),
        ]),
        ...(await gaugeLines(gauges)),
      ]
      return `${lines.join('\n')}\n${await (await processFigures)()}`
    },
  }
}

function spread(into: Spread, ms: number): void {
  const seconds = ms / 1000
  const slot = BOUNDS.findIndex((bound) => seconds <= bound)
  if (slot >= 0) into.buckets[slot]!++
  into.sum += seconds
  into.count++
}

async function loadProcessFigures(): Promise<() => Promise<string>> {
  const { Registry, collectDefaultMetrics } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return () => registry.metrics()
}

function operationLines(operations: Map<string, Timing>): string[] {
  const outcomes = header(
    'quayside_operations_total',
    'counter',
    'Operations by outcome: ok or the code of the failure.',
  )
  const seconds = header('quayside_operation_seconds', 'histogram', 'Time inside an operation, in seconds.')
  const statements = header(
    'quayside_statements_total',
    'counter',
    'SQL statements sent, begin and commit included.',
  )
  for (const [operation, timing] of operations) {
    for (const [outcome, count] of timing.outcomes)
      outcomes.push(line('quayside_operations_total', { operation, outcome }, count))
    seconds.push(...spreadLines('quayside_operation_seconds', timing, { operation }))
    statements.push(line('quayside_statements_total', { operation }, timing.statements))
  }
  return [...outcomes, ...seconds, ...statements]
}

function spreadLines(name: string, from: Spread, labels: Record<string, string> = {}): string[] {
  let below = 0
  const buckets = BOUNDS.map((bound, slot) => {
    below += from.buckets[slot]!
    return line(`${name}_bucket`, { le: String(bound), ...labels }, below)
  })
  return [
    ...buckets,
    line(`${name}_bucket`, { le: '+Inf', ...labels }, from.count),
    line(`${name}_sum`, labels, from.sum),
    line(`${name}_count`, labels, from.count),
  ]
}

function counterLines(counters: Map<string, Counted>): string[] {
  return [...counters].flatMap(([name, { help, series }]) => [
    ...header(name, 'counter', help),
    ...[...series].map(([labels, value]) => `${name}${labels} ${value}`),
  ])
}

/** A gauge that cannot be read (the database is away) is left out rather than failing the scrape. */
async function gaugeLines(
  gauges: Map<string, { help: string; read: () => Promise<Labelled[]> }>,
): Promise<string[]> {
  const read = await Promise.all(
    [...gauges].map(async ([name, { help, read: ask }]) => {
      try {
        const found = (await ask()).map(({ labels, value }) => line(name, labels, value))
        return [...header(name, 'gauge', help), ...found]
      } catch {
        return []
      }
    }),
  )
  return read.flat()
}

function header(name: string, type: string, help: string): string[] {
  return [...(help ? [`# HELP ${name} ${help}`] : []), `# TYPE ${name} ${type}`]
}

function line(name: string, labels: Record<string, string>, value: number): string {
  return `${name}${labelText(labels)} ${value}`
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`,
  )
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}
